using System.Collections.Immutable;
using System.Globalization;
using Chancery.Accounts;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>A comparison made ready for people: headings, the rows to show, and every cell in words.</summary>
internal sealed class ComparisonSheet(Comparison comparison, ImmutableArray<Document> documents, bool all)
{
    private const int LongestQuote = 150;

    public Comparison Comparison => comparison;

    public ImmutableArray<Document> Documents => documents;

    /// <summary>
    /// The rows that a person sees: topics and what is contested; with all, every aligned proposition too. Topics that the same words raise are one row.
    /// </summary>
    public IEnumerable<ComparisonRow> Rows
    {
        get
        {
            var rows = new List<ComparisonRow>();
            foreach (
                var row in comparison.Rows.Where(row =>
                    all
                    || row.Proposition is null
                    || row.Relation == RowRelation.Contradicting
                    || (row.Topic == "other" && Sides(row) is { Raising: > 0 } sides && sides.Raising < sides.All)
                )
            )
            {
                if (
                    row.Proposition is null
                    && row.Relation != RowRelation.Contradicting
                    && comparison.Rows.Any(other =>
                        other.Relation == RowRelation.Contradicting
                        && other.Topic == row.Topic
                        && (SameWords(other, row, overlapping: true) || AreRaisedAlike(other, row))
                    )
                )
                    continue;
                var same = row.Proposition is null
                    ? rows.FindIndex(other =>
                        other.Proposition is null && other.Relation == row.Relation && SameWords(other, row, overlapping: false)
                    )
                    : -1;
                if (same < 0)
                    rows.Add(row);
                else
                    rows[same] = rows[same] with { Topic = rows[same].Topic + "; " + row.Topic };
            }

            return rows.Select(row => row.About is { } named && row.Topic == "other" ? row with { Topic = named } : row);
        }
    }

