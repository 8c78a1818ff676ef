using System.Collections.Immutable;

namespace Chancery.Accounts;

/// <summary>Two words that point opposite ways at one thing. What each points at must itself be one, and not only the words around it.</summary>
internal static class StanceClash
{
    private const double JudgedMatter = 1;

    /// <summary>The two stances; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        foreach (var ours in left.Pointers)
            foreach (var theirs in right.Pointers)
            {
                // What was closed may be reopened.
                if (
                    left.IsBefore(right)
                    && ours.Lemma == left.Head.Lemma
                    && theirs.Lemma == right.Head.Lemma
                    && Polarity.AreOpposite(ours.Lemma, theirs.Lemma)
                )
                    continue;
                // Who was ready for an agreement does not say that one was reached.
                if (IsWill(ours, theirs) || IsWill(theirs, ours))
                    continue;
                // What both say of it parts them in nothing: "the M23 terrorists", "a terrorist group".
                if (
                    left.Pointers.Any(pointer => pointer.Lemma == theirs.Lemma && pointer.Sign == theirs.Sign)
                    || right.Pointers.Any(pointer => pointer.Lemma == ours.Lemma && pointer.Sign == ours.Sign)
                )
                    continue;
                if (ours.Sign * theirs.Sign >= 0 || !Meet(left, right, ours, theirs, kinship))
                    continue;
                var named = ours.Targets.IsEmpty || theirs.Targets.IsEmpty;
                return new Clash(
                    "stance",
                    named
                        ? "one for and one against, on what each calls by a name of its own"
                        : $"“{ours.Lemma}” and “{theirs.Lemma}” point opposite ways",
                    theirs.Negated ? right.Said.Account
                        : ours.Negated ? left.Said.Account
                        : -1
                );
            }

        return null;
    }

    private static bool IsWill(Pointer will, Pointer reach) =>
        reach.Negated
        && AccountWords.Reaching.Contains(reach.Lemma)
        && will.Lemma is "ready" or "willing" or "prepared" or "seek" or "call" or "urge" or "propose" or "demand";

    private static bool Meet(Bearing left, Bearing right, Pointer ours, Pointer theirs, Kinship kinship)
    {
        // One thing by two names: by one name it counts as any word does.
        var matter = left.Matters.Overlaps(right.Matters) && !left.Namings.Overlaps(right.Namings);
        if (ours.Targets.IsEmpty || theirs.Targets.IsEmpty)
            return matter && left.AreSides(right);
        var met = kinship.Met(ours.Targets, theirs.Targets);
        if (matter && left.AreSides(right) && met > 0)
            return true;
        // Words around it that are alike make no contradiction. Two words that are the very same do.
        // A name may stand deeper: "the sovereignty over Santa Rosa", "Santa Rosa belongs to Peru".
        var aimed =
            Kinship.Same(Core(left, ours.Heads), Core(right, theirs.Heads)) > 0
            || (
                met > 1
                && Kinship.Same(Called(left, ours.Heads), theirs.Targets) + Kinship.Same(Called(right, theirs.Heads), ours.Targets) > 0
            );
        // "condemns the Israeli aggression", "the strikes were necessary": each side judges what the other names it for.
        if (
            Kinship.Same(Core(left, ours.Heads), Core(right, theirs.Heads)) > 0
            && left.AreSides(right)
            && (left.IsOne(right) || left.SharesName(right))
            && (IsJudged(left, right, ours) || IsJudged(right, left, theirs))
        )
            return true;
        // "reiterated its support for the force", "the support given to the group is unacceptable": the stance of the one is what the other judges.
        if ((theirs.Heads.Contains(ours.Lemma) || ours.Heads.Contains(theirs.Lemma)) && kinship.Link(left, right) >= JudgedMatter)
            return true;
        return Kinship.Same(Things(left, ours.Targets), Things(right, theirs.Targets)) > 1
            || (
                aimed
                && (
                    met > 1
                    || matter
                    || left.Shares(right)
                    || ours.Lemma == theirs.Lemma
                    || Math.Min(ours.Targets.Length, theirs.Targets.Length) == 1
                )
            );
    }

    // The one who condemns names the other for the deed that the other defends.
    private static bool IsJudged(Bearing judge, Bearing judged, Pointer against) =>
        against.Sign < 0 && judge.Named.Contains(judged.Owner) && judge.Deeds.Any(deed => against.Heads.Contains(deed.Lemma));

    // A state at the end of two phrases ("support for Ukraine", "the war against Ukraine") is not what both are about.
    private static ImmutableArray<string> Things(Bearing bearing, ImmutableArray<string> heads) => heads.RemoveAll(bearing.States.Contains);

    private static ImmutableArray<string> Called(Bearing bearing, ImmutableArray<string> heads) =>
        [.. Things(bearing, heads).Where(bearing.Said.Names.Contains)];

    private static ImmutableArray<string> Core(Bearing bearing, ImmutableArray<string> heads) =>
        heads.Length > 1 ? Things(bearing, heads) : heads;
}
