using System.Collections.Concurrent;
using System.Reflection;
using Chancery.Reading;

namespace Chancery.Attribution.Spotting;

/// <summary>
/// Finds cues, and for each the words of its source and content, with the trained model: a recurrent encoder over clues that are read off
/// the trees, then one decision over the words around each cue. It may be shared between threads; each borrows a bench of its own.
/// </summary>
internal sealed unsafe class Spotter(SpotterWeights weights)
{
    private static readonly Lazy<Spotter?> Carried = new(Load);
    private readonly ConcurrentBag<SpotterBench> _benches = [];

    /// <summary>The model that the engine carries, or null where it was built without one.</summary>
    public static Spotter? Own => Carried.Value;

    /// <summary>Finds all cues of a text with their roles, in order.</summary>
    public List<Spotted> Find(ParsedText text)
    {
        if (text.Tokens.IsEmpty)
            return [];
        if (!_benches.TryTake(out var bench))
            bench = new SpotterBench(weights);
        var found = bench.Find(text);
        _benches.Add(bench);
        return found;
    }

    private static Spotter? Load() =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream("models/attribution.bin") is UnmanagedMemoryStream stream
            ? new Spotter(new SpotterWeights(stream, stream.PositionPointer, stream.Length, NeuralReader.SharedVectors))
            : null;
}
