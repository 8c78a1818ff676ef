namespace Chancery.Accounts;

/// <summary>One thing at the request of different sides: "a ceasefire at the request of the Taliban", "at the insistence of the Pakistani side".</summary>
internal static class RequestClash
{
    private const double SameMatter = 0.7;

    /// <summary>The different requests; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        if (By(left) is not { } ours || By(right) is not { } theirs || ours == theirs || left.IsOther(right) || !left.IsNear(right))
            return null;
        return
            left.IsOne(right)
            || kinship.Link(left, right) >= SameMatter
            || Things(left).Intersect(Things(right), StringComparer.Ordinal).Any()
            ? new Clash("initiator", "each names another side for the one who asked for it")
            : null;
    }

    private static IEnumerable<string> Things(Bearing bearing) =>
        bearing
            .Tokens.Select(token => bearing.Text.Tokens[token])
            .Where(word =>
                word.Tag == Reading.UniversalTag.NOUN
                && !AccountWords.Plain.Contains(word.Lemma)
                && !AccountWords.Vague.Contains(word.Lemma)
                && !AccountWords.Request.Contains(word.Lemma)
            )
            .Select(word => word.Lemma);

    private static string? By(Bearing bearing)
    {
        foreach (var token in bearing.Tokens)
            if (Requests.Asker(bearing.Telling, token) is { } asker)
                return asker.State ?? asker.Id;
        return null;
    }
}
