using System.Collections.Frozen;
using Chancery.Record;

namespace Chancery.Reading.Segmentation;

/// <summary>Words that are written as one and read as two without a sign to tell: "cannot", "gonna", "dont". Kept as <c>codebook/reading/contractions.csv</c>.</summary>
internal sealed class Contractions
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _cuts;
    private readonly int _longest;

    private Contractions(FrozenDictionary<string, int> cuts)
    {
        _cuts = cuts.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = cuts.Keys.Max(form => form.Length);
    }

    /// <summary>The table that the engine carries.</summary>
    public static Contractions Load() =>
        new(
            EmbeddedTable
                .Rows("codebook/reading/contractions.csv")
                .ToFrozenDictionary(row => row[0] + row[1], row => row[0].Length, StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>The length of the first word of two, or 0 if the form is one word.</summary>
    public int CutOf(ReadOnlySpan<char> form) =>
        form.Length > 1 && form.Length <= _longest && _cuts.TryGetValue(form, out var cut) ? cut : 0;
}
