using System.CommandLine;
using Chancery.Cli.Evaluation;
using Chancery.Reading;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval records</c> and <c>events</c>: score what whole texts give against labels.</summary>
internal static class EvalRecords
{
    public static IEnumerable<Command> Create() =>
        [
            Verb(
                "records",
                "Labelled records, JSON lines with file, kind, quote and fields.",
                "Whole records: precision, recall and F1 by kind.",
                "every record without a pair",
                RecordEvaluation.Score
            ),
            Verb(
                "events",
                "Labelled events of whole texts, JSON lines with file, quote, word and fields.",
                "Events: found, type, participants, status, date, mode, contexts, means, casualties.",
                "every event that is not right, and which types are taken for which",
                EventScore.Of
            ),
        ];

    private static Command Verb(
        string name,
        string gold,
        string description,
        string what,
        Func<string, IReader, TextWriter, IReadOnlyList<Figure>> score
    )
    {
        var path = new Argument<string>("GOLD") { Description = gold };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var misses = new Option<string?>("--misses") { Description = $"A file to which {what} is written, a line each." };
        var command = new Command(name, description) { path, format, misses };
        command.SetAction(parsed =>
        {
            try
            {
                using var cases = parsed.GetValue(misses) is { } file ? new StreamWriter(file) : TextWriter.Null;
                FigureTable.Print(
                    score(parsed.GetValue(path)!, ReaderChoice.Open(), cases),
                    parsed.GetValue(format) == "json",
                    Console.Out
                );
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
