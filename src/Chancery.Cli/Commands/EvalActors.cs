using System.CommandLine;
using Chancery.Cli.Evaluation;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval actors</c>: scores country and sector of actors by their words against a table.</summary>
internal static class EvalActors
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A table of words, country and sector." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var misses = new Option<string?>("--misses")
        {
            Description = "A file to which every case that is not right is written, a line each.",
        };
        var command = new Command("actors", "Actors by their words: country and sector.") { path, format, misses };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(path)!;
            if (!File.Exists(place))
            {
                Console.Error.WriteLine($"error CH1001 {place}: no such file. Check the path.");
                return ExitCode.BadInput;
            }

            using var cases = parsed.GetValue(misses) is { } file ? new StreamWriter(file) : TextWriter.Null;
            FigureTable.Print(ActorScore.Of(place, ReaderChoice.Open(), cases), parsed.GetValue(format) == "json", Console.Out);
            return ExitCode.Ok;
        });
        return command;
    }
}
