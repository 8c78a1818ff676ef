using System.Runtime.InteropServices;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>Learns word vectors and clusters from tokenised text, one sentence a line.</summary>
internal static unsafe class WordVectorVerb
{
    private const int Width = 96,
        LeastCount = 5,
        Epochs = 4;

    public static int Run(string[] arguments)
    {
        var keys = new Dictionary<ulong, int>();
        var counts = new List<long>();
        foreach (var line in arguments[..^1].SelectMany(File.ReadLines))
        {
            foreach (var word in line.AsSpan().Split(' '))
            {
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(keys, FormFeatures.KeyOf(line.AsSpan()[word]), out var known);
                if (!known)
                {
                    id = counts.Count;
                    counts.Add(0);
                }

                counts[id]++;
            }
        }

        var frequent = keys.Where(k => counts[k.Value] >= LeastCount)
            .OrderByDescending(k => counts[k.Value])
            .ThenBy(k => k.Key)
            .Select(k => k.Key)
            .ToArray();
        var row = frequent.Index().ToDictionary(f => f.Item, f => f.Index);
        var lines = arguments[..^1]
            .SelectMany(File.ReadLines)
            .Select(l => l.Split(' ').Select(w => row.GetValueOrDefault(FormFeatures.KeyOf(w), -1)).ToArray())
            .ToList();
        var model = new SkipGram(frequent.Length, Width);
        model.Train(lines, [.. frequent.Select(f => counts[keys[f]])], Epochs, new Generator(11));
        Write(arguments[^1], frequent, model.Vectors.At);
        // The vectors live as long as the model does.
        GC.KeepAlive(model);
        Console.WriteLine($"{frequent.Length} words, {counts.Sum()} tokens");
        return 0;
    }

    private static void Write(string path, ulong[] words, float* vectors)
    {
        for (var w = 0; w < words.Length; w++)
            Clustering.Normalise(vectors + ((long)w * Width), Width);
        var fine = Clustering.Of(vectors, words.Length, Width, WordVectors.Clusters, 12);
        var coarse = Clustering.Of(vectors, words.Length, Width, WordVectors.CoarseClusters, 12);
        var order = Enumerable.Range(0, words.Length).OrderBy(w => words[w]).ToArray();
        var sorted = new FloatBuffer((long)words.Length * Width);
        for (var i = 0; i < order.Length; i++)
        {
            new ReadOnlySpan<float>(vectors + ((long)order[i] * Width), Width).CopyTo(
                new Span<float>(sorted.At + ((long)i * Width), Width)
            );
            // Units of about one standard deviation a component.
            for (var x = 0; x < Width; x++)
                sorted.At[((long)i * Width) + x] *= 4f;
        }

        using var file = File.Create(path);
        var writer = new WeightsWriter(file);
        writer.Integer(words.Length);
        writer.Integer(Width);
        writer.Part<ulong>([.. order.Select(w => words[w])]);
        writer.Part<ushort>([.. order.SelectMany(w => new[] { (ushort)fine[w], (ushort)coarse[w] })]);
        writer.Table(sorted.At, words.Length, Width);
    }
}
