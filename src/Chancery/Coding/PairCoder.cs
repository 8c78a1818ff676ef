using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Says which type of event two given parties have with each other: the codebook proposes, the model weighs.</summary>
internal static class PairCoder
{
    /// <summary>The type by the codebook alone; null where it proposes nothing.</summary>
    public static EventType? ByCodebook(Pair pair) =>
        pair.Proposals is [{ Fit: not PairFit.None } best, ..] ? best.Event.Type
        : pair.Proposals is [var any, ..] ? any.Event.Type
        : null;

    /// <summary>The type by the codebook and the model, with its probability.</summary>
    public static (EventType Type, double Probability) ByModel(Pair pair, EventModel model)
    {
        var probabilities = model.Probabilities(PairFeatures.Of(pair));
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return ((EventType)best, probabilities[best]);
    }
}
