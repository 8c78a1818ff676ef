namespace Chancery.Accounts;

/// <summary>What one says, and the other says is untrue: "rammed a coast guard ship", "there is no truth to the claim that a vessel collided with a ship".</summary>
internal static class RefutationClash
{
    private const int SameMatter = 2;

    /// <summary>The refutation and what it refutes; null where there are none.</summary>
    public static Clash? Of(Bearing refuting, Bearing other, Kinship kinship)
    {
        if (refuting.Refuted.IsEmpty || !other.Refuted.IsEmpty || other.Said.Negated || refuting.IsOther(other))
            return null;
        var met = kinship.Met(refuting.Refuted, other.Said.Words);
        var same = Kinship.Same(refuting.Refuted, other.Said.Words);
        // Of deeds that one side lays on the other, one word is enough.
        var deed =
            refuting.AreSides(other)
            && other.Deeds.Any(done =>
                refuting.Refuted.Any(word =>
                    (word == done.Lemma || Senses.Share(word, done.Lemma)) && Senses.HasAny(word, AccountWords.Hostile.AsSpan())
                ) && (done.Doers.IsEmpty || !done.Doers.Contains(other.Owner))
            );
        // "Japan respects all the positions", "it is not true that he stated that Japan respects the positions": the predicate and who is its subject.
        var told =
            refuting.RefutedCore.Any(predicate => Kinship.AreAkin(predicate, other.Head.Lemma))
            && other.Said.Actors.Any(actor => refuting.Named.Contains(actor) || actor == refuting.Owner);
        // Statements of one happening may lie weeks apart.
        return
            (told && refuting.IsNear(other))
            || (met >= (refuting.IsNear(other) ? SameMatter : SameMatter + 1) && same > 0)
            || (deed && refuting.IsNear(other))
            ? new Clash("stance", "one says what the other calls untrue", refuting.Said.Account)
            : null;
    }
}
