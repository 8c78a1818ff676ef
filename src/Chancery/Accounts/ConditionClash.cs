namespace Chancery.Accounts;

/// <summary>At once and without conditions to the one, only when something else is done to the other.</summary>
internal static class ConditionClash
{
    private const double SameMatter = 1.3;

    /// <summary>The condition and its absence; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        var (ours, theirs) = (Of(left), Of(right));
        return ours * theirs < 0 && kinship.Link(left, right) >= SameMatter
            ? new Clash("stance", "without conditions to the one, and not until something is done to the other")
            : null;
    }

    /// <summary>Whether a clause tells of what holds only if something else does.</summary>
    public static bool IsConditional(Bearing bearing) =>
        bearing.Tokens.Any(token => bearing.Text.Tokens[token] is { Relation: Reading.Relation.Mark, Lemma: "if" or "unless" })
        || bearing.Text.Dependent(bearing.Said.Head, Reading.Relation.Advcl) is var clause and >= 0
            && bearing.Text.Dependent(clause, Reading.Relation.Mark) is var mark and >= 0
            && bearing.Text.Tokens[mark].Lemma is "if" or "unless";

    private static int Of(Bearing bearing)
    {
        var words = bearing.Said.Span.In(bearing.Telling.Words).ToString();
        if (AccountWords.Conditional.Any(cue => Holds(words, cue)))
            return -1;
        return AccountWords.Unconditional.Any(cue => Holds(words, cue)) ? 1 : 0;
    }

    private static bool Holds(string words, string cue)
    {
        for (
            var at = words.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = words.IndexOf(cue, at + 1, StringComparison.OrdinalIgnoreCase)
        )
            if ((at == 0 || !char.IsLetter(words[at - 1])) && (at + cue.Length == words.Length || !char.IsLetter(words[at + cue.Length])))
                return true;
        return false;
    }
}
