using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

// Definite descriptions: "the bloc", "the island nation", "the group".
internal sealed partial class Linker
{
    // "the bloc", "the ten-member group", "the kingdom", "the Islamic republic", "the country".
    private int Definite(int at, int from)
    {
        // "The British company": the firm of that state that was last named.
        if (
            Known(from) is { Words: > 0, Naming.Kind: NameKind.Adjective } british
            && At(from + british.Words) is "company" or "firm" or "group" or "bank" or "airline" or "carmaker" or "giant"
            && _text.Tokens[from + british.Words].Relation is not Relation.Compound
            && LastNamed(at, e => e.Id.StartsWith("firm/", StringComparison.Ordinal) && e.State == british.Naming.Entity[6..])
                is { } company
        )
            return Put(
                at,
                from + british.Words + 1,
                [company],
                MentionForm.Title,
                null,
                .75,
                "actors/bloc",
                "the firm last named of that state"
            );
        // "RED-Tabara, the group that claimed the raid": says what the body just named is.
        if (
            at > 1
            && _lower[at - 1] == ","
            && _mentions
                is [
                    ..,
                {
                    Form: MentionForm.Name,
                    Entities: [
                    {
                        Type: EntityType.ArmedGroup or EntityType.Other or EntityType.Igo or EntityType.Ngo or EntityType.Outlet
                    } body,
                        ]
                } named,
                ]
            && named.EndToken == at - 1
        )
            for (
                var noun = from;
                noun < from + 4
                    && noun < _words.Length
                    && _sentence[noun] == _sentence[at]
                    && _text.Tokens[noun].Tag is UniversalTag.NOUN or UniversalTag.ADJ or UniversalTag.PROPN;
                noun++
            )
                if (
                    (Phrasing.Bodies.Contains(_lower[noun]) || Phrasing.BodyNouns.Contains(_lower[noun]))
                    && At(noun + 1) is "that" or "which" or "behind" or "," or "who"
                )
                    return Put(
                        at,
                        noun + 1,
                        [body with { Span = null }],
                        MentionForm.Title,
                        null,
                        .8,
                        "actors/apposition",
                        "says what the body just named is"
                    );
        var (entity, end) = Described(at, from);
        if (entity is { State: { } whose, Type: EntityType.State } && Possessive(end) && Organ(end + 1) is { Words: > 0 } organ)
            return OrganPhrase(at, end + 1 + organ.Words, whose, organ.Code, organ.Name);
        if (entity is null || Possessive(end) && end + 1 < _words.Length && (_world.Role(_lower[end + 1]) is not null || Scan(at, out _)))
            return at;
        return entity.Type == EntityType.State
            ? Put(at, end, [entity], MentionForm.Title, null, .7, "actors/the-country", "the state last spoken of that is called so")
            : Put(at, end, [entity], MentionForm.Title, null, .75, "actors/bloc", "the body last named");
    }

    // "the West African country", "the island nation", "the island": the states that may be called so; null where no row tells.
    private IReadOnlySet<string>? Part(int first, int end)
    {
        for (var start = first; start < end; start++)
            for (var stop = Math.Min(end, start + 3); stop > start; stop--)
                if (_world.Grouping(Words(start, stop).ToLowerInvariant()) is { } states)
                    return states;
        return null;
    }

    // The only state of those that the sentences just before speak of; nobody where two of them are.
    private Entity? OnlyOf(int at, Func<string, bool> states)
    {
        Entity? only = null;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 4; i--)
        {
            foreach (var entity in _mentions[i].Entities)
            {
                if (
                    entity.State is not { } state
                    || !states(state)
                    || entity.Type is not (EntityType.State or EntityType.Organ or EntityType.Person or EntityType.Place)
                )
                    continue;
                if (only is not null && only.State != state)
                    return null;
                only ??= entity;
            }
        }

