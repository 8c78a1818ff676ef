using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Chancery.Accounts;
using Chancery.Cli.Rendering;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery occurrences PATH…</c>: what happened, each thing once, with all that tell of it and why they were brought together.</summary>
internal static class OccurrencesCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders, or - for the standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var archive = new Option<string?>("--archive", "-a")
        {
            Description = "An archive whose documents are taken instead, with what was decided of their occurrences.",
        };
        var asOf = ArchiveOption.AsOf();
        var least = new Option<int>("--least")
        {
            Description = "In how many documents an occurrence must be told.",
            DefaultValueFactory = _ => 1,
        };
        var why = new Option<bool>("--why") { Description = "Say why mentions were brought together." };
        var format = new Option<string>("--format", "-f")
        {
            Description = "How to print the occurrences.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "csv", "jsonl");
        var command = new Command(
            "occurrences",
            "Bring the mentions of one call, visit, agreement or attack together, in one and many documents."
        )
        {
            paths,
            archive,
            asOf,
            least,
            why,
            format,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(paths) is { Length: > 0 } == result.GetValue(archive) is not null)
                result.AddError("Name files or folders, or an archive with --archive.");
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(archive) is { } place)
                return ArchiveOption.Guard(() =>
                {
                    using var reader = ArchiveOption.Open(place, parsed.GetValue(asOf));
                    var tellings = OccurrenceDecisions.Tellings(reader);
                    Print(tellings, OccurrenceDecisions.Find(reader, tellings), isNamed: true);
                    return ExitCode.Ok;
                });
            if (TellingDoor.Read(new Clerk(ReaderChoice.Open()), parsed.GetValue(paths)!) is not { } read)
                return ExitCode.BadInput;
            Print(read, Occurrences.Of(read), isNamed: false);
            return ExitCode.Ok;

            void Print(ImmutableArray<Telling> tellings, ImmutableArray<Occurrence> found, bool isNamed)
            {
                var texts = tellings.ToDictionary(telling => telling.Id, StringComparer.Ordinal);
                Write(
                    [.. found.Where(occurrence => occurrence.Documents >= parsed.GetValue(least))],
                    texts,
                    parsed.GetValue(format)!,
                    parsed.GetValue(why),
                    isNamed
                );
            }
        });
        return command;
    }

    private static void Write(List<Occurrence> occurrences, Dictionary<string, Telling> texts, string format, bool why, bool isNamed)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(
            Encoding.UTF8.GetBytes(
                format switch
                {
                    "csv" => Csv(occurrences, texts),
                    "jsonl" => string.Concat(occurrences.Select(occurrence => Line(occurrence, texts))),
                    _ => Page(occurrences, texts, why, isNamed),
                }
            )
        );
    }

    // In an archive each is shown with the name by which a decision can speak of it.
    private static string Page(List<Occurrence> occurrences, Dictionary<string, Telling> texts, bool why, bool isNamed)
    {
        var sheet = new Sheet(PageForm.IsPlain, PageForm.TerminalWidth());
        foreach (var occurrence in occurrences)
        {
            sheet.Line(
                0,
                (Days(occurrence.Date), "36"),
                (Kind(occurrence), "1"),
                (string.Join(", ", occurrence.Participants.Select(entity => entity.Name)), ""),
                (occurrence.Place is { } place ? $"· {place.Name}" : "", "2"),
                (isNamed ? $"· {occurrence.Id}" : "", "2")
            );
            foreach (var mention in occurrence.Mentions)
            {
                var telling = texts[mention.Document];
                var (before, words, after) = Excerpt.InLine(telling.Words, mention.Span);
                sheet.Line(
                    4,
                    (telling.Head.Publisher ?? telling.Head.Title ?? telling.Id, "2"),
                    ($"{before}[{words}]{after}", ""),
                    (isNamed ? $"· {mention.Event ?? OccurrenceDecisions.Place(mention, telling.Words).ToString()}" : "", "2")
                );
            }

            foreach (var kept in occurrence.KeptApart)
                sheet.Line(4, (kept, "33"));

            if (why)
                foreach (var reason in occurrence.Why)
                    sheet.Line(4, (reason, "2"));
        }

        return sheet.ToString();
    }

    private static string Csv(List<Occurrence> occurrences, Dictionary<string, Telling> texts)
    {
        var page = new StringBuilder("occurrence,type,mode,date_start,date_end,participants,place,document,event,start,end,quote\n");
        foreach (var occurrence in occurrences)
            foreach (var mention in occurrence.Mentions)
            {
                var words = texts[mention.Document].Words;
                var points = new CodePoints(words);
                string[] cells =
                [
                    occurrence.Id,
                $"{occurrence.Type}",
                occurrence.Mode ?? "",
                Day(occurrence.Date.Start) ?? "",
                Day(occurrence.Date.End) ?? "",
                string.Join('|', occurrence.Participants.Select(entity => entity.Id)),
                occurrence.Place?.Id ?? "",
                mention.Document,
                mention.Event ?? "",
                $"{points.At(mention.Span.Start)}",
                $"{points.At(mention.Span.End)}",
                mention.Span.In(words).ToString(),
            ];
                page.AppendJoin(',', cells.Select(CsvForm.Cell)).Append('\n');
            }

        return page.ToString();
    }

    private static string Line(Occurrence occurrence, Dictionary<string, Telling> texts) =>
        LineJson.Write(json =>
        {
            json.WriteString("id", occurrence.Id);
            json.WriteString("type", $"{occurrence.Type}");
            json.WriteString("mode", occurrence.Mode);
            json.WriteString("date_start", Day(occurrence.Date.Start));
            json.WriteString("date_end", Day(occurrence.Date.End));
            Strings(json, "participants", [.. occurrence.Participants.Select(entity => entity.Id)]);
            json.WriteString("place", occurrence.Place?.Id);
            json.WriteNumber("documents", occurrence.Documents);
            json.WriteStartArray("mentions");
            foreach (var mention in occurrence.Mentions)
            {
                var words = texts[mention.Document].Words;
                json.WriteStartObject();
                json.WriteString("document", mention.Document);
                json.WriteString("event", mention.Event);
                json.WriteString("place", OccurrenceDecisions.Place(mention, words).ToString());
                LineJson.Span(json, mention.Span, words, new CodePoints(words));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Strings(json, "why", occurrence.Why);
            Strings(json, "kept_apart", occurrence.KeptApart);
        });

    private static void Strings(System.Text.Json.Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Kind(Occurrence occurrence) => occurrence.Mode is { } mode ? $"{occurrence.Type} ({mode})" : $"{occurrence.Type}";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Days(DateValue date) =>
        (Day(date.Start), Day(date.End)) switch
        {
            (null, null) => "undated",
            ({ } start, { } end) when start == end => start,
            ({ } start, { } end) => $"{start} to {end}",
            ({ } start, null) => $"from {start}",
            (null, { } end) => $"until {end}",
        };
}
