using System.CommandLine;
using Chancery.Archive;
using Chancery.Cli.Rendering;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery coverage</c>: source by day, so that a day of silence and a day on which nobody looked are told apart.</summary>
internal static class CoverageCommand
{
    public static Command Create()
    {
        var archive = ArchiveOption.Create();
        var source = new Option<string?>("--source") { Description = "One source alone." };
        var asOf = ArchiveOption.AsOf();
        var format = ArchiveOption.Format();
        var command = new Command("coverage", "Show, source by day, what was read, found empty, failed, or not watched.")
        {
            archive,
            source,
            asOf,
            format,
        };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
            {
                using var reader = ArchiveOption.Open(parsed.GetValue(archive)!, parsed.GetValue(asOf));
                var only = parsed.GetValue(source);
                var days = new ArchiveQuery(reader).Coverage().Where(day => only is null || day.Source == only);
                if (parsed.GetValue(format) is "text")
                    Runs(days).Print("text");
                else
                    new Listing(
                        ["source", "day", "state", "read", "empty", "failed"],
                        days.Select(day => (object?[])[day.Source, day.Day, day.State, day.Read, day.Empty, day.Failed])
                    ).Print(parsed.GetValue(format)!);
                return ExitCode.Ok;
            })
        );
        return command;
    }

    // For a person, days of one state in a row are one line.
    private static Listing Runs(IEnumerable<CoverageDay> days)
    {
        var rows = new List<object?[]>();
        CoverageDay? first = null,
            last = null;
        long read = 0;
        foreach (var day in days)
        {
            if (last is not null && (last.Source != day.Source || last.State != day.State || last.Day is null || day.Day is null))
                End();
            first ??= day;
            last = day;
            read += day.Read;
        }

        End();
        return new Listing(["source", "from", "until", "state", "days", "documents"], rows);

        void End()
        {
            if (first is null || last is null)
                return;
            var length = first.Day is { } from && last.Day is { } to ? to.DayNumber - from.DayNumber + 1 : (int?)null;
            rows.Add([first.Source.Length == 0 ? "(no publisher)" : first.Source, first.Day, last.Day, last.State, length, read]);
            first = null;
            read = 0;
        }
    }
}
