namespace Chancery.Knowledge;

/// <summary>One fact that holds from a day until another, which it no longer covers.</summary>
/// <param name="Subject">The id of what it is about.</param>
/// <param name="Predicate">What is said, such as <c>has-member</c>, <c>chaired-by</c>, <c>relations-since</c>.</param>
/// <param name="Object">The id of the other side.</param>
/// <param name="From">The day it begins; null where not known.</param>
/// <param name="Until">The first day it no longer holds; null while it goes on.</param>
/// <param name="Status">Such as <c>full</c> or <c>disputed</c>.</param>
/// <param name="AccordingTo">Whose claim it is; empty where nobody contests it.</param>
/// <param name="Source">Where it comes from; <c>unsourced</c> where it is known but no source is at hand.</param>
/// <param name="Reviewed">The last day on which it was known to be right.</param>
public sealed record DatedFact(
    string Subject,
    string Predicate,
    string Object,
    DayRange? From,
    DayRange? Until,
    string Status,
    string AccordingTo,
    string Source,
    DateOnly Reviewed
)
{
    /// <summary>Whether it holds on the day. An open end is trusted only up to <see cref="Reviewed"/>.</summary>
    public Answer On(DateOnly day)
    {
        if (From is not { } from || day < from.First)
            return From is null ? Answer.Unknown : Answer.No;
        if (day < from.Last)
            return Answer.Unknown;
        if (Until is not { } until)
            return day <= Reviewed ? Answer.Holds : Answer.Unknown;
        if (day >= until.Last)
            return Answer.No;
        return day < until.First ? Answer.Holds : Answer.Unknown;
    }
}
