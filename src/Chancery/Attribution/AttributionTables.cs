using System.Collections.Frozen;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>The words of attribution, read once from <c>codebook/attribution</c>.</summary>
internal static class AttributionTables
{
    /// <summary>The cues by part of speech and lemma, such as <c>verb:call for</c>.</summary>
    public static readonly FrozenDictionary<string, CueWord> Cues = Rows("cues")
        .ToFrozenDictionary(
            row => $"{row[1]}:{row[0]}",
            row => new CueWord(row[0], row[2], Enum.Parse<Mood>(row[3], ignoreCase: true), row[5], row[6]),
            StringComparer.Ordinal
        );

    /// <summary>Nouns for a written or spoken text that can be a source by itself.</summary>
    public static readonly FrozenSet<string> Texts = Rows("texts").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those among them that stand for who publishes: "an Australian newspaper" is not Australia.</summary>
    public static readonly FrozenSet<string> Outlets = Rows("texts")
        .Where(row => row[1] == "outlet")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns for people who can be spoken to.</summary>
    public static readonly FrozenSet<string> Hearers = Rows("hearers").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those among them for an occasion, which can as well be what is promised or asked for.</summary>
    public static readonly FrozenSet<string> Gatherings = Rows("hearers")
        .Where(row => row[1] == "gathering")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words for what somebody is ready or going to do.</summary>
    public static readonly FrozenSet<string> Intents = Rows("intents").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns and verbs for an occasion on which one speaks to another, with what links the other to it: a preposition, or <c>obj</c>.</summary>
    public static readonly FrozenDictionary<(string Lemma, UniversalTag Tag), string[]> Occasions = Rows("occasions")
        .ToFrozenDictionary(row => (row[0], Enum.Parse<UniversalTag>(row[1], ignoreCase: true)), row => row[2].Split(' '));

    /// <summary>The stances by part of speech (<c>verb</c>, <c>noun</c>, <c>adj</c>, <c>prep</c>) and word, in the order of the table.</summary>
    public static readonly FrozenDictionary<(string Part, string Word), StanceRow[]> Stances = Rows("stances")
        .GroupBy(row => (row[1], row[0]), row => new StanceRow(Words(row[2]), row[3], Words(row[4]), row[5] == "topic"))
        .ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray());

    /// <summary>The issue that a word raises, with its rank: the lowest decides, and a rank 2 word takes the issue from what went before.</summary>
    public static readonly FrozenDictionary<string, (string Issue, int Rank)> Issues = Rows("issues")
        .ToFrozenDictionary(row => row[0], row => (row[1], row[2][0] - '0'), StringComparer.Ordinal);

    private static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string[]> Rows(string table) => EmbeddedTable.Rows($"codebook/attribution/{table}.csv");
}
