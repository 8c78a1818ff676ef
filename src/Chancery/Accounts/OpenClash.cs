namespace Chancery.Accounts;

/// <summary>"No date has been set" against "will meet on 13 October"; "was not discussed" against "was addressed".</summary>
internal static class OpenClash
{
    private const double SameMatter = 1;

    /// <summary>What the one leaves open, or says was left out, and the other settles; null where there is nothing.</summary>
    public static Clash? Of(Bearing open, Bearing settled, Kinship kinship)
    {
        if (open.IsUndated && settled.IsDated && IsOneThing(open, settled, kinship))
            return new Clash("date", "one gives a day and the other says that none has been set", open.Said.Account);
        if (
            open.IsUncounted
            && settled.Said.Quantities.Any(quantity => quantity.Unit != "minute")
            && kinship.Link(open, settled) >= SameMatter
        )
            return new Clash("number", "one gives a number and the other says that none has been fixed", open.Said.Account);
        return open.IsUndiscussed && settled.IsDiscussed && IsOneThing(open, settled, kinship)
            ? new Clash("stance", "one says that it was discussed and the other that it was not", open.Said.Account)
            : null;
    }

    private static bool IsOneThing(Bearing left, Bearing right, Kinship kinship)
    {
        var same = Kinship.Same(left.Said.Words, right.Said.Words);
        return same > 1
            || (same == 1 && (left.Shares(right) || (left.IsUndated && left.AreSides(right)) || kinship.Link(left, right) >= SameMatter))
            || left.SharesName(right)
            || (left.IsOfContact && right.IsOfContact && left.IsUndated);
    }
}
