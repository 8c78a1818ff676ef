namespace Chancery.Accounts;

/// <summary>What one lays at a state's door and the state disowns: "Kigali trained them", "Rwanda has no connection with the attack".</summary>
internal static class ChargeClash
{
    private const double SameMatter = 0.9,
        Dismissed = 0.5,
        SameVictim = 0.4;

    /// <summary>The charge and its denial; null where there are none.</summary>
    public static Clash? Of(Bearing denier, Bearing charger, Kinship kinship)
    {
        if (denier.Disowned is not { } disowned || charger.Disowned?.State == disowned.State || denier.IsOther(charger))
            return null;
        if (
            charger.Owner == disowned.State
            || charger.Said.Negated
            || !charger.Named.Contains(disowned.State)
            || !(Charges(charger, disowned, denier) || Ties(charger, disowned, denier))
        )
            return null;
        var link = kinship.Link(denier, charger) + (charger.IsParty && denier.Named.Contains(charger.Owner) ? SameVictim : 0);
        return link >= (disowned.IsWhole ? Dismissed : SameMatter)
            ? new Clash("stance", "one lays on the other what that one disowns", denier.Said.Account)
            : null;
    }

    // "belongs to the Russian shadow fleet", "Russia has nothing to do with the ship": whatever ties it to what it says is none of its.
    private static bool Ties(Bearing charger, Disowned disowned, Bearing denier) =>
        disowned.IsByPhrase
        && denier.AreSides(charger)
        && denier.IsNear(charger)
        && charger.IsParty
        && Kinship.Same(disowned.Deed.RemoveAll(AccountWords.Vague.Contains), charger.Said.Words) > 0;

    private static bool Charges(Bearing charger, Disowned disowned, Bearing denier)
    {
        var done = charger.Deeds.Any(deed => deed.Doers.Length > 0);
        foreach (var deed in charger.Deeds)
        {
            // Where a clause of blame does not say who did it, it lays it on whom it names.
            if (!done && !deed.IsCharge && !BlameClash.Blames(charger))
                continue;
            if (deed.IsCharge ? charger.Doers.Contains(disowned.State) : !(deed.Doers is [var alone] && alone == disowned.State) && done)
                continue;
            if (disowned.IsWhole || denier.Denied.Any(denied => denied == deed.Lemma || Senses.Share(denied, deed.Lemma)))
                return true;
        }

        return false;
    }
}
