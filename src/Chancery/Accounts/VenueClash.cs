using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>One contact in two places: "the commission will meet in Livingstone", "will hold its session in Victoria Falls".</summary>
internal static class VenueClash
{
    private const double OneMatter = 1;

    /// <summary>The two places; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        if (!left.IsOfContact || !right.IsOfContact || left.Said.Negated || right.Said.Negated)
            return null;
        // Of a contact that took place, one account may name the town and another the palace, or the stage of a journey.
        if (!left.IsNear(right) || left.IsOther(right) || !IsToCome(left) || !IsToCome(right))
            return null;
        if (Venue(left) is not { } ours || Venue(right) is not { } theirs || ours.Equals(theirs, StringComparison.OrdinalIgnoreCase))
            return null;
        return left.IsOne(right) || (left.IsOfNext && right.IsOfNext) || kinship.Link(left, right) >= OneMatter
            ? new Clash("place", $"in {ours} to the one and in {theirs} to the other")
            : null;
    }

    private static bool IsToCome(Bearing bearing) => bearing.IsAhead || (bearing.Head.IsVerb && Senses.Has(bearing.Head.Lemma, "commit"));

    // The one place in which the predicate or its object is said to be; a state holds its towns and tells none apart.
    private static string? Venue(Bearing bearing)
    {
        var text = bearing.Text;
        string? found = null;
        foreach (var token in bearing.Tokens)
        {
            if (text.Tokens[token].Tag != UniversalTag.PROPN || !ClauseTree.HasCase(text, token, "in"))
                continue;
            if (text.Tokens[token].Head is not (>= 0 and var held) || !Holds(bearing, held))
                continue;
            if (!bearing.Said.Names.Contains(text.Tokens[token].Lemma.ToLowerInvariant()))
                continue;
            if (bearing.Telling.Cast.Of(token).Any(entity => entity.Type == EntityType.State))
                return null;
            if (found is not null)
                return null;
            found = text.Form(token).ToString();
        }

        return found;
    }

    private static bool Holds(Bearing bearing, int held) =>
        held == bearing.Said.Head
        || EventMention.IsContactWord(bearing.Text.Tokens[held].Lemma)
        || bearing.Text.Tokens[held].Head == bearing.Said.Head;
}
