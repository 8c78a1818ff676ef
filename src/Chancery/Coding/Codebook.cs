using System.Collections.Frozen;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>The tables of <c>codebook/events</c>, indexed by dictionary form.</summary>
internal static class Codebook
{
    /// <summary>The frames of verbs, narrowest first.</summary>
    public static FrozenDictionary<string, Frame[]> Verbs { get; } = ReadFrames("verbs", "subj", "");

    /// <summary>The frames of nouns, narrowest first.</summary>
    public static FrozenDictionary<string, Frame[]> Nouns { get; } = ReadFrames("nouns", "poss|by|amod", "");

    /// <summary>The frames of adjectives that say what somebody is about to do or makes of another ("ready to", "critical of").</summary>
    public static FrozenDictionary<string, Frame[]> Adjectives { get; } = ReadFrames("adjectives", "subj", "");

    /// <summary>Verbs that leave the event to their object ("held talks").</summary>
    public static FrozenSet<string> LightVerbs { get; } =
        EmbeddedTable.Rows("codebook/events/light-verbs.csv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs that say of an event no more than that it happens ("the talks will take place").</summary>
    public static FrozenSet<string> Occurrence { get; } =
        EmbeddedTable.Rows("codebook/events/occurrence.csv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What an answer may be called for, and the types of event that it then goes back to ("rejected the accusation").</summary>
    public static FrozenDictionary<string, EventType[]> Answers { get; } =
        EmbeddedTable
            .Rows("codebook/events/answers.csv")
            .ToFrozenDictionary(row => row[0], row => row[1].Split('|').Select(Enum.Parse<EventType>).ToArray(), StringComparer.Ordinal);

    /// <summary>The names of days and months: "a call on Friday" is no call on a matter.</summary>
    public static FrozenSet<string> Days { get; } =
        EmbeddedTable
            .Rows("codebook/time/words.csv")
            .Where(row => row[1] is "weekday" or "weekday-short" or "month" or "month-short")
            .Select(row => row[0])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Classes = EmbeddedTable
        .Rows("codebook/events/word-classes.csv")
        .GroupBy(row => row[1], StringComparer.Ordinal)
        .ToFrozenDictionary(
            rows => rows.Key,
            rows => rows.Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    /// <summary>Whether a word, in its dictionary form, is of a class of <c>word-classes.csv</c>, such as the verbs of requital ("vowed to retaliate").</summary>
    public static bool IsOf(string wordClass, string lemma) => Classes[wordClass].Contains(lemma);

    /// <summary>The words of a class.</summary>
    public static FrozenSet<string> ClassOf(string wordClass) => Classes[wordClass];

    /// <summary>What a word makes of what it embeds or modifies, by part of speech and dictionary form ("verb:refuse").</summary>
    public static FrozenDictionary<string, EntryStatus> VerbStatus { get; } = ReadStatus("verb");

    /// <summary>The same for nouns with a clause ("concerns that").</summary>
    public static FrozenDictionary<string, EntryStatus> NounStatus { get; } = ReadStatus("noun");

    /// <summary>The same for adjectives before a nominal event ("alleged").</summary>
    public static FrozenDictionary<string, EntryStatus> AdjectiveStatus { get; } = ReadStatus("adjective");

    /// <summary>The same for adverbs and negations.</summary>
    public static FrozenDictionary<string, EntryStatus> AdverbStatus { get; } = ReadStatus("adverb");

    private static readonly FrozenDictionary<EventType, string[][]> Usual = EmbeddedTable
        .Rows("codebook/events/recipient-places.csv")
        .ToFrozenDictionary(row => Enum.Parse<EventType>(row[0]), row => Places(row[1]));

    /// <summary>Where those stand to whom something of this type is usually done, whatever the word that tells it; null where no place is usual.</summary>
    public static string[][]? UsualPlaces(EventType type) => Usual.GetValueOrDefault(type);

    private static readonly FrozenDictionary<string, double> Scores = EmbeddedTable
        .Rows("codebook/events/scores.csv")
        .ToFrozenDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Quads = EmbeddedTable
        .Rows("codebook/events/quad.csv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>The Goldstein-style score of a CAMEO code, or null.</summary>
    public static double? Score(string cameo) => Scores.TryGetValue(cameo, out var score) ? score : null;

    /// <summary>The quad class of a type.</summary>
    public static string Quad(EventType type) => Quads[type.ToString()];

    private static FrozenDictionary<string, Frame[]> ReadFrames(string table, string actors, string recipients) =>
        EmbeddedTable
            .Rows($"codebook/events/{table}.csv")
            .Select(row => Read(table, row, actors, recipients))
            .GroupBy(frame => frame.Lemma, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderByDescending(frame => frame.Weight).ToArray(),
                StringComparer.Ordinal
            );

    private static Frame Read(string table, string[] row, string actors, string recipients)
    {
        var space = row[0].LastIndexOf(' ');
        return new Frame(
            $"codebook/{table}:{(row[0] + ' ' + row[1]).Trim()}",
            row[0][(space + 1)..],
            space < 0 ? null : row[0][..space],
            row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Enum.Parse<EventType>(row[2]),
            row[3].Length == 0 ? null : row[3],
            row[4],
            Places(row[5].Length == 0 ? actors : row[5]),
            Places(row[6].Length == 0 ? recipients : row[6]),
            row[7]
        );
    }

    private static string[][] Places(string text) =>
        [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(sum => sum.Split('+'))];

    private static FrozenDictionary<string, EntryStatus> ReadStatus(string part) =>
        EmbeddedTable
            .Rows("codebook/events/veridicality.csv")
            .Where(row => row[1] == part)
            .ToFrozenDictionary(row => row[0], row => Enum.Parse<EntryStatus>(row[2], ignoreCase: true), StringComparer.Ordinal);
}
