using System.CommandLine;
using Chancery.Cli.Evaluation;
using Chancery.Coding;
using Chancery.Reading;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval plover</c>, <c>status</c> and <c>time</c>: the coding and dating of events against labelled sets that come in parts.</summary>
internal static class EvalEvents
{
    public static IEnumerable<Command> Create() =>
        [
            Verb(
                "plover",
                "Sentences with two parties marked: which type of event one has with the other (TSV).",
                "all, or learn or held of the project's own split.",
                (path, part, errors) =>
                    PloverScore.Of(
                        LabelledPair.Part(LabelledPair.Read(path), part),
                        NeuralReader.Load(ReaderSize.Fast),
                        EventModel.Default,
                        errors
                    )
            ),
            Verb(
                "status",
                "Events with their status labelled (JSON lines).",
                "all, look or measure.",
                (path, part, errors) => StatusScore.Of(path, part, NeuralReader.Load(ReaderSize.Fast), errors)
            ),
            Verb(
                "time",
                "Time expressions in TimeML or MEANTIME.",
                "all, or tune or held of two halves by name.",
                (path, part, errors) => TimeEvaluation.Figures(TimeEvaluation.Score(path, NeuralReader.Load(ReaderSize.Fast), part), errors)
            ),
        ];

    private static Command Verb(
        string name,
        string description,
        string parts,
        Func<string, string, TextWriter?, IReadOnlyList<Figure>> score
    )
    {
        var place = new Argument<string>("PATH") { Description = "The labelled file or folder." };
        var part = new Option<string>("--part") { Description = parts, DefaultValueFactory = _ => "all" };
        var errors = new Option<bool>("--errors") { Description = "List what was missed, on stderr." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var command = new Command(name, description) { place, part, errors, format };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(place)!;
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                Console.Error.WriteLine($"error CH1001 {path}: no such file or folder. Check the path.");
                return ExitCode.BadInput;
            }

            FigureTable.Print(
                score(path, parsed.GetValue(part)!, parsed.GetValue(errors) ? Console.Error : null),
                parsed.GetValue(format) == "json",
                Console.Out
            );
            return ExitCode.Ok;
        });
        return command;
    }
}
