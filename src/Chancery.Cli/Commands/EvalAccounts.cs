using System.CommandLine;
using Chancery.Cli.Evaluation;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval accounts</c>: scores the comparison of accounts and the search for occurrences against labelled sets.</summary>
internal static class EvalAccounts
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A folder of labelled sets, each a folder with gold.json." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var misses = new Option<string?>("--misses")
        {
            Description = "A file to which what is not right in the sets marked 'look' is written; of the measured sets nothing is.",
        };
        var command = new Command("accounts", "Labelled sets of accounts: silence, topics, contradictions, alignment, occurrences.")
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
            FigureTable.Print(AccountScore.Of(place, ReaderChoice.Open(), cases), parsed.GetValue(format) == "json", Console.Out);
            return ExitCode.Ok;
        });
        return command;
    }
}
