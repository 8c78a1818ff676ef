using System.Collections.Frozen;

namespace Chancery.Accounts;

/// <summary>A call or a meeting that one tells of and the other says there was not: "there has been no phone call between the two heads of state".</summary>
internal static class ContactDenialClash
{
    /// <summary>The contact and its denial; null where there are none.</summary>
    public static Clash? Of(Bearing denier, Bearing other, Kinship kinship)
    {
        if (!denier.IsNear(other) || other.Said.Negated || !other.IsReal || !IsDenial(denier) || denier.Owner == other.Owner)
            return null;
        if (
            Denied(denier) is not { } word
            || IsOfPlans(denier)
            || AreApart(word, other)
            || !Tells(other, denier)
            || !DenialClash.IsMeant(denier, word, other, kinship)
        )
            return null;
        return new Clash("stance", $"one tells of a contact and the other says that there was no “{word}”", denier.Said.Account);
    }

    /// <summary>The contact that a clause says there was not; null where it says no such thing. That something was not talked of denies no contact.</summary>
    public static string? Denied(Bearing bearing)
    {
        if (bearing.Said.Negated && AccountWords.Meeting.Contains(bearing.Head.Lemma) && bearing.Head.IsVerb)
            return bearing.Head.Lemma;
        if (!AccountWords.Had.Contains(bearing.Head.Lemma) && !EventMention.IsContactWord(bearing.Head.Lemma))
            return null;
        return bearing.Denied.FirstOrDefault(word => AccountWords.Meeting.Contains(word));
    }

    // "it was not known whether they would speak again" denies nothing.
    private static bool IsDenial(Bearing bearing) =>
        Coding.StatusReader.Of(bearing.Text, bearing.Said.Head)
            is not (Record.EntryStatus.Hypothetical or Record.EntryStatus.Planned or Record.EntryStatus.Demanded);

    // "had no plans for a visit": of what is to come, and no denial of what was.
    private static bool IsOfPlans(Bearing bearing) => bearing.Said.Words.Any(AccountWords.Plans.Contains);

    // No visit is no denial of a call.
    private static bool AreApart(string denied, Bearing other) =>
        Apart(denied, other, AccountWords.InPerson, AccountWords.FromAfar)
        || Apart(denied, other, AccountWords.FromAfar, AccountWords.InPerson);

    private static bool Apart(string denied, Bearing other, FrozenSet<string> one, FrozenSet<string> another) =>
        one.Contains(denied) && other.Asserted.Any(another.Contains) && !other.Asserted.Any(one.Contains);

    // Of those of whom the denial is, in so far as both clauses name them.
    private static bool Tells(Bearing other, Bearing denier)
    {
        if (!other.Asserted.Any(AccountWords.Meeting.Contains))
            return false;
        var named = other.Named.Intersect(denier.Named, StringComparer.Ordinal).Count();
        return named > 1 || (denier.Named.Count < 2 && other.Named.Contains(denier.Owner));
    }
}
