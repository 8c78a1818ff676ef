using System.Collections.Frozen;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>
/// PLOVER's modes by <c>codebook/events/modes.csv</c>: what the event's own words name decides (the nearest to its predicate), else the CAMEO code.
/// </summary>
internal static class ModeTable
{
    private static readonly FrozenDictionary<EventType, Row[]> Rows = EmbeddedTable
        .Rows("codebook/events/modes.csv")
        .Select(row =>
            (
                Type: Enum.Parse<EventType>(row[0]),
                Row: new Row(row[1], row[2].Split('/', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal), row[3])
            )
        )
        .GroupBy(row => row.Type)
        .ToFrozenDictionary(group => group.Key, group => group.Select(row => row.Row).ToArray());

    /// <summary>The modes that a type can have.</summary>
    public static IEnumerable<string> Of(EventType type) =>
        Rows.TryGetValue(type, out var rows) ? rows.Select(row => row.Mode).Distinct() : [];

    /// <summary>The mode of an event and the word that shows it; -1 where its code alone does, null where nothing does.</summary>
    /// <param name="text">The document.</param>
    /// <param name="predicate">The event's word.</param>
    /// <param name="type">Its type.</param>
    /// <param name="cameo">Its CAMEO code.</param>
    /// <param name="words">Its own words in the order of the text.</param>
    public static (string Mode, int Word)? Of(ParsedText text, int predicate, EventType type, string cameo, List<int> words)
    {
        if (!Rows.TryGetValue(type, out var rows))
            return null;
        if (Shown(text, predicate, cameo, rows) is { } own)
            return (own, predicate);
        foreach (var word in words)
            if (word > predicate && Shown(text, word, cameo, rows) is { } after)
                return (after, word);
        for (var i = words.Count - 1; i >= 0; i--)
            if (words[i] < predicate && Shown(text, words[i], cameo, rows) is { } before)
                return (before, words[i]);
        foreach (var row in rows)
            if (row.Words.Count == 0 && row.Cameo == cameo)
                return (row.Mode, -1);
        return null;
    }

    private static string? Shown(ParsedText text, int word, string cameo, Row[] rows)
    {
        // "close to war" closes nothing.
        if (text.Tokens[word] is { Tag: UniversalTag.ADJ or UniversalTag.ADV, Relation: not (Relation.Amod or Relation.Compound) })
            return null;
        var lemma = text.Tokens[word].Lemma;
        foreach (var row in rows)
            if (
                row.Words.Count > 0
                && (row.Cameo.Length == 0 || row.Cameo == cameo)
                && (row.Words.Contains(lemma) || lemma.Length > 3 && lemma[^1] == 's' && row.Words.Contains(lemma[..^1]))
            )
                return row.Mode;
        return null;
    }

    /// <summary>One row of the table.</summary>
    /// <param name="Cameo">The code that it is for; empty for any of its type.</param>
    /// <param name="Words">Dictionary forms, one of which must stand among the event's own; none for what the code alone says.</param>
    /// <param name="Mode">The mode.</param>
    private sealed record Row(string Cameo, FrozenSet<string> Words, string Mode);
}
