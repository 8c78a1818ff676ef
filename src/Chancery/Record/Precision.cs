namespace Chancery.Record;

/// <summary>How finely a date is known.</summary>
#pragma warning disable CS1591 // The members are the units themselves.
public enum Precision
{
    Unknown,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Season,
    HalfYear,
    Year,
    Decade,
    Century,
    Interval,
    OpenStart,
    OpenEnd,
}
