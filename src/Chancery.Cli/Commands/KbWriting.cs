using System.CommandLine;
using Chancery.Cli.Packs;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery kb add</c>, <c>end</c>, <c>replace</c>, <c>retract</c>: write rows of a pack of one's own.</summary>
internal static class KbWriting
{
    private static readonly string[] Types = ["organ", "igo", "ngo", "armed-group", "party", "firm"];

    public static IEnumerable<Command> Create(Option<string?> pack)
    {
        var options = new Fields();
        yield return Verb(
            "add",
            "Add a row to a pack of your own.",
            "person NAME --holds office/KEN.fm, name ALIAS ENTITY, body NAME --type ngo, or fact SUBJECT PREDICATE OBJECT.",
            [options.Holds, options.Title, options.Type, options.State, options.From, options.Until, options.Reviewed],
            Add
        );
        yield return Verb(
            "end",
            "End, in a pack of your own, what the pack says still holds.",
            "PERSON OFFICE, such as \"William Ruto\" office/KEN.president, or SUBJECT PREDICATE OBJECT.",
            [options.Until],
            End
        );
        yield return Verb(
            "replace",
            "Put other days or another title into a tenure or fact, in a pack of your own.",
            "PERSON OFFICE, or SUBJECT PREDICATE OBJECT; the newest of its kind is meant.",
            [options.Title, options.From, options.Until, options.Reviewed],
            Replace
        );
        yield return Verb(
            "retract",
            "Take back, in a pack of your own, what never held.",
            "PERSON OFFICE, SUBJECT PREDICATE OBJECT, or name ALIAS ENTITY.",
            [options.From],
            Retract
        );

        Command Verb(string name, string description, string takes, Option<string?>[] own, Func<Order, Fields, int> act)
        {
            var words = new Argument<string[]>("WHAT") { Description = takes, Arity = ArgumentArity.OneOrMore };
            var command = new Command(name, description) { words };
            foreach (var option in own)
                command.Options.Add(option);
            command.Options.Add(options.Source);
            command.Options.Add(pack);
            command.SetAction(parsed =>
            {
                if (parsed.GetValue(pack) is not { Length: > 0 } path || parsed.GetValue(options.Source) is not { Length: > 0 })
                    return KbCommand.Usage($"kb {name} needs --pack DIR and --source TEXT");
                foreach (var option in (ReadOnlySpan<Option<string?>>)[options.From, options.Until, options.Reviewed])
                    if (own.Contains(option) && parsed.GetValue(option) is { Length: > 0 } day && DayRange.Parse(day) is null)
                    {
                        Console.Error.WriteLine(
                            $"error CH1401 {option.Name} {day}: no day. Write it as 2024-02-08, 2024-02 or 2024, before 9999."
                        );
                        return ExitCode.Usage;
                    }

                if (PackOption.Folder(path, isNew: true) is not { } folder)
                    return ExitCode.BadInput;
                return act(new(parsed, folder, path, new World(folder.Pack()), parsed.GetValue(words)!, takes), options);
            });
            return command;
        }
    }

