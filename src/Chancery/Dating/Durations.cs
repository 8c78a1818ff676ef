using System.Globalization;

namespace Chancery.Dating;

/// <summary>Lengths of time as TIMEX3 writes them.</summary>
internal static class Durations
{
    /// <summary>The value of so many units; X stands for a count that is left open.</summary>
    public static string Value(double count, TimeUnit unit)
    {
        if (unit is TimeUnit.Fortnight)
            (count, unit) = (count * 2, TimeUnit.Week);
        if (unit is TimeUnit.Decade && !double.IsNaN(count))
            (count, unit) = (count * 10, TimeUnit.Year);
        if (unit is TimeUnit.Century && !double.IsNaN(count))
            (count, unit) = (count * 100, TimeUnit.Year);
        if (unit is TimeUnit.Millennium && !double.IsNaN(count))
            (count, unit) = (count * 1000, TimeUnit.Year);
        if (count == 0.5 && unit == TimeUnit.Year)
            (count, unit) = (6, TimeUnit.Month);
        if (count == 0.5 && unit == TimeUnit.Hour)
            (count, unit) = (30, TimeUnit.Minute);
        var number = double.IsNaN(count) ? "X" : count.ToString("0.##", CultureInfo.InvariantCulture);
        return unit switch
        {
            TimeUnit.Second => $"PT{number}S",
            TimeUnit.Minute => $"PT{number}M",
            TimeUnit.Hour => $"PT{number}H",
            TimeUnit.Night => $"P{number}NI",
            TimeUnit.Day => $"P{number}D",
            TimeUnit.Weekend => $"P{number}WE",
            TimeUnit.Week => $"P{number}W",
            TimeUnit.Month => $"P{number}M",
            TimeUnit.Quarter => $"P{number}Q",
            TimeUnit.Season => $"P{number}S",
            TimeUnit.HalfYear => $"P{number}H",
            TimeUnit.Decade => $"P{number}DE",
            TimeUnit.Century => $"P{number}CE",
            TimeUnit.Millennium => $"P{number}MIL",
            _ => $"P{number}Y",
        };
    }

    /// <summary>The day so many units away. Parts of a unit are rounded to days; what leaves the calendar stays at its edge.</summary>
    public static DateOnly Away(DateOnly day, double count, TimeUnit unit)
    {
        count = Math.Clamp(count, -9000, 9000);
        return unit switch
        {
            TimeUnit.Second or TimeUnit.Minute => day,
            TimeUnit.Hour => Days(day, Math.Round(count / 24)),
            TimeUnit.Night or TimeUnit.Day => Days(day, count),
            TimeUnit.Weekend or TimeUnit.Week => Days(day, count * 7),
            TimeUnit.Fortnight => Days(day, count * 14),
            TimeUnit.Month => Months(day, count),
            TimeUnit.Quarter or TimeUnit.Season => Months(day, count * 3),
            TimeUnit.HalfYear => Months(day, count * 6),
            TimeUnit.Decade => Months(day, count * 120),
            TimeUnit.Century => Months(day, count * 1200),
            TimeUnit.Millennium => Months(day, count * 12000),
            _ => Months(day, count * 12),
        };
    }

    private static DateOnly Days(DateOnly day, double days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + Math.Round(days), DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static DateOnly Months(DateOnly day, double months)
    {
        var whole = (int)Math.Truncate(months);
        var index = day.Year * 12 + day.Month - 1 + whole;
        if (index < 12)
            return DateOnly.MinValue;
        if (index >= 9999 * 12)
            return DateOnly.MaxValue;
        return Days(day.AddMonths(whole), (months - whole) * 30.44);
    }
}
