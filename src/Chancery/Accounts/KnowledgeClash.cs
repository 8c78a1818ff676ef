namespace Chancery.Accounts;

/// <summary>One side was told or knew, by the one account, and was not told by the other: "was well aware of the flight", "had not been informed".</summary>
internal static class KnowledgeClash
{
    private const string Told = "notify";

    /// <summary>What the one says was not known to whom the other says it was; null where there is nothing.</summary>
    public static Clash? Of(Bearing denier, Bearing other) =>
        denier.AreSides(other)
        && denier.IsNear(other)
        && !denier.IsOther(other)
        && !other.Said.Negated
        && (
            (
                denier.Said.Negated
                && Senses.Has(denier.Head.Lemma, Told)
                && (Senses.Has(other.Head.Lemma, Told) || Senses.Has(Governor(other), Told))
                && denier.SharesActor(other)
            ) || IsUntold(denier, other)
        )
            ? new Clash("stance", "told by the one account, and not told by the other", denier.Said.Account)
            : null;

    /// <summary>Whether it is of what somebody was told or knew.</summary>
    public static bool IsOfKnowing(Bearing bearing) => Senses.Has(bearing.Head.Lemma, Told) || Senses.Has(Governor(bearing), Told);

    // "was well aware that they would be transported": the clause is what was known.
    private static string Governor(Bearing bearing) =>
        bearing.Head is { Relation: Reading.Relation.Ccomp, Head: >= 0 and var above } ? bearing.Text.Tokens[above].Lemma : "";

    // "received no prior notice", "was carried out in coordination with Baghdad".
    private static bool IsUntold(Bearing denier, Bearing other) =>
        denier.Said.Actors is [var one]
        && one == denier.Owner
        && other.Named.Contains(one)
        && denier.Denied.Any(word => word != denier.Head.Lemma && Senses.Has(word, Told))
        && other.Asserted.Any(word => Senses.Has(word, Told));
}
