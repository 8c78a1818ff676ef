using Chancery.Cli.Evaluation;
using Chancery.Coding;
using Chancery.Record;

namespace Chancery.Training.Coding;

/// <summary>
/// Multinomial logistic regression by AdaGrad with a penalty on the square of the weights. One thread, a fixed order, own random
/// numbers: the same samples give the same weights. Where a label covers two types, the two share its probability.
/// </summary>
internal sealed class EventTrainer(EventSample[] samples)
{
    private const int Epochs = 25,
        Least = 2;
    private const float Rate = 0.15f,
        Penalty = 0.003f;

    public Dictionary<string, float[]> Train()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        // A feature of one sample alone teaches only that sample.
        foreach (var group in samples.SelectMany(sample => sample.Features).GroupBy(feature => feature.Name, StringComparer.Ordinal))
            if (group.Count() >= Least)
                index.Add(group.Key, index.Count);
        var rows = samples
            .Select(sample =>
                sample
                    .Features.Where(feature => index.ContainsKey(feature.Name))
                    .Select(feature => (At: index[feature.Name] * EventModel.Types, feature.Value))
                    .ToArray()
            )
            .ToArray();
        var labels = samples
            .Select(sample => Enumerable.Range(0, EventModel.Types).Select(i => PloverScore.RootOf((EventType)i) == sample.Root).ToArray())
            .ToArray();
        var (weights, squares) = (new float[index.Count * EventModel.Types], new float[index.Count * EventModel.Types]);
        var order = Enumerable.Range(0, samples.Length).ToArray();
        var generator = new Generator(3);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            generator.Shuffle(order.AsSpan());
            foreach (var at in order)
                Step(rows[at], labels[at], samples[at].Weight, weights, squares);
        }

        return index.ToDictionary(
            pair => pair.Key,
            pair => weights.AsSpan(pair.Value * EventModel.Types, EventModel.Types).ToArray(),
            StringComparer.Ordinal
        );
    }

    private static void Step((int At, float Value)[] features, bool[] label, float worth, float[] weights, float[] squares)
    {
        Span<double> scores = stackalloc double[label.Length];
        foreach (var (at, value) in features)
            for (var i = 0; i < scores.Length; i++)
                scores[i] += weights[at + i] * value;
        Softmax(scores);
        var covered = 0.0;
        for (var i = 0; i < label.Length; i++)
            if (label[i])
                covered += scores[i];
        Span<float> gradients = stackalloc float[label.Length];
        for (var i = 0; i < label.Length; i++)
            gradients[i] = (float)(scores[i] - (label[i] ? scores[i] / Math.Max(covered, 1e-9) : 0)) * worth;
        foreach (var (at, value) in features)
        {
            for (var i = 0; i < label.Length; i++)
            {
                var cell = at + i;
                var gradient = (gradients[i] * value) + (Penalty * weights[cell]);
                squares[cell] += gradient * gradient;
                weights[cell] -= Rate * gradient / (MathF.Sqrt(squares[cell]) + 1e-6f);
            }
        }
    }

    private static void Softmax(Span<double> scores)
    {
        var most = scores[0];
        foreach (var score in scores)
            most = Math.Max(most, score);
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
            sum += scores[i] = Math.Exp(scores[i] - most);
        for (var i = 0; i < scores.Length; i++)
            scores[i] /= sum;
    }
}