    /// <summary>What the rows come to, in one line.</summary>
    public string Tally
    {
        get
        {
            var rows = Rows.ToList();
            (int Count, string Words)[] parts =
            [
                (rows.Count(row => row.Relation == RowRelation.Contradicting), "contradicting"),
                (rows.Count(row => Sides(row) is { Raising: var r, All: var n } && r > 0 && r < n), "not raised by every side"),
                (
                    rows.Count(row => row.Relation != RowRelation.Contradicting && Sides(row) is { Raising: var r, All: var n } && r == n),
                    "raised by all sides"
                ),
                (rows.Count(row => Sides(row).Raising == 0), "raised by no side"),
            ];
            return string.Join(
                " · ",
                parts
                    .Where(part => part.Count > 0)
                    .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Words}"))
            );
        }
    }

    // A topic that the same accounts raise as contradict one another on it adds no line of its own.
    private static bool AreRaisedAlike(ComparisonRow contested, ComparisonRow topic) =>
        topic.Cells.Zip(contested.Cells).All(pair => pair.First.Raises == pair.Second.Raises) && topic.Topic != "other";

    // Whether two rows show a reader the same: one state and quotation in every cell, or quotations that overlap.
    private static bool SameWords(ComparisonRow left, ComparisonRow right, bool overlapping)
    {
        if (ReferenceEquals(left, right))
            return false;
        for (var i = 0; i < left.Cells.Length; i++)
        {
            var (one, other) = (left.Cells[i], right.Cells[i]);
            if (
                overlapping
                    ? one.Raises != other.Raises || (one.Raises && !one.Spans[0].Overlaps(other.Spans[0]))
                    : one.State != other.State || one.Quote != other.Quote
            )
                return false;
        }

        return true;
    }

    // The accounts of those who took part; where there are fewer than two, all.
    private (int Raising, int All, List<string> Names) Sides(ComparisonRow row)
    {
        var own = Enumerable.Range(0, row.Cells.Length).Where(i => comparison.Accounts[i].Kind != TextKind.News).ToList();
        if (own.Count < 2)
            own = [.. Enumerable.Range(0, row.Cells.Length)];
        var raising = own.Where(i => row.Cells[i].Raises).ToList();
        return (raising.Count, own.Count, [.. raising.Select(i => comparison.Accounts[i].By)]);
    }

    /// <summary>The heading of a column.</summary>
    public static string Heading(ComparedAccount account) => account.By;

    /// <summary>What stands below a heading: kind, day, length, initiator, language.</summary>
    public static string Particulars(ComparedAccount account)
    {
        var parts = new List<string>();
        parts.Add(
            account.Cited.IsEmpty ? EntryJson.Published(account.Kind).Replace('-', ' ') : $"as cited: {string.Join(", ", account.Cited)}"
        );
        if (account.Published is { } day)
            parts.Add(day.ToString("d MMM yyyy", CultureInfo.InvariantCulture));
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{account.Words} words"));
        parts.Add(account.Language);
        if (account.Initiator is { } initiator)
            parts.Add($"begun by {initiator}");
        return string.Join(" · ", parts);
    }

    /// <summary>How the sides stand on a row, in words: who raises it alone, or that all or none do.</summary>
    public string Standing(ComparisonRow row)
    {
        var (raising, of, names) = Sides(row);
        if (row.Relation == RowRelation.Contradicting)
            return row.Why.Length > 0 ? $"contradicting: {row.Why}" : "contradicting";
        if (row.Relation == RowRelation.DifferentWords)
            return "in other words";
        if (raising == 0)
            return row.Cells.Any(cell => cell.Raises) ? "no side, the report" : "no side";
        if (raising == of)
            return of == 2 ? "both sides" : "all sides";
        return raising == 1 ? $"only {names[0]}" : string.Create(CultureInfo.InvariantCulture, $"{raising} of {of}");
    }

    /// <summary>What is said of silences, and whether it holds, one line each.</summary>
    public IEnumerable<string> Claims =>
        comparison
            .Claims.Where(claim => claim.Holds is not null)
            .Select(claim =>
            {
                var by = comparison.Accounts.First(account => account.Document == claim.Document).By;
                var said =
                    claim.State == SilenceState.SaysNotDiscussed
                        ? $"{by} says that by the account of {claim.By} {claim.Topic} was not discussed"
                        : $"{by} says that {claim.By} leaves out {claim.Topic}";
                return claim.Holds == true ? $"{said}: the account bears it out." : $"{said}: the account raises it.";
            });

    /// <summary>A cell in words: the quotation in marks, or the silence by its name.</summary>
    public static string Words(ComparisonCell cell)
    {
        var quote = cell.Quote is { } words ? $"“{Short(Near(words, cell).Trim().Trim('"', '“', '”'))}”" : "";
        return cell.State switch
        {
            SilenceState.Mentions => quote,
            SilenceState.MentionsDifferently => quote,
            SilenceState.Denies => $"denies: {quote}",
            SilenceState.SaysNotDiscussed => $"says not discussed: {quote}",
            SilenceState.DeclinesComment => $"declines comment: {quote}",
            SilenceState.NoAccount => "no account",
            SilenceState.Unavailable => "not told",
            SilenceState.NotChecked => "not checked",
            _ => quote.Length > 0 ? $"silent, the report says: {quote}" : "silent",
        };
    }

    // Of a long sentence the stretch with the words that raise the topic.
    private static string Near(string quote, ComparisonCell cell)
    {
        if (quote.Length <= LongestQuote || cell.Spans.Length < 2 || !cell.Spans[0].Contains(cell.Spans[1]))
            return quote;
        var (at, end) = (cell.Spans[1].Start - cell.Spans[0].Start, cell.Spans[1].End - cell.Spans[0].Start);
        if (end < LongestQuote - 10 || end > quote.Length)
            return quote;
        var from = quote.IndexOf(' ', Math.Max(0, Math.Min(at - (LongestQuote / 2), quote.Length - LongestQuote)));
        return from < LongestQuote / 5 || from > at ? quote : "… " + quote[(from + 1)..];
    }

    private static string Short(string quote)
    {
        var flat = string.Join(' ', quote.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        if (flat.Length <= LongestQuote)
            return flat;
        var cut = flat.LastIndexOf(' ', LongestQuote);
        return flat[..(cut > 0 ? cut : LongestQuote)] + " …";
    }
}