    private static int Add(Order order, Fields options)
    {
        string Of(Option<string?> option) => order.Parsed.GetValue(option) ?? "";
        var (from, until, source) = (Of(options.From), Of(options.Until), Of(options.Source));
        var reviewed = Of(options.Reviewed) is { Length: > 0 } day ? day : from;
        switch (order.Words)
        {
            case ["person", var name]
                when Of(options.Holds) is var office
                    && office.StartsWith("office/", StringComparison.Ordinal)
                    && office.LastIndexOf('.') is var dot and > 8
                    && dot < office.Length - 1:
                var state = office[7..dot];
                if (order.World.Find(state.Contains('/', StringComparison.Ordinal) ? state : "state/" + state) is null)
                    return Unknown(state, "Write the ISO code of a state, such as KEN, or the id of an organisation, such as igo/NATO.");
                if (PetrarchActors.Slug(name).Length == 0)
                    return KbCommand.Usage("a person needs a name");
                if (reviewed.Length == 0)
                    return KbCommand.Usage("kb add person needs --from DAY, or --reviewed DAY where the beginning is not known");
                var person = order.World.Named(name) is { Type: EntityType.Person } known
                    ? known.Id
                    : "person/" + PetrarchActors.Slug(name);
                return order.Write(
                    "holders-hand",
                    [
                        person,
                        name,
                        state,
                        office[(dot + 1)..],
                        Of(options.Title) is { Length: > 0 } title ? title : office[(dot + 1)..],
                        from,
                        until,
                        source,
                        reviewed,
                    ]
                );
            case ["name", var alias, var id] when alias.Trim().Length > 0:
                return KbCommand.Found(order.World, id) is { } entity
                    ? order.Write("names", [alias, entity.Id, "name", source])
                    : ExitCode.BadInput;
            case ["body", var name] when name.Trim().Length > 0:
                if (!Types.Contains(Of(options.Type)))
                    return KbCommand.Usage($"kb add body takes --type {string.Join(", ", Types)}");
                if (Of(options.State) is { Length: > 0 } home && order.World.Find("state/" + home) is null)
                    return Unknown(home, "Write the ISO code of a state, such as KEN.");
                return order.Write(
                    "bodies",
                    [
                        $"{(Of(options.Type) == "armed-group" ? "group" : Of(options.Type))}/{PetrarchActors.Slug(name)}",
                        name,
                        Of(options.Type),
                        Of(options.State),
                        "",
                        source,
                    ]
                );
            case ["fact", var one, var predicate, var other] when predicate.Trim().Length > 0:
                if (reviewed.Length == 0)
                    return KbCommand.Usage("kb add fact needs --from DAY, or --reviewed DAY where the beginning is not known");
                return KbCommand.Found(order.World, one) is { } subject && KbCommand.Found(order.World, other) is { } thing
                    ? order.Write("facts", [subject.Id, predicate, thing.Id, from, until, "full", "", source, reviewed])
                    : ExitCode.BadInput;
            default:
                return KbCommand.Usage(
                    "kb add takes: person NAME --holds office/KEN.fm, name ALIAS ENTITY, body NAME --type ngo, or fact SUBJECT PREDICATE OBJECT"
                );
        }
    }

    private static int End(Order order, Fields options)
    {
        if (order.Parsed.GetValue(options.Until) is not { Length: > 0 } until)
            return KbCommand.Usage("kb end needs --until DAY, the first day on which it no longer holds");
        return order.Find(open: true) is var (table, row) && row is not null
            ? order.Change(table, row, null, until, null, until, options)
            : ExitCode.BadInput;
    }

    private static int Replace(Order order, Fields options)
    {
        string? Of(Option<string?> option) => order.Parsed.GetValue(option);
        if (Of(options.From) is null && Of(options.Until) is null && Of(options.Title) is null && Of(options.Reviewed) is null)
            return KbCommand.Usage("kb replace takes --from DAY, --until DAY, --title TEXT or --reviewed DAY");
        var (table, row) = order.Find(open: false);
        if (row is null)
            return ExitCode.BadInput;
        var first = table == "facts" ? 3 : 5;
        // The first day is part of what tells rows apart: with another one the old row would stand beside the new.
        if (Of(options.From) is { } from && from != row[first] && order.TakeBack(table, row, options) is not ExitCode.Ok and var code)
            return code;
        return order.Change(table, row, Of(options.From), Of(options.Until), Of(options.Title), Of(options.Reviewed), options);
    }

    private static int Retract(Order order, Fields options)
    {
        if (order.Words is ["name", var alias, var id])
        {
            if (KbCommand.Found(order.World, id) is not { } entity)
                return ExitCode.BadInput;
            return order.Write("names", [alias, entity.Id, KnowledgePack.Retracted, order.Parsed.GetValue(options.Source)!]);
        }

        return order.Find(open: false, order.Parsed.GetValue(options.From)) is var (table, row) && row is not null
            ? order.TakeBack(table, row, options)
            : ExitCode.BadInput;
    }

    private static int Unknown(string state, string mend)
    {
        Console.Error.WriteLine($"error CH1403 {state}: the pack knows no state or organisation by that code. {mend}");
        return ExitCode.BadInput;
    }

