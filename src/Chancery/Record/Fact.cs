using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>A lasting state of affairs that the text tells: an office, a membership, a warrant, relations since a day.</summary>
public sealed record Fact : Entry
{
    /// <inheritdoc/>
    public override string Kind => "fact";

    /// <summary>Of whom.</summary>
    public ImmutableArray<Entity> Subjects { get; init; } = [];

    /// <summary>What, such as "holds presidency of"; the closed list stands in docs/codebook.md.</summary>
    public required string Predicate { get; init; }

    /// <summary>Towards whom or what.</summary>
    public ImmutableArray<Entity> Objects { get; init; } = [];

    /// <summary>From when until when.</summary>
    public DateValue Valid { get; init; } = DateValue.Unknown;
}
