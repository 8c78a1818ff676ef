using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Evaluation;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval agreement</c>: how far two labellings of the same texts agree.</summary>
internal static class EvalAgreement
{
    public static Command Create()
    {
        var first = new Argument<string>("FIRST")
        {
            Description =
                "A labelled set of status or events (.jsonl), statements (.txt), mentions (a folder of .txt) or accounts (a folder of sets).",
        };
        var second = new Argument<string>("SECOND") { Description = "The second labelling of it, or of a share of it, in the same form." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var differences = new Option<string?>("--differences")
        {
            Description = "A file to which every case labelled otherwise is written, a line each.",
        };
        var command = new Command("agreement", "Two labellings of the same texts: how far they agree. No reader takes part.")
        {
            first,
            second,
            format,
            differences,
        };
        command.SetAction(parsed =>
        {
            foreach (var place in (ReadOnlySpan<string>)[parsed.GetValue(first)!, parsed.GetValue(second)!])
            {
                if (File.Exists(place) || Directory.Exists(place))
                    continue;
                Console.Error.WriteLine($"error CH1001 {place}: no such file or folder. Check the path.");
                return ExitCode.BadInput;
            }

            try
            {
                using var cases = parsed.GetValue(differences) is { } file ? new StreamWriter(file) : TextWriter.Null;
                FigureTable.Print(
                    Agreement.Of(parsed.GetValue(first)!, parsed.GetValue(second)!, cases),
                    parsed.GetValue(format) == "json",
                    Console.Out
                );
                return ExitCode.Ok;
            }
            catch (Exception error)
                when (error
                        is IOException
                            or InvalidDataException
                            or FormatException
                            or JsonException
                            or KeyNotFoundException
                            or UnauthorizedAccessException
                )
            {
                Console.Error.WriteLine($"error CH1001 {error.Message} Check the path and the set.");
                return ExitCode.BadInput;
            }
        });
        return command;
    }
}
