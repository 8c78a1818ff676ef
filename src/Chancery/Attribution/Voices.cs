using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>
/// Says who speaks and who is spoken to in each ascription, where a pronoun depends on the others: "we" is the speaker of the statement
/// around it, "he added" is who spoke last, and nobody is told something by himself.
/// </summary>
internal sealed class Voices(ParsedText text, Cast cast, Naming naming, HearerFinder hearers, List<Ascription> found, ContentIndex index)
{
    private readonly ImmutableArray<Entity>[] _speakers = new ImmutableArray<Entity>[found.Count];

    /// <summary>Who speaks.</summary>
    public ImmutableArray<Entity> Speakers(int place)
    {
        if (!_speakers[place].IsDefault)
            return _speakers[place];
        // Whoever asks again on the way gets nobody, so that two statements cannot wait for each other.
        _speakers[place] = [];
        var all = ImmutableArray.CreateBuilder<Entity>();
        foreach (var head in found[place].Sources)
            all.AddRange(Speaker(place, head));
        return _speakers[place] = [.. all.DistinctBy(entity => entity.Id, StringComparer.Ordinal)];
    }

    /// <summary>Who is spoken to.</summary>
    public ImmutableArray<Entity> Hearers(int place)
    {
        var all = ImmutableArray.CreateBuilder<Entity>();
        foreach (var head in hearers.Of(found[place]))
            all.AddRange(Hearer(place, head));
        return [.. all.DistinctBy(entity => entity.Id, StringComparer.Ordinal)];
    }

    /// <summary>The statements around a place of the list, from the widest in.</summary>
    public IEnumerable<int> Around(int place)
    {
        var inner = found[place];
        return index
            .Holding(inner.Cue)
            .Where(i => i != place && found[i].Length > inner.Length && found[i].Word.Class is not ("mental" or "evidence" or "other"))
            .OrderByDescending(i => found[i].Length)
            .ThenBy(i => found[i].Token);
    }

    private IEnumerable<Entity> Speaker(int place, int head)
    {
        var token = text.Tokens[head];
        if (token.Tag != UniversalTag.PRON)
            return naming.Entities(head);
        if (IsFirst(token))
            return Outer(place, head);
        var known = Slip(head, found[place].Token) ?? naming.Entities(head);
        return known.IsEmpty ? Last(place, head) : known;
    }

    private IEnumerable<Entity> Hearer(int place, int head)
    {
        var token = text.Tokens[head];
        if (token.Tag == UniversalTag.PRON && IsFirst(token))
            return Outer(place, head);
        if (token is { Tag: UniversalTag.PRON, Lemma: "you" })
            return Around(place).ToList() is [.., var told] ? Hearers(told) : [];
        var speakers = Speakers(place);
        var known = naming.Entities(head).Where(entity => !speakers.Any(speaker => speaker.Id == entity.Id)).ToList();
        return known.Count > 0 || token.Tag != UniversalTag.PRON ? known : Named(place, head);
    }

    private static bool IsFirst(Token token) => token.Lemma is "I" or "i" or "we" or "us" or "me";

    private IEnumerable<Entity> Outer(int place, int head)
    {
        var around = Around(place).ToList();
        return around.Count == 0
            ? naming.Entities(head)
            : Speakers(around[^1]).Select(entity => entity with { Span = text.Tokens[head].Span });
    }

    /// <summary>A pronoun that the cast leaves open stands for who spoke last, in this sentence or the two before.</summary>
    private IEnumerable<Entity> Last(int place, int head)
    {
        if (text.Tokens[head].Lemma is not ("he" or "she" or "they"))
            return [];
        var sentence = text.SentenceOf(head);
        for (var i = place - 1; i >= 0; i--)
        {
            var before = found[i];
            if (sentence - text.SentenceOf(before.Token) > 2)
                break;
            if (before.Hedged || before.Sources.Length == 0 || before.Word.Class is "mental" or "evidence" or "other")
                continue;
            // "X told Y that ..., he said": who speaks within what he says may be himself.
            if (Around(i).Any(outer => outer != place))
                continue;
            var plural = before.Sources.Length > 1 || IsPlural(before.Sources[0]);
            if (plural == (text.Tokens[head].Lemma == "they") && Speakers(i) is { Length: > 0 } spoke)
                return spoke.Select(entity => entity with { Span = text.Tokens[head].Span });
        }

        return [];
    }

    /// <summary>
    /// A pronoun after a sentence whose subject is a written source, where no person is named in that sentence, stands for its
    /// issuer: translations slip from "it" to "he".
    /// </summary>
    private ImmutableArray<Entity>? Slip(int head, int cue)
    {
        if (text.Tokens[head].Lemma is not ("he" or "it" or "she" or "they") || text.SentenceOf(cue) is not (> 0 and var at))
            return null;
        var before = text.Sentences[at - 1];
        var issuer = -1;
        for (var i = before.FirstToken; i < before.EndToken; i++)
        {
            if (
                text.Tokens[i].Head is var root and >= 0
                && text.Tokens[root].Head < 0
                && text.Tokens[i].Relation == Relation.Nsubj
                && AttributionTables.Texts.Contains(text.Tokens[i].Lemma)
            )
                issuer = i;
            if (cast.Of(i).Any(entity => entity.Type == EntityType.Person))
                return null;
        }

        return issuer < 0 ? null : naming.Entities(issuer);
    }

    /// <summary>Whom "him", "her" or "them" after a cue stands for: the last who was named before the cue, fits, and does not speak.</summary>
    private IEnumerable<Entity> Named(int place, int head)
    {
        var token = text.Tokens[head];
        if (token.Lemma is not ("he" or "him" or "she" or "her" or "they" or "them" or "it"))
            return [];
        var speakers = Speakers(place);
        var first = text.Sentences[Math.Max(0, text.SentenceOf(head) - 1)].FirstToken;
        for (var i = head - 1; i >= first; i--)
        {
            if (text.Tokens[i].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN) || Array.IndexOf(found[place].Sources, i) >= 0)
                continue;
            if (
                text.Tokens[i].Relation
                is not (Relation.Obj or Relation.Iobj or Relation.Nsubj or Relation.NsubjPass or Relation.Obl or Relation.Nmod)
            )
                continue;
            if (IsPlural(i) != (token.Lemma is "they" or "them") || !naming.Hears(i))
                continue;
            var named = naming.Entities(i);
            if (named.Any(entity => speakers.Any(speaker => speaker.Id == entity.Id)))
                continue;
            if (
                named.All(entity =>
                    (entity.Type is EntityType.Person or EntityType.Other or EntityType.Office) || token.Lemma is "it" or "they" or "them"
                )
            )
                return named;
        }

        return [];
    }

    private bool IsPlural(int head)
    {
        if (text.Tokens[head].Penn is PennTag.NNS or PennTag.NNPS || text.Tokens[head].Lemma is "they" or "people")
            return true;
        return text.Dependent(head, Relation.Conj) >= 0;
    }
}
