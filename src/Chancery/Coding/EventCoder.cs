using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Codes the events of a document through the codebook.</summary>
public static class EventCoder
{
    /// <summary>Codes the events. Their sources are left empty; attribution fills them.</summary>
    public static ImmutableArray<Event> Code(ParsedText text, Cast cast, Chronology chronology) =>
        Code(text, cast, chronology, new EventContexts(text));

    /// <summary>The same with the contexts of the text, where the caller has them.</summary>
    internal static ImmutableArray<Event> Code(ParsedText text, Cast cast, Chronology chronology, EventContexts contexts) =>
        new EventPass(text, cast, chronology, contexts).Run();

    /// <summary>The narrowest frame of the codebook that fits at a token, or null where the token names no event.</summary>
    internal static Frame? FrameAt(ParsedText text, int token)
    {
        var word = text.Tokens[token];
        if (word.Tag == UniversalTag.VERB)
        {
            if (!Codebook.Verbs.TryGetValue(word.Lemma, out var verbs))
                return null;
            // "held talks": where the object is an event of its own, a light verb leaves it to the object.
            if (
                Codebook.LightVerbs.Contains(word.Lemma)
                && ClauseTree.Undergoer(text, token) is var obj and >= 0
                && text.Tokens[obj].Tag == UniversalTag.NOUN
                && Codebook.Nouns.TryGetValue(text.Tokens[obj].Lemma, out var events)
                && FrameMatch.Find(text, obj, events) is not null
                && word.Lemma is not ("launch" or "send")
            )
                return null;
            return FrameMatch.Find(text, token, verbs);
        }

        if (word.Tag == UniversalTag.ADJ)
            return Codebook.Adjectives.TryGetValue(word.Lemma, out var adjectives) && word.Relation != Relation.Amod
                ? FrameMatch.Find(text, token, adjectives)
                : null;
        return word.Tag == UniversalTag.NOUN && Codebook.Nouns.TryGetValue(word.Lemma, out var nouns)
            ? FrameMatch.Find(text, token, nouns)
            : null;
    }

    /// <summary>
    /// Whether another event speaks for this one: "refused to condemn" is a refusal and no condemnation, "threatened to strike" a
    /// threat and no strike, "signed an agreement" one agreement, and "talks on trade" name a topic.
    /// </summary>
    internal static bool IsSwallowed(ParsedText text, int token, Frame frame)
    {
        var word = text.Tokens[token];
        // "a strike killed nine", "hit a village, killing nine": the harm is told of the blow, and is no second one.
        if (word.IsVerb && (IsHarm(word) || Codebook.IsOf("damage", word.Lemma) && word.Penn != PennTag.VBG) && IsOfBlow(text, token, word))
            return true;
        if (word.Head < 0)
            return false;
        var head = text.Tokens[word.Head];
        // "marched to protest against the law" is one protest.
        if (
            word is { IsVerb: true, Penn: PennTag.VB, Relation: Relation.Advcl or Relation.Xcomp }
            && frame.Type == EventType.PROTEST
            && head.IsVerb
            && FrameAt(text, word.Head) is { Type: EventType.PROTEST }
        )
            return true;
        // "the sanctions imposed by Canada", "attacks launched from the hills": the noun tells it.
        if (
            word is { IsVerb: true, Relation: Relation.Acl }
            && head.Tag == UniversalTag.NOUN
            && ClauseTree.IsPassive(text, token)
            && FrameAt(text, word.Head) is { } told
            && told.Type == frame.Type
            && frame.Conditions.Any(c => c[0] == '=' && c.Contains(head.Lemma, StringComparison.Ordinal))
        )
            return true;
        if (word.IsVerb && IsPurpose(text, token))
            return true;
        // "killed two and wounded five": one blow.
        if (word.IsVerb && word.Relation == Relation.Conj && IsHarm(word) && IsHarm(head) && !HasOwnSubject(text, token))
            return true;
        if (word.IsVerb)
            return word.Relation == Relation.Xcomp && IsPartOf(text, word.Head, head, frame);
        if (word.Relation == Relation.Compound && head.Tag == UniversalTag.NOUN && head.Lemma != "plan")
            return true;
        // "slapped a travel ban and other sanctions": each of the objects joined.
        var first = token;
        while (text.Tokens[first] is { Relation: Relation.Conj, Head: >= 0 } joined && text.Tokens[joined.Head].IsNominal)
            first = joined.Head;
        if (
            text.Tokens[first] is { Relation: Relation.Obj or Relation.NsubjPass, Head: var carrier }
            && text.Tokens[carrier].IsVerb
            && FrameAt(text, carrier) is { } governing
            && (
                governing.Type == frame.Type
                || governing.Conditions.Any(c => c[0] == '=' && c.Contains(word.Lemma, StringComparison.Ordinal))
            )
        )
            return true;
        if (frame.Type == EventType.ASSAULT && !frame.IsMutual && Blow.IsManner(text, token))
            return true;
        if (IsCancelled(text, token))
            return true;
        // "agreed to raise trade": what is to grow is part of the agreement.
        if (
            frame.Type == EventType.COOPERATE
            && word.Relation == Relation.Obj
            && head is { IsVerb: true, Relation: Relation.Xcomp, Head: >= 0 }
            && FrameAt(text, head.Head) is { Type: EventType.AGREE }
        )
            return true;
        return frame.Type == EventType.COOPERATE
            && frame.IsMutual
            && (ClauseTree.HasCase(text, token, "on") || ClauseTree.HasCase(text, token, "about"));
    }

