using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Fills the places of a frame with those who stand there.</summary>
internal readonly struct Roles(ParsedText text, Cast cast)
{
    private readonly Participants _participants = new(text, cast);

    /// <summary>
    /// The first alternative that names anybody: by the tree, else whoever does the light verb ("made a trip", "issued a warrant"),
    /// else by the order of words.
    /// </summary>
    public ImmutableArray<Entity> Fill(int word, string[][] alternatives, Frame? frame = null)
    {
        if (Fill(word, alternatives, frame, near: false) is { IsEmpty: false } found)
        {
            // A partner whom the tree hangs elsewhere: "spoke by telephone with Putin".
            return
                alternatives is [{ Length: > 1 }] && found.Length < 2 && Fill(word, alternatives, frame, near: true) is { Length: > 1 } both
                ? both
                : found;
        }

        if (alternatives.Any(sum => sum is ["poss", ..]) && Lent(word, frame) is { IsEmpty: false } lent)
            return lent;
        return Fill(word, alternatives, frame, near: true);
    }

    /// <summary>
    /// Whom the rest of the event's own words concern, where no place of the frame names anybody: "threatened to suspend aid to Niger", "condemned the attack by Hamas". The
    /// first state, organ, body or person named there; not a place, nor who is only spoken of as where or when.
    /// </summary>
    public ImmutableArray<Entity> Concerned(int word, List<int> words)
    {
        OwnWords.Of(text, word, withDoer: false, words);
        foreach (var token in words)
        {
            if (
                token <= word
                || cast.HeadedBy(token) is not { Reading: not "place" } mention
                || mention.Entities
                    is not [
                    {
                        Type: EntityType.State
                                or EntityType.Organ
                                or EntityType.Igo
                                or EntityType.ArmedGroup
                                or EntityType.Person
                                or EntityType.Ngo
                    },
                        ..,
                    ]
            )
                continue;
            if (
                ClauseTree.HasCase(text, token, "in")
                || ClauseTree.HasCase(text, token, "near")
                || ClauseTree.HasCase(text, token, "during")
                || ClauseTree.HasCase(text, token, "against") && text.Tokens[text.Tokens[token].Head].Tag == UniversalTag.NOUN
                || ClauseTree.HasCase(text, token, "at")
            )
                continue;
            return _participants.Of(token) is { IsEmpty: false } joined ? joined : mention.Entities;
        }

        return [];
    }

    private ImmutableArray<Entity> Fill(int word, string[][] alternatives, Frame? frame, bool near)
    {
        foreach (var sum in alternatives)
        {
            var found = ImmutableArray<Entity>.Empty;
            foreach (var place in sum)
                found = Join(found, At(word, place, near));
            if (sum.Length > 1 && !text.Tokens[word].IsVerb)
                found = Join(found, Lent(word, frame));
            if (!found.IsEmpty)
                return found;
        }

        return [];
    }

    private ImmutableArray<Entity> At(int word, string place, bool near)
    {
        switch (place)
        {
            case "subj":
                return Subjects(word, ClauseTree.Doer(text, word));
            case "obj":
                return _participants.Of(ClauseTree.Undergoer(text, word));
            case "iobj":
                return _participants.Of(text.Dependent(word, Relation.Iobj));
            case "poss":
                return Modifier(word, Relation.NmodPoss, Relation.NmodPoss);
            case "amod":
                return Modifier(word, Relation.Amod, Relation.Compound);
            case "that":
                return Clause(word) is var clause and >= 0 ? _participants.Of(ClauseTree.Doer(text, clause)) : [];
            case "soil":
                return Soil(word);
            case "whom":
                return Clause(word) is var said and >= 0 ? _participants.Of(Subject(said)) : [];
        }

        var after = ClauseTree.After(text, word, place);
        if (after < 0 && LightVerb.Of(text, word) is var verb and >= 0)
            after = ClauseTree.After(text, verb, place);
        // "Fighting erupted near the town between the army and rebels": the sides stand with the verb that says that it was.
        if (
            after < 0
            && place == "between"
            && text.Tokens[word] is { Relation: Relation.Nsubj, Head: var befell }
            && text.Dependent(befell, Relation.Obj) < 0
        )
            after = ClauseTree.After(text, befell, place);
        if (after >= 0 && _participants.Of(after) is { IsEmpty: false } there)
            return there;
        // "Sanctions on Syria were lifted": what is before the verb holds its own phrase.
        if (
            text.Tokens[word].IsVerb
            && ClauseTree.Undergoer(text, word) is var thing and >= 0
            && thing < word
            && text.Tokens[thing].Tag == UniversalTag.NOUN
            && ClauseTree.After(text, thing, place) is var held and >= 0
            && _participants.Of(held) is { IsEmpty: false } lying
        )
            return lying;
        if (text.Tokens[word].IsVerb && place != "of" && WithObject(word, place) is { IsEmpty: false } onObject)
            return onObject;

        // "a fine imposed on the bank by the regulator": the participle's prepositions serve the noun.
        var participle = text.Tokens[word].IsVerb ? -1 : text.Dependent(word, Relation.Acl);
        if (participle >= 0 && ClauseTree.After(text, participle, place) is var served and >= 0)
            return _participants.Of(served);
        return near && Nearby.After(text, word, place) is var beside and >= 0 ? _participants.Of(beside) : [];
    }

    // "slapped a travel ban and other sanctions against the army": what is said of one of the objects joined is said of the deed.
    private ImmutableArray<Entity> WithObject(int verb, string place)
    {
        var thing = ClauseTree.Undergoer(text, verb);
        if (thing < verb || text.Tokens[thing].Tag != UniversalTag.NOUN)
            return [];
        if (ClauseTree.After(text, thing, place) is var held and >= 0)
            return _participants.Of(held);
        // "closed its border crossing with Chad": what ends in -ing after the object may be taken for a verb of its own.
        if (
            thing + 1 < text.Tokens.Length
            && text.Tokens[thing + 1] is { Penn: PennTag.VBG, Relation: Relation.Advcl or Relation.Acl or Relation.Obj }
            && ClauseTree.After(text, thing + 1, place) is var beyond and >= 0
        )
            return _participants.Of(beyond);
        foreach (var joined in text.Dependents(thing))
            if (text.Tokens[joined].Relation == Relation.Conj && ClauseTree.After(text, joined, place) is var also and >= 0)
                return _participants.Of(also);
        return [];
    }

    // "Israel, Hamas agree": headlines join by a comma, which a reader of trees may take for a call to the first of them.
    private ImmutableArray<Entity> Subjects(int word, int doer)
    {
        var found = _participants.Of(doer);
        if (
            doer < 0
            && text.Dependent(word, Relation.Vocative) is var called and >= 0
            && called < word
            && text.Tokens[called].Tag == UniversalTag.PROPN
        )
        {
            found = _participants.Of(called);
            return text.Dependent(called, Relation.Appos) is var joined and >= 0 ? Join(found, _participants.Of(joined)) : found;
        }

        if (doer < 0 || text.Tokens[doer] is not { Relation: Relation.Nsubj, Head: var verb and >= 0 })
            return found;
        foreach (var other in text.Dependents(verb))
            if (
                other < doer - 1
                && text.Tokens[other] is { Relation: Relation.Vocative, Tag: UniversalTag.PROPN }
                && ClauseTree.Is(text, other + 1, ",")
            )
                found = Join(_participants.Of(other), found);
            else if (
                other > doer + 1
                && other < verb
                && text.Tokens[other].Relation == Relation.Nsubj
                && ClauseTree.Is(text, doer + 1, ",")
                && text.Tokens[other].IsNominal
            )
                found = Join(found, _participants.Of(other));
        return found;
    }

    // "was detained in France", "were expelled from Niger": only whoever rules there arrests, judges or sends away.
    private ImmutableArray<Entity> Soil(int verb)
    {
        foreach (var preposition in (ReadOnlySpan<string>)["from", "in"])
            if (
                ClauseTree.After(text, verb, preposition) is var place and >= 0
                && cast.Of(place) is [{ Type: EntityType.Place or EntityType.State, State: not null }] there
            )
                return there;
        return [];
    }

    private int Clause(int verb) =>
        text.Dependent(verb, Relation.Ccomp) is var clause and >= 0 ? clause : text.Dependent(verb, Relation.Parataxis);

    private int Subject(int clause) =>
        text.Dependent(clause, Relation.Nsubj) is var subject and >= 0 ? subject : text.Dependent(clause, Relation.NsubjPass);

    private ImmutableArray<Entity> Modifier(int word, Relation one, Relation other)
    {
        var found = ImmutableArray<Entity>.Empty;
        // "Sudan's RSF strike": of a state and one of its groups, the group that stands nearer.
        if (one == Relation.NmodPoss)
            foreach (var dependent in text.Dependents(word))
                if (
                    text.Tokens[dependent].Relation == Relation.Compound
                    && cast.Of(dependent) is [{ Type: EntityType.ArmedGroup or EntityType.Organ or EntityType.Igo }, ..]
                )
                    return _participants.Of(dependent);
        foreach (var dependent in text.Dependents(word))
        {
            var relation = text.Tokens[dependent].Relation;
            if (relation != one && relation != other)
                continue;
            // "a rebel ambush", "the police raid": those whom the noun before names.
            if (
                one == Relation.NmodPoss
                || !cast.Of(dependent).IsEmpty
                || text.Tokens[dependent].Tag == UniversalTag.PROPN
                || text.Tokens[dependent].Tag == UniversalTag.NOUN && Codebook.IsOf("doer", text.Tokens[dependent].Lemma)
            )
                found = Join(found, _participants.Of(dependent));
        }

        return found;
    }

    private ImmutableArray<Entity> Lent(int word, Frame? frame)
    {
        var verb = LightVerb.Of(text, word);
        // "Prabowo, who is on a visit to China".
        if (
            verb < 0
            && text.Dependent(word, Relation.Cop) >= 0
            && text.Dependent(word, Relation.Nsubj) >= 0
            && ClauseTree.HasCase(text, word, "on")
        )
            verb = word;
        // "the closure that Niger ordered", "a ban, which Chad imposed".
        if (
            verb < 0
            && text.Dependent(word, Relation.AclRelcl) is var told and >= 0
            && text.Tokens[told].IsVerb
            && Codebook.LightVerbs.Contains(text.Tokens[told].Lemma)
            && ClauseTree.Undergoer(text, told) == word
        )
            verb = told;
        if (verb < 0 && frame is not null)
            verb = LightVerb.Around(text, word, frame);
        // "accused Ethiopia of aggression": whoever is accused is said to have done it.
        if (verb < 0 && Accused(word) is var accused and >= 0)
            return _participants.Of(accused);
        // "was locked in a war with the army".
        if (
            verb < 0
            && text.Tokens[word] is { Relation: Relation.Obl, Head: var engaged and >= 0 }
            && Codebook.IsOf("engaged", text.Tokens[engaged].Lemma)
            && ClauseTree.HasCase(text, word, "in")
        )
            return _participants.Of(
                ClauseTree.IsPassive(text, engaged) ? ClauseTree.Undergoer(text, engaged) : ClauseTree.Doer(text, engaged)
            );
        if (verb < 0 && frame is not null && Codebook.IsOf("stance", frame.Type.ToString()))
            verb = LightVerb.InStance(text, word);
        return verb >= 0 ? _participants.Of(ClauseTree.Doer(text, verb)) : [];
    }

    private int Accused(int noun)
    {
        var head = text.Tokens[noun].Head;
        if (head < 0 || !ClauseTree.HasCase(text, noun, "of"))
            return -1;
        if (text.Tokens[head].IsVerb)
            return IsCharge(head) ? ClauseTree.Undergoer(text, head) : -1;
        return text.Tokens[head] is { Relation: Relation.Obj or Relation.NsubjPass, Head: var verb and >= 0 } && IsCharge(verb) ? head : -1;
    }

    private bool IsCharge(int verb) =>
        Codebook.VerbStatus.TryGetValue(text.Tokens[verb].Lemma, out var status) && status == EntryStatus.Alleged;

    private static ImmutableArray<Entity> Join(ImmutableArray<Entity> some, ImmutableArray<Entity> others)
    {
        foreach (var entity in others)
            if (!some.Any(other => string.Equals(other.Id, entity.Id, StringComparison.Ordinal)))
                some = some.Add(entity);
        return some;
    }
}
