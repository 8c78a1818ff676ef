using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

// What the tense and the mood about a mention tell of it.
internal static partial class MentionPhrase
{
    /// <summary>Whether the words behind a noun set it before the telling: "a visit earlier on Thursday", "the talks two weeks ago".</summary>
    public static bool IsOver(ParsedText text, int token)
    {
        if (text.Tokens[token].IsVerb)
            return false;
        var end = Math.Min(text.Sentences[text.SentenceOf(token)].EndToken, token + OverWords);
        for (var i = token + 1; i < end && !text.Tokens[i].IsVerb && text.Tokens[i].Tag != UniversalTag.PUNCT; i++)
            if (text.Tokens[i].Lemma is "earlier" or "ago" or "yesterday")
                return true;
        return false;
    }

    // "agreed on Putin's visit", "a timetable for the visit", "preparations for the summit".
    private static bool IsPlanned(ParsedText text, int token) =>
        text.Tokens[token] is { Relation: Relation.Obl or Relation.Nmod, Head: >= 0 and var head }
        && PlanFor.Contains(text.Tokens[head].Lemma)
        && (
            text.Tokens[head].IsVerb
                ? ClauseTree.HasCase(text, token, "on") || ClauseTree.HasCase(text, token, "to")
                : ClauseTree.HasCase(text, token, "for")
        )
        && (IsJourney(text.Tokens[token].Lemma) || !text.Tokens[head].IsVerb);

    /// <summary>Whether a noun is said to be yet to come: "the upcoming talks", "talks are set to take place".</summary>
    public static bool IsSetAhead(ParsedText text, int token) =>
        !text.Tokens[token].IsVerb
        && (
            Has(text, token, ToCome)
            || IsPlanned(text, token)
            || (
                MentionDays.Raised(text, token) >= 0
                && text.Tokens[token].Head is var above
                && !IsPast(text, token)
                && (
                    text.Tokens[above].Penn is PennTag.VBZ or PennTag.VBP
                    || text.Tokens[above].Tag == UniversalTag.ADJ
                    || IsPresent(text, above)
                )
            )
        );

    private static bool IsPresent(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (
                text.Tokens[dependent].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop
                && text.Tokens[dependent].Penn is PennTag.VBZ or PennTag.VBP
            )
                return true;
        return false;
    }

    /// <summary>Whether it may well be: "may meet in Malaysia" tells of a plan, "if they met" of none.</summary>
    public static bool IsPossible(ParsedText text, int token)
    {
        if (!text.Tokens[token].IsVerb)
            return false;
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent] is { Relation: Relation.Aux, Lemma: "may" or "might" or "could" })
                return true;
        return false;
    }

    /// <summary>Whether it is what somebody asked for and got: "Washington had asked for the conversation", of a call that the text tells of.</summary>
    public static bool IsAskedFor(ParsedText text, int token) =>
        !text.Tokens[token].IsVerb
        && IsDefiniteNoun(text, token)
        && text.Tokens[token] is { Relation: Relation.Obj or Relation.Obl, Head: >= 0 and var verb }
        && text.Tokens[verb].Lemma is "ask" or "request" or "seek" or "propose" or "initiate" or "suggest"
        && text.Tokens[verb].Penn is PennTag.VBD or PennTag.VBN;

    /// <summary>Whether a verb stands in the past by its form and nothing beside it sets it ahead.</summary>
    public static bool IsPast(ParsedText text, int token)
    {
        // "the call had been planned": the plan lies in the past, and so may what was planned.
        if (!text.Tokens[token].IsVerb)
            return text.Tokens[token] is { Relation: Relation.NsubjPass, Head: >= 0 and var governor } && IsPerfect(text, governor);
        if (text.Tokens[token].Penn is not (PennTag.VBD or PennTag.VBN))
            return false;
        foreach (var dependent in text.Dependents(token))
            if (
                text.Tokens[dependent].Relation is Relation.Aux or Relation.AuxPass or Relation.Mark
                && text.Tokens[dependent].Lemma is "will" or "would" or "be" or "to" or "if"
            )
                return false;
        return true;
    }

    /// <summary>Whether a noun is the subject of a verb of order ("the call follows their meeting in May"), whose day is that of the other.</summary>
    public static bool IsOrdered(ParsedText text, int token) =>
        !text.Tokens[token].IsVerb
        && text.Tokens[token] is { Relation: Relation.Nsubj, Head: >= 0 and var verb }
        && text.Tokens[verb].Lemma is "follow" or "precede" or "come" or "mark";

    private static bool IsPerfect(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent] is { Relation: Relation.Aux, Lemma: "have", Penn: PennTag.VBD })
                return true;
        return false;
    }

    // "The call follows their meeting in Woodside": what is followed lies before.
    private static bool IsFollowed(ParsedText text, int token) =>
        text.Tokens[token] is { Relation: Relation.Obj, Head: >= 0 and var verb, IsVerb: false }
        && text.Tokens[verb].Lemma == "follow"
        && text.Dependent(verb, Relation.Nsubj) is var subject and >= 0
        && EventMention.IsContactWord(text.Tokens[subject].Lemma);

    // "the first since the two leaders' meeting in Kyiv".
    private static bool IsSince(ParsedText text, int token)
    {
        if (text.Tokens[token].IsVerb)
            return false;
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent] is { Relation: Relation.Case, Lemma: "since" })
                return true;
        return false;
    }

    /// <summary>Whether it was, whatever is denied of it: "denied that the talks had failed".</summary>
    public static bool IsPresupposed(ParsedText text, int token) =>
        text.Tokens[token] is { Relation: Relation.Nsubj or Relation.NsubjPass, Head: >= 0 and var verb }
        && !text.Tokens[token].IsVerb
        && IsDefiniteNoun(text, token)
        && (
            text.Tokens[verb].Lemma == "take"
                ? text.Dependent(verb, Relation.Obj) is var what and >= 0 && text.Tokens[what].Lemma != "place"
                : text.Tokens[verb].Lemma is not ("hold" or "happen" or "occur" or "exist" or "schedule" or "plan")
        );

    /// <summary>Whether words stand in what a talk is about and so say nothing of where it was: "discussed the situation in Gaza", "their discussions focused on Gaza".</summary>
    public static bool IsWithinMatter(ParsedText text, int token, Span words)
    {
        for (var (at, steps) = (text.TokenAt(words.Start), 0); at >= 0 && at != token && steps < 8; (at, steps) = (text.Tokens[at].Head, steps + 1))
        {
            var head = text.Tokens[at].Head;
            if (head == token && text.Tokens[token].IsVerb)
                return text.Tokens[at].Relation == Relation.Obj && TalkAbout.Contains(text.Tokens[token].Lemma);
            if (head >= 0 && head == text.Tokens[token].Head && text.Tokens[token].Relation == Relation.Nsubj)
                return text.Tokens[at].Relation == Relation.Obl && ClauseTree.HasCase(text, at, "on");
        }

        return false;
    }
}
