namespace Chancery.Training.Actors;

/// <summary>
/// Logistic regression with a penalty on the square of each weight, by Newton's method from zero: no order of samples and no chance enters, so that the
/// same rows give the same weights.
/// </summary>
internal static class LogisticFit
{
    private const int MostRounds = 60;
    private const double Still = 1e-9;

    /// <summary>The weights, one a column.</summary>
    /// <param name="samples">For each sample its values that are not 0, by column.</param>
    /// <param name="outcomes">Whether each sample is one.</param>
    /// <param name="penalties">The penalty of each column, above 0.</param>
    public static double[] Of((int Column, double Value)[][] samples, bool[] outcomes, double[] penalties)
    {
        var weights = new double[penalties.Length];
        for (var round = 0; round < MostRounds; round++)
        {
            var slope = new double[weights.Length];
            var bend = new double[weights.Length, weights.Length];
            for (var i = 0; i < weights.Length; i++)
                (slope[i], bend[i, i]) = (penalties[i] * weights[i], penalties[i]);
            for (var s = 0; s < samples.Length; s++)
                Add(samples[s], outcomes[s], weights, slope, bend);
            var step = Solve(bend, slope);
            for (var i = 0; i < weights.Length; i++)
                weights[i] -= step[i];
            if (step.Max(Math.Abs) < Still)
                break;
        }

        return weights;
    }

    /// <summary>How likely a sample is one.</summary>
    public static double Likely((int Column, double Value)[] sample, double[] weights)
    {
        var sum = 0.0;
        foreach (var (column, value) in sample)
            sum += value * weights[column];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static void Add((int Column, double Value)[] sample, bool outcome, double[] weights, double[] slope, double[,] bend)
    {
        var likely = Likely(sample, weights);
        var wrong = likely - (outcome ? 1 : 0);
        var unsure = likely * (1 - likely);
        foreach (var (column, value) in sample)
        {
            slope[column] += wrong * value;
            foreach (var (other, beside) in sample)
                bend[column, other] += unsure * value * beside;
        }
    }

    // Elimination without pivots: the matrix is symmetric and positive, as every penalty is.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        var solved = (double[])right.Clone();
        for (var i = 0; i < n; i++)
            for (var row = i + 1; row < n; row++)
            {
                var share = matrix[row, i] / matrix[i, i];
                if (share == 0)
                    continue;
                for (var column = i; column < n; column++)
                    matrix[row, column] -= share * matrix[i, column];
                solved[row] -= share * solved[i];
            }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var column = i + 1; column < n; column++)
                solved[i] -= matrix[i, column] * solved[column];
            solved[i] /= matrix[i, i];
        }

        return solved;
    }
}
