namespace Chancery.Dating;

/// <summary>The units in which time is counted, from short to long.</summary>
internal enum TimeUnit : byte
{
    None,
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    HalfYear,
    Year,
    Decade,
    Century,
    Millennium,
}
