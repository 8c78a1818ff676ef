using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>
/// A stretch of days with what is known of its edges and how. Both ends are inclusive; an end that nothing tells is null, never a
/// silent stand-in.
/// </summary>
public sealed record DateValue
{
    /// <summary>A date of which nothing is known.</summary>
    public static readonly DateValue Unknown = new();

    /// <summary>The first day.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? End { get; init; }

    /// <summary>How finely it is known.</summary>
    public Precision Precision { get; init; }

    /// <summary>How it is known.</summary>
    public DateBasis Basis { get; init; }

    /// <summary>Why, in sentences for a person, strongest first.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Whether both ends are unknown.</summary>
    public bool IsUnknown => Start is null && End is null;

    /// <summary>A single day.</summary>
    public static DateValue Day(DateOnly day, DateBasis basis, params ImmutableArray<string> reasons) =>
        new()
        {
            Start = day,
            End = day,
            Precision = Precision.Day,
            Basis = basis,
            Reasons = reasons,
        };
}
