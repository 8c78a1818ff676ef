using System.Globalization;
using Chancery.Cli.Evaluation;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Training.Coding;

/// <summary>
/// Learns the weights by which event types are told between two parties: <c>events OUT.csv PLOVER.tsv [cross]</c>. It learns from the part
/// <c>learn</c> of the labelled rows and from the codebook's own examples, and with <c>cross</c> first prints what five-fold cross-validation
/// over that part gives. The part <c>held</c> is never read.
/// </summary>
internal static class EventVerb
{
    private const int Folds = 5;
    private const float Least = 0.1f;

    public static int Run(string[] arguments)
    {
        var reader = NeuralReader.Load(ReaderSize.Fast);
        var labelled = LabelledPair
            .Part(LabelledPair.Read(arguments[1]), "learn")
            .Select(pair => (pair, Parsed: PloverScore.Parse(pair, reader)))
            .Where(row => row.Parsed is not null)
            .Select(row => new EventSample(row.pair.Sentence, row.pair.Root, PairFeatures.Of(row.Parsed!)))
            .ToArray();
        var examples = CodebookSamples.Read(reader);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{labelled.Length} labelled, {examples.Length} examples of the codebook")
        );
        if (arguments.Length > 2)
            CrossValidate(labelled, examples);

        var weights = new EventTrainer([.. labelled, .. examples]).Train();
        using var output = new StreamWriter(arguments[0]) { NewLine = "\n" };
        output.WriteLine("feature,type,weight");
        foreach (var (feature, row) in weights.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            for (var i = 0; i < row.Length; i++)
                if (MathF.Abs(row[i]) >= Least)
                    output.WriteLine($"{Quoted(feature)},{(EventType)i},{row[i].ToString("F2", CultureInfo.InvariantCulture)}");
        return 0;
    }

    private static string Quoted(string feature) =>
        feature.AsSpan().ContainsAny('"', ',') ? $"\"{feature.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : feature;

    private static void CrossValidate(EventSample[] labelled, EventSample[] examples)
    {
        // Folds by sentence, so that two rows of one sentence never part.
        var sentences = labelled.Select(sample => sample.Sentence).Distinct(StringComparer.Ordinal).ToArray();
        new Generator(7).Shuffle(sentences.AsSpan());
        var fold = sentences
            .Select((sentence, i) => (sentence, i % Folds))
            .ToDictionary(pair => pair.sentence, pair => pair.Item2, StringComparer.Ordinal);
        var gold = labelled.Select(sample => sample.Root).ToArray();
        var found = new string[labelled.Length];
        for (var f = 0; f < Folds; f++)
        {
            var model = new EventModel(new EventTrainer([.. labelled.Where(sample => fold[sample.Sentence] != f), .. examples]).Train());
            for (var i = 0; i < labelled.Length; i++)
                if (fold[labelled[i].Sentence] == f)
                    found[i] = PloverScore.Best(model.Probabilities(labelled[i].Features));
        }

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"cross-validated root macro-F1 {PloverScore.Macro(gold, found):F4}")
        );
        for (var i = 0; i < labelled.Length; i++)
            if (gold[i] != found[i])
                Console.WriteLine($"{gold[i]}\t{found[i]}\t{labelled[i].Sentence}");
    }
}
