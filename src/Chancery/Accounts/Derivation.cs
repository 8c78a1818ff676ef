using System.Collections.Frozen;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Words of one root, by the endings of <c>codebook/accounts/endings.csv</c>: board and boarding, confiscate and confiscation, accuse and accusation.</summary>
internal static class Derivation
{
    private const int Root = 5,
        WholeRoot = 4;

    private static readonly FrozenSet<string> Endings = EmbeddedTable
        .Rows("codebook/accounts/endings.csv")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByEnding = Endings.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Whether two different words are of one root. Of a root of four letters one of the two must be the root itself.</summary>
    public static bool Share(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common < WholeRoot || common == left.Length && common == right.Length)
            return false;
        if (common < Root && common != left.Length && common != right.Length)
            return false;
        return ByEnding.Contains(left.AsSpan(common)) && ByEnding.Contains(right.AsSpan(common));
    }
}
