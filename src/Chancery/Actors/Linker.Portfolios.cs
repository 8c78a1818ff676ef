using Chancery.Knowledge;
using Chancery.Reading;

namespace Chancery.Actors;

// Titles with what they are of: portfolios, bodies, two offices in one hand.
internal sealed partial class Linker
{
    // "of the African Union", "for the military government", "in Pristina": part of the phrase; what it names is read again for itself.
    private void Extend(ref PeoplePhrase phrase)
    {
        if (At(phrase.End) == "extraordinary")
        {
            while (At(phrase.End) is "extraordinary" or "and" or "plenipotentiary")
                phrase.End++;
            phrase.Read = phrase.End;
        }

        for (var rounds = 0; rounds < 2; rounds++)
        {
            var at = phrase.End;
            // "accused rebels of the raid" is no raid's.
            if (
                rounds == 0
                && At(at) == "of"
                && phrase.Role.Many
                && _text.Tokens[phrase.Head] is { Relation: Relation.Obj or Relation.Iobj, Head: >= 0 and var ruler }
                && ReferenceWords.TowardObject.Contains(_text.Tokens[ruler].Lemma)
                && Known(At(at + 1) == "the" ? at + 2 : at + 1).Words == 0
            )
                return;
            if (At(at) is not ("of" or "for" or "from" or "in" or "to" or "at" or "with") || _sentence[at] != _sentence[phrase.Start])
                return;
            var of = _lower[at] is "of" or "for";
            // "officials in New Delhi".
            if (
                _lower[at] == "in"
                && phrase.State is null
                && phrase.Body is null
                && _lower[phrase.Head] is "officials" or "official" or "sources" or "source" or "authorities"
                && phrase.End == phrase.Head + 1
                && Known(at + 1) is { Words: > 0, Naming.Kind: NameKind.Capital or NameKind.State } seat
                && _world.Find(seat.Naming.Entity)?.State is { } seated
            )
            {
                phrase.State = seated;
                phrase.End = at + 1 + seat.Words;
                return;
            }

            // "hostages for prisoners": only who serves or speaks is for somebody.
            if (_lower[at] == "for" && phrase.Office is "hos" or "president" or "pm" or "cp" or "leader")
                return;
            if (
                _lower[at] == "for"
                && phrase.Role.Many
                && !Phrasing.SentTo.Contains(_lower[phrase.Head])
                && phrase.Office is null
                && phrase.Role.Kind is "person"
                && !_lower[phrase.Head].StartsWith("spokes", StringComparison.Ordinal)
            )
                return;
            if (!of && _lower[at] != "from" && !Phrasing.SentTo.Contains(_lower[phrase.Head]))
                return;
            var first = At(at + 1) is "the" ? at + 2 : at + 1;
            // "of the 56-nation Organisation".
            if (of && first + 2 < _words.Length && Hyphen(first + 1) && At(first + 2) is "nation" or "member" or "country" or "state")
                first += 3;
            if (first >= _words.Length || _sentence[first] != _sentence[phrase.Start])
                return;
            var (words, naming) = Known(first);
            if (words > 0 && naming.Kind is not NameKind.Person)
            {
                var entity = _world.Find(naming.Entity)!;
                if (naming.Kind == NameKind.Body && of)
                    phrase.Body ??= entity;
                // "of the African Union Commission": the body goes on.
                // "of the Senate Foreign Relations Committee".
                var whole = first + words;
                while (naming.Kind == NameKind.Body && Upper(whole) && _sentence[whole] == _sentence[first] && whole < first + 8)
                    if (Phrasing.BodyNouns.Contains(_lower[whole++]))
                        words = whole - first;
                while (
                    naming.Kind == NameKind.Body
                    && Upper(first + words)
                    && Phrasing.BodyNouns.Contains(_lower[first + words])
                    && _sentence[first + words] == _sentence[first]
                )
                    words++;
                // "recalled its ambassador from Spain": where they were.
                if (of || _lower[at] == "from" && !(phrase.Start > 0 && _lower[phrase.Start - 1] is "its" or "his" or "her" or "their"))
                    phrase.State ??= entity.State;
                phrase.End = first + words;
                if (Possessive(phrase.End) || naming.Kind is NameKind.Adjective)
                    phrase.End = Math.Max(phrase.End, NounEnd(phrase.End));
                continue;
            }

            if (!of)
                return;
            var end = NounEnd(first);
            if (end == first)
                return;
            var rules = Organ(first) is { Words: > 0, Code: "government" or "cabinet" } || Phrasing.StateNouns.Contains(_lower[end - 1]);
            // "the leader of the opposition", "the president of the court": of no state.
            if (!rules && phrase.Office is "leader" or "president" or "hos" or "pm")
                phrase.Office = null;
            if (Organ(first) is { Words: > 0 } organ && Whose(first, first + organ.Words, organ.Code) is { } settled)
                phrase.State ??= settled;
            phrase.End = end;
        }
    }

