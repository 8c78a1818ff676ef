using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>Where somebody stands on an issue.</summary>
public sealed record Position : Entry
{
    /// <inheritdoc/>
    public override string Kind => "position";

    /// <summary>Who holds it.</summary>
    public ImmutableArray<Entity> Actors { get; init; } = [];

    /// <summary>The issue, a topic's name such as "war in Ukraine".</summary>
    public required string Issue { get; init; }

    /// <summary>The stance in the words of the codebook, such as "supports" or "refuses to condemn"; what it is taken towards is <see cref="Object"/>.</summary>
    public required string Stance { get; init; }

    /// <summary>The words that the stance is taken towards.</summary>
    public string? Object { get; init; }

    /// <summary>When it is held.</summary>
    public DateValue Date { get; init; } = DateValue.Unknown;
}
