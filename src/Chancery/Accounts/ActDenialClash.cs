namespace Chancery.Accounts;

/// <summary>One did something, and did not by the other account: "has offered another route", "has not proposed any".</summary>
internal static class ActDenialClash
{
    /// <summary>The act and its denial; null where there are none.</summary>
    public static Clash? Of(Bearing denier, Bearing other, Kinship kinship)
    {
        if (!denier.AreSides(other) || !denier.IsNear(other) || denier.IsOther(other))
            return null;
        if (!denier.Said.Negated || other.Said.Negated || !other.IsReal || !denier.Head.IsVerb || AreOfOthers(denier, other))
            return null;
        if (denier.Said.IsDenied is false && IsTotal(denier, other) is { } none)
            return new Clash("stance", $"one says that there was no “{none}” and the other tells of it", denier.Said.Account);
        var act = denier.Act;
        if (AccountWords.Plain.Contains(act) || !(other.Act == act || Senses.Share(other.Act, act) || Derivation.Share(other.Act, act)))
            return null;
        // "did not apologise for anything": of what, it leaves open; else something that both speak of.
        var rest = denier.Said.Words.RemoveAll(word =>
            word == act || AccountWords.Vague.Contains(word) || AccountWords.Plain.Contains(word)
        );
        return (denier.SharesActor(other) && (rest.Length == 0 || IsOfAny(denier))) || Kinship.Same(rest, other.Said.Words) > 0
            ? new Clash("stance", $"one says “{other.Act}” and the other denies it", denier.Said.Account)
            : null;
    }

    private static bool AreOfOthers(Bearing denier, Bearing other) =>
        denier.Said.Actors.Length > 0 && other.Said.Actors.Length > 0 && !denier.SharesActor(other);

    // "did not carry out any strike": whatever strike the other side tells of and lays on nobody else.
    private static string? IsTotal(Bearing denier, Bearing other) =>
        !AccountWords.Doing.Contains(denier.Head.Lemma) || !denier.Said.Actors.Contains(denier.Owner) || !IsOfAny(denier)
            ? null
            : denier.Denied.FirstOrDefault(word =>
                word != denier.Head.Lemma
                && other.Deeds.Any(deed =>
                    (deed.Lemma == word || Derivation.Share(deed.Lemma, word)) && deed.Doers.All(doer => doer == denier.Owner)
                )
            );

    private static bool IsOfAny(Bearing denier) =>
        denier.Tokens.Any(token =>
            AccountWords.Any.Contains(denier.Text.Tokens[token].Lemma)
            && denier.Text.Tokens[token].Head is var head and >= 0
            && (head == denier.Said.Head || denier.Text.Tokens[head].Head == denier.Said.Head)
        );
}
