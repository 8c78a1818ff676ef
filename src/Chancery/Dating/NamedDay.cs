namespace Chancery.Dating;

/// <summary>A day with a name that some calendar brings round each year.</summary>
internal sealed record NamedDay(string Name, string Calendar, int Month, int Day, int Length, int Offset)
{
    /// <summary>The first day on which it falls in a year of the Gregorian calendar; null outside what the calendar covers.</summary>
    public DateOnly? In(int year) => Calendars.Find(this, year);
}
