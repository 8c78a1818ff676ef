using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>The cross-entropy of a choice, turned in place into its gradient.</summary>
internal static unsafe class Loss
{
    /// <summary>Turns scores into the gradient of the loss times a weight, and gives the loss.</summary>
    public static double Choice(float* scores, int count, Targets targets, int word, float weight)
    {
        var largest = scores[0];
        for (var i = 1; i < count; i++)
            largest = MathF.Max(largest, scores[i]);
        var sum = 0f;
        for (var i = 0; i < count; i++)
        {
            scores[i] = Activation.Exp(scores[i] - largest);
            sum += scores[i];
        }

        var choices = targets.Choice(word);
        var shares = targets.Share(word);
        var loss = 0.0;
        for (var k = 0; k < choices.Length; k++)
            loss -= (float)shares[k] * Math.Log(Math.Max(scores[choices[k]] / sum, 1e-12f));
        for (var i = 0; i < count; i++)
            scores[i] *= weight / sum;
        for (var k = 0; k < choices.Length; k++)
            scores[choices[k]] -= weight * (float)shares[k];
        return loss;
    }
}
