using System.CommandLine;
using System.Globalization;
using System.Text;
using Chancery.Actors;
using Chancery.Archive;
using Chancery.Cli.Rendering;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery show</c>: the list of an archive's documents, or the record of one.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var archive = ArchiveOption.Create();
        var id = new Argument<string?>("ID")
        {
            Description = "A document's id, or an entry's, or its first characters; all documents are listed where left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<string>("--format", "-f") { Description = "How to print the record.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(Listing.Forms);
        var generations = new Option<bool>("--generations") { Description = "List the generations under which anything was read." };
        var asOf = ArchiveOption.AsOf();
        var command = new Command("show", "List an archive's documents, or show the record of one.")
        {
            id,
            archive,
            format,
            generations,
            asOf,
        };
        command.SetAction(parsed =>
            ArchiveOption.Guard(() =>
            {
                using var reader = ArchiveOption.Open(parsed.GetValue(archive)!, parsed.GetValue(asOf));
                if (parsed.GetValue(generations))
                    return Generations(reader, parsed.GetValue(format)!);
                return parsed.GetValue(id) is { } named
                    ? Run(reader, named, parsed.GetValue(format)!)
                    : Documents(reader, parsed.GetValue(format)!);
            })
        );
        return command;
    }

    private static int Documents(ArchiveReader archive, string format)
    {
        new Listing(
            ["day", "publisher", "title", "entries", "document", "generation", "recorded", "origin"],
            archive
                .Documents()
                .Select(document =>
                    (object?[])
                        [
                            document.Day,
                            document.Publisher,
                            document.Title,
                            document.Entries,
                            document.Id,
                            document.Generation,
                            document.Recorded.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                            document.Origin,
                        ]
                )
        )
        {
            Unseen = ["generation", "recorded", "origin"],
        }.Print(format);
        return ExitCode.Ok;
    }

    private static int Generations(ArchiveReader archive, string format)
    {
        new Listing(
            ["generation", "version", "code", "codebook", "knowledge", "models"],
            archive.Generations.Select(generation =>
                (object?[])
                    [generation.Id, generation.Version, generation.Code, generation.Codebook, generation.Knowledge, generation.Models]
            )
        ).Print(format);
        return ExitCode.Ok;
    }

    private static int Run(ArchiveReader archive, string id, string format)
    {
        var found = archive.FindDocuments(id);
        if (found is not [var only])
        {
            var problem = found.Count == 0 ? Complaints.Unknown(id, archive.Path) : Complaints.Ambiguous(id, archive.Path);
            Console.Error.WriteLine($"error {problem}");
            return ExitCode.BadInput;
        }

        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        if (format == "json")
        {
            output.WriteLine("[");
            output.WriteLine(string.Join(",\n", archive.Entries(only).Select(entry => entry.Json)));
            output.WriteLine("]");
            return ExitCode.Ok;
        }

        if (format == "jsonl" || archive.Document(only) is not { } text)
        {
            foreach (var entry in archive.Entries(only))
                output.WriteLine(entry.Json);
            return ExitCode.Ok;
        }

        var points = new CodePoints(text.Text);
        var parsed = new ParsedText(text, [], [], []);
        var dossier = new Dossier(
            text,
            parsed,
            new Cast([], 0),
            new Chronology(parsed, DateValue.Unknown, []),
            [.. archive.Entries(only).Select(entry => EntryReading.Read(Encoding.UTF8.GetBytes(entry.Json), points))]
        );
        IRecordForm form = format == "csv" ? new CsvForm() : new PageForm(PageForm.IsPlain, PageForm.TerminalWidth());
        output.Write(Encoding.UTF8.GetString(form.Opening.Span) + Encoding.UTF8.GetString(form.Write(dossier).Span));
        return ExitCode.Ok;
    }
}
