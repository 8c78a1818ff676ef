using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>The questions that coding asks of a tree: the subject of a clause, its object, what stands after a preposition.</summary>
internal static class ClauseTree
{
    private const int Reach = 6;

    /// <summary>Whether the verb is passive, or a past participle that modifies a noun.</summary>
    public static bool IsPassive(ParsedText text, int verb) =>
        text.Dependent(verb, Relation.AuxPass) >= 0
        || text.Dependent(verb, Relation.NsubjPass) >= 0
        || text.Dependent(verb, Relation.OblAgent) >= 0
        || text.Tokens[verb] is { Relation: Relation.Acl, Penn: PennTag.VBN }
        || IsBareParticiple(text, verb)
        || IsSharedPassive(text, verb);

    // "Two soldiers killed in ambush", "the soldiers killed were named": a headline leaves out the auxiliary, and a past form on a noun without subject is a participle, whatever its tag.
    private static bool IsBareParticiple(ParsedText text, int verb)
    {
        if (text.Tokens[verb] is not { IsVerb: true, Penn: PennTag.VBD or PennTag.VBN } token)
            return false;
        var subject = text.Dependent(verb, Relation.Nsubj);
        if (token.Relation == Relation.Acl)
            return subject < 0 && text.Dependent(verb, Relation.Obj) < 0;
        return subject >= 0
            && Codebook.IsOf("undergone", token.Lemma)
            && text.Dependent(verb, Relation.Aux) < 0
            && text.Dependent(verb, Relation.Obj) < 0
            && text.Dependent(verb, Relation.Iobj) < 0
            && text.Dependent(verb, Relation.Xcomp) < 0
            && text.Dependent(verb, Relation.Ccomp) < 0
            && !IsRelative(text, subject)
            && token.Relation is Relation.Root or Relation.Conj or Relation.Parataxis
            && (token.Relation != Relation.Root || !HasGap(text, verb));
    }