    private sealed class Fields
    {
        public Option<string?> Holds { get; } =
            new("--holds") { Description = "The office of a person, such as office/KEN.fm or office/igo/NATO.secgen." };

        public Option<string?> Title { get; } = new("--title") { Description = "What the office is called there." };

        public Option<string?> Type { get; } =
            new("--type") { Description = "What sort of body it is: organ, igo, ngo, armed-group, party or firm." };

        public Option<string?> State { get; } = new("--state") { Description = "The home of a body, as ISO code." };

        public Option<string?> From { get; } = new("--from") { Description = "The day it begins." };

        public Option<string?> Until { get; } = new("--until") { Description = "The first day it no longer holds." };

        public Option<string?> Reviewed { get; } =
            new("--reviewed") { Description = "The last day on which it was known to be right; the first day of it where left out." };

        public Option<string?> Source { get; } = new("--source") { Description = "Where it comes from; needed." };
    }

    private sealed record Order(ParseResult Parsed, PackFolder Folder, string Path, World World, string[] Words, string Takes)
    {
        // The row that is meant, of a person's office or of a fact: the newest, or the one that begins on the day given.
        public (string Table, string[]? Row) Find(bool open, string? from = null)
        {
            if (Words.Length is not (2 or 3))
            {
                KbCommand.Usage("it takes " + Takes.TrimEnd('.'));
                return default;
            }

            if (KbCommand.Found(World, Words[0]) is not { } entity)
                return default;
            var other = Words.Length == 3 ? World.Find(Words[2])?.Id ?? World.Named(Words[2])?.Id ?? Words[2] : "";
            var (table, first) = Words.Length == 2 ? ("holders-hand", 5) : ("facts", 3);
            var rows =
                Words.Length == 2
                    ? World
                        .Pack.Rows("holders-hand")
                        .Concat(World.Pack.Rows("holders"))
                        .Where(r => r[0] == entity.Id && $"office/{r[2]}.{r[3]}" == Words[1])
                    : World
                        .Pack.Rows("facts")
                        .Where(r => r[0] == entity.Id && r[1] == Words[1] && r[2] == other && r[5] != KnowledgePack.Retracted);
            var row = rows.Where(r =>
                    (r[first].Length == 0 || r[first] != r[first + 1])
                    && (!open || r[first + 1].Length == 0)
                    && (from is null || r[first] == from)
                )
                .MaxBy(r => r[first], StringComparer.Ordinal);
            if (row is null)
                Console.Error.WriteLine(
                    $"error CH1403 {string.Join(' ', Words)}: the pack has no such row{(open ? " that still holds" : "")}{(from is null ? "" : $" from {from}")}. See kb show {entity.Id}."
                );
            return (table, row);
        }

        public int Change(string table, string[] row, string? from, string? until, string? title, string? reviewed, Fields options)
        {
            var (first, changed) = (table == "facts" ? 3 : 5, (string[])[.. row]);
            if (from is not null)
                changed[first] = from;
            if (until is not null)
                changed[first + 1] = until;
            if (title is not null && table != "facts")
                changed[4] = title;
            changed[7] = Parsed.GetValue(options.Source)!;
            if (reviewed is not null)
                changed[8] = reviewed;
            return Write(table, changed);
        }

        public int TakeBack(string table, string[] row, Fields options) =>
            table == "facts" ? Write(table, [.. row[..5], KnowledgePack.Retracted, row[6], Parsed.GetValue(options.Source)!, row[8]])
            : row[5].Length > 0 ? Change(table, row, null, row[5], null, null, options)
            : Change(table, row, null, "0001", null, null, options);

        public int Write(string table, string[] row)
        {
            if (PackRows.Fault(PackFolder.HeadingOf(table), row) is var (message, mend) && message.Length > 0)
            {
                Console.Error.WriteLine($"error CH1407 {string.Join(' ', Words)}: {message} {mend}");
                return ExitCode.Usage;
            }

            var isNew = Folder.Add(table, [row]) > 0;
            Console.Error.WriteLine(
                $"{(isNew ? "added to" : "replaced in")} {System.IO.Path.Combine(Path, table + ".csv")}: {string.Join(',', row.Select(CsvLine.Quoted))}"
            );
            return ExitCode.Ok;
        }
    }
}
