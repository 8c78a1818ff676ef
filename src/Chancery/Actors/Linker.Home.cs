using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

// Of which state a bare word is: the clause, the speaker, the dateline, the document.
internal sealed partial class Linker
{
    private (int Words, string? State)? StateAfter(int at)
    {
        if (At(at) is not ("of" or "in"))
            return null;
        var from = At(at + 1) == "the" ? at + 2 : at + 1;
        if (from >= _words.Length)
            return null;
        var (words, naming) = Known(from);
        // "the government of President Nana Akufo-Addo".
        var titled = from;
        while (
            titled < from + 3
            && At(titled) is { } title
            && At(at) == "of"
            && (_world.Role(title) is { Kind: "person", Many: false } || title is "prime")
        )
            titled++;
        if (
            words == 0
            && titled > from
            && At(at - 1) is "government" or "administration" or "regime" or "cabinet"
            && NameEnd(titled) is var named
            && named > titled
            && PersonOf(titled, named, null, null, null, true) is { State: { } whose, Id: var bearer }
            && !bearer.StartsWith("unknown/", StringComparison.Ordinal)
        )
            return (named - at, whose);
        if (words == 0)
            return null;
        if (naming.Kind == NameKind.State)
            return (from - at + words, naming.Entity[6..]);
        // "the government of Nicolas Maduro": that of his state.
        if (
            naming.Kind == NameKind.Person
            && At(at) == "of"
            && At(at - 1) is "government" or "administration" or "regime" or "cabinet"
            && _world.Find(naming.Entity)!.State is { } his
        )
            return (from - at + words, his);
        // "the administration of the Azerbaijani president": the phrase after it is read for itself.
        if (naming.Kind == NameKind.Adjective && At(at) == "of" && At(from + words) is { } noun && _world.Role(noun) is { Kind: "person" })
            return (0, naming.Entity[6..]);
        return naming.Kind == NameKind.Capital && At(at) == "in" ? (from - at + words, _world.Find(naming.Entity)!.State) : null;
    }

    // Whose "the foreign ministry" is: of the state last spoken of in this sentence, else of the one that the text is clearly most about,
    // else of the one last spoken of, not further back than three sentences.
    private string? SettledState(int at, bool addressed = false, bool parties = false)
    {
        if (Where(at) is { } where)
            return where;
        var between = parties ? Between(at, 1) : [];
        var main = Main(at) is { } most && !between.Contains(most) ? most : null;
        var barred = addressed ? Barred(at) : [];
        if (Home is { } home && Several(at) is { Count: > 1 } spoken && spoken.Contains(home))
            return home;
        if (main is null && Home is null && MostNamed(at) is { } named && !between.Contains(named))
            return named;
        for (var i = _mentions.Count - 1; i >= 0; i--)
        {
            var within = _sentence[at] == _sentence[_mentions[i].FirstToken];
            if (!within && main is not null)
                return Elsewhere(at, main) ? null : main;
            if (_sentence[at] - _sentence[_mentions[i].FirstToken] > 3)
                return null;
            if (_mentions[i].Reading == "place" && _mentions[i].Entities is not [{ Type: EntityType.State }] && !within)
                continue;
            // "PHNOM PENH — The ceasefire committees of the government": where the talks are, and not whose.
            if (within && _mentions[i].Reading == "place" && OpensDateline(_mentions[i].FirstToken, _mentions[i].EndToken))
                continue;
            foreach (var entity in _mentions[i].Entities)
                // "The Australian minister asked the government not to sign": not his own.
                if (entity.State is not null && IsPerson(entity) && within && Conflicting(entity.State, main))
                    return null;
                else if (
                    entity.State is not null
                    && !between.Contains(entity.State)
                    && !barred.Contains(entity.Id)
                    && (
                        entity.Type is EntityType.State or EntityType.Person or EntityType.Organ
                        || within && _world.CapitalOf(entity.State)?.Id == entity.Id
                    )
                )
                    return _mentions[i].Entities.All(e => e.State == entity.State) ? entity.State : null;
        }

        return null;
    }

