using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>A number that the text gives, with what it measures.</summary>
public sealed record Figure : Entry
{
    /// <inheritdoc/>
    public override string Kind => "figure";

    /// <summary>What is measured, such as "trade" or "deaths".</summary>
    public required string Indicator { get; init; }

    /// <summary>The value in <see cref="Unit"/>, multiplied out ("$200 billion" is 200000000000).</summary>
    public required double Value { get; init; }

    /// <summary>The unit: ISO 4217 for money, <c>percent</c>, <c>year</c>, <c>person</c>, <c>km</c>; null for a bare count.</summary>
    public string? Unit { get; init; }

    /// <summary>How the world stands to the value: "at least", "more than", "surpassed", "about".</summary>
    public string? Comparator { get; init; }

    /// <summary>target, total, change, share, rank.</summary>
    public string? Role { get; init; }

    /// <summary>The time that it is about.</summary>
    public DateValue Period { get; init; } = DateValue.Unknown;

    /// <summary>Of whom or what.</summary>
    public ImmutableArray<Entity> Of { get; init; } = [];

    /// <summary>Whether the words give it as not exact.</summary>
    public bool Approximate { get; init; }

    /// <summary>The least that the words allow, in <see cref="Unit"/>.</summary>
    public double? Low { get; init; }

    /// <summary>The most that the words allow, in <see cref="Unit"/>.</summary>
    public double? High { get; init; }
}
