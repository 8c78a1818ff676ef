using System.CommandLine;
using Chancery.Cli.Evaluation;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval</c>: scores the production code against labelled sets. Each verb is one line of the table.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var command = new Command("eval", "Score against labelled sets.");
        foreach (var verb in Verbs())
            command.Subcommands.Add(verb);
        return command;
    }

    private static IEnumerable<Command> Verbs() =>
        [
            EvalAccounts.Create(),
            EvalActors.Create(),
            EvalAgreement.Create(),
            EvalConllu.Create(),
            EvalMentions.Create(),
            .. EvalEvents.Create(),
            .. EvalRecords.Create(),
            Verb("sentences", "A text of one sentence a line and an empty line between paragraphs: where sentences end.", BoundaryScore.Of),
            EvalAttribution.Create(),
            EvalChains.Create(),
            EvalReported.Create(),
        ];

    private static Command Verb(string name, string description, Func<string, TextWriter?, IReadOnlyList<Figure>> score)
    {
        var path = new Argument<string>("PATH") { Description = "The labelled file or folder." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var errors = new Option<bool>("--errors") { Description = "List what was missed, on stderr." };
        var command = new Command(name, description) { path, errors, format };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(path)!;
            if (!File.Exists(place) && !Directory.Exists(place))
            {
                Console.Error.WriteLine($"error CH1001 {place}: no such file or folder. Check the path.");
                return ExitCode.BadInput;
            }

            FigureTable.Print(score(place, parsed.GetValue(errors) ? Console.Error : null), parsed.GetValue(format) == "json", Console.Out);
            return ExitCode.Ok;
        });
        return command;
    }
}
