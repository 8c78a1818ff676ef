using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>The cross-entropy of a choice, turned in place into its gradient.</summary>
internal static unsafe class Loss
{
    /// <summary>Turns scores into the gradient of the loss times a weight, and gives the loss.</summary>
    public static double Choice(float* scores, int count, int gold, float weight)
    {
        var largest = scores[0];
        for (var i = 1; i < count; i++) largest = MathF.Max(largest, scores[i]);
        var sum = 0f;
        for (var i = 0; i < count; i++)
        {
            scores[i] = Activation.Exp(scores[i] - largest);
            sum += scores[i];
        }

        var share = scores[gold] / sum;
        for (var i = 0; i < count; i++) scores[i] *= weight / sum;
        scores[gold] -= weight;
        return -Math.Log(Math.Max(share, 1e-12f));
    }
}
