using Chancery.Attribution.Spotting;

namespace Chancery.Training.Attribution;

/// <summary>
/// The loss of the labels of a stretch of words taken as one decision (a conditional random field): minus the logarithm of the share of
/// the gold labels among all that may follow one another.
/// </summary>
internal sealed unsafe class ChainLoss(int labels)
{
    private double[] _forward = [],
        _backward = [];

    /// <summary>Turns rows of scores in place into their gradient times a weight, adds that of the label pairs, and gives the loss.</summary>
    public double Learn(float* scores, int stride, int rows, ReadOnlySpan<byte> gold, float* pairs, float* dPairs, float weight)
    {
        if (rows == 0)
            return 0;
        if (_forward.Length < rows * labels)
        {
            _forward = new double[rows * labels * 2];
            _backward = new double[rows * labels * 2];
        }

        for (var label = 0; label < labels; label++)
            _forward[label] = LabelChain.MayFollow(label, -1) ? scores[label] : double.NegativeInfinity;
        for (var row = 1; row < rows; row++)
            for (var label = 0; label < labels; label++)
                _forward[(row * labels) + label] = scores[((long)row * stride) + label] + Sum(row - 1, label, pairs);
        for (var label = 0; label < labels; label++)
            _backward[((rows - 1) * labels) + label] = 0;
        for (var row = rows - 2; row >= 0; row--)
            for (var label = 0; label < labels; label++)
                _backward[(row * labels) + label] = Rest(scores, stride, row, label, pairs);
        var all = double.NegativeInfinity;
        for (var label = 0; label < labels; label++)
            all = Join(all, _forward[((rows - 1) * labels) + label]);

        double loss = all;
        for (var row = 0; row < rows; row++)
        {
            loss -= scores[((long)row * stride) + gold[row]];
            if (row > 0)
                loss -= pairs[(gold[row - 1] * labels) + gold[row]];
        }

        for (var row = 1; row < rows; row++)
        {
            for (var last = 0; last < labels; last++)
            {
                for (var label = 0; label < labels; label++)
                {
                    if (!LabelChain.MayFollow(label, last))
                        continue;
                    var share = Math.Exp(
                        _forward[((row - 1) * labels) + last]
                            + pairs[(last * labels) + label]
                            + scores[((long)row * stride) + label]
                            + _backward[(row * labels) + label]
                            - all
                    );
                    dPairs[(last * labels) + label] += weight * (float)share;
                }
            }

            dPairs[(gold[row - 1] * labels) + gold[row]] -= weight;
        }

        for (var row = 0; row < rows; row++)
        {
            for (var label = 0; label < labels; label++)
            {
                var share = Math.Exp(_forward[(row * labels) + label] + _backward[(row * labels) + label] - all);
                scores[((long)row * stride) + label] = weight * (float)share;
            }

            scores[((long)row * stride) + gold[row]] -= weight;
            for (var spare = labels; spare < stride; spare++)
                scores[((long)row * stride) + spare] = 0f;
        }

        return loss * weight;
    }

    private double Sum(int row, int label, float* pairs)
    {
        var sum = double.NegativeInfinity;
        for (var last = 0; last < labels; last++)
            if (LabelChain.MayFollow(label, last))
                sum = Join(sum, _forward[(row * labels) + last] + pairs[(last * labels) + label]);
        return sum;
    }

    private double Rest(float* scores, int stride, int row, int label, float* pairs)
    {
        var sum = double.NegativeInfinity;
        for (var next = 0; next < labels; next++)
        {
            if (!LabelChain.MayFollow(next, label))
                continue;
            sum = Join(
                sum,
                pairs[(label * labels) + next] + scores[((long)(row + 1) * stride) + next] + _backward[((row + 1) * labels) + next]
            );
        }

        return sum;
    }

    private static double Join(double a, double b)
    {
        if (double.IsNegativeInfinity(a))
            return b;
        if (double.IsNegativeInfinity(b))
            return a;
        return a > b ? a + Math.Log(1 + Math.Exp(b - a)) : b + Math.Log(1 + Math.Exp(a - b));
    }
}
