using System.CommandLine;
using Chancery.Cli.Evaluation;
using Chancery.Reading;

namespace Chancery.Cli.Commands;

/// <summary><c>chancery eval conllu</c>: scores the reader against a treebank.</summary>
internal static class EvalConllu
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A treebank in CoNLL-U." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        var model = ReaderChoice.Option();
        var genres = new Option<bool>("--genres") { Description = "Give the figures of each genre too." };
        var command = new Command("conllu", "A treebank in CoNLL-U: tags, trees, lemmas and names from gold tokens, trees from raw text.")
        {
            path,
            format,
            model,
            genres,
        };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(path)!;
            if (!File.Exists(place))
            {
                Console.Error.WriteLine($"error CH1001 {place}: no such file or folder. Check the path.");
                return ExitCode.BadInput;
            }

            var reader = NeuralReader.Load(ReaderChoice.SizeOf(parsed.GetValue(model)));
            FigureTable.Print(ConlluScore.Of(place, reader, parsed.GetValue(genres)), parsed.GetValue(format) == "json", Console.Out);
            return ExitCode.Ok;
        });
        return command;
    }
}
