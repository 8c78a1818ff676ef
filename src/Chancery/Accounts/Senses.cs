using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// What words have in common where accounts are held against each other: who "finances" rebels is said to "support" them, and those "wounded" are
/// "harmed". From <c>codebook/accounts/senses.csv</c>; a word may have several.
/// </summary>
internal static class Senses
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> ByLemma = EmbeddedTable
        .Rows("codebook/accounts/senses.csv")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(row => row[1]).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The senses of a word in its dictionary form; empty where it has none.</summary>
    public static ImmutableArray<string> Of(string lemma) => ByLemma.GetValueOrDefault(lemma, []);

    /// <summary>Whether a word has a sense.</summary>
    public static bool Has(string lemma, string sense) => Of(lemma).Contains(sense);

    /// <summary>Whether a word has one of some senses.</summary>
    public static bool HasAny(string lemma, ReadOnlySpan<string> senses)
    {
        foreach (var sense in senses)
            if (Has(lemma, sense))
                return true;
        return false;
    }

    /// <summary>Whether two words share a sense.</summary>
    public static bool Share(string left, string right)
    {
        foreach (var sense in Of(left))
            if (Has(right, sense))
                return true;
        return false;
    }
}
