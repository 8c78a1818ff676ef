using System.Globalization;
using System.Text.Json;
using Chancery.Accounts;
using Chancery.Cli.Evaluation;
using Chancery.Reading;

namespace Chancery.Training.Accounts;

/// <summary>
/// Fits the weights by which two mentions are one occurrence: <c>occurrences OUT.csv FOLDER... [--cross]</c>. It learns from the sets of the folders that
/// are marked <c>look</c>, and with <c>--cross</c> first prints what the weights give on each lot when they are fitted on the others. A lot is what was
/// written together: the number before the name of a set, or its folder.
/// </summary>
internal static class OccurrenceVerb
{
    public static int Run(string[] arguments)
    {
        var sets = new List<(string Lot, LabelledAccounts Set)>();
        var clerk = new Clerk(NeuralReader.Load(ReaderSize.Fast));
        foreach (var folder in arguments.Skip(1).Where(argument => argument != "--cross"))
            foreach (var file in Directory.EnumerateFiles(folder, "gold.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                using var gold = JsonDocument.Parse(File.ReadAllBytes(file));
                if (gold.RootElement.GetProperty("split").GetString() != "look")
                    continue;
                var set = new LabelledAccounts(gold.RootElement, Path.GetDirectoryName(file)!, clerk);
                if (set.Occurrences.Length > 0)
                    sets.Add(
                        (
                            char.IsAsciiDigit(set.Name[0])
                                ? set.Name[..set.Name.IndexOf('-', StringComparison.Ordinal)]
                                : Path.GetFileName(folder),
                            set
                        )
                    );
            }

        var samples = sets.Select(set => (set.Lot, Rows: OccurrenceSamples.Of(set.Set).ToList())).ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sets.Count} sets, {samples.Sum(lot => lot.Rows.Count)} pairs, {samples.Sum(lot => lot.Rows.Count(row => row.One))} of them one"
            )
        );
        if (arguments.Contains("--cross"))
        {
            var all = new OccurrenceScore(TextWriter.Null);
            foreach (var lot in sets.Select(set => set.Lot).Distinct().Order(StringComparer.Ordinal))
            {
                var weights = new OccurrenceWeights(
                    OccurrenceTrainer.Fit(samples.Where(sample => sample.Lot != lot).SelectMany(sample => sample.Rows))
                );
                var score = new OccurrenceScore(TextWriter.Null);
                foreach (var (_, set) in sets.Where(set => set.Lot == lot))
                {
                    var ours = Occurrences.Of(set.Tellings, weights);
                    score.Add(set, ours);
                    all.Add(set, ours);
                }

                Console.WriteLine($"{lot}: {Told(score)}");
            }

            Console.WriteLine($"all: {Told(all)}");
        }

        Write(arguments[0], OccurrenceTrainer.Fit(samples.SelectMany(sample => sample.Rows)));
        return 0;
    }

    // Events for an occurrence (of all; of those of three mentions and more), purity, mentions found.
    private static string Told(OccurrenceScore score) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(double)score.Events / score.Occurrences:F3}/{(double)score.LargeEvents / score.Large:F3} {(double)score.Pure / score.Found:F3} {(double)score.Found / score.Mentions:F3} of {score.Occurrences}"
        );

    private static void Write(string path, double[][] weights)
    {
        using var output = new StreamWriter(path) { NewLine = "\n" };
        output.WriteLine("evidence,words,contact_within,contact_across,deed_within,deed_across,source");
        foreach (var evidence in Enum.GetValues<OccurrenceEvidence>())
        {
            var words = OccurrenceWeights.Standard.Words(evidence);
            output.WriteLine(
                $"{evidence},{(words.Contains(',', StringComparison.Ordinal) ? $"\"{words}\"" : words)},{string.Join(',', weights.Select(table => table[(int)evidence].ToString("F2", CultureInfo.InvariantCulture)))},training -- occurrences"
            );
        }
    }
}
