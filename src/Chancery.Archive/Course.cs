using Chancery.Knowledge;

namespace Chancery.Archive;

/// <summary>What the dates of a timeline show as a whole: the longest gaps, and the round anniversaries that fall within it.</summary>
/// <param name="Gaps">The longest stretches without a dated contact, longest first, at most five; none is shorter than thirty days.</param>
/// <param name="Anniversaries">The day, the number of years, and of what: a dated fact of the knowledge pack, or an agreement of the timeline itself.</param>
public sealed record Course(
    IReadOnlyList<(DateOnly After, DateOnly Before, int Days)> Gaps,
    IReadOnlyList<(DateOnly Day, int Years, string Of)> Anniversaries
)
{
    private const int MostGaps = 5;
    private const int ShortestGap = 30;

    /// <summary>Looks at the contacts of two states that took place; plans, denials and demands are no contact.</summary>
    public static Course Of(string one, string other, IReadOnlyList<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var held = contacts.Where(contact => contact is { Start: not null, Status: "occurred" or "ongoing" or "historical" }).ToArray();
        if (held.Length == 0)
            return new Course([], []);
        DateOnly first = held[0].Start!.Value,
            last = held.Max(contact => contact.End ?? contact.Start!.Value);
        return new Course(
            GapsOf(held),
            [.. Days(one, other, held).SelectMany(item => Round(item.Day, item.Of, first, last)).Distinct().Order()]
        );
    }

    private static List<(DateOnly After, DateOnly Before, int Days)> GapsOf(IEnumerable<Contact> held)
    {
        var gaps = new List<(DateOnly After, DateOnly Before, int Days)>();
        DateOnly? until = null;
        foreach (var contact in held)
        {
            var start = contact.Start!.Value;
            if (until is { } end && start.DayNumber - end.DayNumber >= ShortestGap)
                gaps.Add((end, start, start.DayNumber - end.DayNumber));
            var close = contact.End ?? start;
            until = until is { } known && known > close ? known : close;
        }

        return [.. gaps.OrderByDescending(gap => gap.Days).ThenBy(gap => gap.After).Take(MostGaps)];
    }

    private static IEnumerable<(DateOnly Day, string Of)> Days(string one, string other, IEnumerable<Contact> held)
    {
        string a = "state/" + one,
            b = "state/" + other;
        foreach (var fact in World.Default.Facts)
        {
            if (fact.From is not { } from || from.First != from.Last)
                continue;
            if (fact.Subject == a && fact.Object == b || fact.Subject == b && fact.Object == a)
                yield return (from.First, fact.Predicate.Replace('-', ' '));
        }

        foreach (var contact in held)
            if (contact is { Lane: "agreements", Start: { } start } && contact.End == start)
                yield return (start, "agreement " + contact.Entry);
    }

    // Five, ten, twenty-five and every twenty-fifth: the years that foreign ministries mark.
    private static IEnumerable<(DateOnly Day, int Years, string Of)> Round(DateOnly day, string of, DateOnly first, DateOnly last)
    {
        for (var years = 5; day.Year + years <= last.Year; years += 5)
        {
            if (years is not (5 or 10 or 20 or 30 or 40 or 60 or 70 or 80 or 90) && years % 25 != 0)
                continue;
            var then = day.AddYears(years);
            if (then >= first && then <= last)
                yield return (then, years, of);
        }
    }
}
