using System.CommandLine;
using System.Diagnostics;
using Chancery.Cli.Packs;
using Chancery.Intake;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery kb</c>: asks, checks and extends what is known.</summary>
internal static class KbCommand
{
    private static readonly Option<string?> Pack = new("--pack", "-p") { Description = "A folder of tables that lie over the pack of the engine." };

    public static Command Create()
    {
        var command = new Command("kb", "Ask, check and extend the knowledge that names are resolved with.");
        foreach (var verb in (ReadOnlySpan<Command>)[Stats(), Show(), AsOf(), Add(), End(), Lint(), Diff(), Import(), Export(), Unknown(), KbActors.Create(Pack)]) command.Subcommands.Add(verb);
        return command;
    }

    private static World Open(ParseResult parsed) => parsed.GetValue(Pack) is { } path ? new World(PackFolder.Open(path)) : World.Default;

    private static Command Stats()
    {
        var timing = new Option<bool>("--timing") { Description = "Tell on the standard error how long loading and scanning take." };
        var command = new Command("stats", "Count what the pack holds.") { Pack, timing };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(timing)) Clock(parsed.GetValue(Pack));
            var pack = PackFolder.Open(parsed.GetValue(Pack));
            foreach (var (name, count) in PackStats.Of(pack)) Console.Out.WriteLine($"{name,-40} {count,7}");
            Console.Out.WriteLine($"{"version",-40} {pack.Generation}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Clock(string? path)
    {
        var watch = Stopwatch.StartNew();
        var world = new World(PackFolder.Open(path));
        Console.Error.WriteLine($"pack loaded in {watch.Elapsed.TotalMilliseconds:F0} ms, again in {Again():F0} ms");
        var text = string.Concat(Enumerable.Repeat("The foreign ministers of Kenya and the United Arab Emirates met in Nairobi with Prime Minister Abiy Ahmed on Friday. ", 20_000));
        world.Matches(text);
        watch.Restart();
        var hits = world.Matches(text);
        Console.Error.WriteLine($"{hits} names in {text.Length} characters: {text.Length / watch.Elapsed.TotalSeconds / 1e6:F1} million characters a second");

        double Again()
        {
            var second = Stopwatch.StartNew();
            _ = new World(PackFolder.Open(path));
            return second.Elapsed.TotalMilliseconds;
        }
    }

    private static Command Show()
    {
        var id = new Argument<string>("ID") { Description = "An id such as state/KEN, or a name." };
        var command = new Command("show", "Show what is known of an entity.") { id, Pack };
        command.SetAction(parsed =>
        {
            var world = Open(parsed);
            if (Found(world, parsed.GetValue(id)!) is not { } entity) return ExitCode.BadInput;
            Console.Out.WriteLine($"{entity.Id}  {entity.Name}  {entity.Type}  {entity.State}");
            foreach (var tenure in world.Tenures)
                if (tenure.Person == entity.Id || tenure.State == entity.State && entity.Type == EntityType.State || tenure.State == entity.Id) Console.Out.WriteLine("  " + Line(tenure));
            foreach (var fact in world.Facts)
                if (fact.Subject == entity.Id || fact.Object == entity.Id) Console.Out.WriteLine($"  {fact.Subject} {fact.Predicate} {fact.Object}  {Span(fact)}  {fact.Status}  {fact.Source}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command AsOf()
    {
        var id = new Argument<string>("ID") { Description = "An id such as igo/BRICS, or a name." };
        var day = new Argument<string>("DAY") { Description = "A day such as 2024-02-08." };
        var command = new Command("asof", "Say what held on a day, and what is unknown.") { id, day, Pack };
        command.SetAction(parsed =>
        {
            var world = Open(parsed);
            if (DayRange.Parse(parsed.GetValue(day)!) is not { } range || range.First != range.Last)
            {
                Console.Error.WriteLine($"error CH1401 {parsed.GetValue(day)}: no day. Write it as 2024-02-08.");
                return ExitCode.Usage;
            }

            if (Found(world, parsed.GetValue(id)!) is not { } entity) return ExitCode.BadInput;
            var (holds, unknown) = (0, 0);
            foreach (var tenure in world.Tenures)
                if (tenure.Person == entity.Id || tenure.State == entity.State && entity.Type == EntityType.State || tenure.State == entity.Id) Tell(tenure.Fact, Line(tenure));
            foreach (var fact in world.Facts)
                if (fact.Subject == entity.Id || fact.Object == entity.Id) Tell(fact, $"{fact.Subject} {fact.Predicate} {fact.Object}  {Span(fact)}  {fact.Status}{(fact.AccordingTo.Length > 0 ? " according to " + fact.AccordingTo : "")}  {fact.Source}");
            Console.Out.WriteLine($"{holds} hold, {unknown} unknown");
            return ExitCode.Ok;

            void Tell(DatedFact fact, string line)
            {
                var answer = fact.On(range.First);
                if (answer == Answer.No) return;
                if (answer == Answer.Holds) holds++; else unknown++;
                Console.Out.WriteLine($"{(answer == Answer.Holds ? "holds  " : "unknown")}  {line}");
            }
        });
        return command;
    }

    private static Command Add()
    {
        var what = new Argument<string[]>("WHAT") { Description = "person NAME, name ALIAS ENTITY, or fact SUBJECT PREDICATE OBJECT.", Arity = ArgumentArity.OneOrMore };
        var holds = new Option<string?>("--holds") { Description = "The office of a person, such as office/KEN.fm." };
        var (title, from, until) = (new Option<string?>("--title") { Description = "What the office is called there." }, new Option<string?>("--from") { Description = "The day it begins." }, new Option<string?>("--until") { Description = "The first day it no longer holds." });
        var (source, reviewed) = (new Option<string?>("--source") { Description = "Where it comes from; needed." }, new Option<string?>("--reviewed") { Description = "The last day on which it was known to be right." });
        var command = new Command("add", "Add a row to a pack of your own.") { what, holds, title, from, until, source, reviewed, Pack };
        command.SetAction(parsed =>
        {
            var words = parsed.GetValue(what)!;
            string From() => parsed.GetValue(from) ?? "";
            string Until() => parsed.GetValue(until) ?? "";
            if (parsed.GetValue(Pack) is not { } path || parsed.GetValue(source) is not { Length: > 0 } origin) return Usage("kb add needs --pack DIR and --source TEXT");
            var seen = parsed.GetValue(reviewed) ?? From();
            var folder = new PackFolder(path);
            switch (words)
            {
                case ["person", var name] when parsed.GetValue(holds) is { } office && office.StartsWith("office/", StringComparison.Ordinal) && office.LastIndexOf('.') is var dot and > 0:
                    folder.Add("holders-hand", [["person/" + PetrarchActors.Slug(name), name, office[7..dot], office[(dot + 1)..], parsed.GetValue(title) ?? office[(dot + 1)..], From(), Until(), origin, seen]]);
                    return ExitCode.Ok;
                case ["name", var alias, var entity]:
                    folder.Add("names", [[alias, entity, "name", origin]]);
                    return ExitCode.Ok;
                case ["fact", var subject, var predicate, var other]:
                    folder.Add("facts", [[subject, predicate, other, From(), Until(), "full", "", origin, seen]]);
                    return ExitCode.Ok;
                default:
                    return Usage("kb add takes: person NAME --holds office/KEN.fm, name ALIAS ENTITY, or fact SUBJECT PREDICATE OBJECT");
            }
        });
        return command;
    }

    private static Command End()
    {
        var subject = new Argument<string>("SUBJECT") { Description = "A person or the subject of a fact, by id or name." };
        var rest = new Argument<string[]>("WHAT") { Description = "An office such as office/KEN.fm, or PREDICATE OBJECT.", Arity = ArgumentArity.OneOrMore };
        var (until, source) = (new Option<string?>("--until") { Description = "The first day it no longer holds." }, new Option<string?>("--source") { Description = "Where that comes from." });
        var command = new Command("end", "End, in a pack of your own, what the pack says still holds.") { subject, rest, until, source, Pack };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(Pack) is not { } path || parsed.GetValue(until) is not { } last || DayRange.Parse(last) is null || parsed.GetValue(source) is not { Length: > 0 } origin) return Usage("kb end needs --pack DIR, --until DAY and --source TEXT");
            var world = Open(parsed);
            if (Found(world, parsed.GetValue(subject)!) is not { } entity) return ExitCode.BadInput;
            var words = parsed.GetValue(rest)!;
            var open = world.Tenures.LastOrDefault(t => t.Person == entity.Id && t.Fact.Object == words[0] && t.Fact.Until is null);
            if (open is not null)
            {
                var row = world.Pack.Rows("holders-hand").Concat(world.Pack.Rows("holders")).First(r => r[0] == open.Person && r[2] == open.State && r[3] == open.Office && r[6].Length == 0);
                new PackFolder(path).Add("holders-hand", [[.. row[..6], last, origin, last]]);
                return ExitCode.Ok;
            }

            var fact = words.Length == 2 ? world.Pack.Rows("facts").FirstOrDefault(r => r[0] == entity.Id && r[1] == words[0] && r[2] == words[1] && r[4].Length == 0) : null;
            if (fact is null) return Usage($"{entity.Id} has nothing open of that kind");
            new PackFolder(path).Add("facts", [[.. fact[..4], last, fact[5], fact[6], origin, last]]);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Lint()
    {
        var command = new Command("lint", "Check a pack: sources, ids, days, holders at once.") { Pack };
        command.SetAction(parsed =>
        {
            var findings = PackLint.Findings(PackFolder.Open(parsed.GetValue(Pack))).ToList();
            foreach (var finding in findings) Console.Out.WriteLine(finding);
            Console.Error.WriteLine($"{findings.Count} findings");
            return findings.Count > 0 ? ExitCode.Findings : ExitCode.Ok;
        });
        return command;
    }

    private static Command Diff()
    {
        var command = new Command("diff", "Show what a pack of your own changes, row by row.") { Pack };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(Pack) is not { } path) return Usage("kb diff needs --pack DIR");
            var folder = new PackFolder(path);
            foreach (var (table, key) in KnowledgePack.Tables)
            {
                var below = KnowledgePack.Embedded.Rows(table).GroupBy(row => KnowledgePack.KeyOf(row, key), StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
                if (table == "holders-hand")
                    foreach (var row in KnowledgePack.Embedded.Rows("holders")) below.TryAdd(KnowledgePack.KeyOf(row, key), row);
                foreach (var row in folder.Rows(table))
                {
                    if (below.TryGetValue(KnowledgePack.KeyOf(row, key), out var old)) Console.Out.WriteLine($"- {table}: {string.Join(',', old)}");
                    Console.Out.WriteLine($"+ {table}: {string.Join(',', row)}");
                }
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Import()
    {
        var form = new Argument<string>("FORMAT") { Description = "petrarch, ftm, popolo or wikidata-csv." };
        form.AcceptOnlyFromAmong("petrarch", "ftm", "popolo", "wikidata-csv");
        var file = new Argument<string>("FILE") { Description = "The file." };
        var reviewed = new Option<string>("--reviewed") { Description = "The last day on which the file was right.", Required = true };
        var command = new Command("import", "Take persons and offices from another form into a pack of your own.") { form, file, reviewed, Pack };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            if (parsed.GetValue(Pack) is not { } target) return Usage("kb import needs --pack DIR");
            if (!File.Exists(path))
            {
                Console.Error.WriteLine($"error CH1001 {path}: no such file. Check the path.");
                return ExitCode.BadInput;
            }

            var (folder, source, day) = (new PackFolder(target), Path.GetFileName(path), parsed.GetValue(reviewed)!);
            var names = new List<string[]>();
            List<string[]> rows;
            try
            {
                using var text = new StreamReader(path);
                (rows, names) = parsed.GetValue(form) switch
                {
                    "petrarch" => PetrarchActors.Read(text, source, day),
                    "ftm" => (Interchange.ReadFollowTheMoney(File.ReadLines(path), World.Default, source, day), names),
                    "popolo" => (Interchange.ReadPopolo(text.ReadToEnd(), World.Default, source, day), names),
                    _ => (Interchange.ReadWikidata(text, World.Default, source, day), names),
                };
            }
            catch (Exception error) when (error is System.Text.Json.JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                Console.Error.WriteLine($"error CH1402 {path}: not of the form {parsed.GetValue(form)}: {error.Message}");
                return ExitCode.BadInput;
            }

            Console.Error.WriteLine($"{folder.Add("holders-hand", rows)} new tenures, {(names.Count == 0 ? 0 : folder.Add("names", names))} new names");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Export()
    {
        var form = new Argument<string>("FORMAT") { Description = "petrarch, ftm, popolo or wikidata-csv." };
        form.AcceptOnlyFromAmong("petrarch", "ftm", "popolo", "wikidata-csv");
        var command = new Command("export", "Write persons and offices in another form.") { form, Pack };
        command.SetAction(parsed =>
        {
            var world = Open(parsed);
            using var stream = Console.OpenStandardOutput();
            using var output = new StreamWriter(stream, new System.Text.UTF8Encoding(false));
            switch (parsed.GetValue(form))
            {
                case "petrarch":
                    PetrarchActors.Write(world, output);
                    Console.Error.WriteLine("warning: this form keeps no sources, no statuses and no organisations");
                    break;
                case "ftm": Interchange.WriteFollowTheMoney(world, output); break;
                case "popolo": Interchange.WritePopolo(world, stream); break;
                default: Interchange.WriteWikidata(world, output); break;
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Unknown()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("unknown", "List names that the pack does not hold, how often they stand, and one sentence of each.") { paths, Pack };
        command.SetAction(parsed =>
        {
            var clerk = new Clerk(ReaderChoice.Open(), Open(parsed));
            var found = new SortedDictionary<string, (int Count, string Name, string Sentence)>(StringComparer.Ordinal);
            foreach (var arrival in new Door(new Declared(), Console.OpenStandardInput).Receive(parsed.GetValue(paths)!))
            {
                if (arrival.Document is not { } document) continue;
                var dossier = clerk.Read(document);
                foreach (var mention in dossier.Cast.Mentions)
                {
                    if (mention.Form != MentionForm.Name || mention.Entities is not [{ } entity] || !entity.Id.StartsWith("unknown/", StringComparison.Ordinal)) continue;
                    var sentence = dossier.Text.Sentences[dossier.Text.SentenceOf(mention.FirstToken)].Span.In(document.Text).ToString();
                    var held = found.GetValueOrDefault(entity.Id, (0, entity.Name, sentence));
                    found[entity.Id] = (held.Item1 + 1, held.Item2, held.Item3);
                }
            }

            foreach (var (id, (count, name, sentence)) in found.OrderByDescending(static f => f.Value.Count).ThenBy(static f => f.Key, StringComparer.Ordinal))
                Console.Out.WriteLine($"{count}\t{name}\t{id}\t{sentence.ReplaceLineEndings(" ")}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static KnownEntity? Found(World world, string id)
    {
        if ((world.Find(id) ?? world.Named(id)) is { } entity) return entity;
        Console.Error.WriteLine($"error CH1403 {id}: the pack knows nothing by that id or name. Look for it with another spelling, or add it with kb add.");
        return null;
    }

    private static int Usage(string message)
    {
        Console.Error.WriteLine($"error CH1404 {message}.");
        return ExitCode.Usage;
    }

    private static string Line(Tenure tenure) => $"{tenure.Name}  {tenure.Title}  {tenure.Fact.Object}  {Span(tenure.Fact)}  {tenure.Fact.Source}";

    private static string Span(DatedFact fact) => $"{Edge(fact.From)}..{Edge(fact.Until)}";

    private static string Edge(DayRange? edge) => edge is not { } e ? "" : e.First == e.Last ? $"{e.First:yyyy-MM-dd}" : e.First.Month == e.Last.Month && e.First.Year == e.Last.Year ? $"{e.First:yyyy-MM}" : $"{e.First:yyyy}";
}
