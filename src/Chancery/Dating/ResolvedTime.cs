using Chancery.Record;

namespace Chancery.Dating;

/// <summary>What a phrase means once tense, document date and discourse have been heard.</summary>
/// <param name="Type">The TIMEX3 type.</param>
/// <param name="Value">The TIMEX3 value.</param>
/// <param name="Start">The first day; null where unknown.</param>
/// <param name="End">The last day; null where unknown.</param>
/// <param name="Precision">How finely it is known.</param>
/// <param name="Basis">How it is known.</param>
internal readonly record struct ResolvedTime(
    TimeType Type,
    string Value,
    DateOnly? Start,
    DateOnly? End,
    Precision Precision,
    DateBasis Basis
)
{
    public DateValue Date =>
        Start is null && End is null
            ? DateValue.Unknown
            : new DateValue
            {
                Start = Start,
                End = End,
                Precision = Precision,
                Basis = Basis,
            };
}
