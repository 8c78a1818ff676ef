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
                if (relation is Relation.OblAgent) return dependent;
            }

            var own = Nearest(verb);
            if (own >= 0) return IsRelative(own) && text.Tokens[verb].Relation == Relation.AclRelcl ? text.Tokens[verb].Head : own;
            if (passive) return -1;
            if (Coordinated(verb) is var cue and >= 0)
            {
                verb = cue;
                continue;
            }

            var head = text.Tokens[verb].Head;
            if (head < 0) return Bare(verb);
            switch (text.Tokens[verb].Relation)
            {
                case Relation.Acl or Relation.AclRelcl:
                    return head;
                // "Blinken, speaking by phone, reaffirmed ..., the department said": the first subject was hung on the last verb.
                case Relation.Ccomp when text.Dependent(head, Relation.Nsubj) is var first and >= 0 && first < verb && Nearest(head) != first:
                    return first;
                case Relation.Xcomp or Relation.Advcl when Marker(verb) is var mark && mark >= 0 && text.Tokens[mark].Lemma == "as":
                    return text.Dependent(head, Relation.Obj);
                case Relation.Xcomp when text.Tokens[head].Lemma != "promise" && text.Dependent(head, Relation.Obj) is var controller and >= 0:
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

    /// <summary>
    /// "Lin said the boat had intruded and urged Manila to stop": a verb of speech that the tree joins to what was said, bare of a subject and in
    /// the form of the cue itself, is joined to the cue. Gives the cue, or -1.
    /// </summary>
    public int Coordinated(int verb)
    {
        var joined = text.Tokens[verb];
        if (joined.Relation != Relation.Conj || !joined.IsVerb || text.Tokens[joined.Head].Relation != Relation.Ccomp) return -1;
        var cue = text.Tokens[text.Tokens[joined.Head].Head];
        if (text.Tokens[joined.Head].Head > joined.Head || cue.Penn != joined.Penn || cue.Penn is not (PennTag.VBD or PennTag.VBZ)) return -1;
        if (text.Tokens[joined.Head].Penn == joined.Penn || text.Dependent(verb, Relation.Nsubj) >= 0 || text.Dependent(verb, Relation.Aux) >= 0) return -1;
        return AttributionTables.Cues.TryGetValue($"verb:{joined.Lemma}", out var word) && word.Class == "communication" ? text.Tokens[joined.Head].Head : -1;
    }

    /// <summary>Of several subjects the one that stands next before the verb, else the first after it.</summary>
    public int Nearest(int verb)
    {
        var best = -1;
        foreach (var dependent in text.Dependents(verb))
        {
            // Who speaks stands outside the quotation that the cue stands outside of.
            if (text.Tokens[dependent].Relation != Relation.Nsubj || (quotations.Inside(dependent) && !quotations.Inside(verb))) continue;
            if (dependent < verb || best < 0) best = dependent;
        }

        return best;
    }

    // A name or noun before the verb that is bare of any preposition and was not recognised as its subject.
    private int Bare(int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (dependent < verb && text.Tokens[dependent].Tag == UniversalTag.PROPN && Marker(dependent) < 0
                && text.Tokens[dependent].Relation is Relation.Dep or Relation.Dislocated or Relation.Vocative or Relation.Appos) return dependent;
        return -1;
    }

    public int Marker(int token)
    {
        var mark = text.Dependent(token, Relation.Mark);
        return mark >= 0 ? mark : text.Dependent(token, Relation.Case);
    }

    public bool IsRelative(int token) => text.Tokens[token].Has(Features.PronRel) || text.Tokens[token].Lemma is "who" or "which" or "that";
}
