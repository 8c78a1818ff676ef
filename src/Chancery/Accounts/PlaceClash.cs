using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>Where a ship, an aircraft or troops were: "entered Turkish territorial waters", "was in international waters".</summary>
internal static class PlaceClash
{
    private const double SameMatter = 0.5,
        SomeMatter = 0.4;
    private const string Nobodys = "";

    /// <summary>The two places; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        if (!left.AreSides(right) || !left.IsNear(right) || left.IsOther(right) || left.Said.Negated || right.Said.Negated)
            return null;
        if (Zone(left) is not { } ours || Zone(right) is not { } theirs || ours == theirs)
            return null;
        if (IsHappening(left, right, ours, theirs, kinship))
            return new Clash("place", "each places it on its own ground");
        // "was boarded in Finnish waters", "the boarding in neutral waters": one deed by a verb and a noun.
        if (
            left.IsReal
            && right.IsReal
            && (Mover(left) is null || Mover(right) is null)
            && (left.IsOne(right) || Deeds(left).Any(ours => Deeds(right).Any(theirs => Derivation.Share(ours, theirs))))
        )
            return new Clash("place", "each places it elsewhere");
        return
            Mover(left) is var (one, whose)
            && Mover(right) is var (other, others)
            && (one == other || kinship.Link(left, right) >= SameMatter)
            && !(whose is not null && others is not null && whose != others)
            && !AreOfOthers(left, right)
            ? new Clash("stance", "each places it elsewhere")
            : null;
    }

    // "were captured inside Sudanese territory", "the incident took place within Ethiopian territory".
    private static bool IsHappening(Bearing left, Bearing right, string ours, string theirs, Kinship kinship) =>
        ours == left.Owner
        && theirs == right.Owner
        && left.IsReal
        && right.IsReal
        && !AreOfOthers(left, right)
        && (left.IsOne(right) || kinship.Link(left, right) >= SomeMatter || IsBare(left) || IsBare(right));

    private static IEnumerable<string> Deeds(Bearing bearing) =>
        bearing
            .Tokens.Select(token => bearing.Text.Tokens[token])
            .Where(word => word.IsVerb || word.Tag == UniversalTag.NOUN)
            .Select(word => word.Lemma);

    // "the incident": what both speak of.
    private static bool IsBare(Bearing bearing) =>
        bearing.Tokens.Any(token => AccountWords.Happening.Contains(bearing.Text.Tokens[token].Lemma));

    // Turkish ships in one place and Greek ships in another contradict nothing.
    private static bool AreOfOthers(Bearing left, Bearing right) =>
        left.Doers is [var ours] && right.Doers is [var theirs] && ours != theirs;

    // What moves, and whose it is where the clause says so: "Chilean ships".
    private static (string Kind, string? State)? Mover(Bearing bearing)
    {
        foreach (var token in bearing.Tokens)
            if (bearing.Text.Tokens[token].Tag == UniversalTag.NOUN)
                foreach (var mover in AccountWords.MoverSenses)
                    if (Senses.Has(bearing.Text.Tokens[token].Lemma, mover))
                        return (mover, StateOf(bearing, token));
        return null;
    }

    private static string? StateOf(Bearing bearing, int mover)
    {
        foreach (var dependent in bearing.Text.Dependents(mover))
            if (
                bearing.Text.Tokens[dependent].Relation is Relation.Amod or Relation.NmodPoss or Relation.Compound
                && bearing.Telling.Cast.Of(dependent).Select(entity => entity.State).OfType<string>().FirstOrDefault() is { } state
            )
                return state;
        return bearing.Telling.Cast.Of(mover).Select(entity => entity.State).OfType<string>().FirstOrDefault();
    }

    /// <summary>Whose waters, airspace or territory a clause speaks of: a state's, or nobody's; null where of none.</summary>
    public static string? Zone(Bearing bearing)
    {
        var text = bearing.Text;
        foreach (var token in bearing.Tokens)
        {
            if (
                !AccountWords.Zones.Contains(text.Tokens[token].Lemma)
                || text.Tokens[token].Relation is not (Relation.Obl or Relation.Obj or Relation.Nmod or Relation.Root or Relation.Conj)
            )
                continue;
            foreach (var dependent in text.Dependents(token))
            {
                var word = text.Tokens[dependent];
                if (word.Relation == Relation.Amod && AccountWords.NobodysZone.Contains(word.Lemma))
                    return Nobodys;
                if (word.Relation == Relation.NmodPoss && text.Form(dependent) is "our" or "Our")
                    return bearing.Owner;
                if (
                    word.Relation is Relation.Amod or Relation.NmodPoss or Relation.Nmod or Relation.Compound
                    && bearing.Telling.Cast.Of(dependent).Select(entity => entity.State).OfType<string>().FirstOrDefault() is { } state
                )
                    return state;
                if (
                    word.Relation == Relation.NmodPoss
                    && text.Form(dependent) is "their" or "its"
                    && (
                        bearing.Doers is [var one] ? one
                        : bearing.Said.Actors is [var actor] ? actor
                        : null
                    )
                        is { } own
                )
                    return own;
            }
        }

        return null;
    }
}
