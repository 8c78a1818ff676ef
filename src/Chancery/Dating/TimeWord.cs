namespace Chancery.Dating;

/// <summary>A word of <c>codebook/time/words.csv</c> with its readings and the value in each.</summary>
internal sealed class TimeWord(string form)
{
    private readonly Dictionary<TimeReading, string> _values = [];

    /// <summary>The lower-case form.</summary>
    public string Form { get; } = form;

    /// <summary>All its readings.</summary>
    public TimeReading Readings { get; private set; }

    /// <summary>The unit, where it is one.</summary>
    public TimeUnit Unit { get; private set; }

    /// <summary>The number that stands for it in its most numeric reading.</summary>
    public int Number { get; private set; }

    /// <summary>The number in its <see cref="TimeReading.Shift"/> or <see cref="TimeReading.AfterCount"/> reading: -1, 0 or 1.</summary>
    public int Shift { get; private set; }

    /// <summary>The direction as a word after a count: -1 for "ago", 1 for "later".</summary>
    public int AfterCount { get; private set; }

    /// <summary>Whether one of the readings is there.</summary>
    public bool Is(TimeReading any) => (Readings & any) != TimeReading.None;

    /// <summary>The value in a reading, as the table has it.</summary>
    public string Value(TimeReading reading) => _values[reading];

    internal void Add(TimeReading reading, string value)
    {
        Readings |= reading;
        _values[reading] = value;
        var numeric = int.TryParse(value, out var number);
        if (reading is TimeReading.Unit or TimeReading.Units)
            Unit = Enum.Parse<TimeUnit>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        else if (reading == TimeReading.Shift)
            Shift = number;
        else if (reading == TimeReading.AfterCount)
            AfterCount = number;
        else if (numeric)
            Number = number;
    }
}
