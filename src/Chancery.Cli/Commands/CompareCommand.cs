using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Chancery.Accounts;
using Chancery.Archive;
using Chancery.Cli.Rendering;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery compare A B…</c>: accounts of one event side by side.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "Files or folders with the accounts, one account a document, or - for the standard input; with --archive the id of an event, whose accounts are compared.",
            Arity = ArgumentArity.OneOrMore,
        };
        var archive = new Option<string?>("--archive", "-a") { Description = "An archive that holds the event and its accounts." };
        var previous = new Option<string[]>("--previous")
        {
            Description = "Earlier accounts of the series: what they raise is looked for too.",
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "How to print the comparison.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csv", "markdown", "html", "svg");
        var all = new Option<bool>("--all") { Description = "Show every row in a table for people, aligned propositions too." };
        var command = new Command("compare", "Set accounts of one event side by side: what each says, what each leaves out.")
        {
            paths,
            archive,
            previous,
            format,
            all,
        };
        command.SetAction(parsed =>
            parsed.GetValue(archive) is { } place
                ? ArchiveOption.Guard(() =>
                {
                    using var reader = ArchiveReader.Open(place);
                    return
                        AccountsInArchive.Of(reader, parsed.GetValue(paths)!) is { } found
                        && TellingDoor.Read(new Clerk(ReaderChoice.Open()), parsed.GetValue(previous) ?? []) is { } earlier
                        ? Print(
                            found.Tellings,
                            earlier,
                            found.Rulings,
                            parsed.GetValue(format)!,
                            parsed.GetValue(all),
                            parsed.GetValue(paths)!
                        )
                        : ExitCode.BadInput;
                })
                : Run(parsed.GetValue(paths)!, parsed.GetValue(previous) ?? [], parsed.GetValue(format)!, parsed.GetValue(all))
        );
        return command;
    }

    private static int Run(string[] paths, string[] previous, string format, bool all)
    {
        var clerk = new Clerk(ReaderChoice.Open());
        if (TellingDoor.Read(clerk, paths) is not { } tellings || TellingDoor.Read(clerk, previous) is not { } earlier)
            return ExitCode.BadInput;
        return Print(tellings, earlier, [], format, all, paths);
    }

    private static int Print(
        ImmutableArray<Telling> tellings,
        ImmutableArray<Telling> earlier,
        ImmutableArray<OccurrenceRuling> rulings,
        string format,
        bool all,
        string[] named
    )
    {
        var comparison =
            tellings.Length > 1 ? Comparer.Compare(tellings, earlier, rulings)
            : tellings is [var report] ? ReportedComparison.Of(report)
            : null;
        if (comparison is null)
        {
            var problem = new Problem(
                "CH1301",
                "A comparison takes two accounts or more, or a report that gives the words of two sides.",
                string.Join(' ', named),
                "Name at least two documents."
            );
            Console.Error.WriteLine($"error {problem}");
            return ExitCode.BadInput;
        }

        // What one report gives of the sides stands in columns of their own; all quote the one text.
        var documents = comparison.Accounts.Select(account =>
        {
            var text = tellings
                .First(telling => account.Document == telling.Id || account.Document.StartsWith(telling.Id + "#", StringComparison.Ordinal))
                .Text;
            return text.Document with { Id = account.Document };
        });
        var sheet = new ComparisonSheet(comparison, [.. documents], all);
        using var output = Console.OpenStandardOutput();
        output.Write(
            Encoding.UTF8.GetBytes(
                format switch
                {
                    "json" => ComparisonJson.Write(sheet),
                    "csv" => ComparisonCsv.Write(sheet),
                    "markdown" => ComparisonMarkdown.Write(sheet),
                    "html" => ComparisonHtml.Write(sheet),
                    "svg" => ComparisonSvg.Write(sheet),
                    _ => ComparisonTable.Write(
                        sheet,
                        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 },
                        PageForm.TerminalWidth()
                    ),
                }
            )
        );
        return ExitCode.Ok;
    }
}
