namespace Chancery.Accounts;

/// <summary>A deed that one lays on a state and the state says it did not do, in words of one sense: "its troops crossed the border", "has not left its territory".</summary>
internal static class DeedDenialClash
{
    private static readonly string[] Deeds =
    [
        "cross",
        "attack",
        "occupy",
        "detain",
        "sponsor",
        "organise",
        "breach",
        "interfere",
        "threat",
    ];

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
        if (!Senses.HasAny(denier.Head.Lemma, Deeds) || !Whose(denier).Contains(denier.Owner) || !Whose(other).Contains(denier.Owner))
            return null;
        return
            Senses.Of(denier.Head.Lemma).Any(sense => Deeds.Contains(sense) && Senses.Has(other.Head.Lemma, sense))
            && Coding.StatusReader.Of(denier.Text, denier.Said.Head) is Record.EntryStatus.Negated or Record.EntryStatus.Denied
            ? new Clash("stance", $"one says “{other.Head.Lemma}” and the other denies it", denier.Said.Account)
            : null;
    }

    private static IEnumerable<string> Whose(Bearing bearing) => bearing.Doers.IsEmpty ? bearing.Said.Actors : bearing.Doers;
}
