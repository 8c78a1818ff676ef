using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// The names that sides give to one thing ("treated water", "nuclear-contaminated water"), from <c>codebook/accounts/namings.csv</c>. Which name
/// is used is a finding, and a different name is the same thing.
/// </summary>
internal static class Namings
{
    private static readonly Topics Table = new(
        EmbeddedTable
            .Rows("codebook/accounts/namings.csv")
            .Select((row, i) => new Topic($"{row[0]}#{i}", null, [.. row[1].Split('|', StringSplitOptions.TrimEntries)], row[2]))
    );

    /// <summary>The things named in a stretch of text, each with the number of its naming.</summary>
    public static ImmutableArray<(string Matter, string Naming, Span Span)> In(string text, Span range) =>
        [
            .. Table
                .Find(text, range)
                .Select(match =>
                    (match.Topic.Name[..match.Topic.Name.IndexOf('#', StringComparison.Ordinal)], match.Topic.Name, match.Span)
                ),
        ];
}
