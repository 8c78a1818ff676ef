using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Whom a pronoun can mean: the subjects around it first, and nobody where something else stands in their place.</summary>
internal sealed partial class Linker
{
    // The subject of the clause that the word stands in, then of the clauses around it, then of the sentences before. English keeps its topic there.
    private Entity? Antecedent(int at, Func<Entity, bool> sort)
    {
        var (tried, from, barred) = (0, at, Barred(at));
        var thing = _lower[at] is "it" or "its";
        // "would stay as acting premier on his behalf": for another than who does it.
        if (At(at + 1) == "behalf" && Speakers(at) is [{ } doer, ..]) barred.Add(doer.Id);
        // "joined as its tenth member": only a body has members.
        if (_lower[at] == "its" && _text.Tokens[at].Head is var owned and >= 0 && _lower[owned] is "member" or "members" or "secretariat" or "charter" or "chair" or "chairmanship") sort = static e => e.Type is EntityType.Igo or EntityType.Other or EntityType.Ngo;
        var speakers = !thing && _quoted[at] ? SaidBy(at) : null;
        if (speakers is not null)
            foreach (var speaker in speakers) barred.Add(speaker.Id);
        // "met Xi and his wife", "the Emir and his delegation".
        if (_lower[at] is "his" or "her" && _text.Tokens[at].Head is var joined and >= 0 && _text.Tokens[joined] is { Relation: Relation.Conj, Head: >= 0 and var with } && Covers(with, at) is { } beside && sort(beside) && !barred.Contains(beside.Id)) return beside;
        // "sanctions on Iran over its programme", "a strike against Syria for its use": of whom the words just before it name.
        if (_lower[at] is "its" or "his" or "her" && At(at - 1) is "over" or "for" && _mentions is [.., { Entities: [var target] } aimed] && aimed.EndToken == at - 1 && _sentence[aimed.FirstToken] == _sentence[at] && At(aimed.FirstToken - 1) is "against" or "on" or "at" && sort(target)) return target;
        if (Charged(at) is { } charged && sort(charged)) return charged;
        // "severed ties with Qatar, accusing it", "the regime's nuclear programme, its missiles", "after Georgia attacked, it withdrew".
        if ((Turned(at) ?? Parallel(at) ?? Before(at)) is { } near && sort(near) && !barred.Contains(near.Id)) return near;
        // "Kurti alone was to blame, he said": not of whom it is said.
        var said = Reports(at);
        for (var verb = _text.Tokens[at].Head; verb >= 0 && tried++ < 12 && !said; from = verb, verb = _text.Tokens[verb].Head)
        {
            if (Ruled(at, from, verb) is { } ruled && sort(ruled) && !barred.Contains(ruled.Id) && !(thing && Peoples(at))) return ruled;
            // "Egypt, which gets 90 percent of its water": who is told of.
            if (_text.Tokens[verb] is { Relation: Relation.AclRelcl, Head: >= 0 and var told } && told < at && _text.Dependent(verb, Relation.Nsubj) is var relative and >= 0 && relative < at && _lower[relative] is "which" or "who" or "that" && Covers(told, at) is { } antecedent && sort(antecedent) && !barred.Contains(antecedent.Id)) return antecedent;
            // "accused Belarus of a provocation as migrants massed at its border": of either.
            if (thing && from != at && ReferenceWords.TowardObject.Contains(_text.Tokens[verb].Lemma) && _text.Tokens[from].Relation == Relation.Advcl && _text.Dependent(from, Relation.Mark) >= 0 && _text.Dependent(verb, Relation.Obj) is var turnedTo and >= 0 && turnedTo < at && Covers(turnedTo, at) is { } either && sort(either)) return null;
            foreach (var dependent in _text.Dependents(verb))
            {
                if (dependent >= at || dependent == from || _text.Tokens[dependent].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter) || speakers is not null && !_quoted[dependent]) continue;
                if (Covers(dependent, at) is { } subject && sort(subject) && !barred.Contains(subject.Id)) return Undecided(at, subject, verb, thing, e => sort(e) && !barred.Contains(e.Id)) ? null : subject;
                // "Russia's intervention means it cannot return".
                if (thing && _lower[at] == "it" && Decides(at) && Stands(dependent, thing) && _text.Dependent(dependent, Relation.NmodPoss) is var holder and >= 0 && Covers(holder, at) is { } acts && sort(acts) && !barred.Contains(acts.Id)) return acts;
                if (Stands(dependent, thing) && !(_lower[at] == "its" && Possesses(at)) || thing && Speaks(dependent)) return null;
            }
        }

