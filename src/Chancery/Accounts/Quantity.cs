using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>A number with what it counts.</summary>
/// <param name="Low">The least that the words allow.</param>
/// <param name="High">The most that the words allow.</param>
/// <param name="Unit">What is counted, as a dictionary form; minutes for all lengths of time up to a day.</param>
/// <param name="Span">The words.</param>
internal readonly record struct Quantity(double Low, double High, string Unit, Span Span)
{
    /// <summary>Whether the two count one thing and cannot both be right.</summary>
    public bool Contradicts(Quantity other) => Unit == other.Unit && (High < other.Low || other.High < Low);
}
