using System.CommandLine;
using System.Text.Json;
using Chancery.Accounts;
using Chancery.Archive;
using Chancery.Cli.Explaining;
using Chancery.Cli.Rendering;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery why ID</c>: what made each field of an entry, from the words to the entity.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var archive = ArchiveOption.Create();
        var id = new Argument<string>("ID") { Description = "An entry's id, or its first characters." };
        var format = ArchiveOption.Format();
        var command = new Command("why", "Say which rule, frame, fact or model made each field of an entry, and from which words.")
        {
            id,
            archive,
            format,
        };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() => Run(parsed.GetValue(archive)!, parsed.GetValue(id)!, parsed.GetValue(format)!))
        );
        return command;
    }

    private static int Run(string path, string id, string format)
    {
        using var archive = ArchiveReader.Open(path);
        var found = archive.Find(id);
        if (found is not [var only])
        {
            Console.Error.WriteLine(
                $"error {(found.Count == 0 ? Complaints.Unknown(id, archive.Path) : Complaints.Ambiguous(id, archive.Path))}"
            );
            return ExitCode.BadInput;
        }

        var record = archive.Entries(only.DocumentId).Select(entry => JsonDocument.Parse(entry.Json).RootElement).ToArray();
        var entry = record.First(line => line.GetProperty("id").GetString() == only.Id);
        Ground[] grounds = [.. Explanation.Of(entry, record), .. Decided(archive, only, entry)];
        if (format == "text")
            Console.Out.Write(Page(only, grounds));
        else
            new Listing(
                ["field", "value", "words", "start", "end", "basis", "detail"],
                grounds.Select(ground =>
                    (object?[])[ground.Field, ground.Value, ground.Words, ground.Start, ground.End, ground.Basis, ground.Detail]
                )
            ).Print(format);
        return ExitCode.Ok;
    }

    // What people decided of the occurrence of which this is a mention.
    private static IEnumerable<Ground> Decided(ArchiveReader archive, StoredEntry stored, JsonElement entry)
    {
        if (entry.GetProperty("kind").GetString() != "event")
            yield break;
        var span = entry.GetProperty("spans")[0];
        var place = new MentionPlace(
            stored.DocumentId,
            span.GetProperty("start").GetInt32(),
            span.GetProperty("end").GetInt32()
        ).ToString();
        foreach (var decision in OccurrenceDecisions.Standing(archive.Decided))
        {
            if (!decision.Targets.Contains(place))
                continue;
            var others =
                decision.Targets[0] == place ? decision.Targets.Skip(1)
                : decision.Verb == OccurrenceDecisions.Split ? decision.Targets.Take(1)
                : decision.Targets.Where(target => target != place);
            yield return new Ground(
                "occurrence",
                decision.Verb == OccurrenceDecisions.Split ? "kept apart" : "one",
                null,
                null,
                null,
                $"decision {decision.Id}",
                $"{(decision.Verb == OccurrenceDecisions.Split ? "from" : "with")} {string.Join(", ", others)} by {OccurrenceDecisions.Ground(decision)}"
            );
        }
    }

    private static string Page(StoredEntry entry, IReadOnlyList<Ground> grounds)
    {
        var sheet = new Sheet(PageForm.IsPlain, PageForm.TerminalWidth());
        sheet.Line(0, (entry.Id, "1"), ($"in {entry.DocumentId}, read under {entry.Generation}", "2"));
        foreach (var ground in grounds)
        {
            sheet.Line(2, (ground.Field, "36"), (ground.Value, "1"));
            if (ground.Words is { } words)
                sheet.Line(6, ($"“{words}”", ""), ($"{ground.Start}..{ground.End}", "2"));
            sheet.Line(6, (ground.Basis + (ground.Detail is null ? "" : ":"), ""), (ground.Detail ?? "", ""));
        }

        return sheet.ToString();
    }
}
