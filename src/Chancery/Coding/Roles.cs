using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Fills the places of a frame with those who stand there.</summary>
internal readonly struct Roles(ParsedText text, Cast cast)
{
    private readonly Participants _participants = new(text, cast);

    /// <summary>The first alternative that names anybody.</summary>
    public ImmutableArray<Entity> Fill(int word, string[][] alternatives)
    {
        foreach (var sum in alternatives)
        {
            var found = ImmutableArray<Entity>.Empty;
            foreach (var place in sum) found = Join(found, At(word, place));
            if (sum.Length > 1 && !text.Tokens[word].IsVerb) found = Join(found, LightSubject(word));
            if (!found.IsEmpty) return found;
        }

        // "made a trip", "issued a warrant": whoever does the light verb does the noun.
        return alternatives is [["poss", ..], ..] ? LightSubject(word) : [];
    }

    private ImmutableArray<Entity> At(int word, string place)
    {
        if (place == "subj") return _participants.Of(ClauseTree.Doer(text, word));
        if (place == "obj") return _participants.Of(ClauseTree.Undergoer(text, word));
        if (place == "iobj") return _participants.Of(text.Dependent(word, Relation.Iobj));
        if (place == "poss") return Modifier(word, Relation.NmodPoss, Relation.NmodPoss);
        if (place == "amod") return Modifier(word, Relation.Amod, Relation.Compound);
        if (place == "that")
        {
            var clause = text.Dependent(word, Relation.Ccomp);
            return clause < 0 ? [] : _participants.Of(ClauseTree.Doer(text, clause));
        }

        var after = ClauseTree.After(text, word, place);
        if (after < 0 && LightVerb(word) is var verb and >= 0) after = ClauseTree.After(text, verb, place);
        if (after >= 0 && !text.Tokens[after].IsVerb && _participants.Of(after) is { IsEmpty: false } there) return there;

        // "a fine imposed on the bank by the regulator": the participle's prepositions serve the noun.
        var participle = text.Tokens[word].IsVerb ? -1 : text.Dependent(word, Relation.Acl);
        if (participle < 0) return [];
        after = ClauseTree.After(text, participle, place);
        return after < 0 ? [] : _participants.Of(after);
    }

    private ImmutableArray<Entity> Modifier(int word, Relation one, Relation other)
    {
        var found = ImmutableArray<Entity>.Empty;
        foreach (var dependent in text.Dependents(word))
        {
            var relation = text.Tokens[dependent].Relation;
            if (relation != one && relation != other) continue;
            if (one == Relation.NmodPoss || !cast.Of(dependent).IsEmpty || text.Tokens[dependent].Tag == UniversalTag.PROPN)
                found = Join(found, _participants.Of(dependent));
        }

        return found;
    }

    private ImmutableArray<Entity> LightSubject(int word)
        => LightVerb(word) is var verb and >= 0 ? _participants.Of(ClauseTree.Doer(text, verb)) : [];

    // The light verb that the noun is the object, the passive subject or ("in a call with") the circumstance of; -1 where none.
    private int LightVerb(int word)
    {
        var token = text.Tokens[word];
        if (token.IsVerb || token.Head < 0 || !text.Tokens[token.Head].IsVerb) return -1;
        if (token.Relation is Relation.Obj or Relation.NsubjPass && Codebook.LightVerbs.Contains(text.Tokens[token.Head].Lemma)) return token.Head;
        return token.Relation == Relation.Obl && (ClauseTree.HasCase(text, word, "in") || ClauseTree.HasCase(text, word, "during")) ? token.Head : -1;
    }

    private static ImmutableArray<Entity> Join(ImmutableArray<Entity> some, ImmutableArray<Entity> others)
    {
        foreach (var entity in others)
            if (!some.Any(other => string.Equals(other.Id, entity.Id, StringComparison.Ordinal))) some = some.Add(entity);
        return some;
    }
}
