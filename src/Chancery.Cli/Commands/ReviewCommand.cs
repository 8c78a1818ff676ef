using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Accounts;
using Chancery.Archive;
using Chancery.Cli.Rendering;

namespace Chancery.Cli.Commands;

/// <summary>
/// <c>chancery review</c>: what a person decides about the occurrences of an archive. A decision is one line in a file of its own and is never changed;
/// it is taken back by another.
/// </summary>
internal static class ReviewCommand
{
    public static Command Create() =>
        new("review", "Decide which mentions are one occurrence and which are not, and list what was decided.")
        {
            Split(),
            Merge(),
            Revoke(),
            List(),
        };

    private static Command Split()
    {
        var mentions = Mentions("What is not of the occurrence; several keep together.");
        var from = new Option<string?>("--from")
        {
            Description = "The occurrence, or a mention of it, that they are not of; the one that they are in where none is named.",
        };
        var (archive, by, reason) = Deciding();
        var command = new Command("split", "Say that mentions are not of an occurrence.") { mentions, from, archive, by, reason };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
            {
                using var reader = ArchiveReader.Open(parsed.GetValue(archive)!);
                if (Located(reader, parsed.GetValue(mentions)!) is not { } ours)
                    return ExitCode.BadInput;
                var whole = parsed.GetValue(from) ?? ours[0].ToString();
                if (Members(reader, whole) is not { } members)
                    return ExitCode.BadInput;
                var others = members.Except(ours).ToList();
                if (others.Count == 0)
                    return Refuse(Complaints.Alone(whole, reader.Path));
                foreach (var mention in ours)
                    Keep(reader.Path, OccurrenceDecisions.Split, [mention, .. others], parsed.GetValue(by)!, parsed.GetValue(reason)!);
                return ExitCode.Ok;
            })
        );
        return command;
    }

    private static Command Merge()
    {
        var mentions = Mentions("Two mentions or more, or occurrences, that are one.");
        var (archive, by, reason) = Deciding();
        var command = new Command("merge", "Say that mentions are one occurrence.") { mentions, archive, by, reason };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
            {
                using var reader = ArchiveReader.Open(parsed.GetValue(archive)!);
                var ids = parsed.GetValue(mentions)!;
                var places = new List<MentionPlace>();
                foreach (var id in ids)
                    if ((IsOccurrence(id) ? Members(reader, id)?.Take(1).ToImmutableArray() : Located(reader, [id])) is { } found)
                        places.AddRange(found);
                    else
                        return ExitCode.BadInput;
                if (places.Distinct().Count() < 2)
                    return Refuse(Complaints.Alone(ids[0], reader.Path));
                Keep(reader.Path, OccurrenceDecisions.Merge, [.. places.Distinct()], parsed.GetValue(by)!, parsed.GetValue(reason)!);
                return ExitCode.Ok;
            })
        );
        return command;
    }

    private static Command Revoke()
    {
        var ids = new Argument<string[]>("DECISION")
        {
            Description = "The whole ids of the decisions to take back.",
            Arity = ArgumentArity.OneOrMore,
        };
        var (archive, by, reason) = Deciding();
        var command = new Command("revoke", "Take decisions on occurrences back.") { ids, archive, by, reason };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
            {
                using var reader = ArchiveReader.Open(parsed.GetValue(archive)!);
                var standing = OccurrenceDecisions
                    .Standing(reader.Decided)
                    .Select(decision => decision.Id)
                    .ToHashSet(StringComparer.Ordinal);
                foreach (var id in parsed.GetValue(ids)!)
                    if (!standing.Contains(id))
                        return Refuse(Complaints.Unknown(id, reader.Path));
                Keep(reader.Path, OccurrenceDecisions.Revoke, parsed.GetValue(ids)!, parsed.GetValue(by)!, parsed.GetValue(reason)!);
                return ExitCode.Ok;
            })
        );
        return command;
    }

    private static Command List()
    {
        var archive = ArchiveOption.Create();
        var asOf = ArchiveOption.AsOf();
        var format = ArchiveOption.Format();
        var command = new Command("list", "List the decisions on occurrences, and whether they stand.") { archive, asOf, format };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
            {
                using var reader = ArchiveOption.Open(parsed.GetValue(archive)!, parsed.GetValue(asOf));
                var standing = OccurrenceDecisions
                    .Standing(reader.Decided)
                    .Select(decision => decision.Id)
                    .ToHashSet(StringComparer.Ordinal);
                new Listing(
                    ["decision", "verb", "state", "by", "at", "reason", "mentions"],
                    reader
                        .Decided.Where(decision =>
                            decision.Verb is OccurrenceDecisions.Split or OccurrenceDecisions.Merge or OccurrenceDecisions.Revoke
                        )
                        .Select(decision =>
                            (object?[])
                                [
                                    decision.Id,
                                    decision.Verb,
                                    decision.Verb == OccurrenceDecisions.Revoke ? ""
                                    : standing.Contains(decision.Id) ? "stands"
                                    : "taken back",
                                    decision.By,
                                    decision.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                                    decision.Reason,
                                    string.Join(' ', decision.Targets),
                                ]
                        )
                ).Print(parsed.GetValue(format)!);
                return ExitCode.Ok;
            })
        );
        return command;
    }

    private static Argument<string[]> Mentions(string description) =>
        new("MENTION")
        {
            Description = description + " An event's id, its first characters, or a place such as d-...@12-19.",
            Arity = ArgumentArity.OneOrMore,
        };

    private static (Option<string> Archive, Option<string> By, Option<string> Reason) Deciding() =>
        (
            ArchiveOption.Create(),
            new Option<string>("--by") { Description = "Who decides.", DefaultValueFactory = _ => Environment.UserName },
            new Option<string>("--reason") { Description = "Why, in words.", Required = true }
        );

    // Where the words of events stand; a place may be named as such. Null, and said, where one is unknown.
    private static ImmutableArray<MentionPlace>? Located(ArchiveReader reader, IEnumerable<string> ids)
    {
        var places = ImmutableArray.CreateBuilder<MentionPlace>();
        foreach (var id in ids)
        {
            if (MentionPlace.Parse(id) is { } place)
            {
                if (!reader.Holds(place.Document))
                {
                    Refuse(Complaints.Unknown(place.Document, reader.Path));
                    return null;
                }

                places.Add(place);
                continue;
            }

            var found = reader.Find(id);
            if (found is not [var only])
            {
                Refuse(found.Count == 0 ? Complaints.Unknown(id, reader.Path) : Complaints.Ambiguous(id, reader.Path));
                return null;
            }

            using var json = JsonDocument.Parse(only.Json);
            if (json.RootElement.GetProperty("kind").GetString() != "event")
            {
                Refuse(Complaints.NoMention(id, reader.Path));
                return null;
            }

            var span = json.RootElement.GetProperty("spans")[0];
            places.Add(new MentionPlace(only.DocumentId, span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()));
        }

        return places.ToImmutable();
    }

    // The mentions of the occurrence that is named, by its own id or by one of its mentions.
    private static ImmutableArray<MentionPlace>? Members(ArchiveReader reader, string id)
    {
        ImmutableArray<MentionPlace>? mention = IsOccurrence(id) ? [] : Located(reader, [id]);
        if (mention is null)
            return null;
        var tellings = OccurrenceDecisions.Tellings(reader);
        var texts = tellings.ToDictionary(telling => telling.Id, StringComparer.Ordinal);
        var held = OccurrenceDecisions
            .Find(reader, tellings)
            .Select(occurrence => (occurrence.Id, Places: OccurrenceDecisions.Places(occurrence, texts).ToImmutableArray()))
            .Where(occurrence =>
                IsOccurrence(id) ? occurrence.Id.StartsWith(id, StringComparison.Ordinal) : occurrence.Places.Contains(mention.Value[0])
            )
            .ToList();
        if (held is [var only])
            return only.Places;
        Refuse(held.Count == 0 ? Complaints.NoMention(id, reader.Path) : Complaints.Ambiguous(id, reader.Path));
        return null;
    }

    private static bool IsOccurrence(string id) => id.StartsWith("occurrence-", StringComparison.Ordinal);

    private static void Keep(string archive, string verb, ImmutableArray<MentionPlace> mentions, string by, string reason) =>
        Keep(archive, verb, [.. mentions.Select(mention => mention.ToString())], by, reason);

    private static void Keep(string archive, string verb, string[] targets, string by, string reason)
    {
        var decision = new Decision(verb, targets, by, TimeProvider.System.GetUtcNow(), reason);
        Decisions.Keep(archive, decision);
        Console.Error.WriteLine($"{decision.Id} kept");
    }

    private static int Refuse(Record.Problem problem)
    {
        Console.Error.WriteLine($"error {problem}");
        return ExitCode.BadInput;
    }
}
