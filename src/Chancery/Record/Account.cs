using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>Somebody's account of an event: a readout, or what a report tells of one.</summary>
public sealed record Account : Entry
{
    /// <inheritdoc/>
    public override string Kind => "account";

    /// <summary>The id of the event it is an account of.</summary>
    public required string Of { get; init; }

    /// <summary>Whose account.</summary>
    public ImmutableArray<Entity> By { get; init; } = [];

    /// <summary>What it raises.</summary>
    public ImmutableArray<TopicSpans> Topics { get; init; } = [];

    /// <summary>Its length in words, where the account itself is at hand.</summary>
    public int? Length { get; init; }

    /// <summary>Who it says began the contact.</summary>
    public Entity? Initiator { get; init; }
}
