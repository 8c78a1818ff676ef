using System.CommandLine;
using System.Globalization;
using Chancery.Archive;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery compact</c>: many segments become few, which answer faster. Nothing of the record is lost.</summary>
internal static class CompactCommand
{
    public static Command Create()
    {
        var archive = ArchiveOption.Create();
        var prune = new Option<bool>("--prune")
        {
            Description =
                "Remove what was replaced, and what writers that died left behind. Readers that opened the archive before should have ended.",
        };
        var command = new Command("compact", "Write the segments of an archive as few.") { archive, prune };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
            {
                var path = parsed.GetValue(archive)!;
                var name = Compaction.Run(path);
                Console.Error.WriteLine(name is null ? "nothing to compact" : $"compacted into {name}");
                if (parsed.GetValue(prune))
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Compaction.Prune(path)} segments removed"));
                return ExitCode.Ok;
            })
        );
        return command;
    }
}
