using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

// Whom a pronoun of one stands for.
internal sealed partial class Linker
{
    // The subject of the clause that the word stands in, then of the clauses around it, then of the sentences before. English keeps its topic there.
    private Entity? Antecedent(int at, Func<Entity, bool> sort)
    {
        var (tried, from, barred) = (0, at, Barred(at));
        var thing = _lower[at] is "it" or "its";
        // "would stay as acting premier on his behalf": for another than who does it.
        if (At(at + 1) == "behalf" && Speakers(at) is [{ } doer, ..])
            barred.Add(doer.Id);
        // "joined as its tenth member": only a body has members.
        if (
            _lower[at] == "its"
            && _text.Tokens[at].Head is var owned and >= 0
            && _lower[owned] is "member" or "members" or "secretariat" or "charter" or "chair" or "chairmanship"
        )
            sort = static e => e.Type is EntityType.Igo or EntityType.Other or EntityType.Ngo;
        var speakers = !thing && _quoted[at] ? SaidBy(at) : null;
        if (speakers is not null)
            foreach (var speaker in speakers)
                barred.Add(speaker.Id);
        // "met Xi and his wife", "the Emir and his delegation".
        if (
            _lower[at] is "his" or "her"
            && _text.Tokens[at].Head is var joined and >= 0
            && _text.Tokens[joined] is { Relation: Relation.Conj, Head: >= 0 and var with }
            && Covers(with, at) is { } beside
            && sort(beside)
            && !barred.Contains(beside.Id)
        )
            return beside;
        // "sanctions on Iran over its programme", "a strike against Syria for its use": of whom the words just before it name.
        if (
            _lower[at] is "its" or "his" or "her"
            && At(at - 1) is "over" or "for"
            && _mentions is [.., { Entities: [var target] } aimed]
            && aimed.EndToken == at - 1
            && _sentence[aimed.FirstToken] == _sentence[at]
            && At(aimed.FirstToken - 1) is "against" or "on" or "at"
            && sort(target)
        )
            return target;
        if (Charged(at) is { } charged && sort(charged))
            return charged;
        // "severed ties with Qatar, accusing it", "the regime's nuclear programme, its missiles", "after Georgia attacked, it withdrew".
        if ((Turned(at) ?? Parallel(at) ?? Before(at)) is { } near && sort(near) && !barred.Contains(near.Id))
            return near;
        // "Kurti alone was to blame, he said": not of whom it is said.
        var said = Reports(at);
        for (var verb = _text.Tokens[at].Head; verb >= 0 && tried++ < 12 && !said; from = verb, verb = _text.Tokens[verb].Head)
        {
            if (Ruled(at, from, verb) is { } ruled && sort(ruled) && !barred.Contains(ruled.Id) && !(thing && Peoples(at)))
                return ruled;
            // "Egypt, which gets 90 percent of its water": who is told of.
            if (
                _text.Tokens[verb] is { Relation: Relation.AclRelcl, Head: >= 0 and var told }
                && told < at
                && _text.Dependent(verb, Relation.Nsubj) is var relative and >= 0
                && relative < at
                && _lower[relative] is "which" or "who" or "that"
                && Covers(told, at) is { } antecedent
                && sort(antecedent)
                && !barred.Contains(antecedent.Id)
            )
                return antecedent;
            // "accused Belarus of a provocation as migrants massed at its border": of either.
            if (
                thing
                && from != at
                && ReferenceWords.TowardObject.Contains(_text.Tokens[verb].Lemma)
                && _text.Tokens[from].Relation == Relation.Advcl
                && _text.Dependent(from, Relation.Mark) >= 0
                && _text.Dependent(verb, Relation.Obj) is var turnedTo and >= 0
                && turnedTo < at
                && Covers(turnedTo, at) is { } either
                && sort(either)
            )
                return null;
            foreach (var dependent in _text.Dependents(verb))
            {
                if (
                    dependent >= at
                    || dependent == from
                    || _text.Tokens[dependent].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter)
                    || speakers is not null && !_quoted[dependent]
                )
                    continue;
                // "authorities stormed its embassy": not their own, for they are several.
                if (thing && _text.Tokens[dependent].Tag == UniversalTag.NOUN && Many(dependent))
                    continue;
                if (Covers(dependent, at) is { } subject && sort(subject) && !barred.Contains(subject.Id))
                    return Undecided(at, subject, verb, thing, e => sort(e) && !barred.Contains(e.Id)) ? null : subject;
                // "Russia's intervention means it cannot return", "Hague's invitation meant he refused".
                if (
                    (thing ? _lower[at] == "it" && Decides(at) && Stands(dependent, thing) : _lower[at] is "he" or "she" && !IsPersonNoun(dependent))
                    && _text.Tokens[dependent].Tag == UniversalTag.NOUN
                    && _text.Dependent(dependent, Relation.NmodPoss) is var holder and >= 0
                    && Covers(holder, at) is { } acts
                    && sort(acts)
                    && !barred.Contains(acts.Id)
                )
                    return acts;
                if (Stands(dependent, thing) && !(_lower[at] == "its" && Possesses(at)) || thing && Speaks(dependent))
                    return null;
            }
        }

