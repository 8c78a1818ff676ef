using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

// "The two sides", "both", "the pair": who the two are.
internal sealed partial class Linker
{
    private int Sides(int at, int end, int count, IReadOnlySet<string>? part = null)
    {
        // "operates on both sides": of a border, and nobody.
        if (_lower[end - 1] == "sides" && At(at - 1) is "on" or "from")
            return at;
        // Those who fight are sides, whatever state they fight in; countries are states.
        var fighters = _lower[end - 1] is "sides" or "parties";
        // "Moscow said its relations with both capitals": of others than the one who has them.
        var own =
            At(at - 1) == "with" && _lower[end - 1] is "capitals" or "countries" or "states" or "nations" or "neighbours" or "neighbors"
                ? SettledState(at)
                : null;
        var between = Between(at);
        bool Takes(Entity e) =>
            fighters && e.Type == EntityType.ArmedGroup
            || e.State is not null
                && (part is null || part.Contains(e.State))
                && e.State != own
                && !between.Contains(e.State)
                && (
                    e.Type is EntityType.State or EntityType.Organ or EntityType.Person
                    // "Malawi and Tanzania representatives ... the two countries".
                    || !fighters && e.Type == EntityType.Group && e.Id.StartsWith("unknown/", StringComparison.Ordinal)
                );
        // "relations between Rwanda and Uganda ... the two parties": the only two whom the same sentence joins.
        if (count == 2 && own is null && PairedHere(at, Takes) is { IsEmpty: false } paired)
            return Possessive(end) && OfEach(at, end + 1, paired) is var theirs and > 0
                ? theirs
                : Put(at, end, AgainstGroup(paired), MentionForm.Group, null, .85, "actors/two-sides", "those whom the sentence joins");
        var joined = fighters ? LastJoined(at, Takes, count) : [];
        if (
            joined.Any(static e => e.Type == EntityType.ArmedGroup)
            && !Exactly(at, Takes, count, 2).Any(static e => e.Type == EntityType.ArmedGroup)
        )
            return Put(at, end, AgainstGroup(joined), MentionForm.Group, null, .8, "actors/two-sides", "those last joined");
        var outside = Outside(at, end - 1);
        var beside = _lower[end - 1].StartsWith("neighb", StringComparison.Ordinal);
        var sides = Meant(at, e => Takes(e) && (outside is null || e.State != outside), count);
        if (beside && sides is [{ State: { } one }, { State: { } other }] && _world.HasNeighbours(one) && !_world.AreNeighbours(one, other))
            return at;
        if (sides.Length == count && Possessive(end) && OfEach(at, end + 1, sides) is var each and > 0)
            return each;
        // "diplomats from Greece and Macedonia": named as places, and yet the only two who are joined.
        if (sides.Length != count && count == 2 && LastJoined(at, Takes, 2) is { Length: 2 } named && named[0].State != named[1].State)
            sides = named;
        return sides.Length == count
            ? Put(at, end, AgainstGroup(sides), MentionForm.Group, null, .85, "actors/two-sides", "those most spoken of here")
            : at;
    }

    private int OfTwo(int at, int end, string code, string name)
    {
        var before = _mentions.Count;
        Sides(at, end, 2);
        if (_mentions.Count == before)
            return at;
        var sides = _mentions[^1].Entities;
        _mentions.RemoveAt(before);
        return sides.Any(static e => e.State is null)
            ? at
            : Put(at, end, [.. sides.Select(e => OrganOf(e.State!, code, name))], MentionForm.Group, null, .75, "actors/of-both", "that organ of each");
    }

    // "of both countries", "of the two sides": the two, and one past the noun, without a mention of their own.
    private (ImmutableArray<Entity> Sides, int End) TwoSides(int at)
    {
        var noun =
            At(at) == "both" ? at + 1
            : At(at) == "the" && At(at + 1) == "two" ? at + 2
            : -1;
        if (noun < 0 || At(noun) is not { } word || !Phrasing.Sides.Contains(word) || Possessive(noun + 1))
            return ([], at);
        var before = _mentions.Count;
        Sides(at, noun + 1, 2);
        if (_mentions.Count == before)
            return ([], at);
        var sides = _mentions[^1].Entities;
        _mentions.RemoveAt(before);
        return ([.. sides.Select(static e => e with { Span = null })], noun + 1);
    }

