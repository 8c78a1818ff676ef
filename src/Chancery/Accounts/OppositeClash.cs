namespace Chancery.Accounts;

/// <summary>Opposites said of one thing: "professional and restrained", "brutal", in clauses that are close otherwise.</summary>
internal static class OppositeClash
{
    /// <summary>The opposites; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        if (left.Said.Negated != right.Said.Negated) return null;
        foreach (var word in left.Said.Words)
            foreach (var other in right.Said.Words)
                if (Polarity.AreOpposite(word, other) && !left.Attached.Contains(word) && !right.Attached.Contains(other) && left.Predicates.Contains(word) == right.Predicates.Contains(other) && IsOneThing(left, right, word, other, kinship)) return new Clash("stance", $"“{word}” and “{other}” are opposites");
        return null;
    }

    private static bool IsOneThing(Bearing left, Bearing right, string word, string other, Kinship kinship)
    {
        if (left.IsOne(right)) return true;
        if (!left.Said.Words.Any(same => same != "percent" && right.Said.Words.Contains(same))) return false;
        var met = kinship.Met(left.Said.Words.Remove(word), right.Said.Words.Remove(other));
        return met > 1 || (met == 1 && (left.Shares(right) || left.SharesName(right) || left.SharesActor(right)));
    }
}
