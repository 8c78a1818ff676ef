using System.CommandLine;
using Chancery.Cli.Evaluation;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval records</c>: scores whole records against labelled ones.</summary>
internal static class EvalRecords
{
    public static Command Create()
    {
        var path = new Argument<string>("GOLD") { Description = "Labelled records, JSON lines with file, kind, quote and fields." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var misses = new Option<string?>("--misses") { Description = "A file to which every record without a pair is written, a line each." };
        var command = new Command("records", "Whole records: precision, recall and F1 by kind.") { path, format, misses };
        command.SetAction(parsed =>
        {
            try
            {
                using var cases = parsed.GetValue(misses) is { } file ? new StreamWriter(file) : TextWriter.Null;
                FigureTable.Print(RecordEvaluation.Score(parsed.GetValue(path)!, ReaderChoice.Open(), cases), parsed.GetValue(format) == "json", Console.Out);
                return ExitCode.Ok;
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"error CH1001 {error.Message} Check the path and the set.");
                return ExitCode.BadInput;
            }
        });
        return command;
    }
}