        var sentence = _sentence[at];
        var reach =
            !thing ? 3
            : Decides(at) ? 2
            : 1;
        if (said)
            sentence--;
        ResolvedMention? best = null;
        var several = false;
        for (var i = _mentions.Count - 1; i >= 0; i--)
        {
            var mention = _mentions[i];
            var where = _sentence[mention.FirstToken];
            if (said && where > sentence)
                continue;
            if (sentence - where > reach || best is not null && where < _sentence[best.FirstToken] && speakers is null)
                break;
            if (
                mention.Entities is not [var entity]
                || !sort(entity)
                || barred.Contains(entity.Id)
                || mention.Reading == "place" && entity.Type == EntityType.State
            )
                continue;
            if (
                mention.Rule == "actors/unnamed-person" && best is not null
                || mention.Rule == "actors/adjective" && thing && !IsText(mention.EndToken)
            )
                continue;
            if (_quoted[mention.FirstToken] && !_quoted[at])
                continue;
            // "Vucic and Kurti held talks with Stoltenberg. He urged": neither of two who are named together.
            if (!thing && where < _sentence[at] && Paired(i))
                continue;
            several |= !thing && best is not null && best.Entities[0].Id != entity.Id && best.Rule != "actors/unnamed-person";
            if (best is null || best.Rule == "actors/unnamed-person" || Subject(mention) || !Subject(best))
                best = mention;
        }

        // Two of whom neither is the subject, or whom a quotation may mean either of.
        if (several && (speakers is not null || best is not null && !Subject(best)))
            return null;