    // Who stands against fighters of a state is its government, where the text speaks of that; two states are themselves.
    private ImmutableArray<Entity> AgainstGroup(ImmutableArray<Entity> sides)
    {
        var within = sides.FirstOrDefault(static e => e.Type == EntityType.ArmedGroup)?.State;
        var governs = within is not null && _mentions.Exists(m => m.Entities.Any(e => e.Id == "organ/" + within + ".government"));
        return
        [
            .. sides.Select(e =>
                e.Type == EntityType.ArmedGroup || e.State is not { } state ? e
                : governs && state == within ? OrganOf(state, "government", "Government")
                : StateOf(state)
            ),
        ];
    }

    // "under the mediation of Malaysia", "brokered by Qatar", "Oman-mediated": who brings others together is no party to what they settle,
    // where the text speaks of enough others.
    private HashSet<string> Between(int at, int least = 2)
    {
        var between = new HashSet<string>(StringComparer.Ordinal);
        var all = new HashSet<string>(StringComparer.Ordinal);
        for (var i = Math.Max(0, _mentions.Count - 200); i < _mentions.Count; i++)
        {
            var mention = _mentions[i];
            foreach (var entity in mention.Entities)
            {
                if (entity.State is not { } state || entity.Type is not (EntityType.State or EntityType.Organ or EntityType.Person))
                    continue;
                if (mention.Reading != "place")
                    all.Add(state);
                if (Brings(mention) || GoesBetween(entity))
                    between.Add(state);
            }
        }

        if (between.Count > 0 && all.Count(state => !between.Contains(state)) < least)
            between.Clear();
        return between;
    }

    private ImmutableArray<Entity> PairedHere(int at, Func<Entity, bool> sort)
    {
        ImmutableArray<Entity> only = [];
        for (var i = _mentions.Count - 1; i > 0 && _sentence[_mentions[i - 1].FirstToken] == _sentence[at]; i--)
        {
            var pair = Coordinated(i);
            if (
                pair.Length != 2
                || pair.Any(IsPerson)
                || !pair.All(sort)
                || Side(pair[0]) == Side(pair[1])
                || _mentions[i].Reading == "place"
            )
                continue;
            if (!only.IsEmpty && !only.All(e => pair.Any(other => Side(other) == Side(e))))
                return [];
            only = [.. pair.Select(static e => e with { Span = null })];
        }

        return only;
    }

    // "regional mediator Blaise Compaore".
    private bool GoesBetween(Entity person) =>
        IsPerson(person)
        && _titled.TryGetValue(person.Id, out var titles)
        && titles.Split('|', ' ').Any(ReferenceWords.GoBetweens.Contains);

    private bool Brings(ResolvedMention mention)
    {
        var (first, end) = (mention.FirstToken, mention.EndToken);
        if (Hyphen(end) && Joined(end) && At(end + 1) is { } led && Phrasing.Between.Contains(led))
            return true;
        if (
            first > 1
            && _lower[first - 1] is "by" or "of"
            && _sentence[first - 1] == _sentence[first]
            && Phrasing.Between.Contains(_lower[first - 2])
        )
            return true;
        var head = _text.Tokens[mention.Head];
        return head is { Relation: Relation.Nsubj, Head: >= 0 and var verb } && Phrasing.Between.Contains(_text.Tokens[verb].Lemma);
    }

    // "both nations' foreign ministers", "the two countries' governments": who holds the office in each, or the organ of each.
    private int OfEach(int at, int next, ImmutableArray<Entity> sides)
    {
        if (sides.Any(static e => e.State is null))
            return 0;
        if (Organs(next) is { Words: > 0 } organ && !Phrasing.Sides.Contains(_lower[next]))
            return Put(
                at,
                next + organ.Words,
                [.. sides.Select(e => OrganOf(e.State!, organ.Code, organ.Name))],
                MentionForm.Group,
                null,
                .75,
                "actors/of-both",
                "that organ of each"
            );
        if (TitleOfSeveral(next) is not (> 0 and var last) || _world.Title(Words(next, last).ToLowerInvariant()[..^1]) is not { } office)
            return 0;
        var holders = sides.Select(e => Holder(e.State, null, office, "").Holder).OfType<Entity>().ToArray();
        return holders.Length == sides.Length
            ? Put(at, last, [.. holders], MentionForm.Group, null, .75, "actors/of-both", "the holder of that office in each")
            : 0;
    }

