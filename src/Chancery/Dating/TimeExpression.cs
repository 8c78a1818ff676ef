using Chancery.Record;

namespace Chancery.Dating;

/// <summary>A time expression of the text with the days that it means.</summary>
/// <param name="FirstToken">The index of its first token.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Span">The words, which may be less than the tokens.</param>
/// <param name="Type">What sort of time it is.</param>
/// <param name="Value">The TIMEX3 value, such as <c>2023-03</c> or <c>P75Y</c>.</param>
/// <param name="Date">The days.</param>
/// <param name="Rule">The rule that resolved it.</param>
public sealed record TimeExpression(int FirstToken, int EndToken, Span Span, TimeType Type, string Value, DateValue Date, string Rule);
