using Chancery.Reading;

namespace Chancery.Attribution;

/// <summary>Finds words of stance with what they are taken towards: "opposes the plan", "is committed to peace", "its support for a treaty".</summary>
internal sealed class StanceFinder(ParsedText text, AscriptionFinder finder)
{
    /// <summary>A stance: the row, the word that carries it and the head of what it is taken towards.</summary>
    public readonly record struct Taken(StanceRow Row, int Word, int Object);

    /// <summary>The stance of a verb towards its object, clause or prepositional phrase.</summary>
    public Taken? OfVerb(int verb)
    {
        foreach (var row in Rows("verb", text.Tokens[verb].Lemma))
        {
            var passive = text.Dependent(verb, Relation.AuxPass) >= 0 || text.Dependent(verb, Relation.NsubjPass) >= 0;
            if (row.Takes("obj") && Thing(verb, passive) is >= 0 and var thing)
                return new Taken(row, verb, thing);
            if (passive)
                continue;
            if (Linked(verb, row) is >= 0 and var about)
                return new Taken(row, verb, about);
        }

        return null;
    }

    /// <summary>"reaffirmed its support for X", "stressed the need for X": the noun is what the verb of speech says.</summary>
    public Taken? OfNoun(int noun)
    {
        foreach (var row in Rows("noun", text.Tokens[noun].Lemma))
        {
            if (Linked(noun, row) is >= 0 and var about)
                return new Taken(row, noun, about);
            // "expressed its concern over X": the tree may hang the phrase on the verb.
            if (text.Tokens[noun].Relation != Relation.Obj)
                continue;
            foreach (var beside in text.Dependents(text.Tokens[noun].Head))
                if (beside > noun && text.Tokens[beside].Relation == Relation.Obl && row.Takes(Mark(beside)) && !finder.IsTime(beside))
                    return new Taken(row, noun, beside);
        }

        return null;
    }

    /// <summary>"is opposed to X", "are concerned about X", "it is necessary to ...".</summary>
    public Taken? OfPredicate(int word)
    {
        if (text.Dependent(word, Relation.Cop) < 0 && text.Dependent(word, Relation.AuxPass) < 0)
            return null;
        foreach (var row in Rows("adj", text.Form(word).ToString().ToLowerInvariant()))
        {
            if (row.Takes("self"))
            {
                if (text.Dependent(word, Relation.Nsubj) is >= 0 and var judged)
                    return new Taken(row, word, judged);
                if (text.Dependent(word, Relation.Csubj) is >= 0 and var clause)
                    return new Taken(row, word, clause);
            }

            if (Linked(word, row) is >= 0 and var about)
                return new Taken(row, word, about);
        }

        return null;
    }

    /// <summary>"is against X", "is in favour of X": a preposition whose phrase is the predicate.</summary>
    public Taken? OfPreposition(int word)
    {
        if (text.Dependent(word, Relation.Cop) < 0)
            return null;
        if (text.Tokens[word].Lemma is "favour" or "favor")
            return OfNoun(word);
        var mark = text.Dependent(word, Relation.Case);
        if (mark < 0)
            return null;
        foreach (var row in Rows("prep", text.Tokens[mark].Lemma))
            return new Taken(row, mark, word);
        foreach (var joined in text.Dependents(mark))
            if (text.Tokens[joined].Lemma is "favour" or "favor")
                foreach (var row in Rows("noun", text.Tokens[joined].Lemma))
                    return new Taken(row, joined, word);
        return null;
    }

    private int Thing(int verb, bool passive)
    {
        if (passive)
            return text.Dependent(verb, Relation.NsubjPass);
        return text.Dependent(verb, Relation.Obj) is >= 0 and var thing ? thing : text.Dependent(verb, Relation.Iobj);
    }

    private int Linked(int word, StanceRow row)
    {
        foreach (var dependent in text.Dependents(word))
        {
            var relation = text.Tokens[dependent].Relation;
            if (dependent < word && relation is not (Relation.Csubj or Relation.CsubjPass))
                continue;
            if (
                relation is Relation.Obl or Relation.Nmod or Relation.Advcl or Relation.Acl
                && Mark(dependent) is { Length: > 0 } mark
                && mark is not "to"
                && row.Takes(mark)
            )
                return dependent;
            if (relation is Relation.Obl or Relation.Nmod && Mark(dependent) == "to" && row.Takes("to"))
                return dependent;
            // "committed to ending the war"
            if (
                relation is Relation.Advcl or Relation.Acl
                && Mark(dependent) == "to"
                && text.Tokens[dependent].Penn == PennTag.VBG
                && row.Takes("to")
            )
                return dependent;
            var infinitive =
                relation is Relation.Xcomp or Relation.Advcl or Relation.Acl or Relation.Csubj or Relation.Ccomp && Mark(dependent) == "to";
            if (infinitive && (row.Takes("inf") || (row.Takes("clause") && relation == Relation.Xcomp)))
                return dependent;
            if (
                !infinitive
                && relation is Relation.Ccomp or Relation.Csubj or Relation.Xcomp or Relation.Acl
                && row.Takes("clause")
                && (relation != Relation.Acl || Mark(dependent) == "that")
            )
                return dependent;
        }

        return -1;
    }

    private string Mark(int token) => finder.Marker(token) is >= 0 and var mark ? text.Tokens[mark].Lemma : "";

    private static StanceRow[] Rows(string part, string word) => AttributionTables.Stances.GetValueOrDefault((part, word), []);
}
