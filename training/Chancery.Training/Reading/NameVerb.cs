using Chancery.Reading;
using Chancery.Reading.Naming;
using Chancery.Reading.Network;
using Chancery.Reading.Segmentation;
using Chancery.Record;

namespace Chancery.Training.Reading;

/// <summary>
/// Learns what names name: <c>names VECTORS OUT KNOWLEDGE TRAIN.conllu... --names NAMES.txt...</c>, from labelled names as the fast
/// reader sees their sentences, and from the names in the tables of knowledge without a sentence. A logistic model, stepped by AdaGrad.
/// </summary>
internal static class NameVerb
{
    private const int Epochs = 12;
    private const float Rate = 0.08f, TableWeight = 0.3f, Decay = 2e-5f;

    public static int Run(string[] arguments)
    {
        var vectors = new PinnedFile(arguments[0]).Vectors();
        var reader = NeuralReader.Load(ReaderSize.Fast);
        var flag = Array.IndexOf(arguments, "--names");
        var cases = new List<(int[] Features, NameType Type, float Weight)>();
        foreach (var file in arguments[3..flag])
        {
            foreach (var chunk in ConlluSentence.Read(File.ReadLines(file)).Chunk(200))
                Add(reader, [.. chunk.Select(s => (s.Forms, (IReadOnlyList<NameSpan>)EntityLayer.Names(s)))], vectors, cases);
        }

        foreach (var file in arguments[(flag + 1)..])
            foreach (var chunk in NameFile.Read(file).Chunk(200)) Add(reader, [.. chunk.Select(s => (s.Words, SpansOf(s.Names, s.Words.Length)))], vectors, cases);
        var labelled = cases.Count;
        AddTables(arguments[2], vectors, cases);

        var weights = new float[NameTyper.Rows * NameTyper.Types];
        var squares = new float[weights.Length];
        Array.Fill(squares, 1e-2f);
        var random = new Generator(4);
        var order = cases.ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            foreach (var (features, type, weight) in order) Learn(features, (int)type, weight, weights, squares);
        }

        Write(arguments[1], weights);
        Console.WriteLine($"{labelled} labelled names, {cases.Count - labelled} from tables");
        return 0;
    }

    private static void Learn(int[] features, int gold, float weight, float[] weights, float[] squares)
    {
        var types = NameTyper.Types;
        Span<float> sums = stackalloc float[types];
        foreach (var feature in features)
            for (var type = 0; type < types; type++) sums[type] += weights[(feature * types) + type];
        var largest = sums[0];
        foreach (var sum in sums) largest = MathF.Max(largest, sum);
        var whole = 0f;
        for (var type = 0; type < types; type++) whole += sums[type] = Activation.Exp(sums[type] - largest);
        for (var type = 0; type < types; type++)
        {
            var slope = weight * ((sums[type] / whole) - (type == gold ? 1f : 0f));
            foreach (var feature in features)
            {
                var at = (feature * types) + type;
                var step = slope + (Decay * weights[at]);
                squares[at] += step * step;
                weights[at] -= Rate * step / MathF.Sqrt(squares[at]);
            }
        }
    }

    private static void Add(
        NeuralReader reader, List<(string[] Forms, IReadOnlyList<NameSpan> Names)> sentences, WordVectors vectors, List<(int[] Features, NameType Type, float Weight)> cases)
    {
        var text = new System.Text.StringBuilder();
        var words = new List<Span>();
        var drafts = new List<SentenceDraft>();
        foreach (var (forms, _) in sentences)
        {
            var first = words.Count;
            foreach (var form in forms)
            {
                words.Add(new Span(text.Length, text.Length + form.Length));
                text.Append(form).Append(' ');
            }

            drafts.Add(new SentenceDraft(first, words.Count, drafts.Count, SentenceRole.Body));
        }

        var parsed = reader.Read(Document.Of(text.ToString()), words, drafts);
        var buffer = new int[NameTyper.Most];
        for (var s = 0; s < sentences.Count; s++)
        {
            var from = drafts[s].FirstWord;
            foreach (var name in sentences[s].Names)
            {
                var count = NameTyper.Describe(
                    parsed.Document.Text, parsed.Tokens.AsSpan(), from + name.FirstToken, from + name.EndToken, from, drafts[s].EndWord, vectors, buffer);
                cases.Add(([.. buffer.AsSpan(0, count)], name.Type, 1f));
            }
        }
    }

    private static List<NameSpan> SpansOf(Targets marks, int length)
    {
        var spans = new List<NameSpan>();
        for (var i = 0; i < length; i++)
        {
            int mark = marks.Choice(i)[0], end = i + 1;
            if (!NameMarks.IsBegin(mark)) continue;
            while (end < length && marks.Choice(end)[0] == mark + 1) end++;
            spans.Add(new NameSpan(i, end, NameMarks.TypeOf(mark)));
        }

        return spans;
    }

    private static void AddTables(string folder, WordVectors vectors, List<(int[] Features, NameType Type, float Weight)> cases)
    {
        (string File, string Column, NameType Type)[] tables =
        [
            ("places", "name", NameType.Place), ("states", "name", NameType.Place), ("bodies", "name", NameType.Organisation),
            ("holders", "name", NameType.Person), ("holders-hand", "name", NameType.Person), ("holder-names", "alias", NameType.Person),
            ("given-names", "name", NameType.Person), ("outlets", "name", NameType.Organisation), ("events", "name", NameType.Event),
        ];
        var buffer = new int[NameTyper.Most];
        var words = new List<Span>();
        foreach (var (file, column, type) in tables)
        {
            var lines = File.ReadLines(Path.Combine(folder, file + ".csv")).ToList();
            var at = Array.IndexOf(lines[0].Split(','), column);
            if (at < 0) throw new InvalidDataException($"{file}.csv has no column {column}.");
            foreach (var name in lines.Skip(1).Select(l => l.Split(',')).Where(c => c.Length > at).Select(c => c[at].Trim('"')).Distinct(StringComparer.Ordinal))
            {
                words.Clear();
                Tokenizer.Cut(name, 0, name.Length, words);
                if (words.Count is 0 or > 8 || !char.IsUpper(name[0])) continue;
                var count = NameTyper.DescribeWords([.. words.Select(w => w.In(name).ToString())], vectors, buffer);
                cases.Add(([.. buffer.AsSpan(0, count)], type, TableWeight));
            }
        }
    }

    private static void Write(string path, float[] weights)
    {
        var largest = weights.Max(MathF.Abs);
        using var file = File.Create(path);
        var writer = new WeightsWriter(file);
        writer.Integer(NameTyper.Format);
        writer.Part<sbyte>([.. weights.Select(w => (sbyte)MathF.Round(w * 127f / largest))]);
    }
}