    // "Minister of Foreign Affairs, Regional Cooperation and Burkinabe Abroad Karamoko Traore": all that a minister has in hand, up to a full name.
    private void Portfolio(ref PeoplePhrase phrase)
    {
        if (phrase.Office is null || phrase.Role.Many || phrase.End <= phrase.Head + 1 || At(phrase.End) is not ("," or "and" or "&"))
            return;
        // "The President of Kenya, William Ruto, and": the name stands behind the comma.
        if (PersonBegins(phrase.End + 1) || Known(phrase.End + 1) is { Words: > 0, Naming.Kind: NameKind.Person })
            return;
        var limit = Math.Min(_text.Sentences[_sentence[phrase.Start]].EndToken, phrase.End + LongestPortfolio);
        for (var at = phrase.End + 1; at < limit; at++)
        {
            if (
                _text.Tokens[at].Tag == UniversalTag.VERB
                || _world.Role(_lower[at]) is not null
                || !Upper(at) && _lower[at] is not ("," or "and" or "&" or "of" or "for" or "the" or "in")
            )
                return;
            // The names' reader may take the end of the portfolio for the beginning of the name: "Security Policy Josep Borrell".
            if (
                at == phrase.End + 1
                || !PersonBegins(at)
                    && !(
                        IsWithinName(at)
                        && (_world.GenderOf(_words[at]) != '\0' || Known(at) is { Words: > 1, Naming.Kind: NameKind.Person })
                    )
            )
                continue;
            phrase.End = at;
            return;
        }
    }

    private bool IsWithinName(int token)
    {
        foreach (var name in _text.Names)
            if (name.FirstToken < token && token < name.EndToken)
                return true;
        return false;
    }

    private bool PersonBegins(int token)
    {
        int low = 0,
            high = _text.Names.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_text.Names[middle].FirstToken < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _text.Names.Length
            && _text.Names[low] is { Type: NameType.Person } name
            && name.FirstToken == token
            && name.EndToken > token + 1;
    }

    // "Prime Minister and Minister of Foreign Affairs": two offices of one person, where they are written as a title and no article parts them.
    private void Joint(ref PeoplePhrase phrase)
    {
        if (Hyphen(phrase.Head + 1) && Joined(phrase.Head + 1) && At(phrase.Head + 2) is "elect" or "designate")
        {
            phrase.Elect = true;
            phrase.End = Math.Max(phrase.End, phrase.Head + 3);
        }
        if (
            phrase.Role.Many
            || phrase.Office is null
            || !Upper(phrase.Head)
            || At(phrase.End) != "and"
            || !Upper(phrase.End + 1)
            || _sentence[phrase.End + 1] != _sentence[phrase.Start]
        )
            return;
        if (
            !Scan(phrase.End + 1, out var joint)
            || joint.Definite
            || joint.Indefinite
            || joint.Role.Many
            || joint.State is not null && phrase.State is not null
            || joint.Office is null
            // "General Secretary of the Party and President of Laos Thongloun": one, where the first has no name and a name ends the second.
            || joint.Office is "pm" or "president" or "hos" && !(phrase.Office is "gensec" or "secgen" && phrase.Body is not null)
        )
            return;
        Extend(ref joint);
        phrase.State ??= joint.State;
        phrase.Body ??= joint.Body;
        phrase.End = joint.End;
    }

    private void Entitle(string person, string title) =>
        _titled[person] = _titled.GetValueOrDefault(person) + "|" + title.ToLowerInvariant();

    private int NounEnd(int at)
    {
        var limit = Math.Min(_text.Sentences[_sentence[Math.Min(at, _words.Length - 1)]].EndToken, at + 6);
        while (
            at < limit
            && !(Upper(at) && PersonBegins(at))
            && (
                _text.Tokens[at].Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.NUM
                || Possessive(at)
                || _text.Tokens[at].Tag == UniversalTag.VERB && _text.Tokens[at].Relation == Relation.Amod
            )
        )
            at++;
        return at;
    }
}
