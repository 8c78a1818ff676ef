using System.CommandLine;
using System.Text;
using System.Text.Json;
using Chancery.Archive;
using Chancery.Cli.Rendering;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery search</c>: entries by words, actors, topics, dates and sources.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var archive = ArchiveOption.Create();
        var words = new Argument<string[]>("WORDS")
        {
            Description = "Words or phrases that an entry's own words contain; all must be there.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var actor = new Option<string[]>("--actor")
        {
            Description =
                "Who acts or is acted upon: the ISO code or name of a state, or the id of an entity (person/xi-jinping). All must be there.",
        };
        var topic = new Option<string?>("--topic") { Description = "A topic, context or issue." };
        var kind = new Option<string?>("--kind") { Description = "A kind of entry, such as event or statement." };
        var type = new Option<string?>("--type") { Description = "A type, such as CONSULT." };
        var status = new Option<string?>("--status") { Description = "A status, such as occurred or planned." };
        var source = new Option<string?>("--source") { Description = "A publisher, or the id of an entity in the chain of sources." };
        Option<DateOnly?> since = ArchiveOption.Day("--since", "Nothing that begins before this day."),
            until = ArchiveOption.Day("--until", "Nothing that begins after this day.");
        var limit = new Option<int>("--limit") { Description = "At most so many entries.", DefaultValueFactory = _ => 100 };
        var asOf = ArchiveOption.AsOf();
        var format = ArchiveOption.Format();
        var command = new Command("search", "Find entries by words, actors, topics, dates and sources; whatever is given must hold.")
        {
            words,
            archive,
            actor,
            topic,
            kind,
            type,
            status,
            source,
            since,
            until,
            limit,
            asOf,
            format,
        };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
            {
                var terms = new SearchTerms
                {
                    Words = parsed.GetValue(words) ?? [],
                    Actors = [.. (parsed.GetValue(actor) ?? []).Select(Actor)],
                    Topic = parsed.GetValue(topic),
                    Kind = parsed.GetValue(kind),
                    Type = parsed.GetValue(type),
                    Status = parsed.GetValue(status),
                    Source = parsed.GetValue(source),
                    Since = parsed.GetValue(since),
                    Until = parsed.GetValue(until),
                };
                using var reader = ArchiveOption.Open(parsed.GetValue(archive)!, parsed.GetValue(asOf));
                Print(new ArchiveQuery(reader).Search(terms, parsed.GetValue(limit)), parsed.GetValue(format)!);
                return ExitCode.Ok;
            })
        );
        return command;
    }

    private static string Actor(string written) =>
        written.Contains('/', StringComparison.Ordinal) ? written : ArchiveOption.Code(written) ?? written;

    private static void Print(IReadOnlyList<StoredEntry> found, string format)
    {
        if (format is "json" or "jsonl")
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
            if (format == "json")
                output.WriteLine("[");
            for (var i = 0; i < found.Count; i++)
                output.WriteLine(format == "json" && i < found.Count - 1 ? found[i].Json + "," : found[i].Json);
            if (format == "json")
                output.WriteLine("]");
            return;
        }

        new Listing(["date", "kind", "what", "who", "whom", "status", "words", "id", "document"], found.Select(Row))
        {
            Unseen = ["document"],
        }.Print(format);
    }

    private static object?[] Row(StoredEntry stored)
    {
        var entry = EntryReading.Read(Encoding.UTF8.GetBytes(stored.Json), new CodePoints(""));
        using var json = JsonDocument.Parse(stored.Json);
        var words = string.Join(
            " … ",
            Quotes(json.RootElement, "spans").Concat(Quotes(json.RootElement, "content")).Distinct(StringComparer.Ordinal)
        );
        return
        [
            EntryWords.When(entry).Start,
            entry.Kind,
            EntryWords.What(entry),
            EntryWords.Names(EntryWords.Who(entry)),
            EntryWords.Names(EntryWords.Whom(entry)),
            EntryJson.Published(entry.Status),
            words,
            stored.Id,
            stored.DocumentId,
        ];
    }

    private static IEnumerable<string> Quotes(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var spans) ? spans.EnumerateArray().Select(span => span.GetProperty("quote").GetString() ?? "") : [];
}
