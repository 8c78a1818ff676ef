using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <content>What a verb of speech says: its clause, wherever the tree hangs it, its object, or the sentence before it.</content>
internal sealed partial class AscriptionFinder
{
    private Span[]? Content(int verb, CueWord word)
    {
        if (QuotedSaying(verb) is >= 0 and var saying)
            return Trim(_reach.First(saying), _reach.End(saying), -1);
        if (Trailing(verb, word) is { } said)
            return said;
        var clause = -1;
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation == Relation.Ccomp && clause < verb && !IsParted(dependent) && !IsLoose(verb, dependent))
                clause = dependent;
        // "a boat that Washington says was carrying drugs": what opens the relative clause is not said.
        if (clause >= 0 && word.Frame != "name")
            return Trim(clause < verb ? Start(clause, verb) : Math.Max(_reach.First(clause), verb + 1), Stop(clause, verb), -1);
        var inserted =
            text.Tokens[verb].Relation == Relation.Parataxis
            || (text.Tokens[verb].Relation == Relation.Advcl && Marker(verb) is var mark && mark >= 0 && text.Tokens[mark].Lemma == "as");
        if (inserted && text.Tokens[verb].Penn != PennTag.VBG && word.Class == "communication" && text.Dependent(verb, Relation.Xcomp) < 0)
        {
            var head = text.Tokens[verb].Head;
            return Trim(_reach.First(head), _reach.End(head), verb);
        }

        // "continue" is a cue beside a quotation and not before what somebody goes on to do.
        if (word.Frame == "quote")
            return null;
        var infinitive = text.Dependent(verb, Relation.Xcomp);
        if (infinitive >= 0 && (text.Tokens[infinitive].Tag != UniversalTag.NOUN || Hung(verb) < 0))
            return Phrase(infinitive, verb);
        if (Hung(verb) is var told and >= 0)
            return Phrase(told, verb);
        if (word.TakesHearer && word.Mood == Mood.Demanded && Bidden(verb) is var bidden and >= 0)
            return Phrase(bidden, verb);
        if (word.TakesHearer && Beside(verb) is var beside and >= 0)
            return Phrase(beside, verb);
        if (word.Class == "communication" && Wondering(verb) is var open and >= 0)
            return Phrase(open, verb);
        if (word.Frame == "clause")
            return null;
        var thing = text.Dependent(verb, Relation.Obj);
        if (thing < 0 && word.Class == "communication")
            thing = Unlinked(verb);
        // "their father had warned Nkrumah": of what is not said.
        if (thing < 0 && word.TakesHearer && word.Frame != "clause")
            thing = text.Dependent(verb, Relation.Iobj) is >= 0 and var alone && !_times.Contains(alone) ? alone : -1;
        if (thing < 0)
            return null;
        // Of two objects the second is what the first is called.
        if (word.Frame == "name")
        {
            if (text.Dependent(verb, Relation.Iobj) is var called and >= 0 && called < thing)
                return Phrase(thing, verb);
            foreach (var second in text.Dependents(verb))
                if (second > thing && text.Tokens[second] is { Relation: Relation.Obj, IsNominal: true })
                    return Phrase(second, verb);
            return null;
        }

