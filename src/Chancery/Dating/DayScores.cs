namespace Chancery.Dating;

/// <summary>How well each day from 1945 to 2100 fits what a document says, with what spoke for it.</summary>
internal sealed class DayScores
{
    public static readonly DateOnly First = new(1945, 1, 1);
    private static readonly DateOnly Last = new(2100, 12, 31);
    private readonly float[] _scores = new float[Last.DayNumber - First.DayNumber + 1];

    /// <summary>The weight of all hints that single out years or days.</summary>
    public float Support { get; private set; }

    /// <summary>What the hints say, in sentences for a person, in the order of their finding.</summary>
    public List<string> Reasons { get; } = [];

    /// <summary>Adds to the days from one to another, both included.</summary>
    public void Add(DateOnly from, DateOnly to, float weight)
    {
        var end = Math.Min(to.DayNumber, Last.DayNumber) - First.DayNumber;
        for (var i = Math.Max(from.DayNumber - First.DayNumber, 0); i <= end; i++)
            _scores[i] += weight;
    }

    /// <summary>Adds to a year.</summary>
    public void AddYear(int year, float weight)
    {
        if (year is >= 1945 and <= 2100)
            Add(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), weight);
    }

    /// <summary>Takes from every day before this one.</summary>
    public void NotBefore(DateOnly day, float weight) => Add(First, day.AddDays(-1), -weight);

    /// <summary>Adds to all days that are this day of the week.</summary>
    public void AddWeekday(int weekday, float weight)
    {
        for (var i = (weekday - Week.DayNumber(First) + 7) % 7; i < _scores.Length; i += 7)
            _scores[i] += weight;
    }

    /// <summary>Notes a hint that singles out.</summary>
    public void Because(string reason, float support)
    {
        if (Reasons.Contains(reason))
            return;
        Reasons.Add(reason);
        Support += support;
    }

    /// <summary>The days with the highest score, and the best score of any other year.</summary>
    public (DateOnly From, DateOnly To, float Best, DateOnly Rival, float RivalScore) Best()
    {
        var best = _scores.Max();
        int from = -1,
            to = -1,
            rival = -1;
        for (var i = 0; i < _scores.Length; i++)
        {
            if (_scores[i] < best - 0.01f)
                continue;
            if (from < 0)
                from = i;
            to = i;
        }
        var (start, end) = (First.AddDays(from), First.AddDays(to));
        for (var i = 0; i < _scores.Length; i++)
            if ((i < from || i > to) && (rival < 0 || _scores[i] > _scores[rival]))
                rival = i;
        return (start, end, best, First.AddDays(Math.Max(rival, 0)), rival < 0 ? 0 : _scores[rival]);
    }
}
