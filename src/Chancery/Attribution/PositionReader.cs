using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>Finds where actors stand: a verb of stance with a known actor and an object that raises an issue.</summary>
internal static class PositionReader
{
    public static IEnumerable<Position> Read(ParsedText text, Cast cast, Chronology chronology, AscriptionFinder finder)
    {
        var reach = new Reach(text);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (!text.Tokens[i].IsVerb) continue;
            var (stance, wanted, thing) = Stance(text, i);
            if (stance is null || thing < 0) continue;
            var subject = finder.Subject(i);
            if (subject < 0) continue;
            var actors = Actors(text, cast, subject);
            if (actors.IsEmpty) continue;
            int first = reach.First(thing), end = reach.End(thing);
            while (first < end && text.Tokens[first].Relation == Relation.Case) first++;
            if (first >= end || (wanted.Length > 0 && !Names(text, first, end, wanted))) continue;
            if (Issue(text, first, end) is not { } issue)
            {
                // "claims impartiality in the conflict": the issue may stand beside the object.
                end = Beside(text, reach, i, end);
                if (Issue(text, first, end) is not { } wider) continue;
                issue = wider;
            }

            var head = text.Tokens[i].Head;
            if (text.Tokens[i].Relation == Relation.Xcomp && head >= 0 && text.Tokens[head].Lemma is "refuse" or "decline") stance = $"refuses to {text.Tokens[i].Lemma}";
            var span = text.SpanOf(first, end);
            var words = span.In(text.Document.Text).ToString();
            yield return new Position
            {
                DocumentId = text.Document.Id, Spans = [text.SpanOf(i, i + 1), span], Rule = $"attribution/stance:{text.Tokens[i].Lemma}",
                Actors = actors, Issue = issue, Object = words, Date = chronology.For(i), Confidence = 0.7,
                Status = Possible(text, i) ? EntryStatus.Hypothetical : EntryStatus.Occurred,
                Stance = stance,
            };
        }
    }

    private static (string? Stance, string[] Wanted, int Object) Stance(ParsedText text, int verb)
    {
        var lemma = text.Tokens[verb].Lemma;
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation.IsOblique() && text.Dependent(dependent, Relation.Case) is var mark and >= 0
                && AttributionTables.Stances.TryGetValue($"{lemma} {text.Tokens[mark].Lemma}", out var found)) return (found.Stance, found.Objects, dependent);
        return AttributionTables.Stances.TryGetValue(lemma, out var row) ? (row.Stance, row.Objects, text.Dependent(verb, Relation.Obj)) : (null, [], -1);
    }

    private static ImmutableArray<Entity> Actors(ParsedText text, Cast cast, int subject)
    {
        var all = ImmutableArray.CreateBuilder<Entity>();
        all.AddRange(cast.Of(subject));
        foreach (var dependent in text.Dependents(subject))
            if (text.Tokens[dependent].Relation == Relation.Conj) all.AddRange(cast.Of(dependent));
        return all.ToImmutable();
    }

    /// <summary>"China could support ...": nobody says that it does.</summary>
    private static bool Possible(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation == Relation.Aux && text.Tokens[dependent].Lemma is "could" or "might" or "may" or "would") return true;
        return false;
    }

    private static int Beside(ParsedText text, Reach reach, int verb, int end)
    {
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation == Relation.Obl && reach.First(dependent) == end) end = reach.End(dependent);
        return end;
    }

    private static bool Names(ParsedText text, int first, int end, string[] words)
    {
        for (var i = first; i < end; i++)
            if (words.Contains(text.Tokens[i].Lemma, StringComparer.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The issue of the words; words such as "the conflict" take it from what was raised last before them.</summary>
    private static string? Issue(ParsedText text, int first, int end)
    {
        var (issue, rank) = Raised(text, first, end);
        if (rank < 2) return issue;
        if (rank > 2) return null;
        for (var sentence = text.SentenceOf(first); sentence >= 0 && text.SentenceOf(first) - sentence <= 3; sentence--)
        {
            var (earlier, found) = Raised(text, text.Sentences[sentence].FirstToken, Math.Min(first, text.Sentences[sentence].EndToken));
            if (found < 2) return earlier;
        }

        return null;
    }

    private static (string? Issue, int Rank) Raised(ParsedText text, int first, int end)
    {
        (string? Issue, int Rank) best = (null, 9);
        for (var i = first; i < end; i++)
            if (AttributionTables.Issues.TryGetValue(text.Tokens[i].Lemma.ToLowerInvariant(), out var raised) && raised.Rank < best.Rank) best = raised;
        return best;
    }
}
