using Chancery.Record;

namespace Chancery.Cli.Explaining;

/// <summary>Finds the row of a table that a record's rule names, so that a reader can look it up and change it.</summary>
internal static class RuleRow
{
    /// <summary>The row's file, an example of it and its source, in words; null where the rule names no row of a table.</summary>
    public static string? Of(string rule)
    {
        if (rule.StartsWith("codebook/verbs:", StringComparison.Ordinal))
            return Frame("codebook/events/verbs.csv", rule[15..], 1);
        if (rule.StartsWith("codebook/nouns:", StringComparison.Ordinal))
            return Frame("codebook/events/nouns.csv", rule[15..], 1);
        if (rule.StartsWith("codebook/facts:", StringComparison.Ordinal))
            return Frame("codebook/facts/frames.csv", rule[15..], 2);
        if (rule.StartsWith("attribution/stance:", StringComparison.Ordinal))
            return First("codebook/attribution/stances.csv", rule[19..]);
        return rule.StartsWith("attribution/", StringComparison.Ordinal)
            ? First("codebook/attribution/cues.csv", rule[12..].Replace('-', ' '))
            : null;
    }

    /// <summary>The row whose first cell is the key; null where the table has none.</summary>
    public static string? First(string table, string key) =>
        Rows(table).FirstOrDefault(row => row[0] == key) is { } found ? $"{table}, row \"{key}\"; source: {found[^1]}" : null;

    private static string? Frame(string table, string key, int frame) =>
        Rows(table).FirstOrDefault(row => $"{row[0]} {row[frame]}".Trim() == key.Trim()) is { } found
            ? $"{table}, row \"{key.Trim()}\", such as \"{found[^2]}\"; source: {found[^1]}"
            : null;

    private static IEnumerable<string[]> Rows(string table)
    {
        try
        {
            return [.. EmbeddedTable.Rows(table)];
        }
        catch (InvalidOperationException)
        {
            // The record may come from another generation, whose tables this one does not carry.
            return [];
        }
    }
}
