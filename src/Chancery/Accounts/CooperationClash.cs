namespace Chancery.Accounts;

/// <summary>A side praises its own part in talks that the other blames it for: "our side was constructive", "the other side refused to discuss it".</summary>
internal static class CooperationClash
{
    /// <summary>The praise and the blame; null where there are none.</summary>
    public static Clash? Of(Bearing praising, Bearing blaming)
    {
        if (
            !praising.AreSides(blaming)
            || !praising.IsNear(blaming)
            || praising.IsOther(blaming)
            || praising.Said.Negated
            || !blaming.Named.Contains(praising.Owner)
        )
            return null;
        if (Praise(praising) is not { } praise || Blame(blaming, praising.Owner) is not { } blame)
            return null;
        return new Clash("stance", $"“{praise}” by the one and “{blame}” by the other");
    }

    // Of itself: "we", its own name, or a clause without a name.
    private static string? Praise(Bearing bearing)
    {
        if (!(bearing.Said.Actors is [var one] && one == bearing.Owner))
            return null;
        foreach (var token in bearing.Tokens)
            if (AccountWords.Praise.Contains(bearing.Text.Tokens[token].Lemma) && !Polarity.IsNegated(bearing.Text, token))
                return bearing.Text.Tokens[token].Lemma;
        return null;
    }

    private static string? Blame(Bearing bearing, string state)
    {
        foreach (var token in bearing.Tokens)
        {
            var word = bearing.Text.Tokens[token];
            if (Polarity.IsNegated(bearing.Text, token))
                continue;
            if (AccountWords.Faults.Contains(word.Lemma) && !bearing.Named.Contains(bearing.Owner))
                return word.Lemma;
            if (token == bearing.Said.Head && word.IsVerb && Senses.Has(word.Lemma, "refuse") && bearing.Doers.Contains(state))
                return word.Lemma;
        }

        return null;
    }
}
