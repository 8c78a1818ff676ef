namespace Chancery.Attribution.Spotting;

/// <summary>A cue with the stretches of words that name its source and hold its content, as the trained model sees them.</summary>
/// <param name="Cue">First and one past the last word of the cue.</param>
/// <param name="Source">The stretches of the source; empty where none is named.</param>
/// <param name="Content">The stretches of the content.</param>
internal sealed record Spotted((int First, int End) Cue, (int First, int End)[] Source, (int First, int End)[] Content);
