using System.Collections.Immutable;

namespace Chancery.Accounts;

/// <summary>The occurrences of some documents, and the rulings that could not be followed in them.</summary>
/// <param name="Occurrences">The occurrences, in order of day and then of id.</param>
/// <param name="Unmet">The rulings on mentions of these documents that no longer apply, in the order given.</param>
public sealed record OccurrenceFindings(ImmutableArray<Occurrence> Occurrences, ImmutableArray<UnmetRuling> Unmet);
