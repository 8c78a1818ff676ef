using System.Globalization;

namespace Chancery.Dating;

/// <summary>Computes movable days through the calendars of the base library.</summary>
internal static class Calendars
{
    private static readonly ChineseLunisolarCalendar Chinese = new();
    private static readonly KoreanLunisolarCalendar Korean = new();
    private static readonly UmAlQuraCalendar Hijri = new();
    private static readonly PersianCalendar Persian = new();
    private static readonly HebrewCalendar Hebrew = new();

    /// <summary>The first day of the named day in the Gregorian year.</summary>
    public static DateOnly? Find(NamedDay day, int year)
    {
        if (year is < 1 or > 9998)
            return null;
        var found = day.Calendar switch
        {
            "gregorian" => Gregorian(year, day.Month, day.Day),
            "easter" => WesternEaster(year),
            "orthodox" => OrthodoxEaster(year),
            "nth-weekday" => NthWeekday(year, day.Month, day.Day, day.Offset),
            "chinese" => Lunisolar(Chinese, year, day.Month, day.Day),
            "korean" => Lunisolar(Korean, year, day.Month, day.Day),
            "hijri" => InYear(Hijri, year, (year - 622) * 33 / 32 + 2, 4, day.Month, day.Day),
            "persian" => InYear(Persian, year, year - 621, 1, day.Month, day.Day),
            "hebrew" => InYear(Hebrew, year, year + 3761, 1, day.Month, day.Day),
            _ => null,
        };
        return day.Calendar == "nth-weekday" ? found : found?.AddDays(day.Offset);
    }

    private static DateOnly? Gregorian(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? Lunisolar(EastAsianLunisolarCalendar calendar, int year, int month, int day)
    {
        // The lunar year bears the number of the Gregorian year in which it begins.
        if (
            new DateTime(year, 3, 1) > calendar.MaxSupportedDateTime
            || new DateTime(year, 1, 1) < calendar.MinSupportedDateTime.AddYears(1)
        )
            return null;
        var leap = calendar.GetLeapMonth(year);
        var index = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(calendar.ToDateTime(year, index, day, 0, 0, 0, 0));
    }

    private static DateOnly? InYear(Calendar calendar, int year, int from, int back, int month, int day)
    {
        if (new DateTime(year, 1, 1) < calendar.MinSupportedDateTime || new DateTime(year, 12, 31) > calendar.MaxSupportedDateTime)
            return null;
        for (var own = from; own >= from - back - 2; own--)
        {
            var at = Month(calendar, own, month);
            DateTime found;
            try
            {
                if (day > calendar.GetDaysInMonth(own, at))
                    continue;
                found = calendar.ToDateTime(own, at, day, 0, 0, 0, 0);
            }
            catch (ArgumentOutOfRangeException)
            {
                continue;
            }
            if (found.Year == year)
                return DateOnly.FromDateTime(found);
        }
        return null;
    }

    // Hebrew months from Adar on are written as the negative of their number in a common year: a leap year has Adar I before.
    private static int Month(Calendar calendar, int year, int month) => month > 0 ? month : -month + (calendar.IsLeapYear(year) ? 1 : 0);

    private static DateOnly? NthWeekday(int year, int month, int weekday, int nth)
    {
        if (nth < 0)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-((Week.DayNumber(last) - weekday + 7) % 7));
        }
        var first = new DateOnly(year, month, 1);
        return first.AddDays((weekday - Week.DayNumber(first) + 7) % 7 + 7 * (nth - 1));
    }

    // The anonymous Gregorian computus.
    private static DateOnly WesternEaster(int year)
    {
        int a = year % 19,
            b = year / 100,
            c = year % 100,
            d = b / 4,
            e = b % 4,
            g = (8 * b + 13) / 25;
        var h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4,
            k = c % 4,
            l = (32 + 2 * e + 2 * i - h - k) % 7,
            m = (a + 11 * h + 19 * l) / 433;
        int month = (h + l - 7 * m + 90) / 25,
            day = (h + l - 7 * m + 33 * month + 19) % 32;
        return new DateOnly(year, month, day);
    }

    // Meeus's Julian computus, moved to the Gregorian calendar (13 days from 1900 to 2099).
    private static DateOnly OrthodoxEaster(int year)
    {
        int a = year % 4,
            b = year % 7,
            c = year % 19,
            d = (19 * c + 15) % 30,
            e = (2 * a + 4 * b - d + 34) % 7;
        int month = (d + e + 114) / 31,
            day = (d + e + 114) % 31 + 1;
        return new DateOnly(year, month, day).AddDays(year / 100 - year / 400 - 2);
    }
}
