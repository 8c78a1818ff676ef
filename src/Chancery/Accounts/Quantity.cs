using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>A number with what it counts.</summary>
/// <param name="Low">The least that the words allow.</param>
/// <param name="High">The most that the words allow.</param>
/// <param name="Unit">What is counted, as a dictionary form; minutes for all lengths of time up to a day.</param>
/// <param name="Span">The words.</param>
/// <param name="Year">The year that it is of; null where the words name none.</param>
internal readonly record struct Quantity(double Low, double High, string Unit, Span Span, int? Year = null)
{
    /// <summary>What marks the unit of a figure that is aimed at.</summary>
    public const string Target = " (target)";

    /// <summary>What is counted, whether it is so or aimed at.</summary>
    public string Base => Unit.EndsWith(Target, StringComparison.Ordinal) ? Unit[..^Target.Length] : Unit;

    /// <summary>Whether the two count one thing and cannot both be right.</summary>
    public bool Contradicts(Quantity other) =>
        Unit == other.Unit && (Year is null || other.Year is null || Year == other.Year) && (High < other.Low || other.High < Low);

    /// <summary>
    /// The most that "more than" allows: one unit of the last digit that the number shows. "More than 227 billion" is less than 228, "more than 200
    /// billion" less than 300.
    /// </summary>
    public static double Beyond(double value)
    {
        if (value <= 0)
            return value;
        var unit = 1.0;
        while (value % (unit * 10) == 0 && unit < value)
            unit *= 10;
        return value + unit;
    }
}
