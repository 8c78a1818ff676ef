using System.Collections.Frozen;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>One row of <c>codebook/facts/frames.csv</c>: a word, what must stand beside it, and the lasting state that it tells.</summary>
/// <param name="Lemma">The dictionary form.</param>
/// <param name="IsVerb">Whether a verb; else a noun.</param>
/// <param name="Match">The conditions, in the language of <see cref="Frame"/>.</param>
/// <param name="NeedsOrganisation">Whether the object must be an organisation ("left NATO", not "left Paris").</param>
/// <param name="Predicate">The published predicate.</param>
/// <param name="Subjects">Where the subjects stand.</param>
/// <param name="Objects">Where the objects stand; <c>noun</c> is a modifier or owner of the object.</param>
internal sealed record FactFrame(
    string Lemma,
    bool IsVerb,
    Frame Match,
    bool NeedsOrganisation,
    string Predicate,
    string[][] Subjects,
    string[][] Objects
)
{
    /// <summary>The rows by dictionary form.</summary>
    public static FrozenDictionary<string, FactFrame[]> All { get; } =
        EmbeddedTable
            .Rows("codebook/facts/frames.csv")
            .Select(Read)
            .GroupBy(frame => frame.Lemma, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static FactFrame Read(string[] row)
    {
        var conditions = row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var match = new Frame(
            $"codebook/facts:{row[0]} {row[2]}",
            row[0],
            null,
            [.. conditions.Where(c => c != "igo")],
            default,
            null,
            "",
            [],
            [],
            row[6]
        );
        return new FactFrame(row[0], row[1] == "verb", match, conditions.Contains("igo"), row[3], Places(row[4]), Places(row[5]));
    }

    private static string[][] Places(string text) =>
        [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(place => (string[])[place])];
}
