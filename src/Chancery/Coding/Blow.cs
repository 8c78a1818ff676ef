using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>The noun for a blow and the verb for whom it harmed: "a strike killed nine", "nine were killed in a strike".</summary>
internal static class Blow
{
    /// <summary>The verb that says whom the blow that a noun names harmed; -1 where none.</summary>
    public static int Harm(ParsedText text, int noun)
    {
        var token = text.Tokens[noun];
        if (
            token.Head >= 0
            && token.Relation is Relation.Nsubj or Relation.Obl
            && IsHarmful(text, token.Head)
            && (token.Relation == Relation.Nsubj || IsWithin(text, noun))
        )
            return token.Head;
        // "an ambush that targeted villagers", "an attack killing nine".
        foreach (var dependent in text.Dependents(noun))
            if (
                text.Tokens[dependent] is { Relation: Relation.AclRelcl or Relation.Acl, IsVerb: true }
                && IsHarmful(text, dependent)
                && !ClauseTree.IsPassive(text, dependent)
            )
                return dependent;
        return -1;
    }

    /// <summary>The noun for the blow in which those were harmed of whom a verb tells; -1 where none.</summary>
    public static int Of(ParsedText text, int verb)
    {
        if (!EventCoder.IsHarm(text.Tokens[verb]))
            return -1;
        foreach (var dependent in text.Dependents(verb))
            if (dependent > verb && IsWithin(text, dependent) && EventCoder.FrameAt(text, dependent) is { Type: EventType.ASSAULT })
                return dependent;
        return -1;
    }

    /// <summary>Whether a noun tells in what those of whom the verb tells were harmed, and no blow beside it: "killed in an ambush".</summary>
    public static bool IsManner(ParsedText text, int noun) =>
        text.Tokens[noun] is { Relation: Relation.Obl, Head: var verb and >= 0 }
        && text.Tokens[verb].IsVerb
        && EventCoder.IsHarm(text.Tokens[verb])
        && IsWithin(text, noun)
        && !ClauseTree.IsDefinite(text, noun)
        && text.Dependent(noun, Relation.NmodPoss) < 0;

    private static bool IsHarmful(ParsedText text, int verb) =>
        EventCoder.IsHarm(text.Tokens[verb]) || Codebook.IsOf("damage", text.Tokens[verb].Lemma);

    private static bool IsWithin(ParsedText text, int noun) =>
        text.Tokens[noun] is { Tag: UniversalTag.NOUN, Relation: Relation.Obl or Relation.OblAgent }
        && (ClauseTree.HasCase(text, noun, "in") || ClauseTree.HasCase(text, noun, "during"));
}
