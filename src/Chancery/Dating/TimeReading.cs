namespace Chancery.Dating;

/// <summary>What a word can be within a time expression. One word may have several readings ("second", "past", "may").</summary>
[Flags]
internal enum TimeReading
{
    None = 0,
    Month = 1 << 0,
    MonthShort = 1 << 1,
    Weekday = 1 << 2,
    WeekdayShort = 1 << 3,
    WeekdayPlural = 1 << 4,
    Season = 1 << 5,
    Unit = 1 << 6,
    Units = 1 << 7,
    Number = 1 << 8,
    Tens = 1 << 9,
    Scale = 1 << 10,
    Ordinal = 1 << 11,
    DecadeName = 1 << 12,
    Quantity = 1 << 13,
    Filler = 1 << 14,
    Shift = 1 << 15,
    Anchor = 1 << 16,
    AfterCount = 1 << 17,
    DeicticDay = 1 << 18,
    DeicticNight = 1 << 19,
    Reference = 1 << 20,
    Part = 1 << 21,
    Edge = 1 << 22,
    EdgeOf = 1 << 23,
    Every = 1 << 24,
    Set = 1 << 25,
    Meridiem = 1 << 26,
    Zone = 1 << 27,
    Fiscal = 1 << 28,
    Half = 1 << 29,
    Prep = 1 << 30,
}
