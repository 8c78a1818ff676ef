using Chancery.Reading;

namespace Chancery.Attribution;

/// <summary>Finds who speaks by the tree: the subject of a cue, through participles, coordination and infinitives.</summary>
internal sealed class SpeakerFinder(ParsedText text, Quotations quotations)
{
    /// <summary>The head of the phrase that names who does what the verb says, or -1.</summary>
    public int Subject(int verb)
    {
        for (var steps = 0; verb >= 0 && steps < 8; steps++)
        {
            var passive = false;
            foreach (var dependent in text.Dependents(verb))
            {
                var relation = text.Tokens[dependent].Relation;
                passive |= relation is Relation.NsubjPass or Relation.AuxPass;
                if (relation is Relation.OblAgent)
                    return dependent;
            }

            var own = Nearest(verb);
            if (own >= 0)
                return IsRelative(own) && text.Tokens[verb].Relation == Relation.AclRelcl ? text.Tokens[verb].Head : own;
            if (passive)
                return Agent(verb);
            if (Coordinated(verb) is >= 0 and var cue)
            {
                verb = cue;
                continue;
            }

            if (Continues(verb) is >= 0 and var first0)
            {
                verb = first0;
                continue;
            }

            var head = text.Tokens[verb].Head;
            if (head < 0)
                return Bare(verb) is >= 0 and var bare ? bare : Before(verb);
            switch (text.Tokens[verb].Relation)
            {
                case Relation.Acl or Relation.AclRelcl:
                    return Named(head, verb) is >= 0 and var named ? named : head;
                // "Blinken, speaking by phone, reaffirmed ..., the department said": the first subject was hung on the last verb.
                case Relation.Ccomp
                    when text.Dependent(head, Relation.Nsubj) is var first and >= 0 && first < verb && Nearest(head) != first:
                    return first;
                // "quoted X as saying", "X was quoted as saying", "X is reported to have said"
                case Relation.Xcomp or Relation.Advcl when Marker(verb) is var mark && mark >= 0 && text.Tokens[mark].Lemma == "as":
                    return text.Dependent(head, Relation.Obj) is >= 0 and var quoted ? quoted : text.Dependent(head, Relation.NsubjPass);
                case Relation.Xcomp
                or Relation.Advcl
                    when text.Dependent(head, Relation.NsubjPass) is >= 0 and var reported
                        && (
                            text.Tokens[verb].Relation == Relation.Xcomp
                            || (IsSpeech(head) && Marker(verb) is >= 0 and var to && text.Tokens[to].Lemma == "to")
                        ):
                    return reported;
                case Relation.Xcomp
                    when text.Tokens[head].Lemma != "promise" && text.Dependent(head, Relation.Obj) is var controller and >= 0:
                    return controller;
                case Relation.Conj or Relation.Xcomp or Relation.Advcl or Relation.Parataxis:
                    verb = head;
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>"was warned about the patrol by X", where the tree hangs X on the patrol.</summary>
    private int Agent(int verb)
    {
        if (!IsSpeech(verb))
            return -1;
        foreach (var dependent in text.Dependents(verb))
        {
            if (dependent < verb || text.Tokens[dependent].Relation is not (Relation.Obl or Relation.Obj or Relation.Xcomp))
                continue;
            foreach (var inner in text.Dependents(dependent))
                if (text.Tokens[inner].Relation == Relation.Nmod && Marker(inner) is >= 0 and var by && text.Tokens[by].Lemma == "by")
                    return inner;
        }

        return -1;
    }

    /// <summary>"a claim Addis Ababa called baseless": a name between the noun and the verb, which the tree hangs on the noun.</summary>
    public int Named(int noun, int verb)
    {
        if (!IsSpeech(verb))
            return -1;
        foreach (var dependent in text.Dependents(noun))
            if (
                dependent > noun
                && dependent < verb
                && text.Tokens[dependent].Tag == UniversalTag.PROPN
                && Marker(dependent) < 0
                && text.Tokens[dependent].Relation is Relation.Appos or Relation.Nmod or Relation.Dep or Relation.Compound
                && text.Form(dependent - 1) is not ","
            )
                return dependent;
        return -1;
    }

    /// <summary>
    /// "Lin said the boat had intruded and urged Manila to stop": a verb of speech that the tree joins to what was said, bare of a subject and in
    /// the form of the cue itself, is joined to the cue. Gives the cue, or -1.
    /// </summary>
    public int Coordinated(int verb)
    {
        var joined = text.Tokens[verb];
        if (joined.Relation != Relation.Conj || !joined.IsVerb || text.Tokens[joined.Head].Relation != Relation.Ccomp)
            return -1;
        var cue = text.Tokens[text.Tokens[joined.Head].Head];
        if (text.Tokens[joined.Head].Head > joined.Head || cue.Penn != joined.Penn || cue.Penn is not (PennTag.VBD or PennTag.VBZ))
            return -1;
        if (Form(joined.Head) == joined.Penn || text.Dependent(verb, Relation.Nsubj) >= 0 || text.Dependent(verb, Relation.Aux) >= 0)
            return -1;
        return IsSpeech(verb) ? text.Tokens[joined.Head].Head : -1;
    }

    // A participle without what helps it is the past: the two look alike.
    private PennTag Form(int verb) =>
        text.Tokens[verb].Penn == PennTag.VBN && text.Dependent(verb, Relation.Aux) < 0 && text.Dependent(verb, Relation.AuxPass) < 0
            ? PennTag.VBD
            : text.Tokens[verb].Penn;

    /// <summary>
    /// "X said the sides had agreed to a truce, adding that ...": a participle of speech after a comma goes on with what the cue itself says,
    /// where the tree hangs it on what was said. Gives the cue, or -1.
    /// </summary>
    public int Continues(int verb)
    {
        var going = text.Tokens[verb];
        if (going.Penn != PennTag.VBG || going.Relation != Relation.Advcl || Marker(verb) >= 0 || text.Dependent(verb, Relation.Nsubj) >= 0)
            return -1;
        if (verb == 0 || text.Form(verb - 1) is not "," || !IsSpeech(verb))
            return -1;
        var above = text.Tokens[going.Head];
        if (going.Head > verb || above.Relation != Relation.Ccomp || above.Head > going.Head || quotations.Inside(verb))
            return -1;
        // "X said Y had warned Z, saying ...": that is Y's; "adding" goes on with the cue.
        return (going.Lemma == "add" || !IsSpeech(going.Head)) && IsSpeech(above.Head) && Subject(above.Head) >= 0 ? above.Head : -1;
    }

    /// <summary>Whether a verb is in the table of cues as one of communication.</summary>
    public bool IsSpeech(int verb) =>
        text.Tokens[verb].IsVerb
        && AttributionTables.Cues.TryGetValue($"verb:{text.Tokens[verb].Lemma}", out var word)
        && word.Class == "communication";

    /// <summary>Of several subjects the one that stands next before the verb, else the first after it.</summary>
    public int Nearest(int verb)
    {
        var best = -1;
        foreach (var dependent in text.Dependents(verb))
        {
            // Who speaks stands outside the quotation that the cue stands outside of.
            if (text.Tokens[dependent].Relation != Relation.Nsubj || (quotations.Inside(dependent) && !quotations.Inside(verb)))
                continue;
            if (dependent < verb || best < 0)
                best = dependent;
        }

        return best;
    }

    // A name or noun before the verb that is bare of any preposition and was not recognised as its subject.
    private int Bare(int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (
                dependent < verb
                && text.Tokens[dependent].Tag == UniversalTag.PROPN
                && Marker(dependent) < 0
                && text.Tokens[dependent].Relation is Relation.Dep or Relation.Dislocated or Relation.Vocative or Relation.Appos
            )
                return dependent;
        return -1;
    }

    // "..., a report seen by X said": the phrase between the last comma and the cue, which the tree hangs on what was said.
    private int Before(int verb)
    {
        if (!IsSpeech(verb))
            return -1;
        var first = verb;
        while (first > 0 && text.SentenceOf(first - 1) == text.SentenceOf(verb) && text.Form(first - 1) is not "," && verb - first < 12)
            first--;
        if (first == verb || text.SentenceOf(first) != text.SentenceOf(verb) || first == 0 || text.Form(first - 1) is not ",")
            return -1;
        for (var i = first; i < verb; i++)
            if (text.Tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Mark or Relation.Cc)
                return -1;
        var head = Spotting.PairClues.HeadOf(text, first, verb);
        return text.Tokens[head].Tag is UniversalTag.NOUN or UniversalTag.PROPN && Marker(head) < 0 ? head : -1;
    }

    public int Marker(int token)
    {
        var mark = text.Dependent(token, Relation.Mark);
        return mark >= 0 ? mark : text.Dependent(token, Relation.Case);
    }

    public bool IsRelative(int token) => text.Tokens[token].Has(Features.PronRel) || text.Tokens[token].Lemma is "who" or "which" or "that";
}