        return Thing(thing, verb);
    }

    /// <summary>
    /// "told the visiting minister that ...", "said in a statement read on television that ...": a clause that the tree hangs on a noun
    /// after the cue instead of on the cue.
    /// </summary>
    private int Hung(int verb)
    {
        for (var i = verb + 1; i < _reach.End(verb); i++)
        {
            var token = text.Tokens[i];
            if (
                token.Head > i
                && Opens(i)
                && text.Tokens[token.Head].Relation is Relation.Acl or Relation.Ccomp or Relation.AclRelcl or Relation.Advcl
            )
                return OnNouns(text.Tokens[token.Head].Head, verb) || (text.Tokens[token.Head].Head == verb && token.Lemma == "that")
                    ? token.Head
                    : -1;
            if (token.IsVerb && text.Dependent(i, Relation.Nsubj) >= 0)
                return -1;
        }

        return -1;
    }

    /// <summary>"X was quoted by Y as saying ...": the participle, or -1.</summary>
    public int QuotedSaying(int verb)
    {
        if (text.Dependent(verb, Relation.NsubjPass) < 0)
            return -1;
        foreach (var dependent in text.Dependents(verb))
            if (dependent > verb && text.Tokens[dependent].Penn == PennTag.VBG && IsQuoted(dependent))
                return dependent;
        return -1;
    }

    /// <summary>"advised the parties to form a government": the infinitive after the object, which the tree may hang on it or take for a purpose.</summary>
    private int Bidden(int verb)
    {
        var thing = text.Dependent(verb, Relation.Obj) is >= 0 and var direct ? direct : text.Dependent(verb, Relation.Iobj);
        if (thing < verb)
            return -1;
        foreach (var above in new[] { verb, thing })
            foreach (var dependent in text.Dependents(above))
                if (
                    dependent > thing
                    && text.Tokens[dependent].Relation is Relation.Advcl or Relation.Acl
                    && Marker(dependent) is >= 0 and var to
                    && text.Tokens[to].Lemma == "to"
                )
                    return dependent;
        return -1;
    }

    /// <summary>", X said, apparently referring to Y": a participle after a comma, without a subject, is not what is said.</summary>
    private bool IsLoose(int verb, int clause)
    {
        var first = _reach.First(clause);
        return clause > verb
            && text.Tokens[clause].Penn == PennTag.VBG
            && text.Dependent(clause, Relation.Nsubj) < 0
            && text.Dependent(clause, Relation.Aux) < 0
            && (text.Form(first) is "," || text.Form(first - 1) is ",");
    }

    /// <summary>A clause after a semicolon is another sentence, however the tree joins it.</summary>
    private bool IsParted(int clause)
    {
        var first = _reach.First(clause);
        return text.Form(first) is ";" || (first > 0 && text.Form(first - 1) is ";");
    }

    /// <summary>"X said Y informed Z on Friday that ...": the clause is Y's, where the tree hangs it on what X does.</summary>
    private int Beside(int verb)
    {
        var above = text.Tokens[verb].Head;
        if (above < 0 || above > verb || text.Tokens[verb].Relation != Relation.Ccomp)
            return -1;
        foreach (var dependent in text.Dependents(above))
            if (
                dependent > verb
                && text.Tokens[dependent].Relation == Relation.Ccomp
                && Marker(dependent) is var mark
                && mark == _reach.End(verb)
                && text.Tokens[mark].Lemma == "that"
            )
                return dependent;
        return -1;
    }

    /// <summary>"that", "whether", "why": what opens a clause that is told.</summary>
    private bool Opens(int token) =>
        text.Tokens[token].Relation == Relation.Advmod
            ? text.Tokens[token].Lemma is "why" or "how" or "when" or "where"
            : (text.Tokens[token].Relation == Relation.Mark || text.Tokens[token].Tag == UniversalTag.SCONJ)
                && text.Tokens[token].Lemma is "that" or "whether";

    /// <summary>"refused to say when they would vote": a question that the tree took for a clause of time or place.</summary>
    private int Wondering(int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (
                dependent > verb
                && text.Tokens[dependent].Relation == Relation.Advcl
                && text.Tokens[_reach.First(dependent)].Lemma is "when" or "where" or "why" or "how" or "whether"
                && _reach.First(dependent) == verb + 1
                && text.Dependent(verb, Relation.Obj) < 0
            )
                return dependent;
        return -1;
    }

    /// <summary>What is said by a passive verb ("the claim was dismissed by X"), or an object that the tree took for an adverbial without a preposition.</summary>
    private int Unlinked(int verb)
    {
        if (text.Dependent(verb, Relation.NsubjPass) is >= 0 and var said && text.Dependent(verb, Relation.OblAgent) >= 0)
            return said;
        foreach (var dependent in text.Dependents(verb))
            if (
                dependent > verb
                && text.Tokens[dependent].Relation == Relation.Obl
                && text.Tokens[dependent].Tag == UniversalTag.NOUN
                && Marker(dependent) < 0
                && !_times.Contains(dependent)
            )
                return dependent;
        return -1;
    }

    private bool OnNouns(int from, int verb)
    {
        for (var at = from; at > verb; at = text.Tokens[at].Head)
            if (
                text.Tokens[at].Relation
                    is not (
                        Relation.Obj
                        or Relation.Iobj
                        or Relation.Obl
                        or Relation.OblAgent
                        or Relation.Nmod
                        or Relation.Acl
                        or Relation.Appos
                    )
                && !(text.Tokens[at] is { Relation: Relation.Xcomp, Tag: UniversalTag.NOUN })
            )
                return false;
        return from > verb;
    }

    /// <summary>"called on X to withdraw": the infinitive, wherever the tree hangs it; else the phrase itself.</summary>
    private Span[]? Asked(int verb, CueWord word, int argument)
    {
        if (!word.TakesHearer || text.Tokens[argument].Relation != Relation.Obl)
        {
            // "called for strengthening": the preposition belongs to the cue, whatever the tree makes of it.
            var link = Marker(argument);
            return word.Lemma.EndsWith(" for", StringComparison.Ordinal) && link == _reach.First(argument)
                ? Trim(link + 1, _reach.End(argument), -1)
                : Phrase(argument, verb);
        }

        foreach (var above in new[] { verb, argument })
            foreach (var dependent in text.Dependents(above))
                if (
                    dependent > argument
                    && text.Tokens[dependent].Relation is Relation.Xcomp or Relation.Advcl or Relation.Acl
                    && Marker(dependent) is var mark and >= 0
                    && text.Tokens[mark].Lemma == "to"
                )
                    return Phrase(dependent, verb);
        return Phrase(argument, verb);
    }

    /// <summary>An object with the phrases that follow it at once and say what it is about, not when or on what occasion it was said.</summary>
    private Span[]? Thing(int thing, int verb)
    {
        var end = _reach.End(thing);
        foreach (var dependent in text.Dependents(verb))
        {
            if (dependent < thing || _reach.First(dependent) != end)
                continue;
            // "accused X of sending", "quoted X as saying".
            var gerund =
                text.Tokens[dependent].Relation == Relation.Advcl
                && Marker(dependent) is var mark and >= 0
                && text.Tokens[mark].Lemma is "of" or "as";
            if (
                !gerund
                && (text.Tokens[dependent].Relation != Relation.Obl || AttributionTables.Texts.Contains(text.Tokens[dependent].Lemma))
            )
                break;
            if (_times.Contains(dependent))
                break;
            end = _reach.End(dependent);
        }

        var first = _reach.First(thing);
        return Trim(first, end, verb > thing ? verb : -1);
    }

    /// <summary>
    /// "..., X told Y" and "..., said X": a cue that follows a comma with its speaker and has no content after it. What was said is
    /// the sentence up to that comma, however the tree joins the two.
    /// </summary>
    private Span[]? Trailing(int verb, CueWord word)
    {
        if (word.Class != "communication" || word.Frame == "name")
            return null;
        var subject = _speakers.Nearest(verb);
        if (subject < 0 || IsRelative(subject))
            return null;
        var first = subject > verb ? verb : _reach.First(subject);
        // "state news agency SANA": the tree may make two subjects of a noun and its name.
        foreach (var other in text.Dependents(verb))
            if (
                text.Tokens[other].Relation == Relation.Nsubj
                && other < subject
                && _reach.End(other) == first
                && text.Dependent(other, Relation.Det) < 0
            )
                first = _reach.First(other);
        while (first < verb && text.Tokens[first].Tag == UniversalTag.PUNCT)
            first++;
        var sentence = text.Sentences[text.SentenceOf(verb)];
        if (first - 2 <= sentence.FirstToken || !IsStop(first - 1))
            return null;
        foreach (var dependent in text.Dependents(verb))
        {
            if (dependent < verb)
                continue;
            switch (text.Tokens[dependent].Relation)
            {
                case Relation.Ccomp or Relation.Xcomp:
                case Relation.Obj when !word.TakesHearer:
                    return null;
            }
        }

        return Speaks(sentence.FirstToken, first - 1, verb) ? Trim(sentence.FirstToken, first - 1, -1) : null;
    }

    private bool IsStop(int token) => text.Form(token) is "," or "”" or "\"" or "’" or "''" or "?" or "!";

    /// <summary>Whether a clause of its own stands between two tokens, not only something that leads up to the cue.</summary>
    private bool Speaks(int first, int end, int cue)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Tokens[i].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.Expl))
                continue;
            var clause = text.Tokens[i].Head;
            if (
                clause >= first
                && clause < end
                && clause != cue
                && text.Dependent(clause, Relation.Mark) < 0
                && text.Tokens[clause].Relation is not (Relation.AclRelcl or Relation.Acl)
            )
                return true;
        }

        return false;
    }
}
