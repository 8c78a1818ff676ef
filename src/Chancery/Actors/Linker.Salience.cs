using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Whom a pronoun can mean: the subjects around it first, and nobody where something else stands in their place.</summary>
internal sealed partial class Linker
{
    // Those who speak in the clauses around a word.
    private List<Entity> Speakers(int at, bool outside = false)
    {
        var speakers = new List<Entity>();
        var (tried, from) = (0, at);
        for (var verb = _text.Tokens[at].Head; verb >= 0 && tried++ < 12; from = verb, verb = _text.Tokens[verb].Head)
            foreach (var dependent in _text.Dependents(verb))
                if (
                    dependent < at
                    && dependent != from
                    && !(outside && _quoted[dependent])
                    && _text.Tokens[dependent].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter
                    && Covers(dependent, at) is { } speaker
                )
                    speakers.Add(speaker);
        return speakers;
    }

    // Who says a quotation is none of those whom it calls "he" or "she": whose the words around it are, before it or just behind it.
    private List<Entity> SaidBy(int at)
    {
        var speakers = Speakers(at, outside: true);
        if (BeforeColon(at) is { } announced)
            speakers.Add(announced);
        var close = at;
        bool Says(int i) =>
            At(i) is "he" or "she" && At(i + 1) is not null && ReferenceWords.SpeechVerbs.Contains(_text.Tokens[i + 1].Lemma);
        while (close < _words.Length && _quoted[close] && _sentence[close] - _sentence[at] < 4)
            close++;
        // ""... is deceiving her," she said": who spoke before.
        if ((Says(close) || Says(close + 1)) && LastSpeaker(at) is { } goesOn)
            speakers.Add(goesOn);
        for (
            var i = close;
            i < _words.Length
                && i < close + 12
                && _sentence[i] == _sentence[Math.Min(close, _words.Length - 1)]
                && !(_quoted[i] && i > close);
            i++
        )
        {
            // "said of the Togolese leader": of whom it is said.
            if (_text.Tokens[i].Tag is UniversalTag.ADP)
            {
                i += 2;
                continue;
            }
            if (_short.TryGetValue(_words[i], out var named) && IsPerson(named))
                speakers.Add(named);
            // "the ministry said": the one named before.
            if (
                _lower[i - 1] == "the"
                && _lower[i] is "ministry" or "presidency" or "embassy" or "government"
                && LastNamed(at, e => e.Type == EntityType.Organ && e.Name.EndsWith(_words[i], StringComparison.OrdinalIgnoreCase))
                    is { } organ
            )
                speakers.Add(organ);
            if (Known(i) is not { Words: > 0 } known || _world.Find(known.Naming.Entity) is not { } entity)
                continue;
            if (entity.Type == EntityType.Person)
                speakers.Add(Made(entity));
            // "the Guyanese leader said": whoever of that state was spoken of.
            if (
                entity.State is { } state
                && known.Naming.Kind is NameKind.Adjective or NameKind.State
                && At(i + known.Words) is { } role
                && _world.Role(role) is { Many: false, Kind: "person" }
            )
                foreach (var spoken in _spoken.Values)
                    if (spoken.Entity.State == state)
                        speakers.Add(spoken.Entity);
        }

        return speakers;
    }

