using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>The verb that lends its subject and its clause to a noun that names an event.</summary>
internal static class LightVerb
{
    private const int Reach = 6;

    /// <summary>
    /// The verb that the noun is the object or the passive subject of ("held talks", "a warrant was issued"), also through "one of";
    /// -1 where none.
    /// </summary>
    public static int Of(ParsedText text, int noun)
    {
        var token = text.Tokens[noun];
        if (token.IsVerb)
            return -1;
        var at = noun;
        for (var i = 0; i < 3 && at >= 0; i++)
        {
            var here = text.Tokens[at];
            if (here.Head < 0)
                break;
            // "expressed support for one and concern over another": the tree may join the second to the verb itself.
            var joinsObject =
                here.Relation == Relation.Conj && here.Tag == UniversalTag.NOUN && text.Dependent(here.Head, Relation.Obj) >= 0;
            if (text.Tokens[here.Head].IsVerb && (here.Relation is Relation.Obj or Relation.NsubjPass || joinsObject))
                return Codebook.LightVerbs.Contains(text.Tokens[here.Head].Lemma) ? here.Head : -1;
            if (
                !text.Tokens[here.Head].IsNominal && text.Tokens[here.Head].Tag != UniversalTag.NUM
                || here.Relation is not (Relation.Nmod or Relation.Conj)
            )
                break;
            if (here.Relation == Relation.Nmod && !IsPart(text, here.Head))
                break;
            at = here.Head;
        }

        // "giving notice of the attack": the notice is given, not the attack.
        if (
            token.Relation == Relation.Nmod
            && token.Head >= 0
            && text.Tokens[token.Head].Tag == UniversalTag.NOUN
            && !IsPart(text, token.Head)
            && ClauseTree.HasCase(text, noun, "of")
        )
            return -1;
        // "made one of the rare foreign trips": only the noun's own modifiers stand between.
        var before = Nearby.StartOfPhrase(text, noun) - 1;
        return
            before >= 0
            && text.SentenceOf(before) == text.SentenceOf(noun)
            && text.Tokens[before].IsVerb
            && !ClauseTree.IsPassive(text, before)
            && Codebook.LightVerbs.Contains(text.Tokens[before].Lemma)
            ? before
            : -1;
    }

    /// <summary>The verb in whose course a consultation is mentioned ("announced it in a call with"); -1 where none.</summary>
    public static int Around(ParsedText text, int noun, Frame frame)
    {
        if (frame.Type != EventType.CONSULT || !IsCircumstance(text, noun))
            return -1;
        var at = noun;
        for (var i = 0; i < Reach; i++)
        {
            var head = text.Tokens[at].Head;
            if (head < 0 || text.Tokens[at].Relation is Relation.Nsubj or Relation.NsubjPass)
                return -1;
            if (text.Tokens[head].IsVerb && text.Tokens[at].Relation is Relation.Obl or Relation.Obj or Relation.Nmod)
                return head;
            at = head;
        }

        return -1;
    }

    /// <summary>The verb whose doer takes the stance that a bare noun after "in" names ("walked out in protest", "struck in support of"); -1 where none.</summary>
    public static int InStance(ParsedText text, int noun)
    {
        if (!ClauseTree.HasCase(text, noun, "in") || text.Dependent(noun, Relation.Det) >= 0)
            return -1;
        for (var (at, i) = (text.Tokens[noun].Head, 0); i < Reach && at >= 0; i++, at = text.Tokens[at].Head)
            if (text.Tokens[at].IsVerb)
                return at;
        return -1;
    }

    /// <summary>Whether a word stands as the time or the occasion of something else.</summary>
    public static bool IsCircumstance(ParsedText text, int noun)
    {
        foreach (var dependent in text.Dependents(noun))
            if (
                text.Tokens[dependent].Relation == Relation.Case
                && text.Tokens[dependent].Lemma is "in" or "during" or "at" or "after" or "following" or "follow" or "before" or "on"
            )
                return true;
        return false;
    }

    private static bool IsPart(ParsedText text, int head) => Codebook.IsOf("part", text.Tokens[head].Lemma);
}
