using System.CommandLine;
using Chancery.Cli.Evaluation;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval attribution</c>: scores source, cue and content against labelled texts.</summary>
internal static class EvalAttribution
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A folder of texts with brat's standoff beside them." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var misses = new Option<string?>("--misses") { Description = "A file to which everything that differs is written, a line each." };
        var command = new Command("attribution", "Texts with source, cue and content marked in brat's standoff format: who says what.")
        {
            path,
            format,
            misses,
        };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(path)!;
            if (!Directory.Exists(place))
            {
                Console.Error.WriteLine($"error CH1001 {place}: no such folder. Check the path.");
                return ExitCode.BadInput;
            }

            using var cases = parsed.GetValue(misses) is { } file ? new StreamWriter(file) : TextWriter.Null;
            FigureTable.Print(
                AttributionEvaluation.Score(place, ReaderChoice.Open(), cases),
                parsed.GetValue(format) == "json",
                Console.Out
            );
            return ExitCode.Ok;
        });
        return command;
    }
}
