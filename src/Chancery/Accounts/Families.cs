using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Words that may tell of one happening though their types differ: who "bombed" a site is said to have carried out an "attack", and what two
/// ministers "signed" is "the deal". From <c>codebook/accounts/families.csv</c>; a word may belong to several.
/// </summary>
internal static class Families
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> ByLemma = EmbeddedTable
        .Rows("codebook/accounts/families.csv")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(row => row[1]).ToImmutableArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> NounsOnly = EmbeddedTable
        .Rows("codebook/accounts/noun-families.csv")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByMode = EmbeddedTable
        .Rows("codebook/accounts/mode-families.csv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>The family of the deeds that the codebook makes of a word, by PLOVER's mode or by its type and the word; null where it makes of it several.</summary>
    public static string? Of(EventType type, string? mode, string lemma) =>
        (mode is null ? null : ByMode.GetValueOrDefault(mode)) ?? ByMode.GetValueOrDefault($"{type}/{lemma}");

    /// <summary>The families of a word in its dictionary form; empty where it has none.</summary>
    public static ImmutableArray<string> Of(string lemma) =>
        ByLemma.GetValueOrDefault(lemma.Length > 0 && char.IsUpper(lemma[0]) ? lemma.ToLowerInvariant() : lemma, []);

    /// <summary>Whether a verb tells of a happening of its family: "signed" does, "dealt with" and "recalled that" do not.</summary>
    public static bool IsOfVerbs(string lemma) => !Of(lemma).IsEmpty && !NounsOnly.Contains(lemma);

    /// <summary>Whether two words share a family.</summary>
    public static bool Share(string left, string right)
    {
        foreach (var family in Of(left))
            if (Of(right).Contains(family))
                return true;
        return false;
    }
}
