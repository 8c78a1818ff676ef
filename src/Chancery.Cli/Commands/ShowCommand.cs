using System.CommandLine;
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
        var id = new Argument<string?>("ID") { Description = "A document's id, or an entry's, or its first characters; all documents are listed where left out.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format", "-f") { Description = "How to print the record.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("show", "Show one document's record from an archive.") { id, archive, format };
        command.SetAction(parsed => ArchiveOption.Guard(() => Run(parsed.GetValue(archive)!, parsed.GetValue(id), parsed.GetValue(format) == "jsonl")));
        return command;
    }

    private static int Run(string path, string? id, bool lines)
    {
        using var archive = ArchiveReader.Open(path);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        if (id is null)
        {
            foreach (var document in archive.Documents())
                output.WriteLine($"{document.Id}  {document.Day:yyyy-MM-dd}  {document.Entries,5}  {document.Publisher}  {document.Title}");
            return ExitCode.Ok;
        }

        var found = archive.FindDocuments(id);
        if (found is not [var only])
        {
            var problem = found.Count == 0 ? Complaints.Unknown(id, archive.Path) : Complaints.Ambiguous(id, archive.Path);
            Console.Error.WriteLine($"error {problem}");
            return ExitCode.BadInput;
        }

        if (lines || archive.Document(only) is not { } text)
        {
            foreach (var entry in archive.Entries(only)) output.WriteLine(entry.Json);
            return ExitCode.Ok;
        }

        var points = new CodePoints(text.Text);
        var parsed = new ParsedText(text, [], [], []);
        var dossier = new Dossier(
            text, parsed, new Cast([], 0), new Chronology(parsed, DateValue.Unknown, []),
            [.. archive.Entries(only).Select(entry => EntryReading.Read(Encoding.UTF8.GetBytes(entry.Json), points))]);
        var plain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        output.Write(Encoding.UTF8.GetString(new PageForm(plain, PageForm.TerminalWidth()).Write(dossier).Span));
        return ExitCode.Ok;
    }
}
