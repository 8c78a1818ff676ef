using System.CommandLine;
using System.Globalization;
using Chancery.Archive;
using Chancery.Cli.Rendering;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery index A B</c>: each side's acts towards the other by month, cooperation and conflict apart, with the coverage.</summary>
internal static class IndexCommand
{
    private const string Scores = "codebook/events/scores.csv";

    public static Command Create()
    {
        var archive = ArchiveOption.Create();
        Argument<string> one = ArchiveOption.State("A"),
            other = ArchiveOption.State("B");
        Option<DateOnly?> since = ArchiveOption.Day("--since", "From this day's month on."),
            until = ArchiveOption.Day("--until", "Until this day's month.");
        var month = new Option<string?>("--month")
        {
            Description = "What stands behind one month (2024-02): its events, with their words.",
        };
        month.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && Month(token.Value) is null)
                result.AddError("--month takes a month such as 2024-02.");
        });
        var mentions = new Option<bool>("--mentions") { Description = "Count every mention, not one a type, mode and day." };
        var plot = new Option<string?>("--plot") { Description = "A file to draw the months into, SVG or PNG by its name." };
        var rule = ArchiveOption.Rule();
        var asOf = ArchiveOption.AsOf();
        var format = ArchiveOption.Format();
        var command = new Command("index", "The relation of two states by month: each towards the other, cooperation and conflict apart.")
        {
            one,
            other,
            archive,
            since,
            until,
            month,
            mentions,
            plot,
            rule,
            asOf,
            format,
        };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
            {
                string a = ArchiveOption.Code(parsed.GetValue(one)!)!,
                    b = ArchiveOption.Code(parsed.GetValue(other)!)!;
                using var reader = ArchiveOption.Open(parsed.GetValue(archive)!, parsed.GetValue(asOf));
                var query = new ArchiveQuery(reader);
                if (Month(parsed.GetValue(month)) is { } only)
                {
                    Behind(query.Behind(a, b, only).Concat(query.Behind(b, a, only))).Print(parsed.GetValue(format)!);
                    return ExitCode.Ok;
                }

                var counting = parsed.GetValue(mentions)
                    ? "mentions"
                    : parsed.GetValue(rule) ?? (query.DocumentsOf(a, b) > DyadReading.Most ? DyadReading.Coarse : DyadReading.Fine);
                var months =
                    counting == DyadReading.Fine
                        ? query.Index(
                            a,
                            b,
                            parsed.GetValue(since),
                            parsed.GetValue(until),
                            DyadReading.Contacts(reader, a, b, null, null, int.MaxValue, DyadReading.Fine).Contacts
                        )
                        : query.Index(a, b, parsed.GetValue(since), parsed.GetValue(until), counting == DyadReading.Coarse);
                if (parsed.GetValue(plot) is { } file)
                    IndexPlot.Of(months, counting, Scores).Save(file);
                Months(months, counting, parsed.GetValue(format)!);
                return ExitCode.Ok;
            })
        );
        return command;
    }

    private static void Months(IReadOnlyList<IndexMonth> months, string counting, string format)
    {
        if (format == "text")
        {
            new Listing(
                ["month", "direction", "cooperation", "score", "conflict", "score", "documents"],
                months.Select(month =>
                    (object?[])
                        [
                            Written(month),
                            $"{month.From} → {month.To}",
                            month.Cooperation,
                            month.CooperationScore,
                            month.Conflict,
                            month.ConflictScore,
                            month.IsWatched ? month.Documents : "not watched",
                        ]
                )
            ).Print(format);
            Console.Out.WriteLine(
                $"Counted by {counting}; scores from {Scores}. A month that is not watched has no document in the archive: its zeros say nothing."
            );
            return;
        }

        new Listing(
            [
                "month",
                "from",
                "to",
                "cooperation",
                "conflict",
                "events",
                "cooperation_score",
                "conflict_score",
                "documents",
                "coverage",
                "counting",
                "score_table",
            ],
            months.Select(month =>
                (object?[])
                    [
                        Written(month),
                        month.From,
                        month.To,
                        month.Cooperation,
                        month.Conflict,
                        month.Events,
                        month.CooperationScore,
                        month.ConflictScore,
                        month.Documents,
                        month.IsWatched ? "read" : "not watched",
                        counting,
                        Scores,
                    ]
            )
        ).Print(format);
    }

    private static string Written(IndexMonth month) => month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static Listing Behind(IEnumerable<DyadEntry> entries) =>
        new(
            ["date", "from", "to", "type", "mode", "quad", "score", "status", "words", "id", "document"],
            entries.Select(entry =>
                (object?[])
                    [
                        entry.Start,
                        entry.From,
                        entry.To,
                        entry.Type,
                        entry.Mode,
                        entry.Quad,
                        entry.Score,
                        entry.Status,
                        entry.Words,
                        entry.Id,
                        entry.DocumentId,
                    ]
            )
        )
        {
            Unseen = ["document"],
        };

    private static DateOnly? Month(string? written) =>
        DateOnly.TryParseExact(written + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
