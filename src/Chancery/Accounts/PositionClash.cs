namespace Chancery.Accounts;

/// <summary>
/// What one side objects to in the other and the other holds fast to: "serious concern over China's coercive actions against Taiwan", "will never allow
/// Taiwan to be split from the motherland".
/// </summary>
internal static class PositionClash
{
    /// <summary>The objection and what it is raised against; null where there are none.</summary>
    public static Clash? Of(Bearing objecting, Bearing holding)
    {
        if (
            !objecting.AreSides(holding)
            || !objecting.IsNear(holding)
            || !objecting.Named.Contains(holding.Owner)
            || objecting.Said.Negated
            || !(objecting.SharesName(holding) || SharesTopic(objecting, holding))
        )
            return null;
        if (
            !objecting.Pointers.Any(pointer => pointer.Sign < 0 && !pointer.Negated && !Polarity.Turns(pointer.Lemma))
            || objecting.Pointers.Any(pointer => pointer.Sign > 0)
        )
            return null;
        return IsFirm(holding) ? new Clash("stance", "one objects to what the other holds fast to") : null;
    }

    private static bool SharesTopic(Bearing left, Bearing right) => left.Said.Topics.Intersect(right.Said.Topics).Any(Likeness.IsNarrow);

    // "will never allow", "internal affairs", "an inalienable part": said by the side itself, or of what is its own.
    private static bool IsFirm(Bearing bearing)
    {
        if (
            bearing.Said.Actors.Length > 0
            && !bearing.Said.Actors.Contains(bearing.Owner)
            && bearing.Doers.Length > 0
            && !bearing.Doers.Contains(bearing.Owner)
        )
            return false;
        var words = bearing.Said.Span.In(bearing.Telling.Words).ToString();
        return AccountWords.Firm.Concat(AccountWords.Proper).Any(phrase => words.Contains(phrase, StringComparison.OrdinalIgnoreCase));
    }
}
