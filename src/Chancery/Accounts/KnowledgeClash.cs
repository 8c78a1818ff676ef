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
            )
            || IsUntold(denier, other)
            || IsUnwarned(denier, other)
        )
            ? new Clash("stance", "told by the one account, and not told by the other", denier.Said.Account)
            : null;

    /// <summary>Whether it is of what somebody was told or knew.</summary>
    public static bool IsOfKnowing(Bearing bearing) =>
        Senses.Has(bearing.Head.Lemma, Told)
        || Senses.Has(Governor(bearing), Told)
        || bearing.Denied.Any(word => Senses.Has(word, Told))
        || bearing.Aspects.Any(mention => mention.Aspect == "warning");

    // "was well aware that they would be transported": the clause is what was known.
    private static string Governor(Bearing bearing) =>
        bearing.Head is { Relation: Reading.Relation.Ccomp, Head: >= 0 and var above } ? bearing.Text.Tokens[above].Lemma : "";

    // "had closed it without any warning", "Islamabad was informed ten days in advance": whoever was told is whose account says that nobody was.
    private static bool IsUnwarned(Bearing denier, Bearing other) =>
        (
            denier.Aspects.Any(mention => mention is { Aspect: "warning", Side: "unwarned" })
            || denier.Denied.Any(word => Senses.Has(word, Told))
        )
        && (
            IsAgreedWith(other, denier.Owner)
            || Senses.Has(other.Head.Lemma, Told)
                && Coding.ClauseTree.Undergoer(other.Text, other.Said.Head) is var told and >= 0
                && new Coding.Participants(other.Text, other.Telling.Cast).Of(told).Any(entity => entity.State == denier.Owner)
        );

    // "had been agreed with the Kenyan authorities".
    private static bool IsAgreedWith(Bearing bearing, string state)
    {
        if (!Senses.Has(bearing.Head.Lemma, "commit") && !Senses.Has(bearing.Head.Lemma, Told))
            return false;
        foreach (var dependent in bearing.Text.Dependents(bearing.Said.Head))
            if (
                Coding.ClauseTree.HasCase(bearing.Text, dependent, "with")
                && new Coding.Participants(bearing.Text, bearing.Telling.Cast).Of(dependent).Any(entity => entity.State == state)
            )
                return true;
        return false;
    }

    // "received no prior notice", "was carried out in coordination with Baghdad".
    private static bool IsUntold(Bearing denier, Bearing other) =>
        denier.Said.Actors is [var one]
        && one == denier.Owner
        && other.Named.Contains(one)
        && denier.Denied.Any(word => word != denier.Head.Lemma && Senses.Has(word, Told))
        && other.Asserted.Any(word => Senses.Has(word, Told));
}
