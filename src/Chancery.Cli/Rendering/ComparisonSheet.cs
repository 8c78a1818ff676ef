using System.Collections.Immutable;
using System.Globalization;
using Chancery.Accounts;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>A comparison made ready for people: headings, the rows to show, and every cell in words.</summary>
internal sealed class ComparisonSheet(Comparison comparison, ImmutableArray<Document> documents, bool all)
{
    private const int LongestQuote = 220;

    public Comparison Comparison => comparison;

    public ImmutableArray<Document> Documents => documents;

    /// <summary>The rows that a person sees: topics and what is contested; with all, every aligned proposition too.</summary>
    public IEnumerable<ComparisonRow> Rows => comparison.Rows.Where(row => all || row.Proposition is null || row.Relation == RowRelation.Contradicting || row.Topic == "other");

    /// <summary>The heading of a column.</summary>
    public static string Heading(ComparedAccount account) => account.By;

    /// <summary>What stands below a heading: kind, day, length, initiator, language.</summary>
    public static string Particulars(ComparedAccount account)
    {
        var parts = new List<string> { EntryJson.Published(account.Kind).Replace('-', ' ') };
        if (account.Published is { } day) parts.Add(day.ToString("d MMM yyyy", CultureInfo.InvariantCulture));
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{account.Words} words"));
        parts.Add(account.Language);
        if (account.Initiator is { } initiator) parts.Add($"begun by {initiator}");
        return string.Join(" · ", parts);
    }

    /// <summary>The relation of a row in words.</summary>
    public static string Standing(ComparisonRow row) => row.Relation switch
    {
        RowRelation.Contradicting => "contradicting",
        RowRelation.OnlyOne => "only one",
        RowRelation.Some => "some",
        RowRelation.Neither => "neither side",
        RowRelation.DifferentWords => "other words",
        _ => "agreed",
    };

    /// <summary>A cell in words: the quotation in marks, or the silence by its name.</summary>
    public static string Words(ComparisonCell cell)
    {
        var quote = cell.Quote is { } words ? $"“{Short(words.Trim().Trim('"', '“', '”'))}”" : "";
        return cell.State switch
        {
            SilenceState.Mentions => quote,
            SilenceState.MentionsDifferently => quote,
            SilenceState.Denies => $"denies: {quote}",
            SilenceState.SaysNotDiscussed => $"says not discussed: {quote}",
            SilenceState.DeclinesComment => $"declines comment: {quote}",
            SilenceState.NoAccount => "no account",
            SilenceState.Unavailable => "account not at hand",
            SilenceState.NotChecked => "not checked",
            _ => "— silent",
        };
    }

    private static string Short(string quote)
    {
        var flat = string.Join(' ', quote.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (flat.Length <= LongestQuote) return flat;
        var cut = flat.LastIndexOf(' ', LongestQuote);
        return flat[..(cut > 0 ? cut : LongestQuote)] + " …";
    }
}
