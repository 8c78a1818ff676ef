using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Several taken together: the two leaders, both sides, the three countries; and what one noun says of the last one named.</summary>
internal sealed partial class Linker
{
    // How near the next may come before nobody is meant: chosen on texts that were read while rules were written.
    private const double Near = .8;

    // More than these nobody keeps apart by a number alone.
    private const int MostTogether = 5;

    private int Together(int at)
    {
        var next = _lower[at] is "the" or "all" or "neither" ? at + 1 : at;
        if (_lower[at] == "both" && At(next + 1) == "the")
            next++;
        // "have both described it": of the subject just named, and no phrase of its own.
        if (
            _lower[at] == "both"
            && at > 0
            && at + 1 < _words.Length
            && _text.Tokens[at - 1].Tag == UniversalTag.AUX
            && _text.Tokens[at + 1].Tag is UniversalTag.VERB or UniversalTag.ADV
        )
            return at + 1;
        // "at about two.": a number.
        if (
            _lower[at] == "two"
            && (at + 1 >= _words.Length || _text.Tokens[at + 1].Tag == UniversalTag.PUNCT)
            && At(at - 1) is not null
            && _sentence[at - 1] == _sentence[at]
        )
            return at;
        var count = ReferenceWords.NumberOf(At(next)) is var number and <= MostTogether ? number : 0;
        if (count > 0)
            next++;
        var qualified = next;
        while (
            count > 0
            && next + 1 < _words.Length
            && _sentence[next + 1] == _sentence[at]
            && (Phrasing.Qualifiers.Contains(_lower[next]) || _lower[at] is "the" or "both" && Qualifies(next))
        )
            next++;
        var part = next > qualified ? _world.Grouping(Words(qualified, next).ToLowerInvariant()) : null;
        if (At(next) is not { } noun || _sentence[next] != _sentence[at])
            noun = "";
        if (TitleOfSeveral(next) is var titles && titles > next + 1 && _lower[titles - 1] is "ministers" or "secretaries")
        {
            next = titles - 1;
            noun = "ministers";
        }
        var post = 0;
        for (
            var end = Math.Min(next + 5, _words.Length);
            noun == "ministers" && At(next + 1) is "of" or "for" && end > next + 2 && post == 0;
            end--
        )
            if (_sentence[end - 1] == _sentence[at] && _world.Title("minister " + Words(next + 1, end).ToLowerInvariant()) is not null)
                post = end;
        if (post > 0 && At(post) is not "of")
            next = post - 1;
        else
            post = 0;
        if (noun == "heads" && At(next + 1) == "of" && At(next + 2) is "state" or "government" or "delegation")
            next += 2;
        // "the two armies", "both foreign ministries": the organ of each of the two.
        if (count == 2 && noun != "parties" && Organs(next) is { Words: > 0 } organ && OfTwo(at, next + organ.Words, organ.Code, organ.Name) is var each && each > at)
            return each;
        if (count > 0 && Nationals(at, next) is var nationals && nationals > at)
            return nationals;
        if (_lower[at] == "neither" && noun is "leader" or "president" or "minister" or "man" or "woman" or "premier")
            return
                Meant(
                    at,
                    e =>
                        IsPerson(e)
                        && Leads(
                            e,
                            noun == "man" ? "men"
                                : noun == "woman" ? "women"
                                : noun + "s"
                        )
                )
                    is { Length: 2 } neither
                ? Put(
                    at,
                    next + 1,
                    neither,
                    MentionForm.Group,
                    null,
                    .75,
                    "actors/two-leaders",
                    "the persons of different states most spoken of here"
                )
                : at;
        if (_lower[at] == "neither" && noun is "country" or "side" or "government" or "party" or "state" or "nation")
            return Sides(at, next + 1, 2);
        var definite = _lower[at] == "the" || count > 0;
        var barred = next < _words.Length ? Barred(next) : [];
        var opens = at == _text.Sentences[_sentence[at]].FirstToken;
        if (Phrasing.Leaders.Contains(noun) && (definite || opens && noun == "leaders") && At(next + 1) is not "of" and not "from")
            return Meant(
                    at,
                    e =>
                        IsPerson(e) && Leads(e, noun) && !barred.Contains(e.Id) && (part is null || e.State is { } of && part.Contains(of)),
                    Math.Max(2, count),
                    noun is "men" or "women" or "diplomats" or "officials" or "politicians"
                )
                    is { Length: > 1 } some
                    ? Put(
                        at,
                        next + 1,
                        some,
                        MentionForm.Group,
                        null,
                        count > 0 ? .9 : .75,
                        "actors/two-leaders",
                        "the persons of different states most spoken of here"
                    )
                : count > 0 && _lower[at] is "the" or "both"
                    ? Put(at, next + 1, [], MentionForm.Group, null, .3, "actors/abstain", "so many, whom the text does not tell apart")
                : at;
        if (
            (Phrasing.Sides.Contains(noun) && (count > 0 || definite && noun is "sides" or "parties" or "neighbours" or "neighbors"))
            && At(next + 1) is not "of" and not "from"
        )
            return Sides(at, next + 1, Math.Max(2, count), part);
        if (
            count > 0 && noun is "" or "," or "." or "also"
            || _lower[at] == "both"
                && At(next) is "next" or "last" or "this"
                && At(next + 1) is { } unit
                && (Phrasing.TimeUnits.Contains(unit) || Phrasing.Calendar.Contains(unit))
            || _lower[at] == "both"
                && next < _words.Length
                && next == at + 1
                && _text.Tokens[at].Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass
                && _text.Tokens[next].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN)
            || count > 0 && next < _words.Length && _text.Tokens[next].Tag is UniversalTag.VERB or UniversalTag.AUX or UniversalTag.ADV
            || noun is "pair" or "duo" or "trio" or "quartet" && _text.Tokens[next].Tag == UniversalTag.NOUN && At(next + 1) is not "of"
        )
            return Pair(
                at,
                count > 0 && noun is not ("pair" or "duo") ? next : next + 1,
                noun == "trio" ? 3
                    : noun == "quartet" ? 4
                    : count
            );
        // "The two mediators", "the three envoys": who was last named together, else so many whom nothing tells.
        if (
            count > 0
            && _lower[at] == "the"
            && next < _words.Length
            && noun.EndsWith('s')
            && _world.Role(noun) is { Many: true } or null
            && _text.Tokens[next].Tag == UniversalTag.NOUN
            && At(next + 1) is not "of"
            && Taking(noun)
        )
            return
                LastJoined(
                    at,
                    e =>
                        IsPerson(e)
                        || noun is "mediators" or "guarantors" or "signatories" or "partners" or "hosts" && e.Type == EntityType.State,
                    count
                )
                    is { IsEmpty: false } taken
                ? Put(at, next + 1, taken, MentionForm.Group, null, .65, "actors/both", "those last named together")
                : Put(at, next + 1, [], MentionForm.Group, null, .3, "actors/abstain", "so many, whom the text does not tell apart");
        if (_lower[at] != "the")
            return at;
        if (noun is "statements" or "readouts" && _issuers.Count > 1)
            return Put(
                at,
                next + 1,
                [.. _issuers],
                MentionForm.Group,
                null,
                .9,
                "actors/statements",
                "those whose statements were cited before"
            );
        if (
            noun is "latter" or "former"
            && count == 0
            && (
                next + 1 >= _words.Length
                || _text.Tokens[next + 1].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.NUM)
            )
            && LastTwo(at) is { Length: 2 } pair
        )
            return Put(
                at,
                next + 1,
                [pair[noun == "former" ? 0 : 1]],
                MentionForm.Pronoun,
                null,
                .7,
                "actors/latter",
                "the " + noun + " of the last two named"
            );
        return Definite(at, next);
    }

    // "the two Swiss": people of that state, whom the text leaves unnamed.
    private int Nationals(int at, int next) =>
        Known(next) is { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.Demonym } of
        && _world.Find(of.Naming.Entity)?.State is { } state
        && (
            next + of.Words >= _words.Length
            || _text.Tokens[next + of.Words].Tag
                is not (UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.CCONJ or UniversalTag.NUM)
                && !Hyphen(next + of.Words)
                && At(next + of.Words) != ","
        )
            ? Put(
                at,
                next + of.Words,
                [Unnamed(at, next + of.Words, state, EntityType.Group, null)],
                MentionForm.Group,
                null,
                .7,
                "actors/unnamed-people",
                "people whom the text leaves unnamed"
            )
            : at;

    private bool Leads(Entity person, string noun)
    {
        if (noun is "men" or "women" or "diplomats" or "officials" or "politicians" or "statesmen")
            return true;
        var office = _world.OfficeOf(person.Id, _day);
        if (office is null)
            return person.Office is { } title
                ? noun is "leaders" or "heads"
                    ? Top(title)
                    : title.Contains(noun[..^1], StringComparison.OrdinalIgnoreCase)
                : noun is "leaders" && person.Office is null;
        return noun switch
        {
            "monarchs" or "kings" or "sultans" or "emirs" or "sovereigns" => office.Office == "hos"
                && (IsThrone(office.Title) && (noun is "monarchs" or "sovereigns" || office.Title + "s" == noun)),
            "presidents" => office.Title is "president" or "leader" || office.Office == "president",
            "ministers" => office.Title.Contains("minister", StringComparison.Ordinal)
                || office.Title.Contains("secretary", StringComparison.Ordinal),
            "premiers" or "chancellors" => office.Office == "pm",
            "leaders" or "heads" or "rulers" => office.Office is "president" or "pm" or "hos" or "hog" or "gensec" or "cp"
                && !office.State.Contains('/', StringComparison.Ordinal),
            _ => true,
        };
    }

    private bool IsAtTop(Entity person) =>
        IsPerson(person) && _world.OfficeOf(person.Id, _day) is { } tenure && (tenure.Office is "gensec" or "cp" || IsLeading(tenure));

    private static bool Top(string title) =>
        title.Contains("president", StringComparison.OrdinalIgnoreCase)
        || title.Contains("prime minister", StringComparison.OrdinalIgnoreCase)
        || title.Contains("general secretary", StringComparison.OrdinalIgnoreCase)
        || title.Contains("leader", StringComparison.OrdinalIgnoreCase)
        || title.Contains("king", StringComparison.OrdinalIgnoreCase)
        || title.Contains("emir", StringComparison.OrdinalIgnoreCase);

    private static bool Taking(string noun) =>
        Phrasing.Leaders.Contains(noun)
        || noun
            is "mediators"
                or "guarantors"
                or "signatories"
                or "partners"
                or "hosts"
                or "envoys"
                or "negotiators"
                or "ambassadors"
                or "secretaries"
                or "delegates";

    // "the two brotherly countries", "the two Pacific leaders": what stands between the number and the noun names nobody.
    private bool Qualifies(int at)
    {
        for (var next = at; next < at + 3 && next + 1 < _words.Length && _sentence[next + 1] == _sentence[at]; next++)
        {
            if (
                _text.Tokens[next].Tag is not (UniversalTag.ADJ or UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.VERB)
                || Known(next).Words > 0 && _world.Grouping(_lower[next]) is null
                || Phrasing.Sides.Contains(_lower[next])
                || Phrasing.Leaders.Contains(_lower[next])
            )
                return false;
            if (Phrasing.Sides.Contains(_lower[next + 1]) || Phrasing.Leaders.Contains(_lower[next + 1]))
                return true;
        }

        return false;
    }

    // The last state of a sort, unless the sentence that names it names another of that sort as well.
    private Entity? Nearest(int at, Func<Entity, bool> sort)
    {
        Entity? last = null;
        var sentence = -1;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 8; i--)
        {
            if (last is not null && _sentence[_mentions[i].FirstToken] != sentence)
                break;
            foreach (var entity in _mentions[i].Entities)
            {
                if (!sort(entity))
                    continue;
                if (last is not null && last.State != entity.State)
                    return null;
                (last, sentence) = (entity, _sentence[_mentions[i].FirstToken]);
            }
        }

        // Two emirates spoken of in turn: of neither for sure.
        for (
            var i = _mentions.Count - 1;
            last is not null && sentence != _sentence[at] && i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 4;
            i--
        )
            foreach (var entity in _mentions[i].Entities)
                if (sort(entity) && entity.State != last.State)
                    return null;

        return last;
    }

    private Entity? LastNamed(int at, Func<Entity, bool> sort)
    {
        Entity? last = null;
        var token = -1;
        for (var i = _mentions.Count - 1; i >= 0 && last is null && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 8; i--)
            foreach (var entity in _mentions[i].Entities)
                if (last is null && sort(entity))
                    (last, token) = (entity with { Span = null }, _mentions[i].FirstToken);
        // "European Commission President Ursula von der Leyen ... the bloc": whom a title names within it.
        for (
            var i = _titleBodies.Count - 1;
            i >= 0 && _titleBodies[i].Token > token && _sentence[at] - _sentence[_titleBodies[i].Token] <= 8;
            i--
        )
            if (sort(_titleBodies[i].Body))
                return _titleBodies[i].Body;
        return last;
    }

    private ImmutableArray<Entity> LastTwo(int at)
    {
        for (var i = _mentions.Count - 1; i > 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 1; i--)
            if (Coordinated(i) is { Length: 2 } pair)
                return pair;
        return _sentence[at] > 0 && at == _text.Sentences[_sentence[at]].FirstToken && Only(_sentence[at] - 1) is { Length: 2 } only
            ? only
            : [];
    }

    // Every mention counts once for the document and once more when near; who opens the text and who is a subject counts more. Places
    // named as places do not count.
    private ImmutableArray<Entity> Two(int at, Func<Entity, bool> sort, int count = 2, bool clear = false)
    {
        var weights = new Dictionary<string, (double Weight, int First, Entity Entity)>();
        for (var i = _mentions.Count - 1; i >= 0 && i > _mentions.Count - 200; i--)
        {
            var mention = _mentions[i];
            if (mention.Reading == "place")
                continue;
            var weight =
                (.5 + Math.Max(0, 1 - .25 * (_sentence[at] - _sentence[mention.FirstToken])))
                * (Subject(mention) ? 1.2 : 1)
                * (_sentence[mention.FirstToken] < 2 ? 1.5 : 1);
            foreach (var entity in mention.Entities)
            {
                if (!sort(entity) || entity.State is null && entity.Type is not (EntityType.Person or EntityType.ArmedGroup))
                    continue;
                var key = entity.Type == EntityType.ArmedGroup ? entity.Id : entity.State ?? entity.Id;
                var held = weights.GetValueOrDefault(key, (0, 0, entity));
                // Of two persons of one state the one at its top is meant.
                var speaks = IsPerson(entity) && !IsAtTop(held.Entity) && IsAtTop(entity) ? entity : held.Entity;
                weights[key] = (held.Weight + weight, mention.FirstToken, speaks);
            }
        }

        var stateless = weights.Count(static w => w.Value.Entity.State is null);
        if (stateless > 0 && weights.Count - stateless >= count)
            foreach (var key in weights.Where(static w => w.Value.Entity.State is null).Select(static w => w.Key).ToArray())
                weights.Remove(key);
        if (
            clear
            && (
                weights.Count < count
                || weights.Values.Select(static w => w.Weight).OrderDescending().ToArray() is var ranked
                    && ranked.Length > count
                    && ranked[count] > (count == 1 ? .5 : Near) * ranked[count - 1]
            )
        )
            return [];
        return
        [
            .. weights
                .OrderByDescending(static w => w.Value.Weight)
                .ThenBy(static w => w.Key, StringComparer.Ordinal)
                .Take(count)
                .OrderBy(static w => w.Value.First)
                .Select(static w => w.Value.Entity with { Span = null }),
        ];
    }
}
