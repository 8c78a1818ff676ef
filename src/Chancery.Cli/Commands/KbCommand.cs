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
    private static readonly Option<string?> Pack = PackOption.Create();

    public static Command Create()
    {
        var command = new Command("kb", "Ask, check and extend the knowledge that names are resolved with.");
        foreach (
            var verb in (ReadOnlySpan<Command>)
                [
                    Stats(),
                    Show(),
                    AsOf(),
                    .. KbWriting.Create(Pack),
                    Lint(),
                    Diff(),
                    KbExchange.Import(Pack),
                    KbExchange.Export(Pack),
                    Unknown(),
                    KbActors.Create(Pack),
                ]
        )
            command.Subcommands.Add(verb);
        return command;
    }

    private static Command Stats()
    {
        var timing = new Option<bool>("--timing") { Description = "Tell on the standard error how long loading and scanning take." };
        var command = new Command("stats", "Count what the pack holds.") { Pack, timing };
        command.SetAction(parsed =>
        {
            if (PackOption.Open(parsed.GetValue(Pack)) is not { } pack)
                return ExitCode.BadInput;
            if (parsed.GetValue(timing))
                Clock(pack);
            foreach (var (name, count) in PackStats.Of(pack))
                Console.Out.WriteLine($"{name,-40} {count,7}");
            Console.Out.WriteLine($"{"version",-40} {pack.Generation}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Clock(KnowledgePack pack)
    {
        var watch = Stopwatch.StartNew();
        var world = new World(pack);
        Console.Error.WriteLine($"pack loaded in {watch.Elapsed.TotalMilliseconds:F0} ms, again in {Again():F0} ms");
        var text = string.Concat(
            Enumerable.Repeat(
                "The foreign ministers of Kenya and the United Arab Emirates met in Nairobi with Prime Minister Abiy Ahmed on Friday. ",
                20_000
            )
        );
        world.Matches(text);
        watch.Restart();
        var hits = world.Matches(text);
        Console.Error.WriteLine(
            $"{hits} names in {text.Length} characters: {text.Length / watch.Elapsed.TotalSeconds / 1e6:F1} million characters a second"
        );

        double Again()
        {
            var second = Stopwatch.StartNew();
            _ = new World(pack);
            return second.Elapsed.TotalMilliseconds;
        }
    }

    private static Command Show()
    {
        var id = new Argument<string>("ID")
        {
            Description = "An id such as state/KEN, its code, an office such as office/KEN.fm, or a name.",
        };
        var command = new Command("show", "Show what is known of an entity.") { id, Pack };
        command.SetAction(parsed =>
        {
            if (PackOption.World(parsed.GetValue(Pack)) is not { } world)
                return ExitCode.BadInput;
            if (Office(world, parsed.GetValue(id)!) is { } seat)
            {
                foreach (var tenure in seat)
                    Console.Out.WriteLine(Line(tenure));
                return ExitCode.Ok;
            }

            if (Found(world, parsed.GetValue(id)!) is not { } entity)
                return ExitCode.BadInput;
            Console.Out.WriteLine($"{entity.Id}  {entity.Name}  {entity.Type}  {entity.State}");
            foreach (var tenure in world.Tenures)
                if (
                    tenure.Person == entity.Id
                    || tenure.State == entity.State && entity.Type == EntityType.State
                    || tenure.State == entity.Id
                )
                    Console.Out.WriteLine("  " + Line(tenure));
            foreach (var fact in world.Facts)
                if (fact.Subject == entity.Id || fact.Object == entity.Id)
                    Console.Out.WriteLine($"  {fact.Subject} {fact.Predicate} {fact.Object}  {Span(fact)}  {fact.Status}  {fact.Source}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command AsOf()
    {
        var id = new Argument<string>("ID") { Description = "An id such as igo/BRICS, an office such as office/KEN.fm, or a name." };
        var day = new Argument<string>("DAY") { Description = "A day such as 2024-02-08." };
        var command = new Command("asof", "Say what held on a day, and what is unknown.") { id, day, Pack };
        command.SetAction(parsed =>
        {
            if (PackOption.World(parsed.GetValue(Pack)) is not { } world)
                return ExitCode.BadInput;
            if (DayRange.Parse(parsed.GetValue(day)!) is not { } range || range.First != range.Last)
            {
                Console.Error.WriteLine($"error CH1401 {parsed.GetValue(day)}: no day. Write it as 2024-02-08.");
                return ExitCode.Usage;
            }

            var (holds, unknown) = (0, 0);
            if (Office(world, parsed.GetValue(id)!) is { } seat)
            {
                foreach (var tenure in seat)
                    Tell(tenure.Fact, Line(tenure));
                Console.Out.WriteLine($"{holds} hold, {unknown} unknown");
                return ExitCode.Ok;
            }

            if (Found(world, parsed.GetValue(id)!) is not { } entity)
                return ExitCode.BadInput;
            foreach (var tenure in world.Tenures)
                if (
                    tenure.Person == entity.Id
                    || tenure.State == entity.State && entity.Type == EntityType.State
                    || tenure.State == entity.Id
                )
                    Tell(tenure.Fact, Line(tenure));
            foreach (var fact in world.Facts)
                if (fact.Subject == entity.Id || fact.Object == entity.Id)
                    Tell(
                        fact,
                        $"{fact.Subject} {fact.Predicate} {fact.Object}  {Span(fact)}  {fact.Status}{(fact.AccordingTo.Length > 0 ? " according to " + fact.AccordingTo : "")}  {fact.Source}"
                    );
            Console.Out.WriteLine($"{holds} hold, {unknown} unknown");
            return ExitCode.Ok;

            void Tell(DatedFact fact, string line)
            {
                var answer = fact.On(range.First);
                if (answer == Answer.No)
                    return;
                if (answer == Answer.Holds)
                    holds++;
                else
                    unknown++;
                Console.Out.WriteLine($"{(answer == Answer.Holds ? "holds  " : "unknown")}  {line}");
            }
        });
        return command;
    }

    private static Command Lint()
    {
        var command = new Command("lint", "Check a pack: sources, ids, days, holders at once.") { Pack };
        command.SetAction(parsed =>
        {
            if (PackOption.Open(parsed.GetValue(Pack)) is not { } pack)
                return ExitCode.BadInput;
            var findings = PackLint.Findings(pack).ToList();
            foreach (var finding in findings)
                Console.Out.WriteLine(finding);
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
            if (parsed.GetValue(Pack) is not { } path)
                return Usage("kb diff needs --pack DIR");
            if (PackOption.Folder(path) is not { } folder)
                return ExitCode.BadInput;
            foreach (var (table, key) in KnowledgePack.Tables)
            {
                var below = KnowledgePack
                    .Embedded.Rows(table)
                    .GroupBy(row => KnowledgePack.KeyOf(row, key), StringComparer.Ordinal)
                    .ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
                if (table == "holders-hand")
                    foreach (var row in KnowledgePack.Embedded.Rows("holders"))
                        below.TryAdd(KnowledgePack.KeyOf(row, key), row);
                foreach (var row in folder.Rows(table))
                {
                    if (below.TryGetValue(KnowledgePack.KeyOf(row, key), out var old))
                        Console.Out.WriteLine($"- {table}: {string.Join(',', old)}");
                    Console.Out.WriteLine($"+ {table}: {string.Join(',', row)}");
                }
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Unknown()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("unknown", "List names that the pack does not hold, how often they stand, and one sentence of each.")
        {
            paths,
            Pack,
        };
        command.SetAction(parsed =>
        {
            if (PackOption.World(parsed.GetValue(Pack)) is not { } world)
                return ExitCode.BadInput;
            var clerk = new Clerk(ReaderChoice.Open(), world);
            var refused = false;
            var found = new SortedDictionary<string, (int Count, string Name, string Sentence)>(StringComparer.Ordinal);
            foreach (var arrival in new Door(new Declared(), Console.OpenStandardInput).Receive(parsed.GetValue(paths)!))
            {
                if (arrival.Refusal is { } refusal)
                {
                    Console.Error.WriteLine($"error {refusal}");
                    refused = true;
                }

                if (arrival.Document is not { } document)
                    continue;
                var dossier = clerk.Read(document);
                foreach (var mention in dossier.Cast.Mentions)
                {
                    if (
                        mention.Form != MentionForm.Name
                        || mention.Entities is not [{ } entity]
                        || !entity.Id.StartsWith("unknown/", StringComparison.Ordinal)
                    )
                        continue;
                    var sentence = dossier.Text.Sentences[dossier.Text.SentenceOf(mention.FirstToken)].Span.In(document.Text).ToString();
                    var held = found.GetValueOrDefault(entity.Id, (0, entity.Name, sentence));
                    found[entity.Id] = (held.Item1 + 1, held.Item2, held.Item3);
                }
            }

            foreach (
                var (id, (count, name, sentence)) in found
                    .OrderByDescending(static f => f.Value.Count)
                    .ThenBy(static f => f.Key, StringComparer.Ordinal)
            )
                Console.Out.WriteLine($"{count}\t{name}\t{id}\t{sentence.ReplaceLineEndings(" ")}");
            return refused ? ExitCode.BadInput : ExitCode.Ok;
        });
        return command;
    }

    // An office is no entity of its own: it is told by who held it.
    private static Tenure[]? Office(World world, string id) =>
        world.Tenures.Where(tenure => tenure.Fact.Object == id).ToArray() is { Length: > 0 } held ? held : null;

    internal static KnownEntity? Found(World world, string id)
    {
        if ((world.Find(id) ?? world.Named(id) ?? world.Find("state/" + id)) is { } entity)
            return entity;
        Console.Error.WriteLine(
            $"error CH1403 {id}: the pack knows nothing by that id or name. Look for it with another spelling, or add it with kb add."
        );
        return null;
    }

    internal static int Usage(string message)
    {
        Console.Error.WriteLine($"error CH1404 {message}.");
        return ExitCode.Usage;
    }

    private static string Line(Tenure tenure) =>
        $"{tenure.Name}  {tenure.Title}  {tenure.Fact.Object}  {Span(tenure.Fact)}  {tenure.Fact.Source}";

    private static string Span(DatedFact fact) => $"{Edge(fact.From)}..{Edge(fact.Until)}";

    private static string Edge(DayRange? edge) =>
        edge is not { } e ? ""
        : e.First == e.Last ? $"{e.First:yyyy-MM-dd}"
        : e.First.Month == e.Last.Month && e.First.Year == e.Last.Year ? $"{e.First:yyyy-MM}"
        : $"{e.First:yyyy}";
}
