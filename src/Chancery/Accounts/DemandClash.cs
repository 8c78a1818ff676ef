using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>What one demands and the other will not do: "urges Tokyo to retract the remarks", "has no plan to withdraw them".</summary>
internal static class DemandClash
{
    private const double SameMatter = 0.7,
        SameThing = 1;

    /// <summary>The demand and the refusal; null where there are none.</summary>
    public static Clash? Of(Bearing demanding, Bearing refusing, Kinship kinship)
    {
        if (
            demanding.AreSides(refusing)
            && !refusing.Said.Negated
            && !refusing.IsOther(demanding)
            && (demanding.Named.Contains(refusing.Owner) || kinship.Link(demanding, refusing) >= SameThing)
            && kinship.Link(demanding, refusing) >= SameMatter
            && Demanded(demanding).Any(demanded => Polarity.AreOpposite(demanded, refusing.Head.Lemma))
            && Coding.StatusReader.Of(refusing.Text, refusing.Said.Head) is Record.EntryStatus.Planned or Record.EntryStatus.Ongoing
        )
            return new Clash("stance", "one demands what the other will not do", refusing.Said.Account);
        // "strictly adheres to the agreements": who is urged to keep to something is said not to.
        if (
            demanding.AreSides(refusing)
            && demanding.IsNear(refusing)
            && !refusing.Said.Negated
            && refusing.Said.Actors is [var keeper]
            && keeper == refusing.Owner
            && demanding.Named.Contains(keeper)
            && Demanded(demanding)
                .Any(demanded => AccountWords.Complying.Contains(demanded) && AccountWords.Complying.Contains(refusing.Head.Lemma))
            && kinship.Link(demanding, refusing) >= SameMatter
            && Coding.StatusReader.Of(refusing.Text, refusing.Said.Head) is Record.EntryStatus.Occurred or Record.EntryStatus.Ongoing
        )
            return new Clash("stance", "one urges to keep to what the other says it keeps to");
        if (refusing.Denied.IsEmpty || refusing.IsOther(demanding) || !refusing.Said.Actors.Any(demanding.Named.Contains))
            return null;
        foreach (var demanded in Demanded(demanding))
            foreach (var refused in refusing.Denied)
                if ((demanded == refused || Senses.Share(demanded, refused)) && kinship.Link(demanding, refusing) >= SameMatter)
                    return new Clash("stance", "one demands what the other will not do", refusing.Said.Account);
        return null;
    }

    // What somebody is urged to do, or must do.
    private static IEnumerable<string> Demanded(Bearing bearing)
    {
        var text = bearing.Text;
        if (bearing.Said.Negated)
            yield break;
        // "demands that the ship leave": the clause of what is demanded.
        if (
            text.Tokens[bearing.Said.Head] is { Relation: Relation.Ccomp, Head: >= 0 and var governor }
            && BlameClash.IsDemand(text.Tokens[governor].Lemma)
        )
            yield return bearing.Head.Lemma;
        foreach (var dependent in text.Dependents(bearing.Said.Head))
        {
            if (text.Tokens[dependent].Relation == Relation.Aux && text.Tokens[dependent].Lemma is "must" or "should")
                yield return bearing.Head.Lemma;
            // "asked for the removal of the tariff".
            if (
                BlameClash.IsDemand(bearing.Head.Lemma)
                && text.Tokens[dependent] is { Tag: UniversalTag.NOUN, Relation: Relation.Obl or Relation.Obj }
                && text.Dependent(dependent, Relation.Nmod) >= 0
            )
                yield return text.Tokens[dependent].Lemma;
            if (
                BlameClash.IsDemand(bearing.Head.Lemma)
                && text.Tokens[dependent] is { IsVerb: true, Relation: Relation.Xcomp or Relation.Ccomp or Relation.Advcl }
                && !Polarity.IsNegated(text, dependent)
            )
                yield return text.Tokens[dependent].Lemma;
        }
    }
}
