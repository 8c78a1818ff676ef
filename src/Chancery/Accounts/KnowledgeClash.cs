namespace Chancery.Accounts;

/// <summary>One side was told or knew, by the one account, and was not told by the other: "was well aware of the flight", "had not been informed".</summary>
internal static class KnowledgeClash
{
    private const string Told = "notify";

    /// <summary>What the one says was not known to whom the other says it was; null where there is nothing.</summary>
    public static Clash? Of(Bearing denier, Bearing other)
        => denier.AreSides(other) && denier.IsNear(other) && !denier.IsOther(other) && denier.Said.Negated && !other.Said.Negated && Senses.Has(denier.Head.Lemma, Told) && Senses.Has(other.Head.Lemma, Told)
            && denier.SharesActor(other) ? new Clash("stance", "told by the one account, and not told by the other", denier.Said.Account) : null;
}
