namespace Chancery.Dating;

/// <summary>The four types of TIMEX3.</summary>
public enum TimeType
{
    /// <summary>A day or longer stretch of the calendar.</summary>
    Date,

    /// <summary>A part of a day.</summary>
    Time,

    /// <summary>A length.</summary>
    Duration,

    /// <summary>A recurrence.</summary>
    Set,
}
