using System.CommandLine;
using Chancery.Archive;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery export</c>: the whole record of an archive, the same bytes every time.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var archive = ArchiveOption.Create();
        var format = new Option<string>("--format", "-f") { Description = "The form.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv", "parquet");
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The file to write; jsonl goes to the standard output where left out.",
        };
        var texts = new Option<bool>("--texts")
        {
            Description = "Write the texts instead of the record, as JSON lines that 'import --texts' and 'read' take.",
        };
        var asOf = ArchiveOption.AsOf();
        var command = new Command("export", "Write the whole record of an archive.") { archive, format, output, texts, asOf };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
                Run(
                    parsed.GetValue(archive)!,
                    parsed.GetValue(texts) ? "texts" : parsed.GetValue(format)!,
                    parsed.GetValue(output),
                    parsed.GetValue(asOf)
                )
            )
        );
        return command;
    }

    private static int Run(string path, string format, string? output, string? asOf)
    {
        if (output is null && format is ("csv" or "parquet"))
        {
            Console.Error.WriteLine($"error --format {format} needs a file: add --output FILE.");
            return ExitCode.Usage;
        }

        using var archive = ArchiveOption.Open(path, asOf);
        if (format == "csv")
            Exchange.ToCsv(archive, output!);
        else if (format == "parquet")
            Exchange.ToParquet(archive, output!);
        else
        {
            using var stream = output is null ? Console.OpenStandardOutput() : File.Create(output);
            using var buffered = new BufferedStream(stream, 1 << 16);
            if (format == "texts")
                Exchange.TextsToLines(archive, buffered);
            else
                Exchange.ToLines(archive, buffered);
        }

        return ExitCode.Ok;
    }
}
