using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Sets side by side what one report gives as the words of each side. The accounts themselves are not at hand: what the report does not give of a
/// side is <see cref="SilenceState.Unavailable"/>, and a silence only what the report itself says of it.
/// </summary>
public static class ReportedComparison
{
    private const double Denied = .95,
        Told = .6;

    /// <summary>The comparison; null where the report gives the words of fewer than two sides.</summary>
    public static Comparison? Of(Telling report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var accounts = ReportedAccounts.Of(report);
        if (accounts.IsEmpty)
            return null;
        var occurrence = Comparer.Main(Occurrences.Of([report]));
        var compared = Comparer.Compare([.. accounts.Select(account => account.Telling)], []);
        var silences = report.Entries.OfType<Silence>().Where(silence => silence.Basis == SilenceBasis.Stated).ToList();
        var rows = compared
            .Rows.Select(row => Placed(row with { Cells = [.. row.Cells.Select((cell, i) => Cell(row, cell, accounts[i], silences))] }))
            .ToList();
        rows.AddRange(Unraised(rows, accounts, silences));
        return compared with
        {
            Event = occurrence?.Id,
            Subject = Comparer.Subject(occurrence) is { Length: > 0 } subject ? subject : report.Head.Title ?? "",
            Accounts = [.. compared.Accounts.Zip(accounts, (column, account) => Column(column, account, report))],
            Rows =
            [
                .. rows.OrderByDescending(row => row.Divergence)
                    .ThenBy(row => row.Topic, StringComparer.Ordinal)
                    .ThenBy(row => row.Proposition, StringComparer.Ordinal),
            ],
        };
    }

    private static ComparedAccount Column(ComparedAccount column, ReportedAccount account, Telling report) =>
        column with
        {
            By = account.By.Name,
            Kind = TextKind.News,
            Published = report.Head.Published ?? report.Head.Date.Start,
            Words = account.Words,
            Cited = account.Cited,
        };

    private static ComparisonCell Cell(ComparisonRow row, ComparisonCell cell, ReportedAccount account, List<Silence> silences)
    {
        // What the report says of the account goes before what others of the side are quoted with.
        if (
            row.Proposition is null
            && silences.FirstOrDefault(silence =>
                IsOf(silence, account) && (silence.Topic == row.Topic || cell.State == SilenceState.Silent && IsOn(silence, row.Topic))
            )
                is { } said
        )
            return Stated(cell.Document, said, account);
        return cell.State == SilenceState.Silent ? Missing(cell.Document, cell.Checked?.Terms ?? []) : cell;
    }

    // What one side tells of and the other is said to leave out stands high; what the other says was not spoken of stands against it.
    private static ComparisonRow Placed(ComparisonRow row)
    {
        if (!row.Cells.Any(cell => cell.Raises) || row.Relation == RowRelation.Contradicting)
            return row;
        if (row.Cells.Any(cell => cell.State == SilenceState.SaysNotDiscussed))
            return row with { Relation = RowRelation.Contradicting, Divergence = Denied, Why = "one side says that it was not spoken of" };
        return row.Cells.Any(cell => cell is { State: SilenceState.Silent, Spans.Length: > 0 })
            ? row with
            {
                Divergence = Math.Max(row.Divergence, Told),
            }
            : row;
    }

    // What the report says is left out, and gives in nobody's words.
    private static IEnumerable<ComparisonRow> Unraised(
        List<ComparisonRow> rows,
        ImmutableArray<ReportedAccount> accounts,
        List<Silence> silences
    ) =>
        silences
            .Where(silence => accounts.Any(account => IsOf(silence, account)))
            .Where(silence => !rows.Any(row => row.Cells.Any(cell => !cell.Raises && cell.Spans.Any(silence.Spans[0].Contains))))
            .Select(silence => silence.Topic)
            .Distinct(StringComparer.Ordinal)
            .ToList()
            .Select(topic => new ComparisonRow(
                topic,
                null,
                RowRelation.Neither,
                Told,
                [
                    .. accounts.Select(account =>
                        silences.FirstOrDefault(silence => silence.Topic == topic && IsOf(silence, account)) is { } said
                            ? Stated(account.Telling.Id, said, account)
                            : Missing(account.Telling.Id, [topic])
                    ),
                ],
                ""
            ));

    private static ComparisonCell Stated(string document, Silence said, ReportedAccount account) =>
        new(document, said.State, said.Spans[0].In(account.Telling.Words).ToString(), [said.Spans[0]], said.Checked);

    private static ComparisonCell Missing(string document, ImmutableArray<string> terms) =>
        new(
            document,
            SilenceState.Unavailable,
            null,
            [],
            new Check(terms, "nothing in what the report gives of this side; its own account is not at hand")
        );

    private static bool IsOf(Silence silence, ReportedAccount account) => silence.By.Any(by => ReportedVoices.Side(by) == account.Side);

    private static bool IsOn(Silence silence, string topic) =>
        Topics.Standard.Named(silence.Topic) is { } left
        && Topics.Standard.Named(topic) is { } raised
        && Topics.Standard.IsWithin(raised, left);
}
