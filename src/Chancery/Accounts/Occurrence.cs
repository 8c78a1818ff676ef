using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// One thing that happened, by all the mentions of it in one and many documents. What the mentions agree on and what they dispute are kept apart.
/// </summary>
/// <param name="Id">The hash of the ids of its mentions: the same mentions are the same occurrence in any order.</param>
/// <param name="Type">PLOVER's type.</param>
/// <param name="Mode">PLOVER's mode, where a mention gives one.</param>
/// <param name="Participants">All who take part, of whichever role.</param>
/// <param name="Date">The days on which all mentions agree.</param>
/// <param name="Place">The place, where a mention gives one.</param>
/// <param name="Mentions">The mentions, by document and place in it.</param>
/// <param name="Why">Why the mentions were brought together, one sentence a merge.</param>
public sealed record Occurrence(
    string Id,
    EventType Type,
    string? Mode,
    ImmutableArray<Entity> Participants,
    DateValue Date,
    Entity? Place,
    ImmutableArray<OccurrenceMention> Mentions,
    ImmutableArray<string> Why
)
{
    /// <summary>What people decided to keep apart from it, or to take out of it, one sentence a decision.</summary>
    public ImmutableArray<string> KeptApart { get; init; } = [];

    /// <summary>The number of documents that tell of it.</summary>
    public int Documents => Mentions.Select(mention => mention.Document).Distinct(StringComparer.Ordinal).Count();
}
