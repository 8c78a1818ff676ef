using System.Globalization;
using System.Text;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>The record as a page for a person: head, then who did what to whom, when, according to whom, with the words.</summary>
internal sealed class PageForm(bool plain, int width) : IRecordForm
{
    private const string Bold = "1";
    private const string Dim = "2";
    private const string Accent = "36";
    private const int LongestQuote = 280;

    public ReadOnlyMemory<byte> Opening => default;

    public ReadOnlyMemory<byte> Between => "\n"u8.ToArray();

    public ReadOnlyMemory<byte> Closing => default;

    /// <summary>Whether the standard output takes no styles: it goes to a file or pipe, or the user asked for none.</summary>
    public static bool IsPlain => Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    /// <summary>The terminal's columns, between 60 and 120; 100 where the output goes to a file.</summary>
    public static int TerminalWidth()
    {
        if (Console.IsOutputRedirected) return 100;
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
        var sheet = new Sheet(plain, width);
        Head(sheet, dossier);
        Section<Event>(sheet, dossier, "What happened", Happening);
        Section<Statement>(sheet, dossier, "What was said", Said);
        Section<Position>(sheet, dossier, "Positions", (page, d, position) =>
            Entry(page, d, position, (EntryWords.Names(position.Actors, "somebody"), Bold), ($"{position.Stance} {position.Object ?? position.Issue}", "")));
        Section<Fact>(sheet, dossier, "Facts", (page, d, fact) =>
            Entry(page, d, fact, (EntryWords.Names(fact.Subjects, "—"), Bold), (fact.Predicate, Accent), (EntryWords.Names(fact.Objects), Bold)));
        Section<Figure>(sheet, dossier, "Figures", Counted);
        Section<Account>(sheet, dossier, "Accounts", (page, d, account) =>
            Entry(page, d, account, (EntryWords.Names(account.By, "the report"), Bold), ("tells of: " + EntryWords.What(account), "")));
        Section<Silence>(sheet, dossier, "Silences", (page, d, silence) =>
            Entry(page, d, silence, (EntryWords.Names(silence.By, "—"), Bold), ($"{EntryJson.Published(silence.State)} on {silence.Topic} ({EntryJson.Published(silence.Basis)})", "")));
        Names(sheet, dossier);
        return Encoding.UTF8.GetBytes(sheet.ToString());
    }

    private static void Head(Sheet sheet, Dossier dossier)
    {
        var head = dossier.Entries.OfType<DocumentEntry>().First();
        sheet.Line(0, (string.IsNullOrWhiteSpace(head.Title) ? "(no title)" : head.Title, Bold));
        var date = head.Date.IsUnknown ? "undated" : $"{EntryWords.Days(head.Date)} ({EntryJson.Published(head.Date.Basis)})";
        var parts = new[] { head.Dateline?.Name, head.Publisher, date, EntryJson.Published(head.TextKind), dossier.Document.Origin };
        sheet.Line(0, (string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))), Dim));
        foreach (var reason in head.Date.Reasons.Take(4)) sheet.Line(2, ("dated so because: " + reason, Dim));
        sheet.Line(0, (new string('─', Math.Min(sheet.Width, 72)), Dim));
    }

    private static void Section<T>(Sheet sheet, Dossier dossier, string title, Action<Sheet, Dossier, T> write) where T : Entry
    {
        var any = false;
        foreach (var entry in dossier.Entries.OfType<T>())
        {
            if (!any) sheet.Line(0, (title, "1;4"));
            any = true;
            write(sheet, dossier, entry);
        }

        if (any) sheet.Blank();
    }

    private static void Happening(Sheet sheet, Dossier dossier, Event happening)
    {
        var what = (happening.Mode is { } mode ? $"{happening.Type} ({mode})" : happening.Type.ToString(), Accent);
        if (happening.Recipients.IsDefaultOrEmpty) Entry(sheet, dossier, happening, (EntryWords.Names(happening.Actors, "somebody"), Bold), ("→", Dim), what);
        else Entry(sheet, dossier, happening, (EntryWords.Names(happening.Actors, "somebody"), Bold), ("→", Dim), what, ("→", Dim), (EntryWords.Names(happening.Recipients), Bold));
    }

    private static void Said(Sheet sheet, Dossier dossier, Statement statement)
    {
        var to = statement.Addressees.IsDefaultOrEmpty ? "" : "to " + EntryWords.Names(statement.Addressees);
        sheet.Line(2, [(EntryWords.Names(statement.Speakers, "somebody"), Bold), (EntryWords.What(statement), Accent), (to, ""), .. Margin(statement)]);
        foreach (var content in statement.Content) Quote(sheet, dossier, content);
    }

    private static void Counted(Sheet sheet, Dossier dossier, Figure figure)
    {
        var value = (figure.Approximate ? "about " : "") + figure.Comparator + " " + figure.Value.ToString("#,0.####", CultureInfo.InvariantCulture) + " " + figure.Unit;
        Entry(sheet, dossier, figure, (figure.Indicator, Bold), (value, Accent), (figure.Role is { } role ? $"({role})" : "", ""), (EntryWords.Names(figure.Of), ""));
    }

    private static void Entry(Sheet sheet, Dossier dossier, Entry entry, params ReadOnlySpan<(string Text, string Style)> pieces)
    {
        sheet.Line(2, [.. pieces, .. Margin(entry)]);
        Quote(sheet, dossier, entry.Spans[0]);
    }

    private static IEnumerable<(string Text, string Style)> Margin(Entry entry)
    {
        var days = EntryWords.Days(EntryWords.When(entry));
        if (days.Length > 0) yield return ("· " + days, "");
        if (entry.Status != EntryStatus.Occurred && entry is Event or Figure or Fact) yield return ("· " + EntryJson.Published(entry.Status), "33");
        if (EntryWords.Chain(entry) is { Length: > 0 } chain) yield return ("· according to " + chain, Dim);
    }

    private static void Quote(Sheet sheet, Dossier dossier, Span span)
    {
        var words = span.In(dossier.Document.Text).Trim();
        var cut = words.Length > LongestQuote;
        sheet.Line(6, ($"“{words[..Math.Min(words.Length, LongestQuote)]}{(cut ? "…" : "")}”", Dim));
    }

    private static void Names(Sheet sheet, Dossier dossier)
    {
        var names = dossier.Entries.OfType<Mention>().SelectMany(mention => mention.Entities).GroupBy(entity => entity.Id, StringComparer.Ordinal)
            .Select(group => (group.First().Name, Count: group.Count(), group.Key)).OrderByDescending(name => name.Count).ThenBy(name => name.Key, StringComparer.Ordinal).Take(16);
        var line = string.Join(", ", names.Select(name => name.Count > 1 ? $"{name.Name} ×{name.Count}" : name.Name));
        if (line.Length > 0) sheet.Line(0, ("Named:", Bold), (line, ""));
        var counts = dossier.Entries.GroupBy(entry => entry.Kind).Select(group => $"{group.Count()} {group.Key}");
        sheet.Line(0, ($"{dossier.Document.Id}: {string.Join(", ", counts)}", Dim));
    }
}
