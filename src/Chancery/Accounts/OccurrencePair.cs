using System.Collections.Immutable;

namespace Chancery.Accounts;

/// <summary>Two mentions that nothing rules out to be one, with what they say for and against it.</summary>
/// <param name="Left">The one.</param>
/// <param name="Right">The other.</param>
/// <param name="Table">Which table of weights holds for them.</param>
/// <param name="Evidence">What speaks for and against it.</param>
public sealed record OccurrencePair(
    OccurrenceMention Left,
    OccurrenceMention Right,
    int Table,
    ImmutableArray<OccurrenceEvidence> Evidence
);
