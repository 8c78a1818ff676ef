using Chancery.Reading;

namespace Chancery.Attribution;

/// <content>Cues that are nouns: "allegations by Ethiopia that ...", "Iran's claim that ...".</content>
internal sealed partial class AscriptionFinder
{
    private Ascription? Noun(int noun)
    {
        if (Cue($"noun:{text.Tokens[noun].Lemma}") is not { Class: "communication" or "noun" } word)
            return null;
        int clause = Clause(noun),
            owner = text.Dependent(noun, Relation.NmodPoss);
        foreach (var dependent in text.Dependents(noun))
        {
            if (text.Tokens[dependent].Relation != Relation.Nmod)
                continue;
            if (owner < 0 && Marker(dependent) is var mark and >= 0 && text.Tokens[mark].Lemma is "by" or "from")
                owner = dependent;
            // "allegations by Ethiopia that ...": the clause is often hung on the name.
            if (clause < 0)
                clause = Clause(dependent);
        }

        if (owner < 0)
            owner = Adjective(noun);
        // "gave Kyiv his assurance that", "issued a warning that": who does so says it.
        if (
            (owner < 0 || text.Tokens[owner].Tag == UniversalTag.PRON)
            && text.Tokens[noun] is { Relation: Relation.Obj, Head: >= 0 and var giver }
            && text.Tokens[giver].Lemma
                is "give"
                    or "make"
                    or "issue"
                    or "deliver"
                    or "offer"
                    or "repeat"
                    or "renew"
                    or "voice"
                    or "raise"
                    or "send"
                    or "release"
            && _speakers.Subject(giver) is >= 0 and var subject
        )
            owner = subject;
        if (clause < 0 || Conjunction(clause) is not (>= 0 and var opening))
            return Named(noun, owner, word);
        // "said in a statement that": the verb has it.
        if (
            owner < 0
            && text.Tokens[noun].Head is var verb and >= 0
            && Cue($"verb:{text.Tokens[verb].Lemma}") is { Class: "communication" }
        )
            return null;
        return Trim(Math.Min(opening, _reach.First(clause)), Foreign(noun, clause), noun > clause ? noun : -1) is { } content
            ? new Ascription(word, noun, text.Tokens[noun].Span, owner >= 0 ? Joined(owner) : [], content, Negated: false, Hedged: false)
            : null;
    }

    /// <summary>"Egypt's calls for talks", "its offer to mediate", "Kenya's denial of the raid": what the noun's row lets it say, where it has an owner.</summary>
    private Ascription? Named(int noun, int owner, CueWord word)
    {
        if (owner < 0)
            return null;
        foreach (var frame in word.Frame.Split(' '))
        {
            foreach (var dependent in text.Dependents(noun))
            {
                var token = text.Tokens[dependent];
                if (dependent < noun || dependent == owner || Marker(dependent) is not (>= 0 and var mark))
                    continue;
                var fits = frame switch
                {
                    "inf" => token.Relation == Relation.Acl && text.Tokens[mark].Lemma == "to" && token.Penn != PennTag.VBG,
                    "for" or "of" => token.Relation == Relation.Nmod && text.Tokens[mark].Lemma == frame,
                    _ => false,
                };
                if (fits && Phrase(dependent, noun) is { } content)
                    return new Ascription(word, noun, text.Tokens[noun].Span, Joined(owner), content, Negated: false, Hedged: false);
            }
        }

        return null;
    }

    /// <summary>
    /// The end of what a noun tells of. "Allegations that Eritrea armed the rebels have not been proved": an auxiliary that agrees with the
    /// noun and not with the clause's subject, which has a verb of its own, belongs to the noun, however the tree joins it.
    /// </summary>
    private int Foreign(int noun, int clause)
    {
        var end = _reach.End(clause);
        var subject = text.Dependent(clause, Relation.Nsubj) is var active and >= 0 ? active : text.Dependent(clause, Relation.NsubjPass);
        if (subject < noun || text.Tokens[noun].Penn != PennTag.NNS || text.Tokens[subject].Penn is not (PennTag.NN or PennTag.NNP))
            return end;
        var own = text.Dependent(subject, Relation.Acl) is var armed and >= 0 ? armed : text.Dependent(subject, Relation.AclRelcl);
        if (own < 0 || !(text.Tokens[own].IsVerb || text.Dependent(own, Relation.Obj) >= 0) || text.Dependent(subject, Relation.Conj) >= 0)
            return end;
        for (var i = own + 1; i < end; i++)
            if (
                text.Tokens[i] is { Penn: PennTag.VBP }
                && text.Tokens[i].Head == clause
                && text.Tokens[i].Relation is Relation.Aux or Relation.AuxPass or Relation.Cop
            )
                return i;
        return end;
    }

    /// <summary>"an Israeli demand that", "Kremlin claims that": a name or the adjective of one.</summary>
    private int Adjective(int noun)
    {
        foreach (var dependent in text.Dependents(noun))
            if (
                dependent < noun
                && text.Tokens[dependent].Relation is Relation.Amod or Relation.Compound
                && char.IsUpper(text.Form(dependent)[0])
                && dependent > text.Sentences[text.SentenceOf(noun)].FirstToken
            )
                return dependent;
        return -1;
    }

    private int Clause(int noun)
    {
        var clause = text.Dependent(noun, Relation.Acl);
        if (clause < 0)
            clause = text.Dependent(noun, Relation.Ccomp);
        return clause >= 0 ? clause : Told(text.Dependent(noun, Relation.AclRelcl));
    }

    /// <summary>"Claims that Israel shelled the port": taken for a relative clause, but nothing in it is left for the noun to fill.</summary>
    private int Told(int clause)
    {
        if (clause < 0)
            return -1;
        // A "that" which opens the clause and plays no part in it.
        var opens = _reach.First(clause);
        if (
            text.Tokens[opens] is { Lemma: "that", Tag: UniversalTag.SCONJ }
            && (text.Dependent(clause, Relation.Nsubj) > opens || text.Dependent(clause, Relation.NsubjPass) > opens)
        )
            return clause;
        bool subject = false,
            thing = false;
        foreach (var dependent in text.Dependents(clause))
        {
            if (text.Tokens[dependent].Lemma == "that")
                continue;
            subject |= text.Tokens[dependent].Relation.IsSubject();
            thing |= text.Tokens[dependent].Relation is Relation.NsubjPass or Relation.Obj or Relation.Ccomp or Relation.Xcomp;
        }

        return subject && thing ? clause : -1;
    }

    /// <summary>What opens the clause: its marker, or a "that" before it which the tree hangs elsewhere.</summary>
    private int Conjunction(int clause)
    {
        if (Marker(clause) is >= 0 and var marker)
            return marker;
        var first = _reach.First(clause);
        if (text.Tokens[first].Lemma == "that")
            return first;
        return first > 0 && text.Tokens[first - 1].Lemma == "that" && text.SentenceOf(first) == text.SentenceOf(first - 1) ? first - 1 : -1;
    }
}
