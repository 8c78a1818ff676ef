using System.Collections.Frozen;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>
/// Reads with what something was done from where English puts it: before a noun ("drone attack"), after "with", "by" or "using", as the object of a verb that
/// wields it ("fired rockets"), or as the doer itself ("a missile hit"). What is hit ("destroyed a missile depot") is no means.
/// </summary>
internal static class InstrumentReader
{
    private static readonly Means[] Table =
    [
        .. EmbeddedTable
            .Rows("codebook/events/instruments.csv")
            .Where(row => row[1] == "means")
            .Select(row => new Means(row[0].Split(' '), row[2], row[3].Length == 0 ? null : row[3]))
            .OrderByDescending(means => means.Words.Length),
    ];

    private static readonly FrozenDictionary<string, Means[]> ByLast = Table
        .GroupBy(means => means.Words[^1], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Wielding = EmbeddedTable
        .Rows("codebook/events/instruments.csv")
        .Where(row => row[1] == "wielding")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The means of an event, with PLOVER's mode of violence where one goes with it; null where its words name none.</summary>
    public static (Instrument Instrument, string? Mode)? Of(ParsedText text, int predicate)
    {
        var isVerb = text.Tokens[predicate].IsVerb;
        // "a suicide bombing", "an airstrike": the event's own word.
        if (!isVerb && At(text, predicate) is { } itself)
            return itself;
        if (Around(text, predicate, isVerb) is { } found)
            return found;
        return !isVerb && LightVerb.Of(text, predicate) is var carrier and >= 0 ? Around(text, carrier, isVerb: true) : null;
    }

    /// <summary>Whether a noun names a means and not who wields it ("sniper").</summary>
    public static bool IsMeans(ParsedText text, int noun) =>
        text.Tokens[noun].Tag == UniversalTag.NOUN && !UnnamedParty.IsNamedBy(text.Tokens[noun].Lemma) && At(text, noun) is not null;

    private static (Instrument, string?)? Around(ParsedText text, int head, bool isVerb)
    {
        foreach (var dependent in text.Dependents(head))
        {
            var relation = text.Tokens[dependent].Relation;
            var stands = isVerb
                ? relation == Relation.Obj && Wielding.Contains(text.Tokens[head].Lemma)
                    || relation == Relation.Nsubj
                    || relation == Relation.OblAgent
                    || relation == Relation.NsubjPass && Wielding.Contains(text.Tokens[head].Lemma)
                    || relation.IsOblique() && IsWith(text, dependent)
                : relation is Relation.Compound or Relation.Amod || relation.IsNominalModifier() && IsWith(text, dependent);
            if (stands && At(text, dependent) is { } means)
                return means;
            if (stands && relation is Relation.Nsubj or Relation.OblAgent && Striking(text, dependent) is { } striking)
                return striking;
            // "attacked the base using drones".
            if (
                isVerb
                && relation == Relation.Advcl
                && text.Tokens[dependent].Lemma is "use" or "employ"
                && text.Dependent(dependent, Relation.Obj) is var used and >= 0
                && At(text, used) is { } by
            )
                return by;
        }

        return null;
    }

    // "a drone strike killed three": the strike is the doer, the drone its means.
    private static (Instrument, string?)? Striking(ParsedText text, int noun)
    {
        if (!Codebook.Nouns.TryGetValue(text.Tokens[noun].Lemma, out var frames) || frames[0].Type != EventType.ASSAULT)
            return null;
        foreach (var dependent in text.Dependents(noun))
            if (text.Tokens[dependent].Relation is Relation.Compound or Relation.Amod && At(text, dependent) is { } means)
                return means;
        return null;
    }

    private static bool IsWith(ParsedText text, int word) =>
        ClauseTree.HasCase(text, word, "with")
        || ClauseTree.HasCase(text, word, "by")
        || ClauseTree.HasCase(text, word, "using")
        || ClauseTree.HasCase(text, word, "in");

    private static (Instrument, string?)? At(ParsedText text, int word)
    {
        foreach (var means in ByLast.TryGetValue(text.Tokens[word].Lemma, out var rows) ? rows : [])
        {
            var first = word - means.Words.Length + 1;
            if (first < 0 || !Spells(text, first, means.Words))
                continue;
            return (new Instrument(means.Class, text.SpanOf(first, word + 1)), means.Mode);
        }

        return null;
    }

    private static bool Spells(ParsedText text, int first, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
            if (
                !string.Equals(text.Tokens[first + i].Lemma, words[i], StringComparison.OrdinalIgnoreCase)
                && !ClauseTree.Is(text, first + i, words[i])
            )
                return false;
        return true;
    }

    private sealed record Means(string[] Words, string Class, string? Mode);
}