        var sentence = _sentence[at];
        var reach = !thing ? 3 : Decides(at) ? 2 : 1;
        if (said) sentence--;
        ResolvedMention? best = null;
        var several = false;
        for (var i = _mentions.Count - 1; i >= 0; i--)
        {
            var mention = _mentions[i];
            var where = _sentence[mention.FirstToken];
            if (said && where > sentence) continue;
            if (sentence - where > reach || best is not null && where < _sentence[best.FirstToken] && speakers is null) break;
            if (mention.Entities is not [var entity] || !sort(entity) || barred.Contains(entity.Id) || mention.Reading == "place" && entity.Type == EntityType.State) continue;
            if (mention.Rule == "actors/unnamed-person" && best is not null || mention.Rule == "actors/adjective" && thing && !IsText(mention.EndToken)) continue;
            if (_quoted[mention.FirstToken] && !_quoted[at]) continue;
            // "Vucic and Kurti held talks with Stoltenberg. He urged": neither of two who are named together.
            if (!thing && where < _sentence[at] && Paired(i)) continue;
            several |= !thing && best is not null && best.Entities[0].Id != entity.Id && best.Rule != "actors/unnamed-person";
            if (best is null || best.Rule == "actors/unnamed-person" || Subject(mention) || !Subject(best)) best = mention;
        }

        // Two of whom neither is the subject, or whom a quotation may mean either of.
        if (several && (speakers is not null || best is not null && !Subject(best))) return null;

