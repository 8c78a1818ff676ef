using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>A topic of international relations: what a readout may raise or leave out.</summary>
/// <param name="Name">Its name, which is also its id in records, such as "South China Sea".</param>
/// <param name="Parent">The topic that it belongs to: whoever raises this raises that; null for a topic of its own.</param>
/// <param name="Patterns">The terms that raise it, as the table writes them.</param>
/// <param name="Source">Where the term comes from.</param>
public sealed record Topic(string Name, string? Parent, ImmutableArray<string> Patterns, string Source);
