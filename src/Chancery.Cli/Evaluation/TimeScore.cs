namespace Chancery.Cli.Evaluation;

/// <summary>How time expressions were found: shares between 0 and 1 over so many labelled expressions.</summary>
/// <param name="N">The labelled expressions.</param>
/// <param name="Found">The expressions that the engine found.</param>
/// <param name="Strict">F1 of spans that agree to the character.</param>
/// <param name="Relaxed">F1 of spans that overlap.</param>
/// <param name="Type">F1 of overlapping spans with the right type.</param>
/// <param name="Value">F1 of overlapping spans with the right value.</param>
/// <param name="Misses">What differs, a line each, for reading.</param>
internal sealed record TimeScore(int N, int Found, double Strict, double Relaxed, double Type, double Value, IReadOnlyList<string> Misses);
