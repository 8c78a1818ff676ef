using Chancery.Accounts;

namespace Chancery.Training.Accounts;

/// <summary>
/// Logistic regression over the evidence: a weight that the four tables share and what each adds to it, both held small. Newton's steps one weight
/// after the other, in a fixed order.
/// </summary>
internal static class OccurrenceTrainer
{
    private const int Rounds = 60;
    private const double Shared = 1,
        Own = 4,
        LeastBend = 0.02,
        LongestStep = 0.5;

    public static double[][] Fit(IEnumerable<OccurrenceSample> samples)
    {
        var rows = samples.ToArray();
        var kinds = OccurrenceWeights.Kinds;
        var width = kinds * (OccurrenceWeights.Tables + 1);
        var weights = new double[width];
        var scores = new double[rows.Length];
        var holding = new List<int>[width];
        for (var i = 0; i < width; i++)
            holding[i] = [];
        for (var r = 0; r < rows.Length; r++)
            foreach (var evidence in rows[r].Evidence)
            {
                holding[(int)evidence].Add(r);
                holding[(kinds * (rows[r].Table + 1)) + (int)evidence].Add(r);
            }

        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < width; i++)
            {
                if (holding[i].Count == 0)
                    continue;
                var penalty = i < kinds ? Shared : Own;
                double slope = -penalty * weights[i],
                    bend = penalty;
                foreach (var r in holding[i])
                {
                    var p = 1 / (1 + Math.Exp(-scores[r]));
                    slope += rows[r].Weight * ((rows[r].One ? 1 : 0) - p);
                    bend += rows[r].Weight * Math.Max(p * (1 - p), LeastBend);
                }

                var step = Math.Clamp(slope / bend, -LongestStep, LongestStep);
                weights[i] += step;
                foreach (var r in holding[i])
                    scores[r] += step;
            }

        return
        [
            .. Enumerable
                .Range(0, OccurrenceWeights.Tables)
                .Select(table =>
                    Enumerable.Range(0, kinds).Select(kind => weights[kind] + weights[(kinds * (table + 1)) + kind]).ToArray()
                ),
        ];
    }
}