        if (best is null || thing && (reach == 1 && !Subject(best) || Outdone(best, at, reach > 1))) return null;
        return best.Entities[0];
    }

    // "its Rakhine state", "its navy": what only a state or a body has.
    private bool Possesses(int its) => Known(its + 1) is { Words: > 0, Naming.Kind: NameKind.Place or NameKind.Capital } || _text.Tokens[its].Head is var owned and >= 0 && ReferenceWords.ActorNouns.Contains(_lower[owned]) && _lower[owned] is not ("response" or "right" or "decision" or "aim" or "word" or "position" or "security" or "office" or "offer" or "member" or "members");

    // "accused the front of seeking power, which it denies": who is accused.
    private Entity? Charged(int at)
    {
        if (_lower[at] is not ("it" or "he" or "she") || _text.Tokens[at] is not { Relation: Relation.Nsubj, Head: >= 0 and var denies } || _text.Tokens[denies].Lemma is not ("deny" or "reject" or "dispute" or "refute") || At(at - 1) is not ("which" or "that")) return null;
        for (var i = at - 1; i >= _text.Sentences[_sentence[at]].FirstToken; i--)
            if (_text.Tokens[i].Tag == UniversalTag.VERB && _text.Tokens[i].Lemma is "accuse" or "blame" or "charge" or "suspect") return _text.Dependent(i, Relation.Obj) is var accused and >= 0 ? Covers(accused, at) : null;
        return null;
    }

    // "severed ties with Qatar, accusing it of terror": whom the clause before is turned to, where another says more of what its subject does.
    private Entity? Turned(int at)
    {
        if (_text.Tokens[at] is not { Relation: Relation.Obj, Head: >= 0 and var verb } || !ReferenceWords.TowardObject.Contains(_text.Tokens[verb].Lemma) || _text.Tokens[verb] is not { Relation: Relation.Advcl, Head: >= 0 and var main } || main > verb || _text.Dependent(verb, Relation.Nsubj) >= 0) return null;
        Entity? last = null;
        foreach (var dependent in _text.Dependents(main))
        {
            if (dependent >= verb || _text.Tokens[dependent].Relation is not (Relation.Obj or Relation.Obl)) continue;
            // "ties with Qatar".
            foreach (var inner in _text.Dependents(dependent))
                if (inner < verb && _text.Tokens[inner].Relation == Relation.Nmod && _text.Dependent(inner, Relation.Case) is var of and >= 0 && _lower[of] is "with" or "against" or "on" && Covers(inner, at) is { } whom) last ??= whom;
            if ((_text.Tokens[dependent].Relation == Relation.Obj || _text.Dependent(dependent, Relation.Case) is var with and >= 0 && _lower[with] is "with" or "against" or "at") && Covers(dependent, at) is { } met) last ??= met;
        }

        return last;
    }

    // "the Iranian regime's nuclear programme, its missiles and its proxies": whose the first of what is listed is.
    private Entity? Parallel(int at)
    {
        if (_lower[at] is not ("its" or "his" or "her") || _text.Tokens[at].Head is not (>= 0 and var owned) || _text.Tokens[owned] is not { Relation: Relation.Conj, Head: >= 0 and var first } || first > at) return null;
        return _text.Dependent(first, Relation.NmodPoss) is var owner and >= 0 && owner < at ? Covers(owner, at) : null;
    }

    // "After Georgia launched the attack, it withdrew": whom the clause tells of that goes before.
    private Entity? Before(int at)
    {
        if (_lower[at] is not ("it" or "he" or "she") || _text.Tokens[at] is not { Relation: Relation.Nsubj, Head: >= 0 and var verb }) return null;
        foreach (var dependent in _text.Dependents(verb))
            if (dependent < at && _text.Tokens[dependent].Relation == Relation.Advcl && _text.Dependent(dependent, Relation.Mark) is var mark and >= 0 && mark < at && _lower[mark] is "since" or "after" or "when" or "as" or "once" or "because" or "although" or "though" or "while" or "if" or "before" or "until"
                && _text.Dependent(dependent, Relation.Nsubj) is var subject and >= 0 && subject < at && _text.Tokens[subject].Tag is not UniversalTag.PRON) return Covers(subject, at);
        return null;
    }

    // Whether a person is one of several who are together the subject of a sentence.
    private bool Paired(int i)
    {
        if (Coordinates(i - 1) && Subject(_mentions[i - 1])) return true;
        return Coordinates(i) && Subject(_mentions[i]);

        bool Coordinates(int first) => first >= 0 && first + 1 < _mentions.Count && _sentence[_mentions[first].FirstToken] == _sentence[_mentions[first + 1].FirstToken] && Coordinated(first + 1).Length > 1;
    }

    // "urged Iran to end its ...", "accused Tokyo of forgetting its history", "thanked Ruto for his role": whom the verb is turned to.
    private Entity? Ruled(int at, int from, int verb)
    {
        var token = _text.Tokens[verb];
        if (token.Relation == Relation.Xcomp && token.Head is var ruler and >= 0 && (_text.Dependent(ruler, Relation.Obj) is var direct and >= 0 ? direct : _text.Dependent(ruler, Relation.Iobj)) is var obj and >= 0 && obj < verb && Covers(obj, at) is { } controlled) return controlled;
        if (from == at || !ReferenceWords.TowardObject.Contains(token.Lemma) || _text.Tokens[from].Relation is Relation.Ccomp or Relation.Conj or Relation.Parataxis or Relation.Nsubj or Relation.NsubjPass) return null;
        foreach (var dependent in _text.Dependents(verb))
            if (dependent < from && (_text.Tokens[dependent].Relation == Relation.Obj || _text.Tokens[dependent].Relation == Relation.Obl && _text.Dependent(dependent, Relation.Case) is var on and >= 0 && _lower[on] == "on") && dependent != at && Covers(dependent, at) is { } turned)
                return turned;
        return null;
    }

    // "Faye ...; he said Paris was ready to work with him", "downgraded ties with Vilnius after it allowed": the subject further out or another who was
    // named since.
    private bool Undecided(int at, Entity subject, int verb, bool thing, Func<Entity, bool> sort)
    {
        var own = _text.Tokens[at].Head;
        // "refused to receive the minister unless he apologised": either of the two.
        if (_lower[at] is "he" or "she" && own >= 0 && _text.Tokens[at].Relation is Relation.Nsubj or Relation.NsubjPass && Either(at, own, subject, sort)) return true;
        if (own < 0 || own == verb || thing != (_lower[at] == "it") || !thing && _lower[at] != "him") return false;
        if (thing && (_text.Tokens[at].Relation != Relation.Nsubj || _text.Tokens[own].Relation != Relation.Advcl)) return false;
        for (var i = FirstOf(_sentence[at]); i < _mentions.Count; i++)
            foreach (var other in _mentions[i].Entities)
                if (_mentions[i].EndToken <= at && other.Id != subject.Id && sort(other) && _mentions[i].Reading != "place" && (!thing || other.State != subject.State && _mentions[i].FirstToken > verb)) return true;
        return false;
    }

    // Whether a word is the subject of a verb of speech behind what is said.
    private bool Reports(int at)
    {
        var token = _text.Tokens[at];
        if (token.Relation != Relation.Nsubj || token.Head < at || !ReferenceWords.SpeechVerbs.Contains(_text.Tokens[token.Head].Lemma)) return false;
        return _text.Tokens[token.Head].Relation == Relation.Parataxis && _text.Tokens[token.Head].Head < at || _text.Dependent(token.Head, Relation.Ccomp) is var content and >= 0 && content < at;
    }

    // Whether a clause with such a word hangs on one that has somebody else as its object.
    private bool Either(int at, int verb, Entity subject, Func<Entity, bool> sort)
    {
        if (_text.Tokens[verb].Relation != Relation.Advcl || _text.Dependent(verb, Relation.Mark) is not (var mark and >= 0) || mark > at) return false;
        for (var i = FirstOf(_sentence[at]); i < _mentions.Count; i++)
            if (_mentions[i].EndToken <= at && _mentions[i].Entities is [var other] && other.Id != subject.Id && sort(other) && !Subject(_mentions[i]) && _text.Tokens[_mentions[i].Head].Relation is Relation.Obj or Relation.Iobj or Relation.Obl) return true;
        return false;
    }

    // "accuses the French of bias in its conflict": a people is no "it".
    private bool Peoples(int at)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[at]; i--)
            if (_mentions[i].Reading == "people") return true;
        return false;
    }

    // Those who speak in the clauses around a word.
    private List<Entity> Speakers(int at, bool outside = false)
    {
        var speakers = new List<Entity>();
        var (tried, from) = (0, at);
        for (var verb = _text.Tokens[at].Head; verb >= 0 && tried++ < 12; from = verb, verb = _text.Tokens[verb].Head)
            foreach (var dependent in _text.Dependents(verb))
                if (dependent < at && dependent != from && !(outside && _quoted[dependent]) && _text.Tokens[dependent].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter && Covers(dependent, at) is { } speaker) speakers.Add(speaker);
        return speakers;
    }

    // Who says a quotation is none of those whom it calls "he" or "she": whose the words around it are, before it or just behind it.
    private List<Entity> SaidBy(int at)
    {
        var speakers = Speakers(at, outside: true);
        var close = at;
        while (close < _words.Length && _quoted[close] && _sentence[close] - _sentence[at] < 4) close++;
        for (var i = close; i < _words.Length && i < close + 12 && _sentence[i] == _sentence[Math.Min(close, _words.Length - 1)] && !(_quoted[i] && i > close); i++)
        {
            // "said of the Togolese leader": of whom it is said.
            if (_text.Tokens[i].Tag is UniversalTag.ADP) { i += 2; continue; }
            if (_short.TryGetValue(_words[i], out var named) && IsPerson(named)) speakers.Add(named);
            // "the ministry said": the one named before.
            if (_lower[i - 1] == "the" && _lower[i] is "ministry" or "presidency" or "embassy" or "government" && LastNamed(at, e => e.Type == EntityType.Organ && e.Name.EndsWith(_words[i], StringComparison.OrdinalIgnoreCase)) is { } organ) speakers.Add(organ);
            if (Known(i) is not { Words: > 0 } known || _world.Find(known.Naming.Entity) is not { } entity) continue;
            if (entity.Type == EntityType.Person) speakers.Add(Made(entity));
            // "the Guyanese leader said": whoever of that state was spoken of.
            if (entity.State is { } state && known.Naming.Kind is NameKind.Adjective or NameKind.State && At(i + known.Words) is { } role && _world.Role(role) is { Many: false, Kind: "person" })
                foreach (var spoken in _spoken.Values)
                    if (spoken.Entity.State == state) speakers.Add(spoken.Entity);
        }

        return speakers;
    }

    // A subject that no mention tells of takes the pronoun to itself: "the ceasefire ... it", "its ambassador ... his".
    private bool Stands(int subject, bool thing)
    {
        var token = _text.Tokens[subject];
        if (token.Tag != UniversalTag.NOUN) return false;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[subject]; i--)
            if (_mentions[i].FirstToken <= subject && subject < _mentions[i].EndToken) return thing && _mentions[i].Entities.Length > 1;
        var many = Many(subject);
        var person = _world.Role(_lower[subject]) is { Kind: "person" } || ReferenceWords.Persons.Contains(_lower[subject]);
        return !many && thing != person;
    }

    // "a Commission spokesman said it": of a body that the phrase only hints at.
    private bool Speaks(int subject)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[subject]; i--)
            if (_mentions[i].FirstToken <= subject && subject < _mentions[i].EndToken) return _mentions[i] is { Rule: "actors/unnamed-person", Entities: [{ State: null }] };
        return false;
    }

    private bool Many(int noun) => _lower[noun].EndsWith('s') && !_lower[noun].EndsWith("ss", StringComparison.Ordinal) && _text.Tokens[noun].Lemma != _lower[noun];

    // Whether what is said of "it" or "its" can only be said of one who decides.
    private bool Decides(int at)
    {
        var token = _text.Tokens[at];
        if (token.Head < 0) return false;
        if (_lower[at] == "its") return ReferenceWords.ActorNouns.Contains(_lower[token.Head]) || _world.Role(_lower[token.Head]) is { Kind: "person" } || Organ(at + 1).Words > 0;
        return token.Relation is Relation.Nsubj ? ReferenceWords.ActorVerbs.Contains(_text.Tokens[token.Head].Lemma) : Phrasing.DoneToActors.Contains(_text.Tokens[token.Head].Lemma);
    }

    // A thing that is spoken of after the last body: "signed a truce. It can be extended"; where only one who decides can be meant, a body
    // that nothing names: "The opposition accused the government. Its leader".
    private bool Outdone(ResolvedMention body, int at, bool decides)
    {
        for (var i = decides ? _text.Sentences[_sentence[body.FirstToken]].FirstToken : body.EndToken; i < at; i++)
            if ((!decides || _text.Tokens[i].Relation is not Relation.Obj && (_lower[i] is "opposition" || Phrasing.Bodies.Contains(_lower[i]) || Phrasing.BodyNouns.Contains(_lower[i]) || Phrasing.Ministries.Contains(_lower[i]))) && _text.Tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj && _text.Tokens[i].Tag == UniversalTag.NOUN && !Many(i) && Stands(i, true)) return true;
        return false;
    }

    // An object is somebody else than the subject of its verb, and than any of them where they are several.
    private HashSet<string> Barred(int at)
    {
        var barred = new HashSet<string>(StringComparer.Ordinal);
        var token = _text.Tokens[at];
        if (token.Relation is not (Relation.Obj or Relation.Iobj or Relation.Obl) || token.Head < 0 || _lower[at] is "himself" or "itself" or "themselves" or "herself") return barred;
        var subject = SubjectOf(token.Head);
        for (var verb = token.Head; subject < 0 && _text.Tokens[verb].Relation is Relation.Xcomp or Relation.Conj && _text.Tokens[verb].Head >= 0; subject = SubjectOf(verb))
        {
            // "invited the minority to join him": it is they who join.
            if (_text.Tokens[verb].Relation == Relation.Xcomp && _text.Dependent(_text.Tokens[verb].Head, Relation.Obj) is var joins and >= 0 && joins < verb) { subject = joins; break; }
            verb = _text.Tokens[verb].Head;
        }

        // "forced Chile to negotiate on granting it access": not Chile.
        if (subject < 0)
            for (var (verb, steps) = (token.Head, 0); verb >= 0 && steps < 5 && subject < 0; verb = _text.Tokens[verb].Head, steps++)
            {
                if (_text.Tokens[verb].Relation is not (Relation.Xcomp or Relation.Advcl or Relation.Conj) || _text.Tokens[verb].Tag is not UniversalTag.VERB || _text.Dependent(verb, Relation.Nsubj) >= 0 || _text.Tokens[verb].Head is not (>= 0 and var ruler)) break;
                subject = _text.Tokens[verb].Relation == Relation.Xcomp && _text.Dependent(ruler, Relation.Obj) is var controlled and >= 0 && controlled < verb ? controlled : SubjectOf(ruler);
            }

        // "Misri, who called on him".
        if (subject >= 0 && _lower[subject] is "who" or "which" or "that")
            for (var verb = token.Head; verb >= 0; verb = _text.Tokens[verb].Head)
            {
                if (_text.Tokens[verb].Relation == Relation.AclRelcl) { subject = _text.Tokens[verb].Head; break; }
                if (_text.Tokens[verb].Relation is not (Relation.Xcomp or Relation.Conj)) break;
            }

        if (subject < 0 || subject >= at) return barred;
        for (var i = FirstOf(_sentence[subject]); i < _mentions.Count; i++)
            if (_mentions[i].EndToken <= at && (_mentions[i].FirstToken <= subject && subject < _mentions[i].EndToken || Hangs(_mentions[i].Head, subject)))
                foreach (var entity in _mentions[i].Entities) barred.Add(entity.Id);
        return barred;

        int SubjectOf(int verb) => _text.Dependent(verb, Relation.Nsubj) is var active and >= 0 ? active : _text.Dependent(verb, Relation.NsubjPass) is var passive and >= 0 ? passive : _text.Dependent(verb, Relation.NsubjOuter);
    }

    private bool Hangs(int token, int on)
    {
        for (var steps = 0; steps < 4 && token >= 0 && _text.Tokens[token].Relation is Relation.Conj or Relation.Appos; steps++)
            if ((token = _text.Tokens[token].Head) == on) return true;
        return false;
    }

    private ImmutableArray<Entity> Plural(int at)
    {
        var subjects = Subjects(at);
        if (subjects.IsDefault) return [];
        if (subjects.Length > 1) return subjects;
        var them = _lower[at] == "them";
        var barred = Barred(at);
        // Things are taken up by "them" as well as people are: "promised elections but later postponed them".
        var people = !them || _text.Tokens[at].Head is var head and >= 0 && (Phrasing.DoneToActors.Contains(_text.Tokens[head].Lemma) || Phrasing.DoneToPeople.Contains(_text.Tokens[head].Lemma) || _lower[at - 1] == "on" && _text.Tokens[head].Lemma == "call" || _lower[at - 1] is "between" or "among" || _lower[head] is "one" or "some" or "many" or "most" or "none" or "two" or "all");
        if (!people && Things(_text.Sentences[_sentence[at]].FirstToken, at)) return [];
        if (!them && _sentence[at] > 0 && FirstOf(_sentence[at]) == _mentions.Count && Met(_sentence[at] - 1) is { IsEmpty: false } parties && !parties.Any(e => barred.Contains(e.Id))) return parties;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 2; i--)
        {
            var mention = _mentions[i];
            if (!people && _sentence[mention.FirstToken] != _sentence[at]) return [];
            if (i == _mentions.Count - 1 && _sentence[mention.FirstToken] == _sentence[at] && Met(_sentence[at], at) is { IsEmpty: false } both) return both;
            if (i + 1 < _mentions.Count && _sentence[mention.FirstToken] == _sentence[at] - 1 && _sentence[_mentions[i + 1].FirstToken] == _sentence[at] && Met(_sentence[at] - 1) is { IsEmpty: false } met) return met;
            if (_quoted[mention.FirstToken] && !_quoted[at]) continue;
            var found = Group(i, at);
            if (found.IsEmpty || barred.Count > 0 && found.All(e => barred.Contains(e.Id))) continue;
            if (_lower[at] == "they" && !Subject(mention) && Leading(i, at) is { IsEmpty: false } leading) return leading;
            return them && _sentence[mention.FirstToken] != _sentence[at] && Others(i, found, at) ? [] : found;
        }

        return _lower[at] == "they" && _text.Tokens[at].Head is var said and >= 0 && _text.Tokens[said].Tag == UniversalTag.VERB ? OnlyGroup(at) : [];
    }

    // "They agreed", after some sentences about one of the two: where the text has spoken of one group alone.
    private ImmutableArray<Entity> OnlyGroup(int at)
    {
        ResolvedMention? only = null;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 6; i--)
        {
            if (_mentions[i].Entities.Length < 2) continue;
            if (only is not null && !only.Entities.All(e => _mentions[i].Entities.Any(other => other.Id == e.Id))) return [];
            only ??= _mentions[i];
        }

        return only is null ? [] : [.. only.Entities.Select(static e => e with { Span = null })];
    }

    // "The Chinese account did not mention it. It quoted Xi": a text speaks for whose it is.
    private bool IsText(int noun) => At(noun) is { } word && (Phrasing.Texts.Contains(word) || word is "account" or "version" or "side" or "letter");

    // "The presidents touched upon Libya and Sudan. ... they noted": of two groups in one sentence, those whom it is about.
    private ImmutableArray<Entity> Leading(int after, int at)
    {
        for (var i = after - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[_mentions[after].FirstToken]; i--)
            if (Subject(_mentions[i]) && Group(i, at) is { Length: > 1 } group) return group;
        return [];
    }

    // Whether another group stands near: nothing then tells which of them is meant.
    private bool Others(int from, ImmutableArray<Entity> than, int at)
    {
        for (var i = from - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 2; i--)
            if (Group(i, at) is { IsEmpty: false } other && !other.Any(e => than.Any(t => t.Id == e.Id))) return true;
        return false;
    }

    // "Gargash met Araqchi. While they were meeting": who met and who was met.
    private ImmutableArray<Entity> Met(int sentence, int before = int.MaxValue)
    {
        for (var i = _text.Sentences[sentence].FirstToken; i < Math.Min(before, _text.Sentences[sentence].EndToken); i++)
        {
            if (_text.Tokens[i].Tag != UniversalTag.VERB || !Phrasing.Meetings.Contains(_text.Tokens[i].Lemma)) continue;
            if (_text.Dependent(i, Relation.Nsubj) is var subject and >= 0 && Other(i) is var obj and >= 0 && subject < before && obj < before && Covers(subject, _words.Length) is { } one && Covers(obj, _words.Length) is { } other && one.Id != other.Id && IsPerson(one) && IsPerson(other))
                return [one with { Span = null }, other with { Span = null }];
        }

        return [];
    }

    // Whom one meets, telephones, or speaks with.
    private int Other(int verb)
    {
        foreach (var dependent in _text.Dependents(verb))
            if (_text.Tokens[dependent].Relation == Relation.Obl && _text.Dependent(dependent, Relation.Case) is var with and >= 0 && _lower[with] == "with" && Covers(dependent, _words.Length) is { Type: EntityType.Person }) return dependent;
        return _text.Dependent(verb, Relation.Obj);
    }

    private ImmutableArray<Entity> Group(int i, int at)
    {
        var mention = _mentions[i];
        if (mention.Entities.Length > 1) return [.. mention.Entities.Select(static e => e with { Span = null })];
        if (mention.Rule == "actors/members") return [mention.Entities[0] with { Span = null }];
        if (i > 0 && Coordinated(i) is { Length: > 1 } pair) return pair;
        if (mention.Entities is [{ Type: EntityType.Group or EntityType.ArmedGroup } group] && _lower[mention.EndToken - 1] is not ("media" or "press" or "agencies" or "newspapers" or "outlets" or "reporters" or "journalists") && (Subject(mention) || _sentence[at] == _sentence[mention.FirstToken])) return [group];
        return mention.Entities is [{ Type: EntityType.Organ } organ] && (_lower[mention.EndToken - 1] is "police" || _lower[mention.EndToken - 1].EndsWith('s') && _lower[mention.EndToken - 1] is not "affairs") ? [organ] : [];
    }

    // Whether things in the plural stand between.
    private bool Things(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_text.Tokens[i].Tag == UniversalTag.NOUN && Many(i) && _world.Role(_lower[i]) is null && _text.Tokens[i].Relation is Relation.Obj or Relation.Conj or Relation.Obl or Relation.Nmod or Relation.Nsubj) return true;
        return false;
    }

    // Those who are together the subject of the clause that a word stands in, or of one around it; default where others are, whom nothing names.
    private ImmutableArray<Entity> Subjects(int at)
    {
        if (_lower[at] is "them") return [];
        var (tried, from) = (0, at);
        for (var verb = _text.Tokens[at].Head; verb >= 0 && tried++ < 12; from = verb, verb = _text.Tokens[verb].Head)
        {
            foreach (var dependent in _text.Dependents(verb))
            {
                if (dependent >= at || dependent == from || _text.Tokens[dependent].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter)) continue;
                var covered = false;
                for (var i = FirstOf(_sentence[dependent]); i < _mentions.Count; i++)
                {
                    if (_mentions[i].FirstToken > dependent || dependent >= _mentions[i].EndToken || _mentions[i].EndToken > at) continue;
                    covered = true;
                    if (_mentions[i].Entities.Length > 1) return [.. _mentions[i].Entities.Select(static e => e with { Span = null })];
                    if (i + 1 < _mentions.Count && _mentions[i + 1].EndToken <= at && Coordinated(i + 1) is { Length: > 1 } pair) return pair;
                }

                if (!covered && _text.Tokens[dependent].Tag == UniversalTag.NOUN && Many(dependent) && _text.Dependent(dependent, Relation.Conj) < 0) return default;
            }
        }

        return [];
    }

    // The states, fighters or persons that the words just before speak of, where they are exactly so many: those of the nearest sentence that
    // names any, with those of as many before it as is given.
    private ImmutableArray<Entity> Exactly(int at, Func<Entity, bool> sort, int count, int reach)
    {
        var found = new List<Entity>();
        var (reached, turns) = (_sentence[at], 0);
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 2; i--)
        {
            var mention = _mentions[i];
            if (_sentence[mention.FirstToken] != reached && found.Count > 0 && (found.Count >= count || ++turns > reach)) break;
            reached = _sentence[mention.FirstToken];
            if (mention.Reading == "place") continue;
            foreach (var entity in mention.Entities)
            {
                if (!sort(entity) || entity.State is null && entity.Type is not (EntityType.Person or EntityType.ArmedGroup)) continue;
                var key = Key(entity);
                if (!found.Exists(e => Key(e) == key)) found.Add(entity with { Span = null });
            }
        }

        return found.Count == count ? [.. found.OrderBy(First)] : [];

        // In the order in which the text brought them in.
        int First(Entity e)
        {
            for (var i = Math.Max(0, _mentions.Count - 200); i < _mentions.Count; i++)
                if (_mentions[i].Entities.Any(other => Key(other) == Key(e))) return i;
            return int.MaxValue;
        }

        static string Key(Entity e) => e.Type == EntityType.ArmedGroup ? e.Id : e.State ?? e.Id;
    }

    // The last two or more who were joined by "and" or named by one phrase: those of fighters first where there are any.
    private ImmutableArray<Entity> LastJoined(int at, Func<Entity, bool> sort, int count)
    {
        ImmutableArray<Entity> last = [];
        for (var i = _mentions.Count - 1; i > 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 3; i--)
        {
            var joined = _mentions[i].Entities.Length > 1 ? _mentions[i].Entities : Coordinated(i);
            if (joined.Length != count || !joined.All(sort)) continue;
            if (joined.Any(static e => e.Type == EntityType.ArmedGroup)) return [.. joined.Select(static e => e with { Span = null })];
            if (last.IsEmpty) last = [.. joined.Select(static e => e with { Span = null })];
        }

        return last;
    }

    // Whether the office leads the state on the day; what no row tells, the head of state does, then that of government.
    private bool IsLeading(Tenure tenure) => Array.IndexOf(Offices("leader", tenure.State), tenure.Office) >= 0;
}
