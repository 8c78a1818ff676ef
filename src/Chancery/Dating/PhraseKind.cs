namespace Chancery.Dating;

/// <summary>What a time phrase says, before it is known when that is.</summary>
internal enum PhraseKind : byte
{
    Day,
    Month,
    Year,
    Decade,
    Century,
    Quarter,
    HalfYear,
    Season,
    FiscalYear,
    Weekday,
    NamedDay,
    DayOfMonth,
    DeicticDay,
    DeicticNight,
    Reference,
    Relative,
    Trailing,
    Leading,
    Ago,
    Anchored,
    Duration,
    Set,
    Clock,
    PartOfDay,
    Portion,
    AwayFrom,
}
