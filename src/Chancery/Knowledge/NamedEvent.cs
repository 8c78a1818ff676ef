using System.Collections.Immutable;

namespace Chancery.Knowledge;

/// <summary>A happening that has a name, with its days and sides.</summary>
/// <param name="Id">Its id, such as <c>event/october-7</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended (that day included); null while it goes on.</param>
/// <param name="Actors">The ids of those who did it.</param>
/// <param name="Recipients">The ids of those to whom it was done.</param>
public sealed record NamedEvent(
    string Id,
    string Name,
    ImmutableArray<string> Aliases,
    DayRange Start,
    DayRange? End,
    ImmutableArray<string> Actors,
    ImmutableArray<string> Recipients
);
