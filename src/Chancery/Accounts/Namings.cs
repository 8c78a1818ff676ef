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
            .Select((row, i) => new Topic($"{row[0]}#{i}", null, [.. row[1].Split('|', StringSplitOptions.TrimEntries)], row[3]))
    );

    // "war" and "crisis" name the thing only in a text that speaks of the place.
    private static readonly Topics Places = new(
        EmbeddedTable
            .Rows("codebook/accounts/namings.csv")
            .Where(row => row[2].Length > 0)
            .DistinctBy(row => row[0])
            .Select(row => new Topic(row[0], null, [.. row[2].Split('|', StringSplitOptions.TrimEntries)], row[3]))
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

    /// <summary>Whether texts may speak of a thing at all: its place is named in one of them, or its names need none.</summary>
    public static bool MayTell(string matter, IEnumerable<string> texts) =>
        Places.Named(matter) is null
        || texts.Any(text => Places.Find(text, new Span(0, text.Length)).Any(match => match.Topic.Name == matter));
}
