using Chancery.Accounts;
using Chancery.Record;
using Spectre.Console;

namespace Chancery.Cli.Rendering;

/// <summary>A comparison as a table on a terminal, by Spectre.Console. Texts are escaped: they hold no markup and no control characters.</summary>
internal static class ComparisonTable
{
    public static string Write(ComparisonSheet sheet, bool plain, int width)
    {
        var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = plain ? AnsiSupport.No : AnsiSupport.Yes,
                ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
                Out = new AnsiConsoleOutput(output),
                Interactive = InteractionSupport.No,
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        if (sheet.Comparison.Subject.Length > 0)
            console.MarkupLine($"[bold]{Safe(sheet.Comparison.Subject)}[/]\n{Safe(sheet.Tally)}");
        var table = new Table { Border = TableBorder.Square, ShowRowSeparators = true };
        table.AddColumn(new TableColumn(""));
        foreach (var account in sheet.Comparison.Accounts)
            table.AddColumn(
                new TableColumn(
                    new Markup($"[bold]{Safe(ComparisonSheet.Heading(account))}[/]\n[dim]{Safe(ComparisonSheet.Particulars(account))}[/]")
                )
            );
        foreach (var row in sheet.Rows)
            table.AddRow([
                new Markup($"[bold]{Safe(row.Topic)}[/]\n[dim]{Safe(sheet.Standing(row))}[/]"),
                .. row.Cells.Select(cell => new Markup(Cell(row, cell))),
            ]);
        console.Write(table);
        foreach (var claim in sheet.Claims)
            console.MarkupLine(Safe(claim));
        return string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n') + "\n";
    }

    private static string Cell(ComparisonRow row, ComparisonCell cell)
    {
        var words = Safe(ComparisonSheet.Words(cell));
        return cell.State == SilenceState.Silent ? $"[dim]{words}[/]"
            : row.Relation == RowRelation.Contradicting ? $"[yellow]{words}[/]"
            : words;
    }

    private static string Safe(string text) => Markup.Escape(string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)));
}
