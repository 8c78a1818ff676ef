using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>
/// The status of an event that a noun names. A noun presupposes what it names ("refused to condemn the invasion": there was one)
/// unless it is what a verb of demand, plan, fear or denial is about, or the object of a light verb, whose clause is then its own.
/// </summary>
internal static class NominalStatus
{
    private const int Reach = 5;

    public static EntryStatus Of(ParsedText text, int noun)
    {
        var status = Own(text, noun);
        var at = noun;
        for (var i = 0; i < Reach; i++)
        {
            var here = text.Tokens[at];
            if (here.Head < 0)
                break;
            var head = text.Tokens[here.Head];
            if (head.IsVerb || head.Tag == UniversalTag.ADJ)
                return StatusReader.Stronger(status, UnderVerb(text, noun, at, here, head));
            if (here.Relation is Relation.Conj or Relation.Appos)
                at = here.Head;
            else if (
                here.Relation == Relation.Nmod
                && Codebook.NounStatus.TryGetValue(head.Lemma, out var charge)
                && (
                    ClauseTree.HasCase(text, at, "of")
                    || ClauseTree.HasCase(text, at, "for")
                    || ClauseTree.HasCase(text, at, "to")
                    || ClauseTree.HasCase(text, at, "about")
                )
            )
                return StatusReader.Stronger(status, StatusReader.Stronger(charge, Own(text, here.Head)));
            else if (here.Relation is Relation.Nmod or Relation.Compound && (IsPhase(head.Lemma) || IsMeasure(head)))
                at = here.Head;
            else
                break;
        }

        return LightVerb.Of(text, noun) is var light and >= 0 ? StatusReader.Stronger(status, StatusReader.OfVerb(text, light)) : status;
    }

    /// <summary>What the noun's own phrase shows: an adjective, a negation.</summary>
    public static EntryStatus Own(ParsedText text, int noun)
    {
        var status = StatusReader.Own(text, noun);
        if (text.Tokens[noun] is { Relation: Relation.Obl or Relation.Nmod } && ClauseTree.HasCase(text, noun, "without"))
            return EntryStatus.Negated;
        return status;
    }

    private static EntryStatus UnderVerb(ParsedText text, int noun, int at, Token here, Token head)
    {
        var verb = here.Head;
        if (here.Relation is Relation.Obj or Relation.NsubjPass)
        {
            if (Codebook.LightVerbs.Contains(head.Lemma))
                // Who undertakes to strike has a plan, who undertakes strikes has struck.
                return head.Lemma != "undertake" && Codebook.VerbStatus.TryGetValue(head.Lemma, out var made)
                    ? StatusReader.Stronger(made, StatusReader.OfVerb(text, verb))
                    : StatusReader.OfVerb(text, verb);
            return Charged(text, noun, at, verb, head);
        }

        // "talks will take place", "fighting may resume": the verb says no more than that it happens.
        if (here.Relation == Relation.Nsubj && Codebook.Occurrence.Contains(head.Lemma))
            return StatusReader.OfVerb(text, verb);
        if (here.Relation is Relation.Nsubj or Relation.NsubjPass)
        {
            // "A strike could follow": a bare noun under a modal is no more real than its clause.
            var own = StatusReader.Own(text, verb);
            // "A meeting of the two is possible": the adjective says how far it is from being.
            if (!IsDefinite(text, noun) && head.Tag == UniversalTag.ADJ && Codebook.AdjectiveStatus.TryGetValue(head.Lemma, out var said))
                return StatusReader.Stronger(own, said);
            return !IsDefinite(text, noun) && own is EntryStatus.Hypothetical or EntryStatus.Planned ? own : EntryStatus.Occurred;
        }

        if (here.Relation is Relation.Obl or Relation.Advcl or Relation.Xcomp)
        {
            if (Asks(text, at, head.Lemma))
                return Charged(text, noun, at, verb, head);
            // "will announce it in a call": an unnamed occasion lies where its clause lies; "after the attack" was.
            if (!IsDefinite(text, noun) && (ClauseTree.HasCase(text, at, "in") || ClauseTree.HasCase(text, at, "at")))
                return StatusReader.Own(text, verb) is var clause and (EntryStatus.Hypothetical or EntryStatus.Planned)
                    ? clause
                    : EntryStatus.Occurred;
        }

        return EntryStatus.Occurred;
    }

    // What the verb makes of its object. Of what has a name and a place in the world, an opinion or a fear does not take the reality.
    private static EntryStatus Charged(ParsedText text, int noun, int at, int verb, Token head)
    {
        // "called it the largest attack" names and does not ask.
        if (head.Lemma == "call" && text.Tokens[at].Relation is Relation.Obj or Relation.Xcomp)
            return EntryStatus.Occurred;
        var negated = StatusReader.Own(text, verb) == EntryStatus.Negated;
        if (!Codebook.VerbStatus.TryGetValue(head.Lemma, out var charge))
        {
            // "did not see an attack" leaves open whether there was one; an indefinite object under negation is not told as a fact.
            return negated && !IsDefinite(text, noun) ? EntryStatus.Negated : EntryStatus.Occurred;
        }

        if (Codebook.IsOf("seeking", head.Lemma) || charge is EntryStatus.Demanded)
            return charge == EntryStatus.Negated && negated ? EntryStatus.Occurred : charge;
        return IsDefinite(text, noun) && charge is not EntryStatus.Denied ? EntryStatus.Occurred : charge;
    }

    // "called for talks", "appealed for help", "accused of torture", "insisted on a withdrawal".
    private static bool Asks(ParsedText text, int at, string verb) =>
        Codebook.VerbStatus.ContainsKey(verb)
        && (
            ClauseTree.HasCase(text, at, "for")
            || ClauseTree.HasCase(text, at, "of") && verb is "accuse" or "suspect"
            || ClauseTree.HasCase(text, at, "on") && verb is "insist"
            || ClauseTree.HasCase(text, at, "with") && verb is "charge"
            || ClauseTree.HasCase(text, at, "against") && verb is "warn"
            || ClauseTree.HasCase(text, at, "to") && verb is "agree" or "commit" or "threaten"
        );

    private static bool IsPhase(string lemma) =>
        lemma
            is "start"
                or "beginning"
                or "opening"
                or "launch"
                or "end"
                or "continuation"
                or "resumption"
                or "round"
                or "series"
                or "wave"
                or "one"
                or "course";

    // "$50 million in military aid": the measure stands for what it measures.
    private static bool IsMeasure(Token word) => word.Tag is UniversalTag.NUM or UniversalTag.SYM || Codebook.IsOf("amount", word.Lemma);

    private static bool IsDefinite(ParsedText text, int noun)
    {
        foreach (var dependent in text.Dependents(noun))
        {
            var word = text.Tokens[dependent];
            if (
                word.Relation == Relation.Det && word.Lemma is "the" or "this" or "that" or "these" or "those"
                || word.Relation == Relation.NmodPoss
            )
                return true;
        }

        return false;
    }
}