    // "at least 20 civilians" may be taken for a place, and a relative clause may have its object before it.
    private static bool HasGap(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation == Relation.Obl && IsBounded(text, dependent))
                return true;
        return false;
    }

    // "were arrested and deported": the second participle shares the auxiliary of the first.
    private static bool IsSharedPassive(ParsedText text, int verb)
    {
        var token = text.Tokens[verb];
        return token is { Relation: Relation.Conj, Penn: PennTag.VBN }
            && text.Dependent(verb, Relation.Aux) < 0
            && text.Dependent(verb, Relation.Nsubj) < 0
            && text.Dependent(token.Head, Relation.AuxPass) >= 0;
    }

    /// <summary>Whether a verb is what somebody is to do: "are to meet in Cairo", "is to be signed".</summary>
    public static bool IsToBe(ParsedText text, int verb)
    {
        bool to = false,
            be = false;
        foreach (var dependent in text.Dependents(verb))
        {
            var token = text.Tokens[dependent];
            if (dependent >= verb)
                break;
            to |= token.Penn == PennTag.TO || token is { Relation: Relation.Mark or Relation.Aux, Lemma: "to" };
            be |=
                !to
                && token
                    is
                {
                    Relation: Relation.Cop or Relation.Aux or Relation.AuxPass,
                    Lemma: "be",
                    Penn: PennTag.VBZ or PennTag.VBP or PennTag.VBD
                };
        }

        return to && be;
    }

    /// <summary>The head of what stands after a preposition, or -1.</summary>
    public static int After(ParsedText text, int head, string preposition)
    {
        foreach (var dependent in text.Dependents(head))
        {
            var token = text.Tokens[dependent];
            if (
                !token.Relation.IsOblique()
                && !token.Relation.IsNominalModifier()
                && token.Relation is not (Relation.Advcl or Relation.Acl)
            )
                continue;
            // "spoke with him to reassure Israel": an infinitive is nobody spoken to.
            if (token is { IsVerb: true, Penn: PennTag.VB } && preposition == "to")
                continue;
            if (HasCase(text, dependent, preposition))
                return dependent;
        }

        return -1;
    }

    /// <summary>Who does it: the subject, the agent of a passive, or whoever a governing clause lends; -1 where nobody.</summary>
    public static int Doer(ParsedText text, int verb)
    {
        for (var i = 0; i < Reach && verb >= 0; i++)
        {
            if (IsPassive(text, verb))
            {
                var agent = text.Dependent(verb, Relation.OblAgent);
                if (agent < 0)
                    agent = After(text, verb, "by");
                if (agent < 0)
                    agent = AgentBelow(text, verb);
                return agent >= 0 ? agent : AgentJoined(text, verb);
            }

            var subject = Subject(text, verb);
            // "If Chinese forces were to kill": the copula before the infinitive leaves the subject outside.
            if (subject < 0)
                subject = text.Dependent(verb, Relation.NsubjOuter);
            if (subject >= 0)
                return Antecedent(text, verb, subject);
            var token = text.Tokens[verb];
            if (token.Head < 0)
                return -1;
            // What shares the subject of a passive shares the one on the surface: "was arrested and confessed", "are seen to help".
            if (
                token.Relation is Relation.Conj or Relation.Xcomp
                && IsPassive(text, token.Head)
                && Surface(text, token.Head) is var surface and >= 0
            )
                return Antecedent(text, token.Head, surface);
            if (Result(text, verb) is var told and >= 0)
            {
                verb = told;
                continue;
            }

            switch (token.Relation)
            {
                case Relation.Acl when text.Tokens[token.Head].IsNominal:
                    return token.Penn == PennTag.VBG ? token.Head : Lender(text, token.Head);
                case Relation.Xcomp
                or Relation.Ccomp
                or Relation.Advcl when !KeepsSubject(text, verb, token.Head) && Object(text, token.Head) is var obj and >= 0:
                    return obj;
                // "businessmen accused of paying a gang": of a passive, the one who is accused.
                case Relation.Advcl
                or Relation.Ccomp
                    when IsPassive(text, token.Head)
                        && !KeepsSubject(text, verb, token.Head)
                        && Undergoer(text, token.Head) is var accused and >= 0:
                    return accused;
                case Relation.Xcomp
                or Relation.Advcl
                    when Codebook.IsOf("appealing", text.Tokens[token.Head].Lemma) && Called(text, token.Head) is var called and >= 0:
                    return called;
                // "Russia launched missiles, the air force said, hitting a plant": the participle goes on with what was said.
                case Relation.Advcl or Relation.Ccomp when token.Penn == PennTag.VBG && Told(text, token.Head, verb) is var said and >= 0:
                    verb = said;
                    break;
                case Relation.Xcomp or Relation.Conj or Relation.Advcl or Relation.Ccomp or Relation.Parataxis:
                    verb = token.Head;
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    // "PORT SUDAN: The army said": the place that a report comes from is no subject, whatever the tree makes of it.
    private static int Subject(ParsedText text, int verb)
    {
        var first = text.Dependent(verb, Relation.Nsubj);
        if (first < 0 || first + 2 >= text.Tokens.Length || text.Tokens[first + 1].Tag != UniversalTag.PUNCT || Is(text, first + 1, ","))
            return first;
        foreach (var dependent in text.Dependents(verb))
            if (dependent > first + 1 && dependent < verb && text.Tokens[dependent].Relation == Relation.Nsubj)
                return dependent;
        return first;
    }

    // "taken into custody by the police", "killed in a raid by rebels": who did what befell them, where the tree hangs it lower.
    private static int AgentBelow(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
        {
            if (dependent < verb || !text.Tokens[dependent].Relation.IsOblique())
                continue;
            foreach (var below in text.Dependents(dependent))
                if (text.Tokens[below].Relation == Relation.Nmod && HasCase(text, below, "by") && UnnamedParty.IsSomebody(text, below))
                    return below;
        }

        return -1;
    }

    // "were arrested and beaten by police", "was stopped by the navy and was threatened": one agent for what is joined.
    private static int AgentJoined(ParsedText text, int verb)
    {
        var token = text.Tokens[verb];
        if (token.Relation == Relation.Conj && token.Head >= 0 && IsPassive(text, token.Head))
            return text.Dependent(token.Head, Relation.OblAgent);
        foreach (var dependent in text.Dependents(verb))
            if (
                text.Tokens[dependent] is { Relation: Relation.Conj, IsVerb: true }
                && text.Dependent(dependent, Relation.NsubjPass) < 0
                && IsPassive(text, dependent)
                && text.Dependent(dependent, Relation.OblAgent) is var agent and >= 0
            )
                return agent;
        return -1;
    }

    /// <summary>To whom it is done: the object, or the subject of a passive; -1 where nobody.</summary>
    public static int Undergoer(ParsedText text, int verb)
    {
        if (!IsPassive(text, verb))
        {
            if (Object(text, verb) is var obj and >= 0)
                return Antecedent(text, verb, obj);
            // "detained at least 11 staff": a bound on the number, which the tree may take for a place.
            foreach (var dependent in text.Dependents(verb))
                if (text.Tokens[dependent].Relation == Relation.Obl && IsBounded(text, dependent))
                    return dependent;
            // "the tanker that Iran seized", "the man Turkey jailed": the gap of a relative clause.
            return
                text.Tokens[verb].Relation == Relation.AclRelcl
                && text.Dependent(verb, Relation.Nsubj) is var subject and >= 0
                && !IsRelative(text, subject)
                && text.Tokens[verb].Head is var head and >= 0
                && head < subject
                ? head
                : -1;
        }

        for (var i = 0; i < Reach && verb >= 0; i++)
        {
            var subject = text.Dependent(verb, Relation.NsubjPass);
            if (subject < 0)
                subject = text.Dependent(verb, Relation.Nsubj);
            if (subject >= 0)
                return Antecedent(text, verb, subject);
            var token = text.Tokens[verb];
            if (token.Head < 0)
                return -1;
            if (token.Relation is Relation.Acl && text.Tokens[token.Head].IsNominal)
                return token.Head;
            if (token.Relation is not (Relation.Conj or Relation.Xcomp or Relation.Advcl))
                return -1;
            verb = token.Head;
        }

        return -1;
    }

    /// <summary>Whether a word has the preposition; "because of" and its like count by either word.</summary>
    public static bool HasCase(ParsedText text, int word, string preposition)
    {
        foreach (var dependent in text.Dependents(word))
        {
            if (text.Tokens[dependent].Relation is Relation.Case or Relation.Mark && Is(text, dependent, preposition))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The finite verb that a participle after a comma goes on with, where the tree hangs it on an infinitive before it ("fired gas to disperse the crowd, hurting
    /// nine"); -1 for any other word.
    /// </summary>
    public static int Result(ParsedText text, int participle)
    {
        var token = text.Tokens[participle];
        if (
            token is not { Relation: Relation.Advcl, Penn: PennTag.VBG }
            || token.Head < 0
            || token.Head > participle
            || participle == 0
            || !Is(text, participle - 1, ",")
        )
            return -1;
        var at = token.Head;
        for (var i = 0; i < Reach && text.Tokens[at] is { Penn: PennTag.VB, Head: >= 0 }; i++)
            at = text.Tokens[at].Head;
        return at != token.Head && text.Tokens[at].IsVerb ? at : -1;
    }

    /// <summary>Whether a noun goes back to what is known: "the call", "their talks".</summary>
    public static bool IsDefinite(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
        {
            var word = text.Tokens[dependent];
            if (word.Relation == Relation.Det && word.Lemma is "the" or "this" or "that")
                return true;
            if (word.Relation == Relation.NmodPoss && word.Tag == UniversalTag.PRON)
                return true;
        }

        return false;
    }

    /// <summary>Whether a phrase is "each other" or "one another".</summary>
    public static bool IsReciprocal(ParsedText text, int token) =>
        token >= 0
        && token + 1 < text.Tokens.Length
        && (Is(text, token, "each") || Is(text, token, "one"))
        && (Is(text, token + 1, "other") || Is(text, token + 1, "another"));

    /// <summary>Whether a token is written so, whatever its case.</summary>
    public static bool Is(ParsedText text, int token, string word) => text.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsBounded(ParsedText text, int noun) =>
        text.Dependent(noun, Relation.Case) < 0
        && text.Dependent(noun, Relation.Nummod) is var number and >= 0
        && text.Dependent(number, Relation.Nmod) >= 0;

    // "called on Togo to open", "appealed to Canada to send", "pleaded with Egypt to let".
    private static int Called(ParsedText text, int verb) =>
        After(text, verb, "on") is var on and >= 0 ? on
        : After(text, verb, "to") is var to and >= 0 && text.Tokens[to].IsNominal ? to
        : After(text, verb, "with");

    // Of "declared two envoys persona non grata" the tree may make a clause: whom it is about is the object.
    private static int Object(ParsedText text, int verb) =>
        text.Dependent(verb, Relation.Obj) is not (var obj and >= 0)
            ? text.Dependent(verb, Relation.Iobj) is var given and >= 0
                ? given
                : Heavy(text, verb)
            : text.Tokens[obj].IsNominal && text.Dependent(obj, Relation.Nsubj) is var about and >= 0
                ? about
                : obj;

    // "shot dead the mayor": a predicate before the object, so that the tree takes both for predicates.
    private static int Heavy(ParsedText text, int verb)
    {
        if (
            text.Dependent(verb, Relation.Xcomp) is not (var predicate and >= 0)
            || predicate != verb + 1
            || text.Tokens[predicate].Tag != UniversalTag.ADJ
        )
            return -1;
        foreach (var dependent in text.Dependents(verb))
            if (
                dependent > predicate
                && text.Tokens[dependent] is { Relation: Relation.Xcomp, Tag: UniversalTag.NOUN or UniversalTag.PROPN }
            )
                return dependent;
        return -1;
    }

    // The clause that a verb of saying after it reports, where a participle follows both.
    private static int Told(ParsedText text, int teller, int participle)
    {
        if (
            participle < teller
            || text.Tokens[teller].Lemma is not ("say" or "report" or "announce" or "add" or "tell" or "state" or "confirm")
        )
            return -1;
        foreach (var dependent in text.Dependents(teller))
            if (
                dependent < teller
                && text.Tokens[dependent].Relation is Relation.Ccomp or Relation.Parataxis
                && text.Tokens[dependent].IsVerb
            )
                return dependent;
        return -1;
    }

    // The subject as it stands, whatever the voice; a conjunct without one shares that of the first.
    private static int Surface(ParsedText text, int verb)
    {
        for (var i = 0; i < Reach && verb >= 0; i++)
        {
            if (text.Dependent(verb, Relation.NsubjPass) is var passive and >= 0)
                return passive;
            if (text.Dependent(verb, Relation.Nsubj) is var active and >= 0)
                return active;
            if (text.Tokens[verb].Relation != Relation.Conj)
                return -1;
            verb = text.Tokens[verb].Head;
        }

        return -1;
    }

    // Subject control in spite of an object: "promised Kyiv to send", and every participle or purpose beside the main clause.
    private static bool KeepsSubject(ParsedText text, int clause, int head)
    {
        var token = text.Tokens[clause];
        if (Codebook.IsOf("keeps-subject", text.Tokens[head].Lemma))
            return true;
        if (token.Relation != Relation.Advcl)
            return false;
        // "accused Baku of shelling", "stopped the ship from leaving", "urged Sudan to open": what the object is said or told to do.
        var isOfObject =
            Codebook.VerbStatus.ContainsKey(text.Tokens[head].Lemma)
                && (
                    token.Penn == PennTag.VB
                    || HasCase(text, clause, "of")
                    || HasCase(text, clause, "for")
                    || HasCase(text, clause, "from")
                    || HasCase(text, clause, "with")
                )
            // "thanked Kenya for hosting", "fined the bank for hiding": what the object is thanked or punished for.
            || token.Penn == PennTag.VBG
                && HasCase(text, clause, "for")
                && EventCoder.FrameAt(text, head)
                    is { Type: EventType.SUPPORT or EventType.ACCUSE or EventType.SANCTION or EventType.COERCE or EventType.CONCEDE };
        return !isOfObject;
    }

    private static bool IsRelative(ParsedText text, int word) =>
        Is(text, word, "who") || Is(text, word, "which") || Is(text, word, "that") || Is(text, word, "whom");

    private static int Antecedent(ParsedText text, int verb, int argument)
    {
        if (!IsRelative(text, argument))
            return argument;
        for (var i = 0; i < Reach && verb >= 0; i++)
        {
            var token = text.Tokens[verb];
            if (token.Relation == Relation.AclRelcl)
                return Adjacent(text, token.Head, argument) is var near and >= 0 ? near : token.Head;
            verb = token.Head;
        }

        return argument;
    }

    // "the statements, mentioning BRICS and the SCO, which have expanded": a relative pronoun seldom reaches over another clause,
    // so that with a verb between, the phrase right before it stands nearer.
    private static int Adjacent(ParsedText text, int antecedent, int pronoun)
    {
        var last = pronoun - 1;
        while (last > antecedent && text.Tokens[last].Tag == UniversalTag.PUNCT)
            last--;
        if (last <= antecedent || !text.Tokens[last].IsNominal)
            return -1;
        var top = last;
        while (
            text.Tokens[top]
                is { Relation: Relation.Conj or Relation.Flat or Relation.Compound or Relation.Appos or Relation.Nmod, Head: var head }
            && head > antecedent
        )
            top = head;
        for (var i = antecedent + 1; i < top; i++)
            if (text.Tokens[i].IsVerb && text.Tokens[i].Relation is not Relation.Amod)
                return top;
        return -1;
    }

    // "a plan of Russia to deport": the infinitive's doer is whoever owns the noun, or does the verb that the noun belongs to.
    private static int Lender(ParsedText text, int noun)
    {
        var owner = text.Dependent(noun, Relation.NmodPoss);
        if (owner >= 0)
            return owner;
        var verb = text.Tokens[noun].Head;
        return verb >= 0 && text.Tokens[noun].Relation == Relation.Obj ? text.Dependent(verb, Relation.Nsubj) : -1;
    }
}
