using System.Collections.Frozen;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>The tables of <c>codebook/figures</c>.</summary>
internal static class FigureTables
{
    /// <summary>What is counted, by its form: the unit and, where the form tells it, the indicator.</summary>
    public static FrozenDictionary<string, (string Unit, string Indicator)> Units { get; } =
        EmbeddedTable
            .Rows("codebook/figures/units.csv")
            .ToFrozenDictionary(row => row[0], row => (row[1], row[2]), StringComparer.OrdinalIgnoreCase);

    /// <summary>Signs of money.</summary>
    public static FrozenDictionary<string, string> Currencies { get; } =
        EmbeddedTable
            .Rows("codebook/figures/currencies.csv")
            .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Words before a number that compare the world with it; longest first.</summary>
    public static (string Form, string Comparator)[] Comparators { get; } =
    [.. EmbeddedTable.Rows("codebook/figures/comparators.csv").Select(row => (row[0], row[1])).OrderByDescending(row => row.Item1.Length)];

    /// <summary>Words that multiply, or by themselves say at least how many.</summary>
    public static FrozenDictionary<string, (double Factor, double Low)> Scales { get; } =
        EmbeddedTable
            .Rows("codebook/figures/scales.csv")
            .ToFrozenDictionary(row => row[0], row => (Number(row[1]), Number(row[2])), StringComparer.OrdinalIgnoreCase);

    private static double Number(string field) => field.Length == 0 ? double.NaN : double.Parse(field, CultureInfo.InvariantCulture);
}
