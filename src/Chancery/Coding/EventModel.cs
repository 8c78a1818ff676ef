using System.Collections.Frozen;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>
/// A weighted model of what one party does to another: a sum of the weights of the features that are there, by type (multinomial
/// logistic regression). The weights are a table that a person can read, <c>models/events.csv</c>.
/// </summary>
internal sealed class EventModel
{
    private readonly FrozenDictionary<string, float[]> _weights;

    /// <summary>Takes weights by feature, one a type in the order of <see cref="EventType"/>.</summary>
    public EventModel(IEnumerable<KeyValuePair<string, float[]>> weights) => _weights = weights.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number of types.</summary>
    public static int Types { get; } = Enum.GetValues<EventType>().Length;

    /// <summary>The model that comes with the engine.</summary>
    public static EventModel Default { get; } = Read();

    /// <summary>The probability of each type, in their order.</summary>
    public double[] Probabilities(List<(string Name, float Value)> features)
    {
        var scores = new double[Types];
        foreach (var (name, value) in features)
        {
            if (!_weights.TryGetValue(name, out var weights))
                continue;
            for (var i = 0; i < scores.Length; i++)
                scores[i] += weights[i] * value;
        }

        var most = scores.Max();
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
            sum += scores[i] = Math.Exp(scores[i] - most);
        for (var i = 0; i < scores.Length; i++)
            scores[i] /= sum;
        return scores;
    }

    private static EventModel Read()
    {
        var weights = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Rows("models/events.csv"))
        {
            if (!weights.TryGetValue(row[0], out var list))
                weights[row[0]] = list = new float[Types];
            list[(int)Enum.Parse<EventType>(row[1])] = float.Parse(row[2], CultureInfo.InvariantCulture);
        }

        return new EventModel(weights);
    }
}
