using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>The parameters of a network while it is learnt, and their file.</summary>
internal sealed unsafe class LearntNetwork
{
    public LearntNetwork(NetworkShape shape, ulong[] vocabulary, WordVectors vectors, Generator random)
    {
        Shape = shape;
        Vectors = vectors;
        Vocabulary = vocabulary;
        Word = new EmbeddingParameter(Vocabulary.Length + 1, shape.Input, random);
        Form = new EmbeddingParameter(FormFeatures.Forms, shape.Input, random);
        Ending3 = new EmbeddingParameter(FormFeatures.Endings3, shape.Input, random);
        Ending2 = new EmbeddingParameter(FormFeatures.Endings2, shape.Input, random);
        Beginning = new EmbeddingParameter(FormFeatures.Beginnings, shape.Input, random);
        Signature = new EmbeddingParameter(FormFeatures.Shapes, shape.Input, random);
        Cluster = new EmbeddingParameter(WordVectors.Clusters, shape.Input, random);
        Coarse = new EmbeddingParameter(WordVectors.CoarseClusters, shape.Input, random);
        Projection = Parameter.Between(shape.Vector, shape.Input, random);
        Recurrent = new RecurrentLayer[2 * NetworkShape.Layers];
        for (var i = 0; i < Recurrent.Length; i++)
            Recurrent[i] = new RecurrentLayer(shape.InputOf(i / 2), shape.Hidden, i % 2 == 1, random);
        Output = Parameter.Between(shape.Both, shape.Output, random);
        OutputBias = new Parameter(1, shape.Output, random, 0f);
        Arc = new Parameter(shape.Arc, shape.Arc, random, 0.05f);
        ArcBias = new Parameter(1, shape.Arc, random, 0.01f);
        RootArc = new Parameter(1, shape.Arc, random, 0.1f);
        RootLabel = new Parameter(1, shape.Label, random, 0.1f);
        Label = Parameter.Between(shape.Label, NetworkShape.Relation, random);
        LabelBias = new Parameter(1, NetworkShape.Relation, random, 0f);
        Dense =
        [
            Projection,
            .. Recurrent.SelectMany(r => new[] { r.Input, r.State, r.Bias }),
            Output,
            OutputBias,
            Arc,
            ArcBias,
            RootArc,
            RootLabel,
            Label,
            LabelBias,
        ];
    }

    public NetworkShape Shape { get; }

    public WordVectors Vectors { get; }

    public ulong[] Vocabulary { get; }

    public EmbeddingParameter Word { get; }

    public EmbeddingParameter Form { get; }

    public EmbeddingParameter Ending3 { get; }

    public EmbeddingParameter Ending2 { get; }

    public EmbeddingParameter Beginning { get; }

    public EmbeddingParameter Signature { get; }

    public EmbeddingParameter Cluster { get; }

    public EmbeddingParameter Coarse { get; }

    public Parameter Projection { get; }

    public RecurrentLayer[] Recurrent { get; }

    public Parameter Output { get; }

    public Parameter OutputBias { get; }

    public Parameter Arc { get; }

    public Parameter ArcBias { get; }

    public Parameter RootArc { get; }

    public Parameter RootLabel { get; }

    public Parameter Label { get; }

    public Parameter LabelBias { get; }

    /// <summary>All but the embeddings, in the order of the file.</summary>
    public Parameter[] Dense { get; }

    private EmbeddingParameter[] Tables => [Word, Form, Ending3, Ending2, Beginning, Signature, Cluster, Coarse];

    /// <summary>A network that goes on from the weights of a file; those of several files are averaged, which must share one start.</summary>
    public static LearntNetwork Read(IReadOnlyList<string> paths, WordVectors vectors)
    {
        LearntNetwork? network = null;
        var read = new FloatBuffer();
        foreach (var path in paths)
        {
            var file = new PinnedFile(path);
            var cursor = file.Cursor();
            if (cursor.Integer() != Network.Format)
                throw new InvalidDataException($"{path} is not a file of weights.");
            var shape = new NetworkShape(cursor.Integer(), cursor.Integer(), cursor.Integer(), cursor.Integer(), vectors.Width);
            var words = cursor.Integer();
            var vocabulary = new ReadOnlySpan<ulong>(cursor.Part(words * sizeof(ulong)), words).ToArray();
            if (network is null)
            {
                network = new LearntNetwork(shape, vocabulary, vectors, new Generator(1));
                foreach (var table in network.Tables)
                    new Span<float>(table.Values, table.Rows * table.Width).Clear();
                foreach (var parameter in network.Dense)
                    new Span<float>(parameter.Values, parameter.Length).Clear();
            }

            if (shape != network.Shape || !vocabulary.AsSpan().SequenceEqual(network.Vocabulary))
                throw new InvalidDataException($"{path} has another shape.");
            foreach (var table in network.Tables)
                table.AddShare(cursor.Table(table.Rows, table.Width), 1f / paths.Count);
            foreach (var parameter in network.Dense)
            {
                var values = read.Fit(parameter.Length);
                if (parameter.Rows > 1)
                    cursor.Halves(values, parameter.Length);
                else
                    new ReadOnlySpan<float>(cursor.Part((long)parameter.Length * sizeof(float)), parameter.Length).CopyTo(
                        read.Span(parameter.Length)
                    );
                for (var i = 0; i < parameter.Length; i++)
                    parameter.Values[i] += values[i] / paths.Count;
            }

            GC.KeepAlive(file);
        }

        GC.KeepAlive(read);
        return network ?? throw new ArgumentException("No file of weights.", nameof(paths));
    }

    public void Pack()
    {
        foreach (var parameter in Dense)
            if (parameter.Rows > 1)
                parameter.Pack();
    }

    /// <summary>One step of Adam over everything, the gradient's norm held to 5.</summary>
    public void Step(float rate, int step)
    {
        var corrected = rate * MathF.Sqrt(1 - MathF.Pow(Parameter.Second, step)) / (1 - MathF.Pow(Parameter.First, step));
        var norm = (float)Math.Sqrt(Dense.Sum(p => p.SquaredGradient()));
        var scale = norm > 5f ? 5f / norm : 1f;
        foreach (var parameter in Dense)
            parameter.Step(corrected, scale);
        foreach (var table in Tables)
            table.Step(corrected);
    }

    public void Write(string path)
    {
        foreach (var table in Tables)
            table.ClearUntrained();
        using var file = File.Create(path);
        var writer = new WeightsWriter(file);
        foreach (var number in new[] { Network.Format, Shape.Input, Shape.Hidden, Shape.Arc, Shape.Label, Vocabulary.Length })
            writer.Integer(number);
        writer.Part<ulong>(Vocabulary);
        foreach (var table in Tables)
            writer.Table(table.Values, table.Rows, table.Width);
        foreach (var parameter in Dense)
        {
            // Rows are few, and some of them biases that add up over a sentence: they keep their precision.
            if (parameter.Rows > 1)
                writer.Halves(parameter.Values, parameter.Length);
            else
                writer.Floats(parameter.Values, parameter.Length);
        }
    }
}
