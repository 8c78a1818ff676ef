using System.Globalization;
using System.Text;
using Chancery.Record;
using Spectre.Console;

namespace Chancery.Cli.Rendering;

/// <summary>The record as a page for a person: head, then who did what to whom, when, according to whom, with the words.</summary>
internal sealed class PageForm(bool plain, int width) : IRecordForm
{
    private const int MarginWidth = 15;

    public ReadOnlyMemory<byte> Opening => default;

    public ReadOnlyMemory<byte> Between => "\n"u8.ToArray();

    public ReadOnlyMemory<byte> Closing => default;

    /// <summary>Whether the standard output takes no styles: it goes to a file or pipe, or the user asked for none.</summary>
    public static bool IsPlain => Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    /// <summary>The terminal's columns, between 60 and 120; 100 where the output goes to a file.</summary>
    public static int TerminalWidth()
    {
        if (Console.IsOutputRedirected)
            return 100;
        try
        {
            return Math.Clamp(Console.WindowWidth, 60, 120);
        }
        catch (IOException)
        {
            return 100;
        }
    }

    public ReadOnlyMemory<byte> Write(Dossier dossier)
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = plain ? AnsiSupport.No : AnsiSupport.Yes,
                ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(page),
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;

        Head(console, dossier);
        Section<Event>(console, dossier, "What happened", EntryLine.Happened);
        Section<Statement>(console, dossier, "What was said", EntryLine.Said);
        Section<Position>(console, dossier, "Positions", EntryLine.Held);
        Section<Fact>(console, dossier, "Facts", EntryLine.Stands);
        Section<Figure>(console, dossier, "Figures", EntryLine.Counted);
        Section<Account>(console, dossier, "Accounts", EntryLine.Told);
        Section<Silence>(console, dossier, "Silences", EntryLine.LeftOut);
        Foot(console, dossier);
        return Encoding.UTF8.GetBytes(plain ? Trimmed(page.ToString()) : page.ToString());
    }

    private static void Head(IAnsiConsole console, Dossier dossier)
    {
        var head = dossier.Entries.OfType<DocumentEntry>().First();
        console.Write(
            new Paragraph()
                .Append(PageText.Clean(string.IsNullOrWhiteSpace(head.Title) ? "(no title)" : head.Title), PageText.Strong)
                .Append("\n")
        );
        var date = head.Date.IsUnknown ? "undated" : $"{EntryWords.Days(head.Date)} ({EntryJson.Published(head.Date.Basis)})";
        string?[] parts = [head.Publisher, EntryJson.Published(head.TextKind), date, head.Dateline?.Name, dossier.Document.Origin];
        console.Write(
            new Text(PageText.Clean(string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)))) + "\n", PageText.Faint)
        );
        foreach (var reason in head.Date.Reasons.Take(4))
            console.Write(new Text(PageText.Clean("dated so because: " + reason) + "\n", PageText.Faint));
        console.Write(new Rule());
    }

    private static void Section<T>(IAnsiConsole console, Dossier dossier, string title, Action<EntryLine, T> write)
        where T : Entry
    {
        var grid = new Grid { Expand = true };
        grid.AddColumn(
            new GridColumn
            {
                Width = MarginWidth,
                NoWrap = false,
                Padding = new Padding(2, 0, 1, 0),
            }
        );
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        var any = false;
        foreach (var entry in dossier.Entries.OfType<T>())
        {
            if (any)
                grid.AddEmptyRow();
            any = true;
            var line = new EntryLine(dossier, entry);
            write(line, entry);
            grid.AddRow(line.Margin, line.Body);
        }

        if (!any)
            return;
        console.Write(new Text("\n" + title.ToUpperInvariant() + "\n", PageText.Heading));
        console.Write(grid);
    }

    private static void Foot(IAnsiConsole console, Dossier dossier)
    {
        var names = dossier
            .Entries.OfType<Mention>()
            .SelectMany(mention => mention.Entities)
            .GroupBy(entity => entity.Id, StringComparer.Ordinal)
            .Select(group => (group.First().Name, Count: group.Count(), group.Key))
            .OrderByDescending(name => name.Count)
            .ThenBy(name => name.Key, StringComparer.Ordinal)
            .Take(16);
        var line = string.Join(", ", names.Select(name => name.Count > 1 ? $"{name.Name} ×{name.Count}" : name.Name));
        if (line.Length > 0)
            console.Write(new Paragraph().Append("\nNAMED  ", PageText.Heading).Append(PageText.Clean(line) + "\n"));
        var counts = dossier.Entries.GroupBy(entry => entry.Kind).Select(group => Many(group.Count(), group.Key));
        console.Write(new Text($"\n{dossier.Document.Id}: {string.Join(", ", counts)}\n", PageText.Faint));
    }

    private static string Many(int count, string kind) =>
        count == 1 ? $"1 {kind}"
        : kind == "entry" ? $"{count} entries"
        : $"{count} {kind}s";

    /// <summary>A file keeps no blanks that a terminal would need to fill its columns.</summary>
    private static string Trimmed(string page) => string.Join('\n', page.Split('\n').Select(line => line.TrimEnd()));
}