    // The last person who is the subject of a verb of speech outside quotations.
    private Entity? LastSpeaker(int at)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 6; i--)
            if (
                !_quoted[_mentions[i].FirstToken]
                && _mentions[i].Entities is [{ Type: EntityType.Person } person]
                && _text.Tokens[_mentions[i].Head] is { Relation: Relation.Nsubj, Head: >= 0 and var verb }
                && ReferenceWords.SpeechVerbs.Contains(_text.Tokens[verb].Lemma)
            )
                return person;
        return null;
    }

    // "Said Chiume: "After a meeting ..."": who stands before the colon that opens the quotation.
    private Entity? BeforeColon(int at)
    {
        var open = at;
        while (open > 0 && _quoted[open])
            open--;
        while (open > 0 && _text.Tokens[open].Tag == UniversalTag.PUNCT && _lower[open] != ":")
            open--;
        if (At(open) != ":")
            return null;
        for (var i = _mentions.Count - 1; i >= 0 && open - _mentions[i].EndToken <= 6; i--)
            if (
                _mentions[i].EndToken <= open
                && _sentence[_mentions[i].FirstToken] == _sentence[open]
                && _mentions[i].Entities is [{ Type: EntityType.Person } person]
            )
                return person;
        return null;
    }

    // A subject that no mention tells of takes the pronoun to itself: "the ceasefire ... it", "its ambassador ... his".
    private bool Stands(int subject, bool thing)
    {
        var token = _text.Tokens[subject];
        if (token.Tag != UniversalTag.NOUN)
            return false;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[subject]; i--)
            if (_mentions[i].FirstToken <= subject && subject < _mentions[i].EndToken)
                return thing && _mentions[i].Entities.Length > 1;
        var many = Many(subject);
        var person = _world.Role(_lower[subject]) is { Kind: "person" } || ReferenceWords.Persons.Contains(_lower[subject]);
        return !many && thing != person;
    }

    private bool IsPersonNoun(int noun) =>
        _world.Role(_lower[noun]) is { Kind: "person" } || ReferenceWords.Persons.Contains(_lower[noun]);

    // "a Commission spokesman said it": of a body that the phrase only hints at.
    private bool Speaks(int subject)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[subject]; i--)
            if (_mentions[i].FirstToken <= subject && subject < _mentions[i].EndToken)
                return _mentions[i] is { Rule: "actors/unnamed-person", Entities: [{ State: null }] };
        return false;
    }

    private bool Many(int noun) =>
        _lower[noun].EndsWith('s') && !_lower[noun].EndsWith("ss", StringComparison.Ordinal) && _text.Tokens[noun].Lemma != _lower[noun];

    // Whether what is said of "it" or "its" can only be said of one who decides.
    private bool Decides(int at)
    {
        var token = _text.Tokens[at];
        if (token.Head < 0)
            return false;
        if (_lower[at] == "its")
            return ReferenceWords.ActorNouns.Contains(_lower[token.Head])
                || _world.Role(_lower[token.Head]) is { Kind: "person" }
                || Organ(at + 1).Words > 0;
        return token.Relation is Relation.Nsubj
            ? ReferenceWords.ActorVerbs.Contains(_text.Tokens[token.Head].Lemma)
            : Phrasing.DoneToActors.Contains(_text.Tokens[token.Head].Lemma);
    }

    // A thing that is spoken of after the last body: "signed a truce. It can be extended"; where only one who decides can be meant, a body
    // that nothing names: "The opposition accused the government. Its leader".
    private bool Outdone(ResolvedMention body, int at, bool decides)
    {
        for (var i = decides ? _text.Sentences[_sentence[body.FirstToken]].FirstToken : body.EndToken; i < at; i++)
            if (
                (
                    !decides
                    || _text.Tokens[i].Relation is not Relation.Obj
                        && (
                            _lower[i] is "opposition"
                            || Phrasing.Bodies.Contains(_lower[i])
                            || Phrasing.BodyNouns.Contains(_lower[i])
                            || Phrasing.Ministries.Contains(_lower[i])
                        )
                )
                && _text.Tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj
                && _text.Tokens[i].Tag == UniversalTag.NOUN
                && !Many(i)
                && Stands(i, true)
            )
                return true;
        return false;
    }

    // An object is somebody else than the subject of its verb, and than any of them where they are several.
    private HashSet<string> Barred(int at)
    {
        var barred = new HashSet<string>(StringComparer.Ordinal);
        var token = _text.Tokens[at];
        if (
            token.Relation is not (Relation.Obj or Relation.Iobj or Relation.Obl)
            || token.Head < 0
            || _lower[at] is "himself" or "itself" or "themselves" or "herself"
            // "the two are at odds over the border between them".
            || _lower[at] == "them" && At(at - 1) is "between" or "among"
        )
            return barred;
        var subject = SubjectOf(token.Head);
        for (
            var verb = token.Head;
            subject < 0 && _text.Tokens[verb].Relation is Relation.Xcomp or Relation.Conj && _text.Tokens[verb].Head >= 0;
            subject = SubjectOf(verb)
        )
        {
            // "invited the minority to join him": it is they who join.
            if (
                _text.Tokens[verb].Relation == Relation.Xcomp
                && _text.Dependent(_text.Tokens[verb].Head, Relation.Obj) is var joins and >= 0
                && joins < verb
            )
            {
                subject = joins;
                break;
            }
            verb = _text.Tokens[verb].Head;
        }

        // "forced Chile to negotiate on granting it access": not Chile.
        if (subject < 0)
            for (var (verb, steps) = (token.Head, 0); verb >= 0 && steps < 5 && subject < 0; verb = _text.Tokens[verb].Head, steps++)
            {
                if (
                    _text.Tokens[verb].Relation is not (Relation.Xcomp or Relation.Advcl or Relation.Conj)
                    || _text.Tokens[verb].Tag is not UniversalTag.VERB
                    || _text.Dependent(verb, Relation.Nsubj) >= 0
                    || _text.Tokens[verb].Head is not (>= 0 and var ruler)
                )
                    break;
                subject =
                    (_text.Tokens[verb].Relation == Relation.Xcomp || OfAccusing(verb, ruler))
                    && _text.Dependent(ruler, Relation.Obj) is var controlled and >= 0
                    && controlled < verb
                        ? controlled
                        : SubjectOf(ruler);
            }

        // "Misri, who called on him".
        if (subject >= 0 && _lower[subject] is "who" or "which" or "that")
            for (var verb = token.Head; verb >= 0; verb = _text.Tokens[verb].Head)
            {
                if (_text.Tokens[verb].Relation == Relation.AclRelcl)
                {
                    subject = _text.Tokens[verb].Head;
                    break;
                }
                if (_text.Tokens[verb].Relation is not (Relation.Xcomp or Relation.Conj))
                    break;
            }

        if (subject < 0 || subject >= at)
            return barred;
        for (var i = FirstOf(_sentence[subject]); i < _mentions.Count; i++)
            if (
                _mentions[i].EndToken <= at
                && (_mentions[i].FirstToken <= subject && subject < _mentions[i].EndToken || Hangs(_mentions[i].Head, subject))
            )
                foreach (var entity in _mentions[i].Entities)
                    barred.Add(entity.Id);
        return barred;

        int SubjectOf(int verb) =>
            _text.Dependent(verb, Relation.Nsubj) is var active and >= 0 ? active
            : _text.Dependent(verb, Relation.NsubjPass) is var passive and >= 0 ? passive
            : _text.Dependent(verb, Relation.NsubjOuter);
    }

    // "accused him of plotting to have him arrested": who is accused does it.
    private bool OfAccusing(int verb, int ruler) =>
        ReferenceWords.TowardObject.Contains(_text.Tokens[ruler].Lemma)
        && _text.Dependent(verb, Relation.Mark) is var mark and >= 0
        && _lower[mark] is "of" or "from";

    private bool Hangs(int token, int on)
    {
        for (var steps = 0; steps < 4 && token >= 0 && _text.Tokens[token].Relation is Relation.Conj or Relation.Appos; steps++)
            if ((token = _text.Tokens[token].Head) == on)
                return true;
        return false;
    }
}
