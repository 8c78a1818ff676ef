using System.CommandLine;
using System.Globalization;
using Chancery.Archive;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery import</c>: records that an export wrote, with their texts or without, into an archive.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var archive = ArchiveOption.Create();
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files that 'chancery export' wrote: JSON lines, CSV or Parquet.",
            Arity = ArgumentArity.OneOrMore,
        };
        var texts = new Option<string?>("--texts")
        {
            Description = "The texts that 'chancery export --texts' wrote; without them the record alone is kept.",
        };
        var made = new Option<string>("--made-by")
        {
            Description = "What made the records, as the archive shall name their generation.",
            DefaultValueFactory = _ => "import",
        };
        var command = new Command("import", "Add records that were exported before.") { files, archive, texts, made };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
                Run(parsed.GetValue(files)!, parsed.GetValue(texts), parsed.GetValue(archive)!, parsed.GetValue(made)!)
            )
        );
        return command;
    }

    private static int Run(string[] files, string? texts, string archive, string made)
    {
        var refused = 0;
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                Console.Error.WriteLine($"error CH1001 {file}: there is no such file. Check the path.");
                refused++;
                continue;
            }

            var result = Exchange.Import(
                file,
                Exchange.Lines(file),
                texts is null ? [] : Exchange.Texts(texts, Complain),
                archive,
                Named(made),
                TimeProvider.System,
                Complain
            );
            Console.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file}: {result.Documents} documents and {result.Entries} entries added, {result.AlreadyHeld} documents held already"
                )
            );
        }

        return refused > 0 ? ExitCode.BadInput : ExitCode.Ok;

        void Complain(Problem problem)
        {
            refused++;
            Console.Error.WriteLine($"error {problem}");
        }
    }

    private static Generation Named(string made) => new(made, "", "", "", "");
}
