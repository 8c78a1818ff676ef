namespace Chancery.Knowledge;

/// <summary>Which offices lead a state, and when.</summary>
/// <param name="Offices">Their short codes, the first of them first.</param>
/// <param name="Military">Whether soldiers rule through them.</param>
/// <param name="From">The first day; null where it was always so.</param>
/// <param name="Until">The day that it no longer covers; null while it goes on.</param>
internal readonly record struct LeadingOffice(string[] Offices, bool Military, DayRange? From, DayRange? Until)
{
    /// <summary>Whether it is so on a day; on any where the day is unknown.</summary>
    public bool On(DateOnly? day) =>
        day is not { } on || (From is not { } from || from.First <= on) && (Until is not { } until || on < until.Last);
}