    // "fired tear gas to disperse the crowd": what a deed is for is told with it; what a visit is for is an event to come.
    private static bool IsPurpose(ParsedText text, int verb)
    {
        var token = text.Tokens[verb];
        if (token is not { Penn: PennTag.VB, Relation: Relation.Advcl, Head: var head } || !ClauseTree.HasCase(text, verb, "to"))
            return false;
        var governor = text.Tokens[head].Lemma;
        return text.Tokens[head].IsVerb
            && !Codebook.VerbStatus.ContainsKey(governor)
            && !Codebook.IsOf("appealing", governor)
            && FrameAt(text, head) is { Cameo: not ("042" or "043") };
    }

    // "refused to condemn" and "threatened to strike" are one deed; "agreed to expand trade" is one agreement, and no second one to come.
    private static bool IsPartOf(ParsedText text, int governor, in Token head, Frame frame) =>
        Codebook.IsOf("holding-off", head.Lemma)
        || frame.Type is EventType.COOPERATE or EventType.AID or EventType.AGREE or EventType.SUPPORT or EventType.CONCEDE
            && FrameAt(text, governor) is { Type: EventType.AGREE } agreed
            && agreed.Conditions.Contains(">to")
            && !Codebook.IsOf("intent", head.Lemma);

    // "two were killed and three injured": a number alone is no other subject.
    private static bool HasOwnSubject(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent] is { Relation: Relation.Nsubj or Relation.NsubjPass, Tag: not UniversalTag.NUM })
                return true;
        return false;
    }

    /// <summary>Whether what somebody vows, swears or promises to do is a blow, a punishment or a threat.</summary>
    internal static bool IsHostilePromise(ParsedText text, int verb)
    {
        if (!Codebook.IsOf("promise", text.Tokens[verb].Lemma))
            return false;
        var deed = text.Dependent(verb, Relation.Xcomp);
        if (deed < 0)
            deed = text.Dependent(verb, Relation.Advcl);
        return deed >= 0 && (Codebook.IsOf("hostile", text.Tokens[deed].Lemma) || FrameAt(text, deed) is { Type: >= EventType.THREATEN });
    }

    /// <summary>Whether a verb tells whom a blow harmed.</summary>
    internal static bool IsHarm(in Token verb) => Codebook.IsOf("harm", verb.Lemma);

    private static bool IsOfBlow(ParsedText text, int token, Token word)
    {
        if (word is { Penn: PennTag.VBG, Relation: Relation.Advcl })
            return IsBlow(text, ClauseTree.Result(text, token) is var finite and >= 0 ? finite : word.Head);
        // "attacked the boats, sinking two and killing six".
        if (
            word is { Penn: PennTag.VBG, Relation: Relation.Conj }
            && text.Tokens[word.Head] is { Penn: PennTag.VBG, Relation: Relation.Advcl }
        )
            return IsBlow(text, word.Head) || IsOfBlow(text, word.Head, text.Tokens[word.Head]);
        return ClauseTree.Doer(text, token) is var doer and >= 0 && text.Tokens[doer].Tag == UniversalTag.NOUN && IsBlow(text, doer);
    }

    private static bool IsBlow(ParsedText text, int token) =>
        !IsHarm(text.Tokens[token])
        && FrameAt(text, token) is { Type: EventType.ASSAULT } frame
        && (text.Tokens[token].IsVerb || !IsSwallowed(text, token, frame));

    // "suspended $50 million in military aid": what is stopped or turned down is part of that, and no deed beside it.
    private static bool IsCancelled(ParsedText text, int noun)
    {
        for (var (at, steps) = (noun, 0); steps < 3; steps++)
        {
            var here = text.Tokens[at];
            if (here.Head < 0)
                return false;
            if (text.Tokens[here.Head].IsVerb)
                return (
                        here.Relation is Relation.Obj or Relation.NsubjPass
                        || here.Relation == Relation.Obl && ClauseTree.HasCase(text, at, "in")
                    )
                    && FrameAt(text, here.Head) is { Type: EventType.SANCTION or EventType.REJECT } stopping
                    && !Codebook.IsOf("laying", stopping.Lemma);
            if (here.Relation is not (Relation.Nmod or Relation.Compound))
                return false;
            at = here.Head;
        }

        return false;
    }

    /// <summary>
    /// PLOVER codes what is to come apart: cooperation, consultation and aid to come are an agreement (CAMEO 03), a retreat to come is
    /// a concession, and what somebody will not do, though it would be cooperative, is a rejection (CAMEO 12). A state's protest is a complaint and no demonstration.
    /// </summary>
    internal static (EventType Type, string Cameo, EntryStatus Status) Future(
        Frame frame,
        EntryStatus status,
        bool willNot,
        bool ofState = false
    ) =>
        (frame.Type, status) switch
        {
            ( <= EventType.RETREAT, EntryStatus.Negated) when willNot => (EventType.REJECT, "120", EntryStatus.Occurred),
            _ when frame.Type == EventType.PROTEST && ofState => (EventType.ACCUSE, "114", status),
            (EventType.CONSULT, EntryStatus.Planned) => (EventType.AGREE, "036", status),
            (EventType.COOPERATE, EntryStatus.Planned) => (EventType.AGREE, "031", status),
            (EventType.AID, EntryStatus.Planned) => (EventType.AGREE, "033", status),
            (EventType.RETREAT, EntryStatus.Planned) => (EventType.CONCEDE, frame.Cameo, status),
            _ => (frame.Type, frame.Cameo, status),
        };
}
