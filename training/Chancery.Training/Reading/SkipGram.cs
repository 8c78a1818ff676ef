using System.Runtime.Intrinsics;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>
/// Word vectors by structured skip-gram with negative samples: a table of outputs for each place around the word (Ling et al. 2015),
/// which suits syntax.
/// </summary>
internal sealed unsafe class SkipGram(int words, int width)
{
    private const int Reach = 2,
        Negatives = 5;
    private readonly FloatBuffer _out = new((long)words * width * 2 * Reach);
    private readonly FloatBuffer _error = new(width);

    public FloatBuffer Vectors { get; } = new((long)words * width);

    public void Train(IReadOnlyList<int[]> lines, long[] counts, int epochs, Generator random)
    {
        for (long i = 0; i < (long)words * width; i++)
            Vectors.At[i] = (random.NextSingle() - 0.5f) / width;
        _out.Clear((long)words * width * 2 * Reach);
        var total = counts.Sum();
        var negatives = NegativeTable(counts);
        var keep = new float[words];
        for (var w = 0; w < words; w++)
        {
            var share = (float)counts[w] / total;
            keep[w] = MathF.Min(1f, MathF.Sqrt(3e-4f / share) + (3e-4f / share));
        }

        long done = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var line in lines)
            {
                var rate = 0.03f * MathF.Max(0.02f, 1f - ((float)done / (total * epochs)));
                done += line.Length;
                for (var i = 0; i < line.Length; i++)
                {
                    if (line[i] < 0 || random.NextSingle() > keep[line[i]])
                        continue;
                    for (var place = 0; place < 2 * Reach; place++)
                    {
                        var j = place < Reach ? i + place - Reach : i + place - Reach + 1;
                        if (j >= 0 && j < line.Length && line[j] >= 0)
                            Learn(line[i], line[j], place, rate, negatives, random);
                    }
                }
            }
        }
    }

    private void Learn(int word, int other, int place, float rate, int[] negatives, Generator random)
    {
        var v = Vectors.At + ((long)word * width);
        var error = _error.At;
        new Span<float>(error, width).Clear();
        for (var k = 0; k <= Negatives; k++)
        {
            var target = k == 0 ? other : negatives[random.Next() >> 44];
            if (k > 0 && target == other)
                continue;
            var u = _out.At + (((long)place * words + target) * width);
            var sum = Vector256<float>.Zero;
            for (var x = 0; x < width; x += 8)
                sum = Vector256.FusedMultiplyAdd(Vector256.Load(v + x), Vector256.Load(u + x), sum);
            var gain = Vector256.Create(((k == 0 ? 1f : 0f) - (1f / (1f + Activation.Exp(-Vector256.Sum(sum))))) * rate);
            for (var x = 0; x < width; x += 8)
            {
                var old = Vector256.Load(u + x);
                Vector256.FusedMultiplyAdd(gain, old, Vector256.Load(error + x)).Store(error + x);
                Vector256.FusedMultiplyAdd(gain, Vector256.Load(v + x), old).Store(u + x);
            }
        }

        for (var x = 0; x < width; x += 8)
            (Vector256.Load(v + x) + Vector256.Load(error + x)).Store(v + x);
    }

    private static int[] NegativeTable(long[] counts)
    {
        var weights = counts.Select(c => Math.Sqrt(c) * Math.Sqrt(Math.Sqrt(c))).ToArray();
        var sum = weights.Sum();
        var table = new int[1 << 20];
        double reached = weights[0];
        for (int i = 0, w = 0; i < table.Length; i++)
        {
            while (w < counts.Length - 1 && (i + 0.5) / table.Length > reached / sum)
                reached += weights[++w];
            table[i] = w;
        }

        return table;
    }
}