        if (best is null || thing && (reach == 1 && !Subject(best) || Outdone(best, at, reach > 1)))
            return null;
        return best.Entities[0];
    }

    // "its Rakhine state", "its navy": what only a state or a body has.
    private bool Possesses(int its) =>
        Known(its + 1) is { Words: > 0, Naming.Kind: NameKind.Place or NameKind.Capital }
        || _text.Tokens[its].Head is var owned and >= 0
            && ReferenceWords.ActorNouns.Contains(_lower[owned])
            && _lower[owned]
                is not (
                    "response"
                    or "right"
                    or "decision"
                    or "aim"
                    or "word"
                    or "position"
                    or "security"
                    or "office"
                    or "offer"
                    or "member"
                    or "members"
                );

    // "accused the front of seeking power, which it denies": who is accused.
    private Entity? Charged(int at)
    {
        if (
            _lower[at] is not ("it" or "he" or "she")
            || _text.Tokens[at] is not { Relation: Relation.Nsubj, Head: >= 0 and var denies }
            || _text.Tokens[denies].Lemma is not ("deny" or "reject" or "dispute" or "refute")
            || At(at - 1) is not ("which" or "that")
        )
            return null;
        for (var i = at - 1; i >= _text.Sentences[_sentence[at]].FirstToken; i--)
            if (_text.Tokens[i].Tag == UniversalTag.VERB && _text.Tokens[i].Lemma is "accuse" or "blame" or "charge" or "suspect")
                return _text.Dependent(i, Relation.Obj) is var accused and >= 0 ? Covers(accused, at) : null;
        return null;
    }

    // "severed ties with Qatar, accusing it of terror": whom the clause before is turned to, where another says more of what its subject does.
    private Entity? Turned(int at)
    {
        if (
            _text.Tokens[at] is not { Relation: Relation.Obj, Head: >= 0 and var verb }
            || !ReferenceWords.TowardObject.Contains(_text.Tokens[verb].Lemma)
            || _text.Tokens[verb] is not { Relation: Relation.Advcl, Head: >= 0 and var main }
            || main > verb
            || _text.Dependent(verb, Relation.Nsubj) >= 0
        )
            return null;
        Entity? last = null;
        foreach (var dependent in _text.Dependents(main))
        {
            if (dependent >= verb || _text.Tokens[dependent].Relation is not (Relation.Obj or Relation.Obl))
                continue;
            // "ties with Qatar".
            foreach (var inner in _text.Dependents(dependent))
                if (
                    inner < verb
                    && _text.Tokens[inner].Relation == Relation.Nmod
                    && _text.Dependent(inner, Relation.Case) is var of and >= 0
                    && _lower[of] is "with" or "against" or "on"
                    && Covers(inner, at) is { } whom
                )
                    last ??= whom;
            if (
                (
                    _text.Tokens[dependent].Relation == Relation.Obj
                    || _text.Dependent(dependent, Relation.Case) is var with and >= 0 && _lower[with] is "with" or "against" or "at"
                ) && Covers(dependent, at) is { } met
            )
                last ??= met;
        }

        return last;
    }

    // "the Iranian regime's nuclear programme, its missiles and its proxies": whose the first of what is listed is.
    private Entity? Parallel(int at)
    {
        if (
            _lower[at] is not ("its" or "his" or "her")
            || _text.Tokens[at].Head is not (>= 0 and var owned)
            || _text.Tokens[owned] is not { Relation: Relation.Conj, Head: >= 0 and var first }
            || first > at
        )
            return null;
        return _text.Dependent(first, Relation.NmodPoss) is var owner and >= 0 && owner < at ? Covers(owner, at) : null;
    }

    // "After Georgia launched the attack, it withdrew": whom the clause tells of that goes before.
    private Entity? Before(int at)
    {
        if (_lower[at] is not ("it" or "he" or "she") || _text.Tokens[at] is not { Relation: Relation.Nsubj, Head: >= 0 and var verb })
            return null;
        foreach (var dependent in _text.Dependents(verb))
            if (
                dependent < at
                && _text.Tokens[dependent].Relation == Relation.Advcl
                && _text.Dependent(dependent, Relation.Mark) is var mark and >= 0
                && mark < at
                && _lower[mark]
                    is "since"
                        or "after"
                        or "when"
                        or "as"
                        or "once"
                        or "because"
                        or "although"
                        or "though"
                        or "while"
                        or "if"
                        or "before"
                        or "until"
                && _text.Dependent(dependent, Relation.Nsubj) is var subject and >= 0
                && subject < at
                && _text.Tokens[subject].Tag is not UniversalTag.PRON
            )
                return Covers(subject, at);
        return null;
    }

    // Whether a person is one of several who are together the subject of a sentence.
    private bool Paired(int i)
    {
        if (Coordinates(i - 1) && Subject(_mentions[i - 1]))
            return true;
        return Coordinates(i) && Subject(_mentions[i]);

        bool Coordinates(int first) =>
            first >= 0
            && first + 1 < _mentions.Count
            && _sentence[_mentions[first].FirstToken] == _sentence[_mentions[first + 1].FirstToken]
            && Coordinated(first + 1).Length > 1;
    }

    // "urged Iran to end its ...", "accused Tokyo of forgetting its history", "thanked Ruto for his role": whom the verb is turned to.
    private Entity? Ruled(int at, int from, int verb)
    {
        var token = _text.Tokens[verb];
        if (
            token.Relation == Relation.Xcomp
            && token.Head is var ruler and >= 0
            && (_text.Dependent(ruler, Relation.Obj) is var direct and >= 0 ? direct : _text.Dependent(ruler, Relation.Iobj))
                is var obj
                    and >= 0
            && obj < verb
            && Covers(obj, at) is { } controlled
        )
            return controlled;
        if (
            from == at
            || !ReferenceWords.TowardObject.Contains(token.Lemma)
            || _text.Tokens[from].Relation is Relation.Ccomp or Relation.Conj or Relation.Parataxis or Relation.Nsubj or Relation.NsubjPass
        )
            return null;
        foreach (var dependent in _text.Dependents(verb))
            if (
                dependent < from
                && (
                    _text.Tokens[dependent].Relation == Relation.Obj
                    || _text.Tokens[dependent].Relation == Relation.Obl
                        && _text.Dependent(dependent, Relation.Case) is var on and >= 0
                        && _lower[on] == "on"
                )
                && dependent != at
                && Covers(dependent, at) is { } turned
            )
                return turned;
        return null;
    }

    // "Faye ...; he said Paris was ready to work with him", "downgraded ties with Vilnius after it allowed": the subject further out or another who was
    // named since.
    private bool Undecided(int at, Entity subject, int verb, bool thing, Func<Entity, bool> sort)
    {
        var own = _text.Tokens[at].Head;
        // "refused to receive the minister unless he apologised": either of the two.
        if (
            _lower[at] is "he" or "she"
            && own >= 0
            && _text.Tokens[at].Relation is Relation.Nsubj or Relation.NsubjPass
            && Either(at, own, subject, sort)
        )
            return true;
        if (own < 0 || own == verb || thing != (_lower[at] == "it") || !thing && _lower[at] != "him")
            return false;
        if (thing && (_text.Tokens[at].Relation != Relation.Nsubj || _text.Tokens[own].Relation != Relation.Advcl))
            return false;
        for (var i = FirstOf(_sentence[at]); i < _mentions.Count; i++)
            foreach (var other in _mentions[i].Entities)
                if (
                    _mentions[i].EndToken <= at
                    && other.Id != subject.Id
                    && sort(other)
                    && _mentions[i].Reading != "place"
                    && (!thing || other.State != subject.State && _mentions[i].FirstToken > verb)
                )
                    return true;
        return false;
    }

    // Whether a word is the subject of a verb of speech behind what is said.
    private bool Reports(int at)
    {
        var token = _text.Tokens[at];
        if (token.Relation != Relation.Nsubj || token.Head < at || !ReferenceWords.SpeechVerbs.Contains(_text.Tokens[token.Head].Lemma))
            return false;
        return _text.Tokens[token.Head].Relation == Relation.Parataxis && _text.Tokens[token.Head].Head < at
            || _text.Dependent(token.Head, Relation.Ccomp) is var content and >= 0 && content < at;
    }

    // Whether a clause with such a word hangs on one that has somebody else as its object.
    private bool Either(int at, int verb, Entity subject, Func<Entity, bool> sort)
    {
        if (_text.Tokens[verb].Relation != Relation.Advcl || _text.Dependent(verb, Relation.Mark) is not (var mark and >= 0) || mark > at)
            return false;
        for (var i = FirstOf(_sentence[at]); i < _mentions.Count; i++)
            if (
                _mentions[i].EndToken <= at
                && _mentions[i].Entities is [var other]
                && other.Id != subject.Id
                && sort(other)
                && !Subject(_mentions[i])
                && _text.Tokens[_mentions[i].Head].Relation is Relation.Obj or Relation.Iobj or Relation.Obl
            )
                return true;
        return false;
    }

    // "accuses the French of bias in its conflict": a people is no "it".
    private bool Peoples(int at)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[at]; i--)
            if (_mentions[i].Reading == "people")
                return true;
        return false;
    }
}
