using System.CommandLine;
using Chancery.Cli.Evaluation;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval chains</c>: scores the chains of sources and the addressees of statements.</summary>
internal static class EvalChains
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A file of texts with their statements, as in test/gold/attribution." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var misses = new Option<string?>("--misses") { Description = "A file to which every statement that is not right is written." };
        var command = new Command("chains", "Statements with their chain of sources and their addressees.") { path, format, misses };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(path)!;
            if (!File.Exists(place))
            {
                Console.Error.WriteLine($"error CH1001 {place}: no such file. Check the path.");
                return ExitCode.BadInput;
            }

            using var cases = parsed.GetValue(misses) is { } file ? new StreamWriter(file) : TextWriter.Null;
            FigureTable.Print(ChainScore.Of(place, ReaderChoice.Open(), cases), parsed.GetValue(format) == "json", Console.Out);
            return ExitCode.Ok;
        });
        return command;
    }
}
