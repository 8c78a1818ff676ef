using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>One place that each side calls its own: "Essequibo is an integral part of Venezuela", "the land belongs to Guyana".</summary>
internal static class SovereigntyClash
{
    /// <summary>The two claims; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right)
    {
        if (
            !left.AreSides(right)
            || left.Said.Negated
            || right.Said.Negated
            || !(
                left.SharesName(right)
                || left.Said.Topics.Intersect(right.Said.Topics).Any(Likeness.IsNarrow)
                || left.Matters.Overlaps(right.Matters)
            )
        )
            return null;
        return Whose(left) is { } ours && Whose(right) is { } theirs && ours != theirs && ours == left.Owner && theirs == right.Owner
            ? new Clash("stance", "each calls it its own")
            : null;
    }

    // "respect its sovereignty over the island".
    private static bool IsOver(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
            if (Coding.ClauseTree.HasCase(text, dependent, "over"))
                return true;
        return false;
    }

    // "belongs to", "an integral part of", "under the sovereignty of", "our islands have always been ours".
    private static string? Whose(Bearing bearing)
    {
        var text = bearing.Text;
        foreach (var token in bearing.Tokens)
        {
            var word = text.Tokens[token];
            var owning = word.IsVerb
                ? word.Lemma == "belong"
                : AccountWords.Owning.Contains(word.Lemma)
                    && (text.Dependent(token, Relation.Cop) >= 0 || Coding.ClauseTree.HasCase(text, token, "under") || IsOver(text, token));
            if (!owning)
                continue;
            foreach (var dependent in text.Dependents(token))
            {
                if (text.Tokens[dependent].Relation is not (Relation.Nmod or Relation.Obl or Relation.NmodPoss or Relation.Amod))
                    continue;
                if (
                    text.Form(dependent) is "our" or "Our"
                    || (
                        text.Tokens[dependent].Relation == Relation.NmodPoss
                        && text.Form(dependent) is "its"
                        && bearing.Doers is [var claimant]
                        && claimant == bearing.Owner
                    )
                )
                    return bearing.Owner;
                if (bearing.Telling.Cast.Of(dependent).Select(entity => entity.State).OfType<string>().FirstOrDefault() is { } state)
                    return state;
            }
        }

        return null;
    }
}
