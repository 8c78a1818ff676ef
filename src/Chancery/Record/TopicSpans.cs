using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>A topic and the words that raise it.</summary>
/// <param name="Topic">The topic's name.</param>
/// <param name="Spans">Where it is raised.</param>
public sealed record TopicSpans(string Topic, ImmutableArray<Span> Spans);
