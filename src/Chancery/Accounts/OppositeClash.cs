using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>Opposites said of one thing: "professional and restrained", "brutal", in clauses that are close otherwise.</summary>
internal static class OppositeClash
{
    private const int Deepest = 2;

    /// <summary>The opposites; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        // What was closed may be reopened.
        if (left.Said.Negated != right.Said.Negated || left.IsBefore(right))
            return null;
        foreach (var word in left.Said.Words)
            foreach (var other in right.Said.Words)
                // "accepted it, while the other rejected it": both words stand on one side.
                if (
                    Polarity.AreOpposite(word, other)
                    && !right.Said.Words.Contains(word)
                    && !left.Said.Words.Contains(other)
                    && !left.Attached.Contains(word)
                    && !right.Attached.Contains(other)
                    && left.Predicates.Contains(word) == right.Predicates.Contains(other)
                    && IsOneThing(left, right, word, other, kinship)
                    && (left.IsOne(right) || AreOfOne(left, word, right, other))
                )
                    return new Clash("stance", $"“{word}” and “{other}” are opposites");
        return null;
    }

    // Two verbs must have something in common that each governs or is said of: who stops firing does not gainsay who remains silent.
    private static bool AreOfOne(Bearing left, string word, Bearing right, string other)
    {
        var (ours, theirs) = (Around(left, word), Around(right, other));
        return ours is null
            || theirs is null
            || ours.Any(one => theirs.Any(two => one == two || Senses.Share(one, two) || Families.Share(one, two)));
    }

    private static List<string>? Around(Bearing bearing, string word)
    {
        var text = bearing.Text;
        var found = new List<string>();
        foreach (var token in bearing.Tokens)
        {
            if (!text.Tokens[token].Lemma.Equals(word.Split(' ')[0], StringComparison.OrdinalIgnoreCase))
                continue;
            if (!text.Tokens[token].IsVerb)
                return null;
            var (first, end) = text.Subtree(token);
            for (var i = first; i < end; i++)
                if (
                    i != token
                    && text.Tokens[i].Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ
                    && Depth(text, i, token) <= Deepest
                )
                    found.Add(text.Tokens[i].Lemma.ToLowerInvariant());
        }

        return found;
    }

    private static int Depth(ParsedText text, int token, int above)
    {
        var depth = 0;
        for (var at = token; at >= 0 && at != above && depth <= Deepest; at = text.Tokens[at].Head)
            depth++;
        return depth;
    }

    private static bool IsOneThing(Bearing left, Bearing right, string word, string other, Kinship kinship)
    {
        if (left.IsOne(right))
            return true;
        if (!left.Said.Words.Any(same => same != "percent" && right.Said.Words.Any(akin => akin == same || Derivation.Share(akin, same))))
            return false;
        var met = kinship.Met(left.Said.Words.Remove(word), right.Said.Words.Remove(other));
        return met > 1
            || (
                met == 1
                && (
                    left.Shares(right) || left.SharesName(right) || left.SharesActor(right) || kinship.Link(left, right, [word, other]) >= 1
                )
            );
    }
}
