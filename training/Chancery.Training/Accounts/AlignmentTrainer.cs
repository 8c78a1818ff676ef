using Chancery.Accounts;

namespace Chancery.Training.Accounts;

/// <summary>
/// Logistic regression by AdaGrad over all samples at once with a penalty on the square of the weights. Sentences are labelled and clauses are learnt
/// from: of the clauses of a labelled pair only the two that the weights so far find likest are taken for alike, and the others for nothing.
/// </summary>
internal static class AlignmentTrainer
{
    private const int Rounds = 3,
        Steps = 400;
    private const double Penalty = 3,
        Rate = 0.3,
        Tiny = 1e-6;

    /// <summary>Learns the weights, in the order of <see cref="Likeness.Features"/>.</summary>
    public static double[] Learn(IReadOnlyList<AlignmentSet> sets)
    {
        var weights = new double[Likeness.Features.Length];
        // At first by the words that are met.
        weights[1] = weights[2] = 1;
        for (var round = 0; round < Rounds; round++)
        {
            var samples = sets.SelectMany(set => Chosen(set, weights)).ToArray();
            if (round == 0)
                Array.Clear(weights);
            var squares = new double[weights.Length];
            Array.Fill(squares, Tiny);
            for (var step = 0; step < Steps; step++)
                Step(samples, weights, squares);
        }

        return weights;
    }

    private static IEnumerable<(double[] Values, bool Alike)> Chosen(AlignmentSet set, double[] weights)
    {
        var best = new Dictionary<int, double[]>();
        foreach (var (values, label) in set.Samples)
            if (label >= 0 && (!best.TryGetValue(label, out var held) || Sum(values, weights) > Sum(held, weights)))
                best[label] = values;
        foreach (var (values, label) in set.Samples)
            if (label == AlignmentSet.Apart)
                yield return (values, false);
            else if (label >= 0 && ReferenceEquals(best[label], values))
                yield return (values, true);
    }

    private static double Sum(double[] values, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
            sum += values[i] * weights[i];
        return sum;
    }

    private static void Step((double[] Values, bool Alike)[] samples, double[] weights, double[] squares)
    {
        var gradient = new double[weights.Length];
        foreach (var (values, alike) in samples)
        {
            var wrong = (1 / (1 + Math.Exp(-Sum(values, weights)))) - (alike ? 1 : 0);
            for (var i = 0; i < values.Length; i++)
                gradient[i] += wrong * values[i];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            var slope = (gradient[i] + (i == 0 ? 0 : Penalty * weights[i])) / samples.Length;
            squares[i] += slope * slope;
            weights[i] -= Rate * slope / Math.Sqrt(squares[i]);
        }
    }
}
