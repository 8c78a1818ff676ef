using System.Globalization;
using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>Learns a reader: <c>reader VECTORS OUT HIDDEN EPOCHS TRAIN.conllu...</c></summary>
internal static unsafe class ReaderVerb
{
    private const int Longest = 150, BatchWords = 700, Chunk = 1500;
    private const float Rate = 3e-3f, WarmUp = 200f;

    public static int Run(string[] arguments)
    {
        var bytes = File.ReadAllBytes(arguments[0]);
        var pinned = GC.AllocateUninitializedArray<byte>(bytes.Length + 64, pinned: true);
        fixed (byte* start = pinned)
        {
            var at = (byte*)(((nint)start + 63) & ~63);
            bytes.CopyTo(new Span<byte>(at, bytes.Length));
            var vectors = new WordVectors(pinned, at, bytes.Length);
            Learn(vectors, arguments[1], int.Parse(arguments[2]), int.Parse(arguments[3]), arguments[4..]);
        }

        return 0;
    }

    private static void Learn(WordVectors vectors, string path, int hidden, int epochs, string[] files)
    {
        var forms = new FormTable();
        var samples = new List<Sample>();
        foreach (var file in files)
        {
            var named = File.ReadLines(file).Take(2000).Any(line => line.Contains("Entity=", StringComparison.Ordinal));
            samples.AddRange(ConlluSentence.Read(File.ReadLines(file)).Where(s => s.Length <= Longest).Select(s => Sample.Of(s, forms, named)));
        }

        var random = new Generator(1);
        var shape = new NetworkShape(Input: hidden > 128 ? 160 : 96, hidden, Arc: hidden <= 96 ? 96 : 160, Label: hidden <= 96 ? 64 : 96, vectors.Width);
        var network = new LearntNetwork(shape, forms, vectors, random);
        var trainer = new NetworkTrainer(network, forms, hidden <= 64 ? 0.15f : hidden <= 96 ? 0.2f : 0.3f, random);
        var total = epochs * Batches(samples, new Generator(2)).Count;
        var step = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            double loss = 0;
            var batches = Batches(samples, random);
            foreach (var batch in batches)
            {
                step++;
                loss += trainer.Learn(batch);
                var cosine = 0.02f + (0.49f * (1f + MathF.Cos(MathF.PI * step / total)));
                network.Step(Rate * MathF.Min(1f, step / WarmUp) * cosine, step);
            }

            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1} of {epochs}: loss {loss / batches.Count:F4}"));
        }

        network.Write(path);
    }

    // Sentences of like length go together; which do is drawn anew each epoch.
    private static List<Sample[]> Batches(List<Sample> samples, Generator random)
    {
        var drawn = samples.ToArray();
        random.Shuffle<Sample>(drawn);
        var batches = new List<Sample[]>();
        foreach (var chunk in drawn.Chunk(Chunk))
        {
            var batch = new List<Sample>();
            var words = 0;
            foreach (var sample in chunk.OrderByDescending(s => s.Length))
            {
                if (words > 0 && words + sample.Length > BatchWords)
                {
                    batches.Add([.. batch]);
                    batch.Clear();
                    words = 0;
                }

                batch.Add(sample);
                words += sample.Length;
            }

            if (batch.Count > 0) batches.Add([.. batch]);
        }

        var order = batches.ToArray();
        random.Shuffle<Sample[]>(order);
        return [.. order];
    }
}
