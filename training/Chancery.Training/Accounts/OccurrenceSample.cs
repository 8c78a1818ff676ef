using System.Collections.Immutable;
using Chancery.Accounts;

namespace Chancery.Training.Accounts;

/// <summary>Two labelled mentions: what they say, and whether they are one.</summary>
internal sealed record OccurrenceSample(int Table, ImmutableArray<OccurrenceEvidence> Evidence, bool One, double Weight);
