using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>What one side does is a breach to the other and proper to itself: "performed a risky manoeuvre", "its operation was professional and lawful".</summary>
internal static class ConductClash
{
    private const double SameMatter = 1;

    /// <summary>The two judgements; null where there are none.</summary>
    public static Clash? Of(Bearing judging, Bearing own, Kinship kinship)
    {
        if (!judging.AreSides(own) || !judging.IsNear(own) || judging.IsOther(own) || judging.Said.Negated || own.Said.Negated)
            return null;
        // "These reckless actions endanger our crews": where nobody is named and the deed is the other's by what both say of it.
        var bare =
            !judging.Named.Contains(judging.Owner)
            && judging.Doers.IsEmpty
            && (judging.Named.Count == 0 || kinship.Link(judging, own) >= SameMatter);
        if (!judging.Named.Contains(own.Owner) && !bare)
            return null;
        if (Word(judging, "misconduct", false) is not { } wrong || Word(own, "propriety", true) is not { } right)
            return null;
        // Of whom it is said: whoever did the deeds of the clause, or its subject.
        return
            bare
            || judging.Doers.Contains(own.Owner)
            || IsCondemned(judging, wrong)
            || judging.Deeds.Any(deed => deed.Doers.Contains(own.Owner))
            ? new Clash("stance", $"“{wrong}” to the one and “{right}” to the other")
            : null;
    }

    // "opposes the brutal behaviour and demands that China": the judge condemns an act, and nobody else's than whose he names.
    private static bool IsCondemned(Bearing judging, string wrong) =>
        judging.Doers is [var judge]
        && judge == judging.Owner
        && judging.Named.Count == 2
        && judging.Pointers.Any(pointer =>
            pointer.Sign < 0
            && pointer.Lemma == judging.Head.Lemma
            && pointer.Targets.Contains(wrong)
            && pointer.Heads.Any(head => Senses.Has(head, "conduct"))
        );

    // Of one's own acts: what is judged is called an act, and belongs to nobody else.
    private static string? Word(Bearing bearing, string sense, bool own)
    {
        foreach (var token in bearing.Tokens)
        {
            var word = bearing.Text.Tokens[token];
            if (
                !(Senses.Has(word.Lemma, sense) || Senses.Has(bearing.Text.Form(token).ToString().ToLowerInvariant(), sense))
                || Polarity.IsNegated(bearing.Text, token)
            )
                continue;
            if (!own)
                return word.Lemma;
            var judged = word.Relation == Relation.Amod ? word.Head : Subject(bearing.Text, token);
            if (judged < 0 || !Senses.Has(bearing.Text.Tokens[judged].Lemma, "conduct"))
                continue;
            if (bearing.Said.Actors.IsEmpty || bearing.Said.Actors.Contains(bearing.Owner))
                return word.Lemma;
        }

        // "was flying at a safe distance, in compliance with international law".
        var words = bearing.Said.Span.In(bearing.Telling.Words).ToString();
        return
            own
            && (bearing.Said.Actors.IsEmpty || bearing.Said.Actors.Contains(bearing.Owner))
            && (bearing.Doers.IsEmpty || bearing.Doers.Contains(bearing.Owner))
            ? AccountWords.Proper.FirstOrDefault(phrase => words.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private static int Subject(ParsedText text, int token)
    {
        var at = token;
        for (var steps = 0; at >= 0 && steps < 3; steps++, at = text.Tokens[at].Head)
            if (text.Dependent(at, Relation.Nsubj) is var subject and >= 0)
                return subject;
            else if (text.Dependent(at, Relation.NsubjPass) is var undergoer and >= 0)
                return undergoer;
        return -1;
    }
}
