using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>How far an undertaking goes: "agreed to the proposal" to the one, "agreed to consider the proposal" or "agreed in principle" to the other.</summary>
internal static class UndertakingClash
{
    private const double SameMatter = 1.2;

    /// <summary>The two undertakings; null where there are none.</summary>
    public static Clash? Of(Bearing firm, Bearing loose, Kinship kinship)
    {
        if (
            !firm.IsNear(loose)
            || firm.IsOther(loose)
            || firm.Said.Negated
            || loose.Said.Negated
            || !IsUndertaking(firm)
            || Looseness(firm) is not null
        )
            return null;
        if (!IsUndertaking(loose) || Looseness(loose) is not { } how)
            return null;
        if (firm.Said.Actors.Length > 0 && loose.Said.Actors.Length > 0 && !firm.SharesActor(loose))
            return null;
        return kinship.Link(firm, loose, [firm.Head.Lemma, loose.Head.Lemma]) >= SameMatter
            ? new Clash("stance", $"the undertaking goes less far by the one: “{how}”")
            : null;
    }

    // "agreed", "has undertaken": not what is called for or hoped.
    private static bool IsUndertaking(Bearing bearing) =>
        bearing.Head.IsVerb
        && Senses.Has(bearing.Head.Lemma, "commit")
        && Coding.StatusReader.Of(bearing.Text, bearing.Said.Head) is Record.EntryStatus.Occurred or Record.EntryStatus.Ongoing;

    private static string? Looseness(Bearing bearing)
    {
        foreach (var token in bearing.Tokens)
            if (
                bearing.Text.Tokens[token]
                    is { Relation: Relation.Xcomp or Relation.Ccomp or Relation.Advcl or Relation.Obl, IsVerb: true } word
                && word.Head == bearing.Said.Head
                && AccountWords.Loose.Contains(word.Lemma)
            )
                return word.Lemma;
        var words = bearing.Said.Span.In(bearing.Telling.Words).ToString();
        return AccountWords.Partly.FirstOrDefault(phrase => words.Contains(phrase, StringComparison.OrdinalIgnoreCase));
    }
}