    // "The President will tell the Cabinet," the minister said: his own, where the text is about his state and the quotation has named no other.
    private string? OfQuoted(int at, int head)
    {
        if (
            !_quoted[at]
            || _text.Tokens[head] is { Head: >= 0 and var verb, Relation: Relation.Obj or Relation.Iobj or Relation.Obl }
                && (ReferenceWords.TowardObject.Contains(_text.Tokens[verb].Lemma) || Phrasing.OnActors.Contains(_text.Tokens[verb].Lemma))
        )
            return null;
        var states = SaidBy(at).Select(static e => e.State).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToArray();
        if (
            states is not [var state]
            || state != Home
                && !_weights
                    .OrderByDescending(static w => w.Value)
                    .ThenBy(static w => w.Key, StringComparer.Ordinal)
                    .Take(2)
                    .Any(w => w.Key == state)
        )
            return null;
        for (var i = _mentions.Count - 1; i >= 0 && _mentions[i].FirstToken < at && _quoted[_mentions[i].FirstToken]; i--)
            if (_mentions[i].Reading != "place" && _mentions[i].Entities.Any(e => e.State is not null && e.State != state))
                return null;
        return state;
    }

    // "Vietnam has protested against China's acts. A Foreign Ministry briefing": of the state that the sentence before is about, where nothing
    // settles it in this one.
    private string? Topic(int at)
    {
        if (
            _mentions.Count == 0
            || _sentence[_mentions[^1].FirstToken] is var sentence && sentence != _sentence[at] - 1
            || Main(at) is not null
        )
            return null;
        for (var i = FirstOf(sentence); i < _mentions.Count && _sentence[_mentions[i].FirstToken] == sentence; i++)
            if (
                _mentions[i].Entities is [{ State: { } state, Type: EntityType.State or EntityType.Organ }]
                && _mentions[i].Reading != "place"
                && Subject(_mentions[i])
                && _text.Tokens[_mentions[i].Head].Head is var verb and >= 0
                && _text.Tokens[verb].Relation == Relation.Root
            )
                return state;
        return null;
    }

    // "NAYPYITAW - ... Tillerson called the military's operation": of whose state he is or of the one that the text is about.
    private bool Conflicting(string state, string? main) =>
        (Home ?? main) is { } home && home != state && _weights.GetValueOrDefault(home) > 0;

    // The state of the place before a clause with "where" that the word stands in: "in Kenya, where she addressed parliament".
    private string? Where(int at)
    {
        var first = _text.Sentences[_sentence[at]].FirstToken;
        for (var i = at - 1; i > first && i > at - 12; i--)
        {
            if (_lower[i] is "." or ";")
                return null;
            if (_lower[i] != "where")
                continue;
            for (var j = _mentions.Count - 1; j >= 0 && _mentions[j].EndToken > first && _mentions[j].FirstToken >= first; j--)
                if (_mentions[j].EndToken <= i)
                    return
                        _mentions[j].EndToken >= i - 1
                        && _mentions[j].Entities is [{ State: { } state, Type: EntityType.Place or EntityType.State }]
                        ? state
                        : null;
            return null;
        }

        return null;
    }

    // Whether the paragraph has turned to other states than the one that the text is about: the nearest sentence of it that names any does not name that one.
    private bool Elsewhere(int at, string main)
    {
        var other = false;
        var (paragraph, reached) = (_text.Sentences[_sentence[at]].Paragraph, _sentence[at]);
        for (var i = _mentions.Count - 1; i >= 0 && _text.Sentences[_sentence[_mentions[i].FirstToken]].Paragraph == paragraph; i--)
        {
            if (other && _sentence[_mentions[i].FirstToken] != reached)
                break;
            reached = _sentence[_mentions[i].FirstToken];
            foreach (var entity in _mentions[i].Entities)
            {
                if (entity.State == main)
                    return false;
                other |= entity.State is not null && entity.Type is EntityType.State or EntityType.Person or EntityType.Organ;
            }
        }

        return other;
    }

