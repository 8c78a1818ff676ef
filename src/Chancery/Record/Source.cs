using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>One link of the chain by which a record is known: this report, then the statement it cites, then the speaker cited there.</summary>
/// <param name="Entities">Who stands for this link; several for a joint source.</param>
/// <param name="Span">The words that name the link; null for the report itself.</param>
/// <param name="Rule">The rule that found it.</param>
public sealed record Source(ImmutableArray<Entity> Entities, Span? Span, string Rule);
