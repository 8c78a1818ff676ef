using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>One mention of an occurrence.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Event">The id of the event entry; null for a bare mention ("the talks") that is no event of its own.</param>
/// <param name="Span">The predicate.</param>
public readonly record struct OccurrenceMention(string Document, string? Event, Span Span);