    // The state last spoken of in which soldiers rule on the day.
    private string? LastJunta(int at, int sentences)
    {
        for (var i = _mentions.Count - 1; i >= Farthest && _sentence[at] - _sentence[_mentions[i].FirstToken] <= sentences; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.State is { } state && _world.HasJunta(state, _day))
                    return state;
        return null;
    }

    // "Police said the streets of the capital, Nuku'alofa, were calm": where they are, of a state that the text has spoken of.
    private string? PlaceAhead(int from)
    {
        string? only = null;
        for (var i = from; i < _text.Sentences[_sentence[from - 1]].EndToken; i++)
        {
            if (
                Known(i) is not { Words: > 0, Naming.Kind: NameKind.Capital or NameKind.Place } known
                || _world.Find(known.Naming.Entity)?.State is not { } state
                || !SpeaksOf(state)
            )
                continue;
            if (only is not null && only != state)
                return null;
            only = state;
        }

        return only;
    }

    // The state that the words before this one in its sentence name more often than any other, where they name several.
    private string? MostNamed(int at)
    {
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[at]; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.State is { } state)
                    named[state] = named.GetValueOrDefault(state) + 1;
        var ranked = named.OrderByDescending(static n => n.Value).ThenBy(static n => n.Key, StringComparer.Ordinal).Take(2).ToArray();
        return ranked is [var first, var second] && first.Value > second.Value ? first.Key : null;
    }

    // The states that the sentence named before this word.
    private HashSet<string> Several(int at)
    {
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[at]; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.State is { } state)
                    states.Add(state);
        return states;
    }

    private string? Main(int at)
    {
        for (; _weighed < _mentions.Count && _sentence[_mentions[_weighed].FirstToken] < _sentence[at]; _weighed++)
        {
            var mention = _mentions[_weighed];
            if (mention.Reading == "place" && mention.Entities is not [{ Type: EntityType.State }])
                continue;
            foreach (var entity in mention.Entities)
                if (entity.State is { } state)
                    _weights[state] = _weights.GetValueOrDefault(state) + 1;
        }

        var ranked = _weights.OrderByDescending(static w => w.Value).ThenBy(static w => w.Key, StringComparer.Ordinal).Take(2).ToArray();
        // A report from Bamako means Mali's army unless it speaks of another far more than of Mali.
        if (ranked.Length > 0 && Home is { } home && 3 * _weights.GetValueOrDefault(home) >= ranked[0].Value)
            return home;
        return ranked is [var only]
            ? only.Value > 1
                ? only.Key
                : null
            : ranked is [var first, var second] && first.Value >= 2 * second.Value
                ? first.Key
                : null;
    }

    // The state of the place that the report comes from.
    private string? Home
    {
        get
        {
            for (; _home < _mentions.Count && _mentions[_home] is var mention && _sentence[mention.FirstToken] < 4; _home++)
                if (
                    mention.Entities is [{ State: { } state }]
                    && (
                        IsDateline(_sentence[mention.FirstToken])
                        || mention.Reading == "place" && OpensDateline(mention.FirstToken, mention.EndToken)
                    )
                )
                    return state;
            return null;
        }
    }

    // "KUALA LUMPUR: Malaysia expelled": a place at the head of a paragraph that a mark parts from the text.
    private bool OpensDateline(int first, int end) =>
        _text.Sentences[_sentence[first]] is var sentence
        && first == sentence.FirstToken
        && sentence.Paragraph < 3
        && (first == 0 || _text.Sentences[_sentence[first - 1]].Paragraph != sentence.Paragraph)
        && sentence.Role is not SentenceRole.Headline
        && DatelineShape.Closes(_words, end, sentence.EndToken, at => Calendar(at) || _text.Tokens[at].Tag == UniversalTag.NUM);
}
