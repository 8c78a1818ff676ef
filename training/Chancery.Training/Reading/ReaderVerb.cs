using System.Globalization;
using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>
/// Learns a reader: <c>reader VECTORS OUT HIDDEN EPOCHS SEED TRAIN.conllu... [--from START.bin] [--teachers TEACHER.bin...
/// --raw EVERY FIRST RAW.txt... --names NAMES.txt...] [--half HALF] [--sentence-dropout]</c>. With teachers it learns too from what they together say
/// of every so manieth raw sentence, and of sentences whose names are marked. From a start it goes on gently, with the start's words.
/// Dropout hides a value of one word, or with the last flag of all words of a sentence. With a half, 0 or 1, treebanks with names give only
/// every second document: such a reader has not seen the names of the others.
/// </summary>
internal static class ReaderVerb
{
    private const int Longest = 150,
        BatchWords = 700,
        Chunk = 1500,
        LeastRaw = 5,
        LongestRaw = 60,
        NamedTimes = 2,
        LeastSeen = 8;
    private const float Rate = 3e-3f,
        LaterRate = 1.2e-3f,
        WarmUp = 200f;

    public static int Run(string[] arguments)
    {
        var vectors = new PinnedFile(arguments[0]).Vectors();
        int hidden = int.Parse(arguments[2], CultureInfo.InvariantCulture),
            epochs = int.Parse(arguments[3], CultureInfo.InvariantCulture);
        // The packed weights are read in lanes of sixteen.
        if (hidden < 16 || hidden % 16 != 0)
            throw new ArgumentException($"a width of {hidden}: give a multiple of 16");
        var random = new Generator(ulong.Parse(arguments[4], CultureInfo.InvariantCulture));
        var forms = new FormTable();
        int? half = After(arguments, "--half") is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : null;
        var samples = After(arguments[5..], null).SelectMany(file => Labelled(file, forms, half)).ToList();
        var teachers = After(arguments, "--teachers");
        if (teachers.Length > 0)
        {
            var teacher = new Teacher([.. teachers.Select(path => new PinnedFile(path).Network(vectors))]);
            // What was labelled by hand counts twice beside what the teachers say.
            samples.AddRange(samples.ToArray());
            samples.AddRange(Taught(teacher, After(arguments, "--raw"), After(arguments, "--names"), forms));
        }

        var start = After(arguments, "--from");
        var shape = new NetworkShape(
            Input: hidden > 128 ? 160 : 96,
            hidden,
            Arc: hidden <= 96 ? 96 : 160,
            Label: hidden <= 96 ? 64 : 96,
            vectors.Width
        );
        var network =
            start.Length > 0
                ? LearntNetwork.Read(start, vectors)
                : new LearntNetwork(shape, forms.Vocabulary(labelled: 2, all: LeastSeen), vectors, random);
        var dropout =
            teachers.Length > 0 ? 0.1f
            : hidden <= 64 ? 0.15f
            : hidden <= 96 ? 0.2f
            : 0.3f;
        Learn(
            network,
            new NetworkTrainer(network, forms, dropout, arguments.Contains("--sentence-dropout"), random),
            samples,
            epochs,
            start.Length > 0 ? LaterRate : Rate,
            random
        );
        network.Write(arguments[1]);
        return 0;
    }

    // The arguments from a flag, or from the beginning, to the next flag.
    private static string[] After(string[] arguments, string? flag)
    {
        var from = flag is null ? 0 : Array.IndexOf(arguments, flag) + 1;
        if (flag is not null && from == 0)
            return [];
        return [.. arguments.Skip(from).TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))];
    }

    private static IEnumerable<Sample> Labelled(string file, FormTable forms, int? half)
    {
        var named = File.ReadLines(file).Take(2000).Any(line => line.Contains("Entity=", StringComparison.Ordinal));
        var sentences =
            named && half is { } number
                ? TreebankDocument.Read(File.ReadLines(file)).Where((_, i) => i % 2 == number).SelectMany(d => d.Sentences)
                : ConlluSentence.Read(File.ReadLines(file));
        return sentences.Where(s => s.Length <= Longest).Select(s => Sample.Of(s, forms, named));
    }

    private static List<Sample> Taught(Teacher teacher, string[] raw, string[] names, FormTable forms)
    {
        int every = int.Parse(raw[0], CultureInfo.InvariantCulture),
            first = int.Parse(raw[1], CultureInfo.InvariantCulture);
        var lines = raw[2..]
            .SelectMany(File.ReadLines)
            .Where((_, i) => i % every == first)
            .Select(line => line.Split(' '))
            .Where(words => words.Length is >= LeastRaw and <= LongestRaw)
            .ToList();
        var taught = teacher.Read(lines, forms);
        var named = names.SelectMany(NameFile.Read).ToList();
        for (var i = 0; i < NamedTimes; i++)
        {
            var read = teacher.Read([.. named.Select(n => n.Words)], forms);
            for (var s = 0; s < read.Count; s++)
                read[s].Names = named[s].Names;
            taught.AddRange(read);
        }

        Console.Error.WriteLine($"{taught.Count} sentences from the teachers, {taught.Sum(s => (long)s.Length)} words");
        return taught;
    }

    private static void Learn(LearntNetwork network, NetworkTrainer trainer, List<Sample> samples, int epochs, float rate, Generator random)
    {
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
                network.Step(rate * MathF.Min(1f, step / WarmUp) * cosine, step);
            }

            Console.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1} of {epochs}: loss {loss / batches.Count:F4}")
            );
        }
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

            if (batch.Count > 0)
                batches.Add([.. batch]);
        }

        var order = batches.ToArray();
        random.Shuffle<Sample[]>(order);
        return [.. order];
    }
}
