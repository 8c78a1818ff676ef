using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>Networks that read sentences together, their shares averaged, for a smaller one to learn from.</summary>
internal sealed unsafe class Teacher(IReadOnlyList<Network> networks)
{
    private const int Batch = 64,
        ArcChoices = 4,
        LabelChoices = 3,
        TagChoices = 2,
        PennChoices = 3,
        NameChoices = 2;
    private static readonly int Tags = Enum.GetValues<UniversalTag>().Length,
        Penns = Enum.GetValues<PennTag>().Length;
    private static readonly int Labels = Enum.GetValues<Relation>().Length;
    private readonly Encoder[] _encoders = [.. networks.Select(n => new Encoder(n, Kernel.Best))];
    private readonly FormCache[] _caches = [.. networks.Select(n => new FormCache(n, Kernel.Best))];
    private readonly TreeDecoder _decoder = new();
    private float[] _shares = new float[1 << 16];

    /// <summary>What the networks say of sentences, in their order.</summary>
    public List<Sample> Read(IReadOnlyList<string[]> sentences, FormTable forms)
    {
        var samples = new List<Sample>(sentences.Count);
        foreach (var chunk in sentences.Chunk(Batch))
            Read(chunk, forms, samples);
        return samples;
    }

    private void Read(string[][] sentences, FormTable forms, List<Sample> samples)
    {
        var order = Enumerable.Range(0, sentences.Length).OrderByDescending(s => sentences[s].Length).ToArray();
        int[] lengths = [.. order.Select(s => sentences[s].Length)];
        for (var n = 0; n < networks.Count; n++)
            Encode(n, sentences, order, lengths);

        var heads = new int[order.Length][];
        var arcs = new Targets[order.Length];
        var starts = new int[order.Length];
        var rows = 0;
        for (var s = 0; s < order.Length; s++)
        {
            (arcs[s], heads[s]) = Arcs(s, lengths[s]);
            starts[s] = rows;
            foreach (var encoder in _encoders)
                for (var i = 0; i < lengths[s]; i++)
                    encoder.Pair(rows + i, s, i, heads[s][i]);
            rows += lengths[s];
        }

        var labels = Fit(rows * Labels).AsSpan(0, rows * Labels);
        labels.Clear();
        foreach (var encoder in _encoders)
        {
            var scores = encoder.LabelScores();
            for (var row = 0; row < rows; row++)
                AddShares(scores.Slice(row * NetworkShape.Relation, Labels), labels.Slice(row * Labels, Labels));
        }

        var read = new Sample[sentences.Length];
        for (var s = 0; s < order.Length; s++)
        {
            var own = Targets.Likeliest(labels.Slice(starts[s] * Labels, lengths[s] * Labels), Labels, lengths[s], LabelChoices);
            read[order[s]] = new Sample
            {
                Forms = [.. sentences[order[s]].Select(f => forms.Add(f, labelled: false))],
                Universal = Choices(s, lengths[s], 0, Tags, TagChoices),
                Penn = Choices(s, lengths[s], networks[0].Shape.PennAt, Penns, PennChoices),
                Names = Choices(s, lengths[s], networks[0].Shape.NameAt, NameMarks.Count, NameChoices),
                Arcs = arcs[s],
                Heads = [.. heads[s].Select(h => (short)(h + 1))],
                Labels = own,
            };
        }

        samples.AddRange(read);
    }

    private void Encode(int n, string[][] sentences, int[] order, int[] lengths)
    {
        var (encoder, cache) = (_encoders[n], _caches[n]);
        encoder.Layout.Arrange(lengths);
        var slots = new int[encoder.Layout.Rows];
        cache.Reserve(slots.Length);
        for (var s = 0; s < order.Length; s++)
            for (var i = 0; i < lengths[s]; i++)
                slots[encoder.Layout.Row(s, i)] = cache.Slot(sentences[order[s]][i]);
        cache.Project();
        encoder.Encode([.. slots.Select(cache.Gates)]);
    }

    private (Targets Arcs, int[] Heads) Arcs(int sentence, int length)
    {
        var width = length + 1;
        var shares = new float[length * width];
        foreach (var encoder in _encoders)
        {
            var scores = encoder.ArcScores(sentence, length, out var stride);
            for (var i = 0; i < length; i++)
            {
                scores[(i * stride) + i + 1] = -1e9f;
                AddShares(scores.Slice(i * stride, width), shares.AsSpan(i * width, width));
            }
        }

        var arcs = Targets.Likeliest(shares, width, length, Math.Min(ArcChoices, width));
        // The tree with the most expected right heads.
        var heads = new int[length];
        _decoder.Decode(shares, width, heads);
        return (arcs, heads);
    }

    private Targets Choices(int sentence, int length, int at, int width, int choices)
    {
        var shares = new float[length * width];
        for (var i = 0; i < length; i++)
            foreach (var encoder in _encoders)
                AddShares(encoder.Output(encoder.Layout.Row(sentence, i)).Slice(at, width), shares.AsSpan(i * width, width));
        return Targets.Likeliest(shares, width, length, choices);
    }

    private static void AddShares(ReadOnlySpan<float> scores, Span<float> to)
    {
        var largest = scores[0];
        foreach (var score in scores)
            largest = MathF.Max(largest, score);
        var sum = 0f;
        foreach (var score in scores)
            sum += Activation.Exp(score - largest);
        for (var i = 0; i < scores.Length; i++)
            to[i] += Activation.Exp(scores[i] - largest) / sum;
    }

    private float[] Fit(int length) => _shares.Length >= length ? _shares : _shares = new float[length * 2];
}