    // "Washington, which hosted the ministers of both countries": who brings two together is neither of them.
    private string? Outside(int at, int noun)
    {
        var token = noun;
        for (var steps = 0; steps < 5 && token >= 0 && _text.Tokens[token].Tag is not UniversalTag.VERB; steps++)
        {
            if (_text.Tokens[token].Relation is Relation.Nsubj or Relation.NsubjPass)
                return null;
            token = _text.Tokens[token].Head;
        }

        if (token < 0 || token >= at || !ReferenceWords.Mediating.Contains(_text.Tokens[token].Lemma))
            return null;
        var subject = _text.Tokens[token].Relation == Relation.AclRelcl ? _text.Tokens[token].Head : _text.Dependent(token, Relation.Nsubj);
        return subject >= 0 && subject < at ? Covers(subject, at)?.State : null;
    }

    // Those whom the words just before name, where they are so many; else who is most spoken of, where nobody comes near them.
    private ImmutableArray<Entity> Meant(int at, Func<Entity, bool> sort, int count = 2, bool loose = false)
    {
        if (count > 2)
            return LastJoined(at, sort, count) is { IsEmpty: false } listed
                ? listed
                : Exactly(at, e => sort(e) && (!IsPerson(e) || IsAtTop(e)), count, 2);
        if (Besides(at, sort) is { IsEmpty: false } besides)
            return besides;
        if (Exactly(at, sort, count, 0) is { IsEmpty: false } exactly)
            return exactly;
        if (loose)
            return LastJoined(at, sort, count);
        if (Joined(at, sort) is { IsEmpty: false } joined)
            return joined;
        if (Two(at, sort, count, clear: true) is { IsEmpty: false } main)
            return main;
        // Those named just before count only where the text has spoken of nobody more.
        var near = Exactly(at, sort, count, 2);
        var most = Two(at, sort, count);
        return near.All(e => most.Any(other => Side(other) == Side(e))) ? near : [];
    }

    // The only two of the sort whom the sentences just before join: "Reina and his counterpart Qin signed ... Wu said ... The two ministers".
    private ImmutableArray<Entity> Joined(int at, Func<Entity, bool> sort)
    {
        ImmutableArray<Entity> only = [];
        for (
            var i = _mentions.Count - 1;
            i >= 0 && i > _mentions.Count - 200 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 15;
            i--
        )
        {
            var pair =
                _mentions[i].Entities.Length == 2 ? _mentions[i].Entities
                : i > 0 ? Coordinated(i)
                : [];
            if (pair.Length != 2 || !pair.All(sort) || Side(pair[0]) == Side(pair[1]) || _mentions[i].Reading == "place")
                continue;
            if (!Subject(_mentions[i]) && !(i > 0 && Subject(_mentions[i - 1])) && Third(i, pair, sort))
                continue;
            if (!only.IsEmpty && !only.All(e => pair.Any(other => Side(other) == Side(e))))
                return [];
            only = [.. pair.Select(static e => e with { Span = null })];
        }

        return only;
    }

    // Whether a sentence speaks of another of the sort than the two.
    private bool Third(int mention, ImmutableArray<Entity> pair, Func<Entity, bool> sort)
    {
        var sentence = _sentence[_mentions[mention].FirstToken];
        for (var i = Math.Max(0, mention - 40); i < _mentions.Count && i < mention + 40; i++)
            foreach (var entity in _mentions[i].Entities)
                if (
                    _sentence[_mentions[i].FirstToken] == sentence
                    && sort(entity)
                    && _mentions[i].Reading != "place"
                    && Side(entity) != Side(pair[0])
                    && Side(entity) != Side(pair[1])
                )
                    return true;
        return false;
    }

    private static string Side(Entity e) => e.Type == EntityType.ArmedGroup ? e.Id : e.State ?? e.Id;

