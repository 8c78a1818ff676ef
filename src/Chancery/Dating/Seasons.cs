namespace Chancery.Dating;

/// <summary>The meteorological seasons of the northern half of the world, numbered from spring, 1, to winter, 4.</summary>
internal static class Seasons
{
    public static string Code(int season) =>
        season switch
        {
            1 => "SP",
            2 => "SU",
            3 => "FA",
            _ => "WI",
        };

    /// <summary>The season that begins in the year; winter begins in December and bears the year of its beginning.</summary>
    public static (DateOnly Start, DateOnly End) Of(int season, int year)
    {
        var start = new DateOnly(year, season * 3, 1);
        return (start, Durations.Away(start, 3, TimeUnit.Month).AddDays(-1));
    }
}
