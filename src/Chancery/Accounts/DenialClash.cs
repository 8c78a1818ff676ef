namespace Chancery.Accounts;

/// <summary>One thing said and the same denied. The one who denies speaks of the other, or of the same doer.</summary>
internal static class DenialClash
{
    private const int Root = 5;
    private const double Strong = 1.6,
        Alike = 1.2,
        Akin = 1.2,
        OfOther = 0.9,
        Rest = 0.1;

    /// <summary>What the one denies and the other says; null where there is nothing.</summary>
    public static Clash? Of(Bearing denier, Bearing other, Kinship kinship)
    {
        // An accord reached in Doha does not belie the failure of talks in Istanbul.
        if (
            denier.IsOther(other)
            || (
                Denials.Will(denier.Text, denier.Said.Head)
                && !Denials.Will(other.Text, other.Said.Head)
                && other.Head.Penn is Reading.PennTag.VBD or Reading.PennTag.VBZ
            )
        )
            return null;
        foreach (var denied in denier.Denied)
            foreach (var said in other.Asserted)
                if (
                    IsMeant(denier, denied, other, kinship)
                    && (
                        IsSame(denied, said)
                            ? IsOneMatter(denier, other, denied, said, kinship) || IsOneThing(denier, other, denied, said, kinship)
                            : (Senses.Share(denied, said) || Derivation.Share(denied, said))
                                && (
                                    IsRetort(denier, denied, other, said)
                                    || kinship.Link(denier, other, [denied, said])
                                        >= (
                                            IsOfOther(denier, denied, other) ? OfOther
                                            : denier.AreSides(other) ? Akin
                                            : Alike
                                        )
                                )
                    )
                )
                    return new Clash("stance", $"one says “{said}” and the other denies it", denier.Said.Account);
        return null;
    }

    // "There are no restricted waters off the island" says nothing of the waters in which a boat capsized.
    // "without any payment", "after a ransom had been paid": where the rest speaks of one thing too; "no such proposal" is whatever the other says it made.
    private static bool IsRetort(Bearing denier, string denied, Bearing other, string said) =>
        denier.AreSides(other)
        && denier.IsNear(other)
        && (
            Kinship.Same(Others(denier, denied), Others(other, said)) > 0
            || denier.Tokens.Any(token =>
                denier.Text.Tokens[token].Lemma == "such"
                && denier.Text.Tokens[token].Head is var of and >= 0
                && denier.Text.Tokens[of].Lemma == denied
            )
        );

    private static System.Collections.Immutable.ImmutableArray<string> Others(Bearing bearing, string word) =>
        bearing.Said.Words.RemoveAll(other => other == word || AccountWords.Vague.Contains(other));

    // "Vilnius never asked for it", by Minsk: what is denied is what the other side says that it did.
    private static bool IsOfOther(Bearing denier, string denied, Bearing other) =>
        denier.AreSides(other)
        && denier.IsNear(other)
        && denied == denier.Head.Lemma
        && (denier.Said.Actors.Contains(other.Owner) || denier.Said.Actors.Any(other.Named.Contains));

    /// <summary>Whether what is denied is of the kind that the other speaks of: a "joint meeting" is not any meeting.</summary>
    public static bool IsMeant(Bearing denier, string denied, Bearing other, Kinship kinship)
    {
        foreach (var token in denier.Tokens)
        {
            var word = denier.Text.Tokens[token];
            if (word.Tag != Reading.UniversalTag.NOUN || word.Lemma != denied)
                continue;
            var which = new List<string>();
            foreach (var dependent in denier.Text.Dependents(token))
                if (
                    denier.Text.Tokens[dependent] is { Relation: Reading.Relation.Amod, Lemma: not "call" and not "so-called" } quality
                    && quality.Lemma != "such"
                    && !AccountWords.Plain.Contains(quality.Lemma)
                )
                    which.Add(quality.Lemma);
            if (
                which.Count > 0
                && other.Tokens.Any(at => other.Text.Tokens[at].Lemma == denied)
                && kinship.Met([.. which], other.Said.Words) == 0
            )
                return false;
        }

        return true;
    }

    private static bool IsBare(Bearing bearing, string denied)
    {
        foreach (var token in bearing.Tokens)
        {
            if (bearing.Text.Tokens[token].Lemma != denied || bearing.Text.Tokens[token].Tag != Reading.UniversalTag.NOUN)
                continue;
            foreach (var dependent in bearing.Text.Dependents(token))
                if (
                    bearing.Text.Tokens[dependent].Relation
                    is Reading.Relation.Nmod
                        or Reading.Relation.Acl
                        or Reading.Relation.Amod
                        or Reading.Relation.AclRelcl
                        or Reading.Relation.Compound
                )
                    return false;
            return bearing.Text.Dependent(token, Reading.Relation.Det) is var none and >= 0 && bearing.Text.Tokens[none].Lemma == "no";
        }

        return false;
    }

    private static bool IsOneMatter(Bearing denier, Bearing other, string denied, string said, Kinship kinship)
    {
        var outcome = AccountWords.Outcome.Contains(denied);
        // Talks that failed this week are not those that succeeded last week.
        if (outcome && !denier.IsOne(other) && !denier.IsNear(other))
            return false;
        var (ours, theirs) = (denier.Said.Words.Remove(denied), other.Said.Words.Remove(said));
        var around =
            kinship.Met(ours, theirs)
            + (denier.SharesName(other) ? 1 : 0)
            + (denier.Matters.Overlaps(other.Matters) ? 1 : 0)
            + (denier.IsOne(other) ? 1 : 0);
        var doer = denier.SharesActor(other);
        var quality = denier.IsQuality(denied) && other.IsQuality(said);
        // "No document was signed": nothing at all came of it.
        if (outcome && denier.AreSides(other) && IsBare(denier, denied) && denier.IsNear(other))
            return true;
        // Words that are only near in use do not make it one matter.
        if (
            Kinship.Same(ours, theirs) == 0
            && !denier.SharesName(other)
            && !denier.IsOne(other)
            && !quality
            && !(denied == said && denied != denier.Head.Lemma && doer)
            && !outcome
        )
            return false;
        if (
            denier.Said.Actors.Length > 0
            && other.Said.Actors.Length > 0
            && !doer
            && around < 2
            && kinship.Link(denier, other, [denied, said]) < Strong
        )
            return false;
        var sides = denier.AreSides(other);
        return around > 1
            || (around == 1 && (doer || denier.Shares(other) || (sides && (denied == said || Derivation.Share(denied, said)))))
            || (doer && denied == said && ((sides && denier.Shares(other)) || quality));
    }

    // One noun that both sides' clauses turn on, and little else that could be meant.
    private static bool IsOneThing(Bearing denier, Bearing other, string denied, string said, Kinship kinship) =>
        denied == said
        && denied != denier.Head.Lemma
        && !AccountWords.Outcome.Contains(denied)
        && denier.IsNear(other)
        && kinship.Link(denier, other) >= Alike + Rest;

    private static bool IsSame(string left, string right) =>
        left == right
        || (left.Length >= Root && right.Length >= Root && left.AsSpan(0, Root).SequenceEqual(right.AsSpan(0, Root)))
        || (AccountWords.Outcome.Contains(left) && AccountWords.Outcome.Contains(right));
}
