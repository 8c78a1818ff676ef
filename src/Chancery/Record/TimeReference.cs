namespace Chancery.Record;

/// <summary>A time expression and the days that it means.</summary>
public sealed record TimeReference : Entry
{
    /// <inheritdoc/>
    public override string Kind => "time";

    /// <summary>The days.</summary>
    public DateValue Date { get; init; } = DateValue.Unknown;

    /// <summary>The TIMEX3 value, such as <c>2023-03</c> or <c>P75Y</c>.</summary>
    public string? Value { get; init; }

    /// <summary>The words.</summary>
    public required string Expression { get; init; }
}
