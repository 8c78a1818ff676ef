using System.Globalization;

namespace Chancery.Dating;

/// <summary>Days of the week numbered as ISO 8601 does: Monday 1 to Sunday 7.</summary>
internal static class Week
{
    private static readonly string[] Names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static int DayNumber(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    public static DateOnly Monday(DateOnly day) => day.AddDays(1 - DayNumber(day));

    public static string Name(int number) => Names[number - 1];

    public static string Iso(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return $"{ISOWeek.GetYear(date):D4}-W{ISOWeek.GetWeekOfYear(date):D2}";
    }
}
