using System.Globalization;

namespace Chancery.Knowledge;

/// <summary>A day known to a year, a month or a day: the first and the last day that it may be.</summary>
/// <param name="First">The earliest day.</param>
/// <param name="Last">The latest day.</param>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    // Behind the last year the calendar has no days to count on to.
    private const int LastYear = 9998;

    /// <summary>Reads <c>2013</c>, <c>2013-03</c> or <c>2013-03-14</c>; null for anything else.</summary>
    public static DayRange? Parse(string text)
    {
        // Most days are written out; they need not be cut up.
        if (
            text.Length == 10
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var written)
            && written.Year <= LastYear
        )
            return new(written, written);
        var parts = text.Split('-');
        if (!int.TryParse(parts[0], out var year) || year is < 1 or > LastYear)
            return null;
        if (parts.Length == 1)
            return new(new(year, 1, 1), new(year, 12, 31));
        if (!int.TryParse(parts[1], out var month) || month is < 1 or > 12)
            return null;
        if (parts.Length == 2)
            return new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));
        if (!int.TryParse(parts[2], out var day) || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return new(new(year, month, day), new(year, month, day));
    }
}
