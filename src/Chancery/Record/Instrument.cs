namespace Chancery.Record;

/// <summary>With what an event was done, where its words say so.</summary>
/// <param name="Means">The class of means by <c>codebook/events/instruments.csv</c>, such as <c>drone</c> or <c>firearm</c>.</param>
/// <param name="Span">The words.</param>
public sealed record Instrument(string Means, Span Span);
