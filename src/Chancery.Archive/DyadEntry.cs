namespace Chancery.Archive;

/// <summary>One line of a dyad's timeline.</summary>
/// <param name="Id">The entry.</param>
/// <param name="DocumentId">The document that says so.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day.</param>
/// <param name="Kind"><c>event</c> or <c>statement</c>.</param>
/// <param name="Type">The event's type or the statement's mood.</param>
/// <param name="Mode">The event's mode or the statement's form.</param>
/// <param name="Status">How it stands to the world.</param>
/// <param name="Quad">The quad class of an event.</param>
/// <param name="Score">The score of an event.</param>
/// <param name="From">The acting state; where both act together, the first in the order of codes.</param>
/// <param name="To">The other state.</param>
/// <param name="Words">The stretch of text that says so, from its actors to its recipients.</param>
public sealed record DyadEntry(
    string Id,
    string DocumentId,
    DateOnly? Start,
    DateOnly? End,
    string Kind,
    string? Type,
    string? Mode,
    string Status,
    string? Quad,
    double? Score,
    string From,
    string To,
    string? Words
);
