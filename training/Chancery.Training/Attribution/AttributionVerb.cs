using System.Globalization;
using System.Runtime.InteropServices;
using Chancery.Attribution;
using Chancery.Attribution.Spotting;
using Chancery.Reading;
using Chancery.Reading.Network;
using Chancery.Record;

namespace Chancery.Training.Attribution;

/// <summary>Learns the model of attribution: <c>attribution OUT EPOCHS INPUT HIDDEN TRAIN [DEV]</c>, folders with text/ and attributions/.</summary>
internal static unsafe class AttributionVerb
{
    private const int LeastWord = 8,
        LeastPair = 30,
        LongestDocument = 6000;
    private const float Rate = 3e-3f,
        WarmUp = 200f;

    public static int Run(string[] arguments)
    {
        var vectors = NeuralReader.SharedVectors;
        var samples = Samples(arguments[4], vectors);
        var dev = arguments.Length > 5 ? Samples(arguments[5], vectors) : [];
        Console.Error.WriteLine($"{samples.Count} documents, {samples.Sum(s => s.Cues.Count)} cues");
        var (words, wordCounts) = Vocabulary(samples.SelectMany(s => s.Clues), LeastWord);
        var (pairs, pairCounts) = Vocabulary(samples.SelectMany(s => s.Cues).SelectMany(c => c.Clues), LeastPair);
        Console.Error.WriteLine($"{words.Length} clues of words, {pairs.Length} of pairs");
        foreach (var sample in samples)
        {
            sample.Rows = Rows(sample.Clues, words);
            foreach (var cue in sample.Cues)
                cue.Rows = Rows(cue.Clues, pairs);
        }

        var random = new Generator(1);
        int epochs = int.Parse(arguments[1]),
            input = int.Parse(arguments[2]),
            hidden = int.Parse(arguments[3]);
        var model = new LearntSpotter(words, pairs, vectors, input, hidden, role: 64, random);
        var trainer = new SpotterTrainer(model, wordCounts, pairCounts, 0.2f, random);
        int step = 0,
            total = epochs * samples.Count;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            double loss = 0;
            random.Shuffle<AttributionSample>(CollectionsMarshal.AsSpan(samples));
            foreach (var sample in samples)
            {
                step++;
                loss += trainer.Learn(sample);
                var cosine = 0.02f + (0.49f * (1f + MathF.Cos(MathF.PI * step / total)));
                model.Step(Rate * MathF.Min(1f, step / WarmUp) * cosine, step);
            }

            Console.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1} of {epochs}: loss {loss / samples.Count:F4}")
            );
            Keep(model, arguments[0], epoch == epochs - 1 ? dev : [], vectors);
        }

        return 0;
    }

    /// <summary>
    /// Writes the model with the readiness to see a cue that serves the development texts best: a tagger learnt on words that are mostly no
    /// cue is too shy for the best mean of precision and recall.
    /// </summary>
    private static void Keep(LearntSpotter model, string path, List<AttributionSample> dev, WordVectors vectors)
    {
        var shy = model.CueBias.Values[1];
        float ready = 0,
            best = -1;
        for (var more = 0f; dev.Count > 0 && more < 1.9f; more += 0.6f)
        {
            model.CueBias.Values[1] = shy + more;
            var score = Measure(model, dev, vectors);
            if (score <= best)
                break;
            (best, ready) = (score, more);
        }

        model.CueBias.Values[1] = shy + ready;
        using (var file = File.Create(path))
            model.Write(file);
        model.CueBias.Values[1] = shy;
    }

    private static List<AttributionSample> Samples(string folder, WordVectors vectors)
    {
        var reader = NeuralReader.Load(ReaderSize.Fast);
        var samples = new List<AttributionSample>();
        string? last = null;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "attributions"), "*.ann").Order(StringComparer.Ordinal))
        {
            // NAME_CODE.ann beside NAME.txt; of several annotators the first in the order of names.
            var name = Path.GetFileNameWithoutExtension(path);
            name = name[..name.LastIndexOf('_')];
            var place = Path.Combine(folder, "text", name + ".txt");
            if (name == last || !File.Exists(place))
                continue;
            last = name;
            var content = File.ReadAllText(place);
            var gold = LabelledAttribution.Read(File.ReadAllText(path), content);
            var text = reader.Read(Document.Of(content, name));
            if (gold.Count > 0 && text.Tokens.Length < LongestDocument)
                samples.Add(AttributionSample.Of(text, gold, vectors));
        }

        return samples;
    }

    private static (ulong[] Keys, int[] Counts) Vocabulary(IEnumerable<ulong[]> clues, int least)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var keys in clues)
            foreach (var key in keys)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
        var kept = counts.Where(c => c.Value >= least).OrderBy(c => c.Key).ToArray();
        return ([.. kept.Select(c => c.Key)], [.. kept.Select(c => c.Value)]);
    }

    private static int[][] Rows(ulong[][] clues, ulong[] vocabulary) =>
        Array.ConvertAll(clues, keys => Array.FindAll(Array.ConvertAll(keys, key => Array.BinarySearch(vocabulary, key)), row => row >= 0));

    // As the engine will run it: through the bytes of the file.
    private static float Measure(LearntSpotter model, List<AttributionSample> dev, WordVectors vectors)
    {
        using var memory = new MemoryStream();
        model.Write(memory);
        var bytes = memory.ToArray();
        var pinned = GC.AllocateUninitializedArray<byte>(bytes.Length + 64, pinned: true);
        var score = new AttributionScore();
        fixed (byte* start = pinned)
        {
            var at = (byte*)(((nint)start + 63) & ~63);
            bytes.CopyTo(new Span<byte>(at, bytes.Length));
            var spotter = new Spotter(new SpotterWeights(pinned, at, bytes.Length, vectors));
            foreach (var sample in dev)
                score.Add(sample.Text, sample.Gold, [.. spotter.Find(sample.Text).Select(s => Labelled(sample.Text, s))]);
        }

        Console.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  exact {score.Spans[0].ExactF1:F4} {score.Spans[1].ExactF1:F4} {score.Spans[2].ExactF1:F4} relation {score.RelationF1:F4} gold {score.Gold} found {score.Found}"
            )
        );
        return (float)(score.Spans.Sum(span => span.ExactF1) + score.RelationF1);
    }

    private static LabelledAttribution Labelled(ParsedText text, Spotted spotted)
    {
        return new(Spans(spotted.Source), Spans([spotted.Cue]), Spans(spotted.Content));

        Span[] Spans((int First, int End)[] stretches) => Array.ConvertAll(stretches, s => text.SpanOf(s.First, s.End));
    }
}
