using Chancery.Attribution.Spotting;
using Chancery.Reading.Network;
using Chancery.Training.Reading;

namespace Chancery.Training.Attribution;

/// <summary>The parameters of the model of attribution while they are learnt, and their file.</summary>
internal sealed unsafe class LearntSpotter
{
    public LearntSpotter(ulong[] words, ulong[] pairs, WordVectors vectors, int input, int hidden, int role, Generator random)
    {
        (Words, Pairs, Vectors, Input, Hidden, Role) = (words, pairs, vectors, input, hidden, role);
        Word = new EmbeddingParameter(words.Length, input, random);
        Pair = new EmbeddingParameter(pairs.Length, role, random);
        Own = Parameter.Between(vectors.Width, input, random);
        Above = Parameter.Between(vectors.Width, input, random);
        Recurrent = [new RecurrentLayer(input, hidden, backward: false, random), new RecurrentLayer(input, hidden, backward: true, random)];
        CueScore = Parameter.Between(2 * hidden, SpotterWeights.Row, random);
        CueBias = new Parameter(1, SpotterWeights.Row, random, 0f);
        CuePairs = new Parameter(1, 16, random, 0f);
        OfWord = Parameter.Between(2 * hidden, role, random);
        OfCue = Parameter.Between(2 * hidden, role, random);
        RoleBias = new Parameter(1, role, random, 0f);
        RoleScore = Parameter.Between(role, SpotterWeights.Row, random);
        LabelBias = new Parameter(1, SpotterWeights.Row, random, 0f);
        RolePairs = new Parameter(1, 32, random, 0f);
        Dense =
        [
            Own,
            Above,
            .. Recurrent.SelectMany(r => new[] { r.Input, r.State, r.Bias }),
            CueScore,
            CueBias,
            CuePairs,
            OfWord,
            OfCue,
            RoleBias,
            RoleScore,
            LabelBias,
            RolePairs,
        ];
    }

    public ulong[] Words { get; }

    public ulong[] Pairs { get; }

    public WordVectors Vectors { get; }

    public int Input { get; }

    public int Hidden { get; }

    public int Role { get; }

    public EmbeddingParameter Word { get; }

    public EmbeddingParameter Pair { get; }

    public Parameter Own { get; }

    public Parameter Above { get; }

    public RecurrentLayer[] Recurrent { get; }

    public Parameter CueScore { get; }

    public Parameter CueBias { get; }

    public Parameter CuePairs { get; }

    public Parameter OfWord { get; }

    public Parameter OfCue { get; }

    public Parameter RoleBias { get; }

    public Parameter RoleScore { get; }

    public Parameter LabelBias { get; }

    public Parameter RolePairs { get; }

    /// <summary>All but the embeddings, in the order of the file.</summary>
    public Parameter[] Dense { get; }

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
        Word.Step(corrected);
        Pair.Step(corrected);
    }

    public void Write(Stream stream)
    {
        Word.ClearUntrained();
        Pair.ClearUntrained();
        var writer = new WeightsWriter(stream);
        foreach (var number in new[] { SpotterWeights.Format, Input, Hidden, Role, Words.Length, Pairs.Length })
            writer.Integer(number);
        writer.Part<ulong>(Words);
        writer.Table(Word.Values, Word.Rows, Word.Width);
        writer.Part<ulong>(Pairs);
        writer.Table(Pair.Values, Pair.Rows, Pair.Width);
        foreach (var parameter in Dense)
            writer.Floats(parameter.Values, parameter.Length);
    }
}