        return only;
    }

    // "the country" names nobody where two states are spoken of alike.
    private Entity? Alone(int at)
    {
        var weights = new Dictionary<string, int>();
        Entity? best = null;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 2; i--)
        {
            foreach (var entity in _mentions[i].Entities)
            {
                if (
                    entity.State is not { } state
                    || entity.Type is not (EntityType.State or EntityType.Organ or EntityType.Person or EntityType.Place)
                )
                    continue;
                weights[state] = weights.GetValueOrDefault(state) + 1;
                if (entity.Type != EntityType.Place)
                    best ??= entity;
            }
        }

        // "Eritrea has banned flights. The country has": of whom the sentence before tells.
        if (
            weights.Count > 1
            && at == _text.Sentences[_sentence[at]].FirstToken
            && _sentence[at] > 0
            && Leads(_sentence[at] - 1) is { } topic
        )
            return topic;
        // "Ramos-Horta was on a visit to the country": not to his own.
        if (At(at - 1) is "to" or "in" or "leave" or "reach" && best is { Type: EntityType.Person })
        {
            // "who is in Eritrea ... He arrived in the country": where else he was said to be.
            var elsewhere = weights.Keys.Where(state => state != best.State).Take(2).ToArray();
            if (elsewhere is [var abroad] && weights.Count == 2 && !Left(abroad, at))
                return StateOf(abroad);
            return null;
        }

        // "Fiji expelled the envoy from the country".
        if (At(at - 1) == "from" && weights.Count > 1)
            for (var (verb, steps) = (_text.Tokens[at + 1].Head, 0); verb >= 0 && steps < 4; verb = _text.Tokens[verb].Head, steps++)
                if (
                    _text.Tokens[verb].Lemma is "expel" or "deport" or "evict" or "expulsion" or "ban" or "bar"
                    && Speakers(at) is [.., { State: { } expels } sends]
                )
                    return weights.ContainsKey(expels) ? sends : null;
        return
            weights.Count == 1
            || best?.State is { } last
                && weights.Count > 1
                && weights[last] >= 2 * weights.Where(w => w.Key != last).Max(static w => w.Value)
            ? best
            : null;
    }

    // "has left Moscow ... fighting in the country": not where he is no longer.
    private bool Left(string state, int at)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 1; i--)
            if (
                _mentions[i].Entities is [{ State: { } of }]
                && of == state
                && _text.Tokens[_mentions[i].Head] is { Relation: Relation.Obj, Head: >= 0 and var verb }
                && ReferenceWords.Leaving.Contains(_text.Tokens[verb].Lemma)
            )
                return true;
        return false;
    }

    private static int Size(string word) =>
        ReferenceWords.NumberOf(word) is var written and > 0 ? written
        : int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : 0;

    private (Entity? Entity, int End) Described(int at, int from)
    {
        var next = from;
        while (
            next < _words.Length
            && next < from + 5
            && _sentence[next] == _sentence[at]
            && !Phrasing.Bodies.Contains(_lower[next])
            && !Phrasing.NamedBodies.Contains(_lower[next])
            && _lower[next] is not ("ministry" or "department")
            && !(
                Phrasing.StateNouns.Contains(_lower[next])
                && !(_lower[next] == "island" && At(next + 1) is { } nation && Phrasing.StateNouns.Contains(nation))
            )
            && (
                _text.Tokens[next].Tag is UniversalTag.ADJ or UniversalTag.NUM or UniversalTag.NOUN
                || _text.Tokens[next].Tag == UniversalTag.PROPN
                    && next + 1 < _words.Length
                    && (Part(next, next + 2) is not null || Hyphen(next + 1) && Joined(next + 1))
                || Hyphen(next)
                || Hyphen(next - 1) && Joined(next - 1)
                || _lower[next] is "neighbouring" or "neighboring"
            )
            && (
                Known(next).Words is var taken && taken == 0
                || taken == 1 && Part(next, next + 1) is not null
                || Hyphen(next + 1) && Joined(next + 1) && At(next + 2) is "led" or "based" or "backed" or "dominated"
            )
        )
            next++;
        if (next >= _words.Length || _sentence[next] != _sentence[at])
            return default;
        var noun = _lower[next];
        if (
            next + 1 < _words.Length
            && _text.Tokens[next + 1].Tag is UniversalTag.NOUN or UniversalTag.PROPN
            && _sentence[next + 1] == _sentence[at]
            && !Possessive(next + 1)
            && _text.Tokens[next].Head == next + 1
        )
            return default;
        // "accused the bloc of becoming" is no bloc of something.
        if (
            At(next + 1) is "of"
                && !(next + 2 < _words.Length && _text.Tokens[next + 2].Tag == UniversalTag.VERB)
                && !(
                    !Upper(next + 2)
                    && _text.Tokens[next] is { Relation: Relation.Obj or Relation.Iobj, Head: >= 0 and var ruler }
                    && ReferenceWords.TowardObject.Contains(_text.Tokens[ruler].Lemma)
                )
            || At(next + 1) is "-"
            || At(next + 1) is "for" && Upper(next + 2)
            || Hyphen(next + 1)
        )
            return default;
        if (noun is "ministry" or "department" && next == from && !Possessive(next + 1))
            return (LastNamed(at, e => e.Type is EntityType.Organ && e.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase)), next + 1);
        if (noun is "company" or "firm" or "airline" or "carmaker" && next == from && At(next + 1) is not "that" && !Possessive(next + 1))
            return (
                LastNamed(
                    at,
                    static e =>
                        e.Id.StartsWith("firm/", StringComparison.Ordinal)
                        || e is { Type: EntityType.Other } && e.Id.StartsWith("unknown/", StringComparison.Ordinal)
                )
                    is { } firm
                && _sentence[at] - LastSentence(firm) <= 2
                    ? firm
                    : null,
                next + 1
            );
        // "the Council", "the Commission": of those that are called so first.
        if (
            Phrasing.NamedBodies.Contains(noun)
            && next == from
            && Upper(next)
            && LastNamed(at, e => e.Type is EntityType.Igo or EntityType.Other && e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase))
                is { } called
        )
            return (called, next + 1);
        if (Phrasing.NamedBodies.Contains(noun) && next == from)
            return (
                LastNamed(
                    at,
                    e =>
                        (
                            Upper(next)
                                ? e.Type is EntityType.Igo or EntityType.Other
                                : e.Type is EntityType.Igo or EntityType.Other && e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase)
                        )
                        || e.Type is EntityType.Organ && e.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase)
                ),
                next + 1
            );
        if (noun is "movement" or "militia" or "front" or "party" or "network")
            return (
                next > from ? null
                : LastNamed(
                    at,
                    e =>
                        e.Type == EntityType.ArmedGroup && noun != "party"
                        || e.Id.StartsWith("party/", StringComparison.Ordinal) && noun is "party" or "movement" or "front"
                        || e.Type == EntityType.Other && e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase)
                )
                    is { } kindred
                && _sentence[at] - LastSentence(kindred) <= 3
                    ? kindred
                : null,
                next + 1
            );
        if (Phrasing.Bodies.Contains(noun))
        {
            // "the civil defence agency" is no body named before, nor is "the agency" a group of fighters.
            if (noun is "agency")
                return (
                    next > from
                        ? null
                        : LastNamed(
                            at,
                            e =>
                                e.Type is EntityType.Igo or EntityType.Organ or EntityType.Other
                                    && e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase)
                                || e.Type == EntityType.Outlet
                        ),
                    next + 1
                );
            Func<Entity, bool> sort =
                noun is "court"
                    ? static e =>
                        e.Type is EntityType.Igo or EntityType.Organ or EntityType.Other
                        && e.Name.Contains("court", StringComparison.OrdinalIgnoreCase)
                : noun is "bloc" or "alliance" or "union" or "forum"
                    ? static e => e.Type is EntityType.Igo && !e.Id.StartsWith("igo/UN", StringComparison.Ordinal)
                // The United Nations is no group.
                : static e =>
                    e.Type is EntityType.Igo && !e.Id.StartsWith("igo/UN", StringComparison.Ordinal)
                    || e.Type is EntityType.ArmedGroup or EntityType.Ngo or EntityType.Other;
            // "the East African regional bloc, IGAD,": the name follows.
            if (
                At(next + 1) == ","
                && Known(next + 2) is { Words: > 0, Naming.Kind: NameKind.Body } after
                && _world.Find(after.Naming.Entity) is { } named
                && At(next + 2 + after.Words) is "," or "." or ")" or null
                && sort(Made(named))
            )
                return (Made(named), next + 1);
            bool Fits(Entity e) => sort(e) || e.Type == EntityType.Other && e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase);
            var size = from < next ? Size(_lower[from]) : 0;
            if (
                noun is "bloc" or "union"
                && LastNamed(at, Fits) is { Id: "igo/EC" or "igo/EUCO" or "igo/EP" or "igo/CEU" or "igo/EEAS" }
                && _world.Find("igo/EU") is { } union
            )
                return (Made(union), next + 1);
            return (
                size > 0
                && _day is { } day
                && LastNamed(at, e => Fits(e) && e.Type == EntityType.Igo && _world.MembersOn(e.Id, day) == size) is { } sized
                    ? sized
                    : LastNamed(at, Fits),
                next + 1
            );
        }

        if (!Phrasing.StateNouns.Contains(noun) || noun is "homeland")
            return default;
        if (
            next == from + 1
            && _lower[from] is "neighbouring" or "neighboring"
            && Antecedent(at, static e => e.State is not null) is { State: { } home }
            && Others(at, [home], "neighbour") is [var other]
        )
            return (other, next + 1);
        var islamic = next > from && _lower[next - 1] == "islamic";
        if (Part(from, next + 1) is { } part)
            return OnlyOf(at, part.Contains) is { State: { } sole } ? (StateOf(sole), next + 1) : default;
        if (noun is "territory")
            return OnlyOf(at, code => !_world.IsIndependent(code) && code is not ("TWN" or "PSE" or "XKX")) is { State: { } ruled }
                ? (StateOf(ruled), next + 1)
                : default;
        // "will address the nation": his own.
        if (
            noun == "nation"
            && next == from
            && (
                At(at - 1) is "to"
                || _text.Tokens[next] is { Relation: Relation.Obj, Head: >= 0 and var speaks }
                    && _text.Tokens[speaks].Lemma is "address" or "tell" or "lead" or "thank" or "unite" or "assure" or "rule" or "run"
            )
        )
            return
                Speakers(at) is { Count: > 0 } told
                && told.Where(IsPerson).Select(static e => e.State).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToArray()
                    is [var his]
                ? (StateOf(his), next + 1)
                : default;
        var state =
            noun is "country" ? Alone(at)
            : noun is "nation" or "island" or "archipelago" or "territory" or "state" ? null
            : Nearest(
                at,
                e =>
                    e.State is { } of
                    && e.Type is EntityType.State or EntityType.Organ or EntityType.Person
                    && (
                        noun == "emirate" ? of is "QAT" or "KWT" or "ARE"
                        : noun == "republic" ? islamic && _world.CallsItself(of, "Islamic Republic")
                        : _world.CallsItself(of, noun)
                    )
            );
        return state?.State is { } meant ? (StateOf(meant), next + 1) : default;
    }

    // The state that is the subject of a sentence.
    private Entity? Leads(int sentence)
    {
        for (var i = FirstOf(sentence); i < _mentions.Count && _sentence[_mentions[i].FirstToken] == sentence; i++)
            if (
                _mentions[i].Entities is [{ Type: EntityType.State } state]
                && _mentions[i].Reading == "government"
                && Subject(_mentions[i])
                && _mentions[i].FirstToken == _text.Sentences[sentence].FirstToken
            )
                return state;
        return null;
    }
}
