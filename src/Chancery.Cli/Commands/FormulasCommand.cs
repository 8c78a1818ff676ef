using System.CommandLine;
using System.Globalization;
using System.Text;
using Chancery.Accounts;
using Chancery.Cli.Rendering;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery formulas PATH…</c>: phrases that a speaker repeats word for word, first and last seen, and dropped.</summary>
internal static class FormulasCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders, or - for the standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var speaker = new Option<string?>("--speaker") { Description = "Only the formulas of this speaker, by name, or by part of it." };
        var least = new Option<int>("--least")
        {
            Description = "In how many texts of a speaker a phrase must stand.",
            DefaultValueFactory = _ => 2,
        };
        var dropped = new Option<bool>("--dropped") { Description = "Only formulas that the speaker's last text lacks." };
        var format = new Option<string>("--format", "-f") { Description = "How to print the formulas.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "csv", "jsonl");
        var command = new Command("formulas", "Find the exact phrases that a speaker repeats: first seen, last seen, dropped.")
        {
            paths,
            speaker,
            least,
            dropped,
            format,
        };
        command.SetAction(parsed =>
        {
            var clerk = new Clerk(ReaderChoice.Open());
            if (TellingDoor.Read(clerk, parsed.GetValue(paths)!) is not { } tellings)
                return ExitCode.BadInput;
            var texts = tellings.ToDictionary(telling => telling.Id, StringComparer.Ordinal);
            var formulas = Formulas
                .Of(tellings, parsed.GetValue(least))
                .Where(formula =>
                    parsed.GetValue(speaker) is not { } part || formula.Speaker.Name.Contains(part, StringComparison.OrdinalIgnoreCase)
                )
                .Where(formula => !parsed.GetValue(dropped) || formula.Missing > 0);
            using var output = Console.OpenStandardOutput();
            output.Write(Encoding.UTF8.GetBytes(Print(formulas, texts, parsed.GetValue(format)!)));
            return ExitCode.Ok;
        });
        return command;
    }

    private static string Print(IEnumerable<Formula> formulas, Dictionary<string, Telling> texts, string format)
    {
        var page = new StringBuilder(format == "csv" ? "speaker,words,texts_with,texts_since_first,first,last,missing_since\n" : "");
        var sheet = new Sheet(
            Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 },
            PageForm.TerminalWidth()
        );
        foreach (var formula in formulas)
        {
            string first = Day(formula.First),
                last = Day(formula.Last);
            switch (format)
            {
                case "csv":
                    string[] cells =
                    [
                        formula.Speaker.Id,
                        formula.Words,
                        $"{formula.Uses.Length}",
                        $"{formula.Texts}",
                        first,
                        last,
                        $"{formula.Missing}",
                    ];
                    page.AppendJoin(',', cells.Select(CsvForm.Cell)).Append('\n');
                    break;
                case "jsonl":
                    page.Append(
                        LineJson.Write(json =>
                        {
                            json.WriteString("speaker", formula.Speaker.Id);
                            json.WriteString("name", formula.Speaker.Name);
                            json.WriteString("words", formula.Words);
                            json.WriteNumber("texts", formula.Texts);
                            json.WriteNumber("missing", formula.Missing);
                            json.WriteStartArray("uses");
                            foreach (var use in formula.Uses)
                            {
                                json.WriteStartObject();
                                json.WriteString("document", use.Document);
                                json.WriteString("day", Day(use.Day));
                                LineJson.Span(json, use.Span, texts[use.Document].Words, new CodePoints(texts[use.Document].Words));
                                json.WriteEndObject();
                            }

                            json.WriteEndArray();
                        })
                    );
                    break;
                default:
                    sheet.Line(0, ($"“{formula.Words}”", "1"));
                    sheet.Line(
                        2,
                        (formula.Speaker.Name, ""),
                        ($"in {formula.Uses.Length} of {formula.Texts} texts", "36"),
                        ($"· first {first}, last {last}", ""),
                        (formula.Missing > 0 ? $"· not in the {formula.Missing} since" : "", "33")
                    );
                    break;
            }
        }

        return page.Append(sheet).ToString();
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated";
}
