using Chancery.Reading.Naming;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>
/// A logistic model over the features of names and over what a network gives to the types, stepped by AdaGrad; the mean of some that saw
/// the cases in other orders. Now and then the words of a name are hidden, so that its place learns to stand alone.
/// </summary>
internal sealed class NameLearner
{
    private const int Epochs = 6,
        Orders = 3,
        LeastSeen = 3,
        First = 4;
    private const float Rate = 0.08f,
        Decay = 2e-5f,
        Hidden = 0.3f;
    private const int Choices = NameTyper.Choices,
        Types = NameTyper.Types;

    private readonly Dictionary<uint, int> _rows = [];
    private readonly float[] _meanWeights,
        _meanNetwork = new float[Choices * Types];

    /// <summary>Learns from cases; features seen once or twice are left out.</summary>
    public NameLearner(IReadOnlyList<NameCase> cases)
    {
        Keys =
        [
            .. cases.SelectMany(c => c.Words.Concat(c.Place)).GroupBy(f => f).Where(f => f.Count() >= LeastSeen).Select(f => f.Key).Order(),
        ];
        for (var row = 0; row < Keys.Length; row++)
            _rows[Keys[row]] = row;
        _meanWeights = new float[Keys.Length * Choices];
        var rows = cases.Select(c => (Words: Rows(c.Words), Place: Rows(c.Place), Case: c)).ToArray();
        for (var order = 0; order < Orders; order++)
            Learn(rows, new Generator((ulong)(First + order)));
    }

    /// <summary>The features that have weights, in order.</summary>
    public uint[] Keys { get; }

    /// <summary>The weights of each choice for each feature, and for the network's share of each type, in the same whole units.</summary>
    public (sbyte[] Features, short[] Network) Whole()
    {
        var unit = 127f / _meanWeights.Max(MathF.Abs);
        return ([.. _meanWeights.Select(w => (sbyte)MathF.Round(w * unit))], [.. _meanNetwork.Select(w => (short)MathF.Round(w * unit))]);
    }

    private int[] Rows(uint[] features) => [.. features.Where(_rows.ContainsKey).Select(f => _rows[f])];

    private void Learn((int[] Words, int[] Place, NameCase Case)[] cases, Generator random)
    {
        var weights = new Slopes(_meanWeights.Length);
        var network = new Slopes(_meanNetwork.Length);
        var order = cases.ToArray();
        long step = 0,
            total = (long)Epochs * order.Length;
        Span<float> slopes = stackalloc float[Choices];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            foreach (var (words, place, learnt) in order)
            {
                var rate = Rate * (1f - ((float)++step / total));
                var hidden = words.Length > 0 && place.Length > 0 && random.NextSingle() < Hidden;
                slopes.Clear();
                if (!hidden)
                    weights.Add(slopes, words);
                weights.Add(slopes, place);
                for (var choice = 0; choice < Choices; choice++)
                    for (var type = 0; type < learnt.Shares.Length; type++)
                        slopes[choice] += network.Values[(choice * Types) + type] * Share(learnt, type);
                Turn(slopes, learnt);
                if (!hidden)
                    weights.Step(slopes, words, rate);
                weights.Step(slopes, place, rate);
                for (var choice = 0; choice < Choices; choice++)
                    for (var type = 0; type < learnt.Shares.Length; type++)
                        network.Step((choice * Types) + type, slopes[choice] * Share(learnt, type), rate);
            }
        }

        for (var i = 0; i < _meanWeights.Length; i++)
            _meanWeights[i] += weights.Values[i] / Orders;
        for (var i = 0; i < _meanNetwork.Length; i++)
            _meanNetwork[i] += network.Values[i] / Orders;
    }

    private static float Share(NameCase learnt, int type) => learnt.Shares[type] / (float)NamePath.ShareUnit;

    // From sums to the slopes of the loss.
    private static void Turn(Span<float> sums, NameCase learnt)
    {
        var largest = sums[0];
        foreach (var sum in sums)
            largest = MathF.Max(largest, sum);
        var whole = 0f;
        for (var choice = 0; choice < Choices; choice++)
            whole += sums[choice] = Activation.Exp(sums[choice] - largest);
        for (var choice = 0; choice < Choices; choice++)
            sums[choice] = learnt.Weight * ((sums[choice] / whole) - (choice == learnt.Choice ? 1f : 0f));
    }

    private sealed class Slopes
    {
        private readonly float[] _squares;

        public Slopes(int length)
        {
            Values = new float[length];
            _squares = new float[length];
            Array.Fill(_squares, 1e-2f);
        }

        public float[] Values { get; }

        public void Add(Span<float> sums, int[] rows)
        {
            foreach (var row in rows)
                for (var choice = 0; choice < Choices; choice++)
                    sums[choice] += Values[(row * Choices) + choice];
        }

        public void Step(ReadOnlySpan<float> slopes, int[] rows, float rate)
        {
            foreach (var row in rows)
                for (var choice = 0; choice < Choices; choice++)
                {
                    var at = (row * Choices) + choice;
                    Step(at, slopes[choice] + (Decay * Values[at]), rate);
                }
        }

        public void Step(int at, float slope, float rate)
        {
            _squares[at] += slope * slope;
            Values[at] -= rate * slope / MathF.Sqrt(_squares[at]);
        }
    }
}
