namespace Chancery.Reading.Network;

/// <summary>The weights of one model, ready to be used by any number of <see cref="Encoder"/>s at once.</summary>
internal sealed unsafe class Network
{
    /// <summary>The first number of a file of weights: its format.</summary>
    public const int Format = 0x43480002;

    private readonly object _owner;
    private readonly Keys _words;
    private readonly EmbeddingTable _word,
        _form,
        _ending3,
        _ending2,
        _beginning,
        _shape,
        _cluster,
        _coarse;

    /// <summary>Reads the weights in memory that <paramref name="owner"/> holds.</summary>
    public Network(object owner, byte* at, long length, WordVectors vectors)
    {
        _owner = owner;
        Vectors = vectors;
        var cursor = new WeightsCursor(at, length);
        if (cursor.Integer() != Format)
            throw new InvalidDataException("Not a file of weights, or one of another format.");
        Shape = new NetworkShape(cursor.Integer(), cursor.Integer(), cursor.Integer(), cursor.Integer(), vectors.Width);
        var words = cursor.Integer();
        _words = new Keys((ulong*)cursor.Part(words * sizeof(ulong)), words);
        var width = Shape.Input;
        _word = cursor.Table(words + 1, width);
        _form = cursor.Table(FormFeatures.Forms, width);
        _ending3 = cursor.Table(FormFeatures.Endings3, width);
        _ending2 = cursor.Table(FormFeatures.Endings2, width);
        _beginning = cursor.Table(FormFeatures.Beginnings, width);
        _shape = cursor.Table(FormFeatures.Shapes, width);
        _cluster = cursor.Table(WordVectors.Clusters, width);
        _coarse = cursor.Table(WordVectors.CoarseClusters, width);
        Projection = cursor.Matrix(Shape.Vector, width, half: true);
        Recurrent = new RecurrentWeights[2 * NetworkShape.Layers];
        for (var i = 0; i < Recurrent.Length; i++)
        {
            Recurrent[i] = new RecurrentWeights(
                cursor.Matrix(Shape.InputOf(i / 2), Shape.Gates, half: true),
                cursor.Matrix(Shape.Hidden, Shape.Gates, half: true),
                cursor.Row(Shape.Gates)
            );
        }

        Output = cursor.Matrix(Shape.Both, Shape.Output, half: true);
        OutputBias = cursor.Row(Shape.Output);
        Arc = cursor.Matrix(Shape.Arc, Shape.Arc, half: true);
        ArcBias = cursor.Row(Shape.Arc);
        RootArc = cursor.Row(Shape.Arc);
        RootLabel = cursor.Row(Shape.Label);
        Label = cursor.Matrix(Shape.Label, NetworkShape.Relation, half: true);
        LabelBias = cursor.Row(NetworkShape.Relation);
    }

    public NetworkShape Shape { get; }

    public WordVectors Vectors { get; }

    /// <summary>From word vectors to the input.</summary>
    public PackedMatrix Projection { get; }

    /// <summary>Forward and backward of the first layer, then of the second.</summary>
    public RecurrentWeights[] Recurrent { get; }

    /// <summary>From the encoder to all heads at once.</summary>
    public PackedMatrix Output { get; }

    public FloatBuffer OutputBias { get; }

    /// <summary>The biaffine form between dependent and head.</summary>
    public PackedMatrix Arc { get; }

    public FloatBuffer ArcBias { get; }

    /// <summary>What stands for the root among the heads.</summary>
    public FloatBuffer RootArc { get; }

    /// <inheritdoc cref="RootArc"/>
    public FloatBuffer RootLabel { get; }

    public PackedMatrix Label { get; }

    public FloatBuffer LabelBias { get; }

    /// <summary>The row of a word in the model's own vocabulary; 0 for one that is not in it.</summary>
    public int WordRow(ulong key) => _words.Find(key) + 1;

    /// <summary>Sums the embeddings of a form and gives its word vector, nought where it has none.</summary>
    public void Embed(ReadOnlySpan<char> form, float* input, float* vector)
    {
        var features = FormFeatures.Of(form);
        new Span<float>(input, Shape.Input).Clear();
        new Span<float>(vector, Shape.Vector).Clear();
        _word.AddTo(WordRow(features.Key), input);
        _form.AddTo(features.Form, input);
        _ending3.AddTo(features.Ending3, input);
        _ending2.AddTo(features.Ending2, input);
        _beginning.AddTo(features.Beginning, input);
        _shape.AddTo(features.Shape, input);
        var row = Vectors.Find(features.Key);
        var (fine, coarse) = Vectors.ClustersOf(row);
        _cluster.AddTo(fine, input);
        _coarse.AddTo(coarse, input);
        if (row >= 0)
            Vectors.AddTo(row, vector);
        GC.KeepAlive(_owner);
    }
}
