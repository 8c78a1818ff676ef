using System.CommandLine;
using System.Globalization;
using Chancery.Archive;
using Chancery.Cli.Rendering;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery timeline A B</c>: what passed between two states, in lanes, with gaps and anniversaries.</summary>
internal static class TimelineCommand
{
    public static Command Create()
    {
        var archive = ArchiveOption.Create();
        Argument<string> one = ArchiveOption.State("A"),
            other = ArchiveOption.State("B");
        Option<DateOnly?> since = ArchiveOption.Day("--since", "Nothing that begins before this day."),
            until = ArchiveOption.Day("--until", "Nothing that begins after this day.");
        var lane = new Option<string?>("--lane") { Description = "One lane alone." };
        lane.AcceptOnlyFromAmong([.. Contact.Lanes]);
        var limit = new Option<int>("--limit") { Description = "At most so many lines.", DefaultValueFactory = _ => 10_000 };
        var plot = new Option<string?>("--plot") { Description = "A file to draw the lanes into, SVG or PNG by its name." };
        var rule = ArchiveOption.Rule();
        var asOf = ArchiveOption.AsOf();
        var format = ArchiveOption.Format();
        var command = new Command("timeline", "What passed between two states: calls, visits, meetings, agreements, statements, measures.")
        {
            one,
            other,
            archive,
            since,
            until,
            lane,
            limit,
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
                var (all, by) = DyadReading.Contacts(
                    reader,
                    a,
                    b,
                    parsed.GetValue(since),
                    parsed.GetValue(until),
                    parsed.GetValue(limit),
                    parsed.GetValue(rule)
                );
                var contacts = all.Where(contact => parsed.GetValue(lane) is not { } only || contact.Lane == only).ToArray();
                if (parsed.GetValue(plot) is { } file)
                    LanePlot.Of(a, b, contacts).Save(file);
                if (parsed.GetValue(format) is not { } form || form == "text")
                    Page(a, b, contacts, by);
                else
                    new Listing(
                        [
                            "start",
                            "end",
                            "lane",
                            "kind",
                            "type",
                            "mode",
                            "status",
                            "from",
                            "to",
                            "both",
                            "quad",
                            "score",
                            "mentions",
                            "documents",
                            "words",
                            "entry",
                            "document",
                        ],
                        contacts.Select(contact =>
                            (object?[])
                                [
                                    contact.Start,
                                    contact.End,
                                    contact.Lane,
                                    contact.Kind,
                                    contact.Type,
                                    contact.Mode,
                                    contact.Status,
                                    contact.From,
                                    contact.To,
                                    contact.Both ? "yes" : "no",
                                    contact.Quad,
                                    contact.Score,
                                    contact.Mentions,
                                    contact.Documents,
                                    contact.Words,
                                    contact.Entry,
                                    contact.Document,
                                ]
                        )
                    ).Print(form);
                return ExitCode.Ok;
            })
        );
        return command;
    }

    private static void Page(string one, string other, Contact[] contacts, string rule)
    {
        var sheet = new Sheet(PageForm.IsPlain, PageForm.TerminalWidth());
        int? year = null;
        for (var i = 0; i < contacts.Length; i++)
        {
            var contact = contacts[i];
            var day = contact.Start ?? contact.End;
            if (i == 0 || day?.Year != year)
                sheet.Line(0, (day is { } start ? start.Year.ToString(CultureInfo.InvariantCulture) : "Undated", "1;4"));
            year = day?.Year;
            sheet.Line(
                2,
                (Days(contact), "36"),
                (contact.Lane, "1"),
                ("·", "2"),
                (contact.Both ? $"{contact.From} and {contact.To}" : $"{contact.From} → {contact.To}", ""),
                ("·", "2"),
                (contact.Mode is { } mode ? $"{contact.Type} ({mode})" : contact.Type ?? contact.Kind, ""),
                (contact.Status == "occurred" ? "" : "· " + contact.Status, "33"),
                (contact.Mentions > 1 ? $"· {contact.Mentions} mentions" : "", "2"),
                ("· " + contact.Entry, "2")
            );
            if (contact.Words is { Length: > 0 } words)
                sheet.Line(6, ($"“{words}”", "2"));
        }

        if (contacts.Length == 0)
            sheet.Line(0, ("Nothing that passed between them is held.", ""));
        var course = Course.Of(one, other, contacts);
        if (course.Gaps.Count > 0)
            sheet.Line(0, ("Longest gaps between dated contacts", "1"));
        foreach (var gap in course.Gaps)
            sheet.Line(2, ($"{gap.After:yyyy-MM-dd} to {gap.Before:yyyy-MM-dd}:", ""), ($"{gap.Days} days", "36"));
        if (course.Anniversaries.Count > 0)
            sheet.Line(0, ("Round anniversaries within it", "1"));
        foreach (var (day, years, of) in course.Anniversaries)
            sheet.Line(2, ($"{day:yyyy-MM-dd}:", ""), ($"{years} years", "36"), (of, ""));
        sheet.Line(
            0,
            (
                rule == DyadReading.Coarse
                    ? $"Mentions of one kind, type, mode, status and days are one line (rule {rule})."
                    : $"Each thing is one line, however many mentions tell of it (rule {rule}).",
                "2"
            )
        );
        Console.Out.Write(sheet.ToString());
    }

    private static string Days(Contact contact) =>
        (contact.Start, contact.End) switch
        {
            (null, null) => "undated",
            ({ } start, { } end) when start == end => $"{start:yyyy-MM-dd}",
            ({ } start, { } end) => $"{start:yyyy-MM-dd} to {end:yyyy-MM-dd}",
            ({ } start, null) => $"from {start:yyyy-MM-dd}",
            (null, { } end) => $"until {end:yyyy-MM-dd}",
        };
}
