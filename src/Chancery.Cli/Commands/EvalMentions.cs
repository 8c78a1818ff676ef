using System.CommandLine;
using Chancery.Cli.Evaluation;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval mentions</c>: scores who is meant against texts whose mentions are marked.</summary>
internal static class EvalMentions
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A text with marked mentions, or a folder of them." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var misses = new Option<string?>("--misses")
        {
            Description = "A file to which every case that is not right is written, a line each.",
        };
        var command = new Command("mentions", "Mentions marked in texts: precision, coverage, by form.") { path, format, misses };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(path)!;
            if (!File.Exists(place) && !Directory.Exists(place))
            {
                Console.Error.WriteLine($"error CH1001 {place}: no such file or folder. Check the path.");
                return ExitCode.BadInput;
            }

            using var cases = parsed.GetValue(misses) is { } file ? new StreamWriter(file) : TextWriter.Null;
            FigureTable.Print(MentionEvaluation.Score(place, ReaderChoice.Open(), cases), parsed.GetValue(format) == "json", Console.Out);
            return ExitCode.Ok;
        });
        return command;
    }
}