    // "Standing between Abiy and Mohamud, Erdogan said the two leaders": who speaks of two others whom the sentence names is neither of them.
    private ImmutableArray<Entity> Besides(int at, Func<Entity, bool> sort)
    {
        var speakers = Speakers(at);
        if (speakers.Count == 0)
            return [];
        var found = new List<Entity>();
        for (var i = FirstOf(_sentence[at]); i < _mentions.Count; i++)
        {
            if (_mentions[i].Reading == "place")
                continue;
            foreach (var entity in _mentions[i].Entities)
                if (
                    sort(entity)
                    && !speakers.Exists(s => s.Id == entity.Id || s.State is not null && s.State == entity.State)
                    && !found.Exists(e => Side(e) == Side(entity))
                )
                    found.Add(entity with { Span = null });
        }

        return found.Count == 2 ? [.. found] : [];
    }

    // "Both said", "the two agreed", "the pair": whoever was last named together.
    private int Pair(int at, int end, int count)
    {
        if (count > 2)
        {
            var states = Exactly(
                at,
                static e => e.Type == EntityType.State || e.Type is EntityType.Organ or EntityType.Group && e.State is not null,
                count,
                0
            );
            var joined = LastJoined(at, static e => IsPerson(e) || e.State is not null, count);
            if (states.Length != count && joined.Length == count)
                return Put(at, end, joined, MentionForm.Group, null, .7, "actors/all", "those last named together");
            return states.Length == count
                ? Put(
                    at,
                    end,
                    [.. states.Select(e => StateOf(e.State!))],
                    MentionForm.Group,
                    null,
                    .6,
                    "actors/all",
                    "the states last named"
                )
                : at;
        }

        var barred = Barred(at);
        if (
            (
                Met(_sentence[at], at) is { IsEmpty: false } here ? here
                : _sentence[at] > 0 && FirstOf(_sentence[at]) == _mentions.Count ? Met(_sentence[at] - 1)
                : []
            )
                is { IsEmpty: false } met
            && !met.Any(e => barred.Contains(e.Id))
        )
            return Put(at, end, met, MentionForm.Group, null, .75, "actors/both", "who met and who was met");
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 2; i--)
        {
            if (_mentions[i].Entities.Any(e => barred.Contains(e.Id)))
                continue;
            if (_mentions[i].Entities.Length == 2 && !Bodies(_mentions[i].Entities))
                return Put(
                    at,
                    end,
                    [.. _mentions[i].Entities.Select(static e => e with { Span = null })],
                    MentionForm.Group,
                    null,
                    .75,
                    "actors/both",
                    "those last named together"
                );
            if (i > 0 && Coordinated(i) is { Length: 2 } pair && !Bodies(pair) && !pair.Any(e => barred.Contains(e.Id)))
                return Put(at, end, pair, MentionForm.Group, null, .75, "actors/both", "those last named together");
            if (
                (i == 0 || _sentence[_mentions[i - 1].FirstToken] != _sentence[_mentions[i].FirstToken])
                && _sentence[_mentions[i].FirstToken] < _sentence[at]
                && Only(_sentence[_mentions[i].FirstToken]) is { Length: 2 } only
            )
                return Put(at, end, only, MentionForm.Group, null, .7, "actors/both", "the only two of the sentence before");
        }

        return Two(at, IsPerson) is { Length: 2 } two && Recent(at, two)
            ? Put(at, end, two, MentionForm.Group, null, .65, "actors/both", "the two persons spoken of here")
            : at;
    }

    private static bool Bodies(ImmutableArray<Entity> pair) => pair.All(static e => e.Type == EntityType.Igo);

    private ImmutableArray<Entity> Only(int sentence)
    {
        foreach (var persons in (ReadOnlySpan<bool>)[true, false])
        {
            var found = _mentions
                .Skip(FirstOf(sentence))
                .Where(m => _sentence[m.FirstToken] == sentence && m.Reading != "place")
                .SelectMany(static m => m.Entities)
                .Where(e => persons ? IsPerson(e) : e.Type == EntityType.State)
                .DistinctBy(static e => e.Id)
                .Take(3)
                .ToArray();
            if (found.Length == 2)
                return [.. found.Select(static e => e with { Span = null })];
        }

        return [];
    }

    private bool Recent(int at, ImmutableArray<Entity> two) =>
        two.All(entity => _mentions.Skip(FirstOf(_sentence[at] - 2)).Any(m => m.Entities.Any(e => e.Id == entity.Id)));
}
