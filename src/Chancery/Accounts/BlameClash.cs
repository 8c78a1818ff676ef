using Chancery.Knowledge;

namespace Chancery.Accounts;

/// <summary>Of one deed each names the other for its doer; or each demands of the other, blames the other, says that the other did it.</summary>
internal sealed class BlameClash(IReadOnlyList<string> owners)
{
    private const double SameMatter = 0.9,
        SomeMatter = 0.5;

    /// <summary>What each lays on the other; null where there is nothing.</summary>
    public Clash? Of(Bearing left, Bearing right, Kinship kinship) =>
        (Doer(left, right) ?? Mutual(left, right, kinship)) is { } why ? new Clash("stance", why) : null;

    private static string? Doer(Bearing left, Bearing right)
    {
        string lemma = left.Head.Lemma,
            other = right.Head.Lemma;
        if (
            left.Said.Negated
            || right.Said.Negated
            || !Families.Share(lemma, other)
            || !Families.Of(lemma).Any(family => family is "attack" or "invasion" or "collision")
            || !(left.IsOne(right) || (Families.Of(lemma).Contains("collision") && left.IsFresh(right)))
        )
            return null;
        return
            left.Doers is [var ours]
            && right.Doers is [var theirs]
            && ours != theirs
            && (left.Named.Contains(theirs) || right.Named.Contains(ours) || left.AreSides(right))
            ? $"they name different doers of one deed: {string.Join(", ", new[] { Name(ours), Name(theirs) }.Order(StringComparer.Ordinal))}"
            : null;
    }

    private string? Mutual(Bearing left, Bearing right, Kinship kinship)
    {
        if (Each(left, right, kinship) is { } deed)
            return $"each says that the other did “{deed}”";
        if (!Lays(left, owners[right.Said.Account]) || !Lays(right, owners[left.Said.Account]) || !left.AreSides(right))
            return null;
        if (left.Shares(right) && Demands(left) && Demands(right))
            return "each demands of the other";
        if ((left.Shares(right) || kinship.Link(left, right) >= SomeMatter) && Blames(left) && Blames(right))
            return "each blames the other";
        return Acts(left).Intersect(Acts(right), StringComparer.Ordinal).FirstOrDefault() is { } act
            ? $"each says that the other did “{act}”"
            : null;
    }

    // "Cambodia opened fire on Thai forces", "Thai troops opened fire first": each names the other for one and the same deed, in one place or of one matter.
    private static string? Each(Bearing left, Bearing right, Kinship kinship)
    {
        if (left.Said.Negated || right.Said.Negated || !left.AreSides(right) || !left.IsFresh(right) || left.IsOther(right))
            return null;
        foreach (var ours in left.Deeds)
            foreach (var theirs in right.Deeds)
                if (
                    ours.Doers is [var accused]
                    && theirs.Doers is [var counter]
                    && accused == right.Owner
                    && counter == left.Owner
                    && (ours.Lemma == theirs.Lemma || Senses.Share(ours.Lemma, theirs.Lemma))
                    && (
                        ours.Lemma == theirs.Lemma
                        || IsReply(left) != IsReply(right)
                        || left.SharesName(right)
                        || left.Shares(right)
                        || kinship.Link(left, right, [ours.Lemma, theirs.Lemma]) >= SameMatter
                    )
                )
                    return ours.Lemma;
        return null;
    }

    // "retaliated only after aircraft had bombed Kabul": who did it first is what they quarrel about.
    private static bool IsReply(Bearing bearing) =>
        bearing.Tokens.Any(token => AccountWords.Replying.Contains(bearing.Text.Tokens[token].Lemma));

    /// <summary>Whether it judges against, and does not only tell of an act that is turned against a thing ("will cancel the tariff").</summary>
    public static bool Blames(Bearing bearing) =>
        bearing.Pointers.Any(pointer => pointer.Sign < 0 && !Polarity.Turns(pointer.Lemma)) || IsFaulted(bearing);

    // "the lack of political will", "its stubbornness": what talks fail by.
    private static bool IsFaulted(Bearing bearing) =>
        bearing.Tokens.Any(token =>
            AccountWords.Faults.Contains(bearing.Text.Tokens[token].Lemma) && !Polarity.IsNegated(bearing.Text, token)
        );

    private static bool Lays(Bearing bearing, string on) => bearing.Named.Contains(on) && !bearing.Named.Contains(bearing.Owner);

    // Deeds of force in the clause: "opened fire".
    private static IEnumerable<string> Acts(Bearing bearing) =>
        bearing.Said.Words.Where(word => !Senses.Has(word, "weapon") && Families.Of(word).Any(family => family is "attack" or "invasion"));

    private static bool Demands(Bearing bearing)
    {
        foreach (var dependent in bearing.Text.Dependents(bearing.Said.Head))
            if (bearing.Text.Tokens[dependent].Lemma is "should" or "must")
                return true;
        return IsDemand(bearing.Head.Lemma);
    }

    /// <summary>Whether a verb demands something of somebody.</summary>
    public static bool IsDemand(string lemma) => lemma is "call" or "demand" or "urge" or "request" or "ask" or "insist";

    private static string Name(string state) => World.Default.Find("state/" + state)?.Name ?? state;
}
