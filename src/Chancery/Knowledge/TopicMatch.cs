using Chancery.Record;

namespace Chancery.Knowledge;

/// <summary>A stretch of a text that raises a topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Span">The words, in UTF-16 code units of the text.</param>
/// <param name="Pattern">The pattern of the table that they match.</param>
public readonly record struct TopicMatch(Topic Topic, Span Span, string Pattern);
