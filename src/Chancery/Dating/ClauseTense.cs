using Chancery.Reading;

namespace Chancery.Dating;

/// <summary>Tells whether the clause around a token speaks of the past (-1), the present (0) or the future (1).</summary>
internal static class ClauseTense
{
    private const int Reach = 14;

    /// <summary>The direction at a token. Without tags the words around it decide.</summary>
    public static int Of(ParsedText text, int token)
    {
        if (token >= text.Tokens.Length)
            return 0;
        var sentence = text.Sentences[text.SentenceOf(token)];
        if (text.Tokens[token].Penn == PennTag.None)
            return ByWords(text, sentence, token);
        for (int at = token, steps = 0; at >= 0 && steps < Reach; at = text.Tokens[at].Head, steps++)
        {
            if (!IsPredicate(text, at))
                continue;
            if (OfPredicate(text, at, sentence.Role == SentenceRole.Headline) is { } direction)
                return direction;
        }
        return 0;
    }

    private static bool IsPredicate(ParsedText text, int at) =>
        text.Tokens[at].Tag is UniversalTag.VERB or UniversalTag.AUX || text.Dependent(at, Relation.Cop) >= 0;

    private static int? OfPredicate(ParsedText text, int verb, bool headline)
    {
        var infinitive = false;
        bool had = false,
            present = false,
            past = false;
        foreach (var child in text.Dependents(verb))
        {
            ref readonly var token = ref text.Tokens.ItemRef(child);
            if (token.Relation is Relation.Aux or Relation.AuxPass or Relation.Cop)
            {
                if (token.Penn == PennTag.MD)
                    return 1;
                if (token.Lemma is "have")
                    had = true;
                else if (token.Penn is PennTag.VBD)
                    past = true;
                else if (token.Penn is PennTag.VBZ or PennTag.VBP)
                    present = true;
            }
            else if (token.Penn == PennTag.TO || token.Relation == Relation.Mark && token.Lemma == "to")
                infinitive = true;
        }
        // "are to meet", "was to brief him": the infinitive hangs on "be".
        if (infinitive && (past || present) && !had && text.Tokens[verb].Penn == PennTag.VB)
            return 1;
        if (had || past)
            return past && !had && LooksAhead(text, verb) ? 1 : -1;
        if (infinitive)
            return text.Tokens[verb].Head is >= 0 and var governor && LooksAhead(text, governor) || headline ? 1 : null;
        if (present)
            return LooksAhead(text, verb) ? 1
                : text.Tokens[verb].Penn == PennTag.VBG ? 1
                : 0;
        return text.Tokens[verb].Penn switch
        {
            PennTag.VBD => -1,
            PennTag.VBN => -1,
            PennTag.VBZ or PennTag.VBP => headline ? -1 : 0,
            _ => null,
        };
    }

    // Governors whose infinitive lies ahead of them.
    private static bool LooksAhead(ParsedText text, int token) =>
        text.Tokens[token].Lemma
            is "expect"
                or "plan"
                or "schedule"
                or "set"
                or "due"
                or "intend"
                or "want"
                or "hope"
                or "agree"
                or "promise"
                or "pledge"
                or "vow"
                or "aim"
                or "prepare"
                or "slate"
                or "ready"
                or "likely"
                or "poise"
                or "need"
                or "decide"
                or "going"
                or "go"
                or "propose"
                or "ask"
                or "urge"
                or "deadline";

    private static int ByWords(ParsedText text, Sentence sentence, int token)
    {
        var best = 0;
        var distance = int.MaxValue;
        for (var i = Math.Max(sentence.FirstToken, token - 25); i < Math.Min(sentence.EndToken, token + 25); i++)
        {
            var away = i < token ? token - i : (i - token) + 3;
            if (away >= distance)
                continue;
            var direction = WordDirection(text.Form(i));
            // "should be completed": the participle takes the direction of its auxiliary.
            if (direction < 0)
                for (var j = Math.Max(sentence.FirstToken, i - 3); j < i; j++)
                    if (text.Form(j) is "will" or "would" or "should" or "may" or "be" or "to")
                        direction = 1;
            if (direction == 0)
                continue;
            (best, distance) = (direction, away);
        }
        return best;
    }

    private static int WordDirection(ReadOnlySpan<char> form)
    {
        if (
            form
            is "will"
                or "would"
                or "shall"
                or "'ll"
                or "scheduled"
                or "expected"
                or "set"
                or "due"
                or "planned"
                or "plans"
                or "intends"
                or "upcoming"
                or "may"
                or "should"
        )
            return 1;
        if (
            form
            is "was"
                or "were"
                or "had"
                or "said"
                or "told"
                or "met"
                or "made"
                or "took"
                or "held"
                or "fell"
                or "rose"
                or "began"
                or "came"
                or "went"
                or "saw"
                or "won"
                or "lost"
                or "sent"
                or "led"
                or "became"
                or "gave"
                or "left"
                or "struck"
                or "hit"
                or "broke"
                or "bought"
                or "sold"
        )
            return -1;
        return form.Length > 4 && char.IsLower(form[0]) && form.EndsWith("ed", StringComparison.Ordinal) ? -1 : 0;
    }
}
