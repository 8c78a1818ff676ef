namespace Chancery.Accounts;

/// <summary>Two sides of one aspect, said of one thing: "rammed it on purpose", "an accident"; "closed the border", "has remained open".</summary>
internal static class AspectClash
{
    private const double OneMatter = 1.2;

    /// <summary>The two sides; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        if (left.Aspects.IsEmpty || right.Aspects.IsEmpty || !left.IsNear(right) || left.IsOther(right) || !left.IsReal || !right.IsReal)
            return null;
        foreach (var ours in left.Aspects)
            foreach (var theirs in right.Aspects)
                if (ours.Aspect == theirs.Aspect && ours.Side != theirs.Side && IsOneMatter(left, right, ours, theirs, kinship))
                    return new Clash(
                        "stance",
                        $"“{Words(ours)}” and “{Words(theirs)}” exclude each other",
                        ours.Negated ? left.Said.Account
                            : theirs.Negated ? right.Said.Account
                            : -1
                    );
        return null;
    }

    private static bool IsOneMatter(Bearing left, Bearing right, AspectMention ours, AspectMention theirs, Kinship kinship)
    {
        if (left.IsOne(right))
            return true;
        var (mine, other) = (left.Said.Words.RemoveRange(ours.Phrase.Split(' ')), right.Said.Words.RemoveRange(theirs.Phrase.Split(' ')));
        if (left.AreSides(right) && (ours.IsOfEvent || Kinship.Same(mine, other) > 0))
            return true;
        return kinship.Link(left, right, [.. ours.Phrase.Split(' '), .. theirs.Phrase.Split(' ')]) >= OneMatter;
    }

    private static string Words(AspectMention mention) => mention.Negated ? "not " + mention.Phrase : mention.Phrase;
}
