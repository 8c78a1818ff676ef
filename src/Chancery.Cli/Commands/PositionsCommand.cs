using System.CommandLine;
using System.Globalization;
using System.Text;
using Chancery.Accounts;
using Chancery.Cli.Rendering;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery positions PATH…</c>: who stood where on what, over time, and what changed.</summary>
internal static class PositionsCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders, or - for the standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var actor = new Option<string?>("--actor") { Description = "Only the positions of this holder, by name, or by part of it." };
        var topic = new Option<string?>("--topic") { Description = "Only positions on this issue, by name, or by part of it." };
        var changes = new Option<bool>("--changes") { Description = "Only what changes or contradicts an earlier position." };
        var format = new Option<string>("--format", "-f") { Description = "How to print the ledger.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "csv", "jsonl");
        var command = new Command("positions", "Keep the ledger of positions over time: first mention, change, contradiction.")
        {
            paths,
            actor,
            topic,
            changes,
            format,
        };
        command.SetAction(parsed =>
        {
            var clerk = new Clerk(ReaderChoice.Open());
            if (TellingDoor.Read(clerk, parsed.GetValue(paths)!) is not { } tellings)
                return ExitCode.BadInput;
            var texts = tellings.ToDictionary(telling => telling.Id, StringComparer.Ordinal);
            var ledger = PositionLedger
                .Of(tellings)
                .Where(entry => Holds(entry.Holder.Name, parsed.GetValue(actor)) && Holds(entry.Issue, parsed.GetValue(topic)))
                .Where(entry => !parsed.GetValue(changes) || entry.Change is PositionChange.Changes or PositionChange.Contradicts);
            using var output = Console.OpenStandardOutput();
            output.Write(Encoding.UTF8.GetBytes(Print(ledger, texts, parsed.GetValue(format)!)));
            return ExitCode.Ok;
        });
        return command;
    }

    private static bool Holds(string name, string? part) => part is null || name.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Print(IEnumerable<LedgerEntry> ledger, Dictionary<string, Telling> texts, string format)
    {
        var page = new StringBuilder(format == "csv" ? "holder,issue,stance,object,day,change,against,document,start,end,quote\n" : "");
        var sheet = new Sheet(
            Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 },
            PageForm.TerminalWidth()
        );
        var heading = "";
        foreach (var entry in ledger)
        {
            var words = texts[entry.Document].Words;
            var points = new CodePoints(words);
            var day = entry.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var quote = entry.Span.In(words).ToString();
            switch (format)
            {
                case "csv":
                    string[] cells =
                    [
                        entry.Holder.Id,
                        entry.Issue,
                        entry.Stance,
                        entry.Object ?? "",
                        day ?? "",
                        EntryJson.Published(entry.Change),
                        entry.Against ?? "",
                        entry.Document,
                        $"{points.At(entry.Span.Start)}",
                        $"{points.At(entry.Span.End)}",
                        quote,
                    ];
                    page.AppendJoin(',', cells.Select(CsvForm.Cell)).Append('\n');
                    break;
                case "jsonl":
                    page.Append(
                        LineJson.Write(json =>
                        {
                            json.WriteString("holder", entry.Holder.Id);
                            json.WriteString("name", entry.Holder.Name);
                            json.WriteString("issue", entry.Issue);
                            json.WriteString("stance", entry.Stance);
                            json.WriteString("object", entry.Object);
                            json.WriteString("day", day);
                            json.WriteString("change", EntryJson.Published(entry.Change));
                            json.WriteString("against", entry.Against);
                            json.WriteString("document", entry.Document);
                            LineJson.Span(json, entry.Span, words, points);
                        })
                    );
                    break;
                default:
                    if (heading != $"{entry.Holder.Name}: {entry.Issue}")
                        sheet.Line(0, (heading = $"{entry.Holder.Name}: {entry.Issue}", "1"));
                    sheet.Line(
                        2,
                        (day ?? "undated", ""),
                        (entry.Stance, "36"),
                        ($"“{Short(entry.Object ?? quote)}”", ""),
                        (
                            entry.Change is PositionChange.Repeats ? "" : $"({EntryJson.Published(entry.Change)})",
                            entry.Change == PositionChange.Contradicts ? "31" : "2"
                        )
                    );
                    break;
            }
        }

        return page.Append(sheet).ToString();
    }

    private static string Short(string words) => words.Length > 160 ? words[..160] + " …" : words;
}
