namespace Chancery.Accounts;

/// <summary>Measures of days, journeys and parties by which mentions are held against each other.</summary>
internal static class OccurrenceBond
{
    /// <summary>How many days news stays news.</summary>
    public const int FreshDays = 3;

    /// <summary>How many days a thing stays in the texts.</summary>
    public const int MonthDays = 32;

    /// <summary>Whether two days lie so near that news of the one is news of the other.</summary>
    public static bool Near(DateOnly? left, DateOnly? right) =>
        left is { } a && right is { } b && Math.Abs(a.DayNumber - b.DayNumber) <= FreshDays;

    internal static int Width((DateOnly First, DateOnly Last, bool Soft) days) => days.Last.DayNumber - days.First.DayNumber;

    /// <summary>Whether both tell of a collision.</summary>
    public static bool AreCollisions(EventMention left, EventMention right) =>
        left.IsMutual
        && right.IsMutual
        && left.Parties.Count < 2
        && right.Parties.Count < 2
        && left.Lemma is "collide" or "collision" or "ram" or "ramming" or "clash" or "incident"
        && Families.Share(left.Lemma, right.Lemma);

    /// <summary>Whether a mention tells of a visit.</summary>
    public static bool IsJourney(EventMention mention) => mention.Event.Mode == "visit" || MentionPhrase.IsJourney(mention.Lemma);

    // Somebody of unknown state may be of the state that the other names.
    internal static int Perhaps(EventMention left, EventMention right)
    {
        var (ours, theirs) = (left.Parties.Except(right.Parties), right.Parties.Except(left.Parties));
        return Math.Min(ours.Count(MentionParties.IsStranger), theirs.Count)
            + Math.Min(theirs.Count(MentionParties.IsStranger), ours.Count);
    }
}
