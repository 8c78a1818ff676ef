using System.Globalization;
using System.Text.Json;
using Chancery.Accounts;
using Chancery.Cli.Evaluation;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Training.Accounts;

/// <summary>
/// Learns the weights by which propositions are told to say one thing: <c>alignment OUT.csv ALIGNED.csv SETS...</c>. It learns from the labelled sets
/// marked <c>look</c> and from further pairs of their sentences, and prints what leaving out each set in turn gives. Measured sets are never read.
/// </summary>
internal static class AlignmentVerb
{
    public static int Run(string[] arguments)
    {
        var clerk = new Clerk(NeuralReader.Load(ReaderSize.Accurate));
        var meaning = new WordMeaning();
        var further = EmbeddedTable
            .Rows(new StringReader(File.ReadAllText(arguments[1])), arguments[1])
            .ToLookup(row => row[0], StringComparer.Ordinal);
        var sets = new List<AlignmentSet>();
        foreach (
            var file in arguments
                .Skip(2)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "gold.json", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal)
        )
        {
            using var gold = JsonDocument.Parse(File.ReadAllBytes(file));
            if (gold.RootElement.GetProperty("split").GetString() != "look")
                continue;
            var set = new AlignmentSet(
                new LabelledAccounts(gold.RootElement, Path.GetDirectoryName(file)!, clerk),
                further[gold.RootElement.GetProperty("set").GetString()!],
                meaning
            );
            if (set.Labels.Length > 0)
                sets.Add(set);
        }

        Report("left out in turn", sets.Select(set => set.Score(AlignmentTrainer.Learn([.. sets.Where(other => other != set)]))), sets);
        var weights = AlignmentTrainer.Learn(sets);
        Report("learnt from", sets.Select(set => set.Score(weights)), sets);
        using var output = new StreamWriter(arguments[0]) { NewLine = "\n" };
        output.WriteLine("feature,weight");
        for (var i = 0; i < weights.Length; i++)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Likeness.Features[i]},{weights[i]:F2}"));
        return 0;
    }

    private static void Report(string name, IEnumerable<(int Found, int Right, int Ours)> scores, List<AlignmentSet> sets)
    {
        var (found, right, ours) = scores.Aggregate(
            (Found: 0, Right: 0, Ours: 0),
            (sum, score) => (sum.Found + score.Found, sum.Right + score.Right, sum.Ours + score.Ours)
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sets.Count} sets {name}: recall {(double)found / sets.Sum(set => set.Labels.Length):F3}, precision {(double)right / ours:F3}"
            )
        );
    }
}
