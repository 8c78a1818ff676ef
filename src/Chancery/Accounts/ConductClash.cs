using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>What one side does is a breach to the other and proper to itself: "performed a risky manoeuvre", "its operation was professional and lawful".</summary>
internal static class ConductClash
{
    /// <summary>The two judgements; null where there are none.</summary>
    public static Clash? Of(Bearing judging, Bearing own)
    {
        if (!judging.AreSides(own) || !judging.IsNear(own) || judging.IsOther(own) || judging.Said.Negated || own.Said.Negated || !judging.Named.Contains(own.Owner)) return null;
        if (Word(judging, "misconduct", false) is not { } wrong || Word(own, "propriety", true) is not { } right) return null;
        // Of whom it is said: whoever did the deeds of the clause, or its subject.
        return judging.Doers.Contains(own.Owner) || judging.Deeds.Any(deed => deed.Doers.Contains(own.Owner)) ? new Clash("stance", $"“{wrong}” to the one and “{right}” to the other") : null;
    }

    // Of one's own acts: what is judged is called an act, and belongs to nobody else.
    private static string? Word(Bearing bearing, string sense, bool own)
    {
        foreach (var token in bearing.Tokens)
        {
            var word = bearing.Text.Tokens[token];
            if (!Senses.Has(word.Lemma, sense) || Polarity.IsNegated(bearing.Text, token)) continue;
            if (!own) return word.Lemma;
            var judged = word.Relation == Relation.Amod ? word.Head : Subject(bearing.Text, token);
            if (judged < 0 || !Senses.Has(bearing.Text.Tokens[judged].Lemma, "conduct")) continue;
            if (bearing.Said.Actors.IsEmpty || bearing.Said.Actors.Contains(bearing.Owner)) return word.Lemma;
        }

        return null;
    }

    private static int Subject(ParsedText text, int token)
    {
        var at = token;
        for (var steps = 0; at >= 0 && steps < 3; steps++, at = text.Tokens[at].Head)
            if (text.Dependent(at, Relation.Nsubj) is var subject and >= 0) return subject;
        return -1;
    }
}
