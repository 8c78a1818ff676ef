namespace Chancery.Accounts;

/// <summary>A deed that one lays on a state and the state says it did not do, in words of one sense: "its troops crossed the border", "has not left its territory".</summary>
internal static class DeedDenialClash
{
    /// <summary>What is laid on it and denied; null where there is nothing.</summary>
    public static Clash? Of(Bearing denier, Bearing other)
    {
        if (
            !denier.AreSides(other)
            || !denier.IsNear(other)
            || denier.IsOther(other)
            || !denier.Said.Negated
            || other.Said.Negated
            || denier.Said.Sentence < 0
        )
            return null;
        // "did not return fire", "it was the Armenian side that fired".
        if (Whose(denier).Contains(denier.Owner) && Done(denier, other) is { } done)
            return new Clash("stance", $"one says “{done}” and the other denies it", denier.Said.Account);
        if (
            !Senses.HasAny(denier.Head.Lemma, AccountWords.DeedSenses.AsSpan())
            || !Whose(denier).Contains(denier.Owner)
            || !Whose(other).Contains(denier.Owner)
        )
            return null;
        return
            Senses.Of(denier.Head.Lemma).Any(sense => AccountWords.DeedSenses.Contains(sense) && Senses.Has(other.Head.Lemma, sense))
            && Coding.StatusReader.Of(denier.Text, denier.Said.Head) is Record.EntryStatus.Negated or Record.EntryStatus.Denied
            ? new Clash("stance", $"one says “{other.Head.Lemma}” and the other denies it", denier.Said.Account)
            : null;
    }

    // What it did by the other account, among what it says that it did not do: its own object is denied with the verb.
    private static string? Done(Bearing denier, Bearing other) =>
        other
            .Deeds.FirstOrDefault(deed =>
                !deed.IsCharge
                && deed.Doers is [var doer]
                && doer == denier.Owner
                && Undone(denier).Any(word => word == deed.Lemma || Derivation.Share(word, deed.Lemma))
            )
            ?.Lemma;

    private static IEnumerable<string> Undone(Bearing denier) =>
        denier.Text.Dependent(denier.Said.Head, Reading.Relation.Obj) is var what and >= 0
            ? denier.Denied.Append(denier.Text.Tokens[what].Lemma)
            : denier.Denied;

    private static IEnumerable<string> Whose(Bearing bearing) => bearing.Doers.IsEmpty ? bearing.Said.Actors : bearing.Doers;
}
