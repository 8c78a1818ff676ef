namespace Chancery.Dating;

/// <summary>A time phrase as scanned: what the words say, before tense, document date and discourse tell when that is.</summary>
internal sealed record TimePhrase
{
    public required PhraseKind Kind { get; init; }

    /// <summary>The first atom.</summary>
    public required int First { get; init; }

    /// <summary>One past the last atom.</summary>
    public required int End { get; init; }

    public TimeUnit Unit { get; init; }

    /// <summary>The year; 0 where none is written.</summary>
    public int Year { get; init; }

    public int Month { get; init; }

    public int Day { get; init; }

    /// <summary>The last day of a range within one phrase ("Oct. 22-24"); 0 for a single day.</summary>
    public int LastDay { get; init; }

    /// <summary>The last month of a range of days, or the last year of a range of years; 0 for none.</summary>
    public int Last { get; init; }

    /// <summary>ISO weekday, 1 to 7; 0 for none.</summary>
    public int Weekday { get; init; }

    /// <summary>How many units; NaN where the words leave it open.</summary>
    public double Count { get; init; } = 1;

    /// <summary>Before (-1), within (0) or after (1) the time it is reckoned from; null where nothing tells.</summary>
    public int? Shift { get; init; }

    /// <summary>Whether it is reckoned from a time of the discourse and not from the document's day ("the following year").</summary>
    public bool FromDiscourse { get; init; }

    /// <summary>start, early, mid, late, end, earlier, later, rest; null for the whole.</summary>
    public string? Edge { get; init; }

    /// <summary>The TIMEX3 token of a part of a day or of a reference (MO, NI, PAST_REF), or the value of a set.</summary>
    public string? Token { get; init; }

    /// <summary>Minutes after midnight; -1 for none.</summary>
    public int Minutes { get; init; } = -1;

    /// <summary>Minutes east of Greenwich; null where no zone is written.</summary>
    public int? Zone { get; init; }

    /// <summary>The named day.</summary>
    public NamedDay? Named { get; init; }

    /// <summary>The larger time it lies in ("the third quarter of last year"), or the day of a clock time.</summary>
    public TimePhrase? Of { get; init; }
}
