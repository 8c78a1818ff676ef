using System.CommandLine;
using Chancery.Cli.Evaluation;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval reported</c>: scores whose words a report gives where.</summary>
internal static class EvalReported
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A report with marks, or a folder of them, as in test/gold/reported." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var misses = new Option<string?>("--misses") { Description = "A file to which every run of words that is not right is written." };
        var command = new Command("reported", "Whose words a report gives where, word by word.") { path, format, misses };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(path)!;
            if (!File.Exists(place) && !Directory.Exists(place))
            {
                Console.Error.WriteLine($"error CH1001 {place}: no such file or folder. Check the path.");
                return ExitCode.BadInput;
            }

            using var cases = parsed.GetValue(misses) is { } file ? new StreamWriter(file) : TextWriter.Null;
            FigureTable.Print(ReportedScore.Of(place, ReaderChoice.Open(), cases), parsed.GetValue(format) == "json", Console.Out);
            return ExitCode.Ok;
        });
        return command;
    }
}
