using Chancery.Reading;
using Chancery.Reading.Network;
using Chancery.Reading.Segmentation;
using Chancery.Record;

namespace Chancery.Training.Reading;

/// <summary>Learns where sentences end from the treebanks: <c>boundaries OUT TRAIN.conllu...</c>. A logistic model, stepped by AdaGrad.</summary>
internal static class BoundaryVerb
{
    private const int Epochs = 8;
    private const float Rate = 0.1f,
        Decay = 1e-6f;

    public static int Run(string[] arguments)
    {
        var gaps = new List<(int[] Features, bool Ends)>();
        foreach (var document in arguments[1..].SelectMany(file => TreebankDocument.Read(File.ReadLines(file))))
            Add(document, gaps);
        var weights = new float[BoundaryModel.Weights];
        var squares = new float[BoundaryModel.Weights];
        Array.Fill(squares, 1e-2f);
        var random = new Generator(3);
        var order = gaps.ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            foreach (var (features, ends) in order)
            {
                var sum = 0f;
                foreach (var feature in features)
                    sum += weights[feature];
                var slope = (1f / (1f + Activation.Exp(-sum))) - (ends ? 1f : 0f);
                if (MathF.Abs(slope) < 1e-4f)
                    continue;
                foreach (var feature in features)
                {
                    var step = slope + (Decay * weights[feature]);
                    squares[feature] += step * step;
                    weights[feature] -= Rate * step / MathF.Sqrt(squares[feature]);
                }
            }
        }

        Write(arguments[0], weights);
        Console.WriteLine($"{gaps.Count} gaps, {gaps.Count(g => g.Ends)} ends");
        return 0;
    }

    private static void Add(TreebankDocument document, List<(int[] Features, bool Ends)> gaps)
    {
        var text = document.Text;
        var ends = document.Words.Where(w => w.Length > 0).Select(w => w[^1].End).ToHashSet();
        var style = SentenceSplitter.StyleOf(text);
        var splitter = new SentenceSplitter(null!, style);
        var words = new List<Span>();
        var buffer = new int[BoundaryModel.Features];
        for (var at = 0; at < text.Length;)
        {
            var stop = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            words.Clear();
            Tokenizer.Cut(text, at, stop, words);
            at = stop + 1;
            if (words.Count < 2)
                continue;
            var seen = splitter.Describe(text, words, 0, words.Count);
            var start = 0;
            var state = new SentenceState(0, style, 0);
            for (var i = 0; i < words.Count - 1; i++)
            {
                state = state.After(seen[i], text[words[i].Start]);
                BoundaryModel.Describe(seen, start, i, state, buffer);
                var end = ends.Contains(words[i].End);
                gaps.Add(([.. buffer], end));
                if (!end)
                    continue;
                start = i + 1;
                state = new SentenceState(0, style, 0);
            }
        }
    }

    private static void Write(string path, float[] weights)
    {
        var largest = weights.Max(MathF.Abs);
        using var file = File.Create(path);
        var writer = new WeightsWriter(file);
        writer.Integer(BoundaryModel.Format);
        writer.Part<sbyte>([.. weights.Select(w => (sbyte)MathF.Round(w * 127f / largest))]);
    }
}
