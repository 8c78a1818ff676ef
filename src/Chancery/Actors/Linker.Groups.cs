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

    private int Together(int at)
    {
        var next = _lower[at] is "the" or "all" or "neither" ? at + 1 : at;
        if (_lower[at] == "both" && At(next + 1) == "the") next++;
        // "at about two.": a number.
        if (_lower[at] == "two" && (at + 1 >= _words.Length || _text.Tokens[at + 1].Tag == UniversalTag.PUNCT) && At(at - 1) is not null && _sentence[at - 1] == _sentence[at]) return at;
        var count = At(next) switch { "two" or "both" => 2, "three" => 3, "four" => 4, "five" => 5, _ => 0 };
        if (count > 0) next++;
        var qualified = next;
        while (count > 0 && next + 1 < _words.Length && _sentence[next + 1] == _sentence[at] && (Phrasing.Qualifiers.Contains(_lower[next]) || _lower[at] is "the" or "both" && Qualifies(next))) next++;
        var part = next > qualified ? _world.Grouping(Words(qualified, next).ToLowerInvariant()) : null;
        if (At(next) is not { } noun || _sentence[next] != _sentence[at]) noun = "";
        if (TitleOfSeveral(next) is var titles && titles > next + 1 && _lower[titles - 1] is "ministers" or "secretaries") { next = titles - 1; noun = "ministers"; }
        var post = 0;
        for (var end = Math.Min(next + 5, _words.Length); noun == "ministers" && At(next + 1) is "of" or "for" && end > next + 2 && post == 0; end--)
            if (_sentence[end - 1] == _sentence[at] && _world.Title("minister " + Words(next + 1, end).ToLowerInvariant()) is not null) post = end;
        if (post > 0 && At(post) is not "of") next = post - 1; else post = 0;
        if (noun == "heads" && At(next + 1) == "of" && At(next + 2) is "state" or "government" or "delegation") next += 2;
        if (_lower[at] == "neither" && noun is "leader" or "president" or "minister" or "man" or "woman" or "premier")
            return Meant(at, e => IsPerson(e) && Leads(e, noun == "man" ? "men" : noun == "woman" ? "women" : noun + "s")) is { Length: 2 } neither ? Put(at, next + 1, neither, MentionForm.Group, null, .75, "actors/two-leaders", "the persons of different states most spoken of here") : at;
        if (_lower[at] == "neither" && noun is "country" or "side" or "government" or "party" or "state" or "nation") return Sides(at, next + 1, 2);
        var definite = _lower[at] == "the" || count > 0;
        var barred = next < _words.Length ? Barred(next) : [];
        var opens = at == _text.Sentences[_sentence[at]].FirstToken;
        if (Phrasing.Leaders.Contains(noun) && (definite || opens && noun == "leaders") && At(next + 1) is not "of" and not "from")
            return Meant(at, e => IsPerson(e) && Leads(e, noun) && !barred.Contains(e.Id) && (part is null || e.State is { } of && part.Contains(of)), Math.Max(2, count), noun is "men" or "women" or "diplomats" or "officials" or "politicians") is { Length: > 1 } some
                ? Put(at, next + 1, some, MentionForm.Group, null, count > 0 ? .9 : .75, "actors/two-leaders", "the persons of different states most spoken of here")
                : count > 0 && _lower[at] is "the" or "both" ? Put(at, next + 1, [], MentionForm.Group, null, .3, "actors/abstain", "so many, whom the text does not tell apart") : at;
        if ((Phrasing.Sides.Contains(noun) && (count > 0 || definite && noun is "sides" or "parties" or "neighbours" or "neighbors")) && At(next + 1) is not "of" and not "from")
            return Sides(at, next + 1, Math.Max(2, count), part);
        if (count > 0 && noun is "" or "," or "." or "also" || _lower[at] == "both" && At(next) is "next" or "last" or "this" && At(next + 1) is { } unit && (Phrasing.TimeUnits.Contains(unit) || Phrasing.Calendar.Contains(unit)) || _lower[at] == "both" && next < _words.Length && next == at + 1 && _text.Tokens[at].Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass && _text.Tokens[next].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN) || count > 0 && next < _words.Length && _text.Tokens[next].Tag is UniversalTag.VERB or UniversalTag.AUX or UniversalTag.ADV || noun is "pair" or "duo" or "trio" or "quartet" && _text.Tokens[next].Tag == UniversalTag.NOUN && At(next + 1) is not "of")
            return Pair(at, count > 0 && noun is not ("pair" or "duo") ? next : next + 1, noun == "trio" ? 3 : noun == "quartet" ? 4 : count);
        // "The two mediators", "the three envoys": who was last named together, else so many whom nothing tells.
        if (count > 0 && _lower[at] == "the" && next < _words.Length && noun.EndsWith('s') && _world.Role(noun) is { Many: true } or null && _text.Tokens[next].Tag == UniversalTag.NOUN && At(next + 1) is not "of" && Taking(noun))
            return LastJoined(at, e => IsPerson(e) || noun is "mediators" or "guarantors" or "signatories" or "partners" or "hosts" && e.Type == EntityType.State, count) is { IsEmpty: false } taken
                ? Put(at, next + 1, taken, MentionForm.Group, null, .65, "actors/both", "those last named together") : Put(at, next + 1, [], MentionForm.Group, null, .3, "actors/abstain", "so many, whom the text does not tell apart");
        if (_lower[at] != "the") return at;
        if (noun is "statements" or "readouts" && _issuers.Count > 1)
            return Put(at, next + 1, [.. _issuers], MentionForm.Group, null, .9, "actors/statements", "those whose statements were cited before");
        if (noun is "latter" or "former" && count == 0 && (next + 1 >= _words.Length || _text.Tokens[next + 1].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.NUM)) && LastTwo(at) is { Length: 2 } pair)
            return Put(at, next + 1, [pair[noun == "former" ? 0 : 1]], MentionForm.Pronoun, null, .7, "actors/latter", "the " + noun + " of the last two named");
        return Definite(at, next);
    }

    private bool Leads(Entity person, string noun)
    {
        if (noun is "men" or "women" or "diplomats" or "officials" or "politicians" or "statesmen") return true;
        var office = _world.OfficeOf(person.Id, _day);
        if (office is null) return person.Office is { } title ? noun is "leaders" or "heads" ? Top(title) : title.Contains(noun[..^1], StringComparison.OrdinalIgnoreCase) : noun is "leaders" && person.Office is null;
        return noun switch
        {
            "monarchs" or "kings" or "sultans" or "emirs" or "sovereigns" => office.Office == "hos" && (IsThrone(office.Title) && (noun is "monarchs" or "sovereigns" || office.Title + "s" == noun)),
            "presidents" => office.Title is "president" or "leader" || office.Office == "president",
            "ministers" => office.Title.Contains("minister", StringComparison.Ordinal) || office.Title.Contains("secretary", StringComparison.Ordinal),
            "premiers" or "chancellors" => office.Office == "pm",
            "leaders" or "heads" or "rulers" => office.Office is "president" or "pm" or "hos" or "hog" or "gensec" or "cp" && !office.State.Contains('/', StringComparison.Ordinal),
            _ => true,
        };
    }

    private bool IsAtTop(Entity person) => IsPerson(person) && _world.OfficeOf(person.Id, _day) is { } tenure && (tenure.Office is "gensec" or "cp" || IsLeading(tenure));

    private static bool Top(string title)
        => title.Contains("president", StringComparison.OrdinalIgnoreCase) || title.Contains("prime minister", StringComparison.OrdinalIgnoreCase) || title.Contains("general secretary", StringComparison.OrdinalIgnoreCase)
            || title.Contains("leader", StringComparison.OrdinalIgnoreCase) || title.Contains("king", StringComparison.OrdinalIgnoreCase) || title.Contains("emir", StringComparison.OrdinalIgnoreCase);

    private static bool Taking(string noun) => Phrasing.Leaders.Contains(noun) || noun is "mediators" or "guarantors" or "signatories" or "partners" or "hosts" or "envoys" or "negotiators" or "ambassadors" or "secretaries" or "delegates";

    // "the two brotherly countries", "the two Pacific leaders": what stands between the number and the noun names nobody.
    private bool Qualifies(int at)
    {
        for (var next = at; next < at + 3 && next + 1 < _words.Length && _sentence[next + 1] == _sentence[at]; next++)
        {
            if (_text.Tokens[next].Tag is not (UniversalTag.ADJ or UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.VERB) || Known(next).Words > 0 && _world.Grouping(_lower[next]) is null || Phrasing.Sides.Contains(_lower[next]) || Phrasing.Leaders.Contains(_lower[next])) return false;
            if (Phrasing.Sides.Contains(_lower[next + 1]) || Phrasing.Leaders.Contains(_lower[next + 1])) return true;
        }

        return false;
    }

    private int Sides(int at, int end, int count, IReadOnlySet<string>? part = null)
    {
        // "operates on both sides": of a border, and nobody.
        if (_lower[end - 1] == "sides" && At(at - 1) is "on" or "from") return at;
        // Those who fight are sides, whatever state they fight in; countries are states.
        var fighters = _lower[end - 1] is "sides" or "parties";
        // "Moscow said its relations with both capitals": of others than the one who has them.
        var own = At(at - 1) == "with" && _lower[end - 1] is "capitals" or "countries" or "states" or "nations" or "neighbours" or "neighbors" ? SettledState(at) : null;
        var between = Between(at);
        bool Takes(Entity e) => fighters && e.Type == EntityType.ArmedGroup || e.State is not null && (part is null || part.Contains(e.State)) && e.State != own && !between.Contains(e.State) && e.Type is EntityType.State or EntityType.Organ or EntityType.Person;
        var joined = fighters ? LastJoined(at, Takes, count) : [];
        if (joined.Any(static e => e.Type == EntityType.ArmedGroup) && !Exactly(at, Takes, count, 2).Any(static e => e.Type == EntityType.ArmedGroup))
            return Put(at, end, [.. joined.Select(e => IsPerson(e) && e.State is { } of ? StateOf(of) : e)], MentionForm.Group, null, .8, "actors/two-sides", "those last joined");
        var outside = Outside(at, end - 1);
        var beside = _lower[end - 1].StartsWith("neighb", StringComparison.Ordinal);
        var sides = Meant(at, e => Takes(e) && (outside is null || e.State != outside), count);
        if (beside && sides is [{ State: { } one }, { State: { } other }] && _world.HasNeighbours(one) && !_world.AreNeighbours(one, other)) return at;
        if (sides.Length == count && Possessive(end) && OfEach(at, end + 1, sides) is var each and > 0) return each;
        // "diplomats from Greece and Macedonia": named as places, and yet the only two who are joined.
        if (sides.Length != count && count == 2 && LastJoined(at, Takes, 2) is { Length: 2 } named && named[0].State != named[1].State) sides = named;
        return sides.Length == count
            ? Put(at, end, [.. sides.Select(e => e.Type == EntityType.ArmedGroup ? e : StateOf(e.State!))], MentionForm.Group, null, .85, "actors/two-sides", "those most spoken of here") : at;
    }

    // "under the mediation of Malaysia", "brokered by Qatar", "Oman-mediated": who brings others together is no party to what they settle,
    // where the text speaks of enough others.
    private HashSet<string> Between(int at)
    {
        var between = new HashSet<string>(StringComparer.Ordinal);
        var all = new HashSet<string>(StringComparer.Ordinal);
        for (var i = Math.Max(0, _mentions.Count - 200); i < _mentions.Count; i++)
        {
            var mention = _mentions[i];
            foreach (var entity in mention.Entities)
            {
                if (entity.State is not { } state || entity.Type is not (EntityType.State or EntityType.Organ or EntityType.Person)) continue;
                if (mention.Reading != "place") all.Add(state);
                if (Brings(mention)) between.Add(state);
            }
        }

        if (between.Count > 0 && all.Count - between.Count < 2) between.Clear();
        return between;
    }

    private bool Brings(ResolvedMention mention)
    {
        var (first, end) = (mention.FirstToken, mention.EndToken);
        if (Hyphen(end) && Joined(end) && At(end + 1) is { } led && Phrasing.Between.Contains(led)) return true;
        if (first > 1 && _lower[first - 1] is "by" or "of" && _sentence[first - 1] == _sentence[first] && Phrasing.Between.Contains(_lower[first - 2])) return true;
        var head = _text.Tokens[mention.Head];
        return head is { Relation: Relation.Nsubj, Head: >= 0 and var verb } && Phrasing.Between.Contains(_text.Tokens[verb].Lemma);
    }

    // "both nations' foreign ministers", "the two countries' governments": who holds the office in each, or the organ of each.
    private int OfEach(int at, int next, ImmutableArray<Entity> sides)
    {
        if (sides.Any(static e => e.State is null)) return 0;
        if (Organs(next) is { Words: > 0 } organ && !Phrasing.Sides.Contains(_lower[next])) return Put(at, next + organ.Words, [.. sides.Select(e => OrganOf(e.State!, organ.Code, organ.Name))], MentionForm.Group, null, .75, "actors/of-both", "that organ of each");
        if (TitleOfSeveral(next) is not (> 0 and var last) || _world.Title(Words(next, last).ToLowerInvariant()[..^1]) is not { } office) return 0;
        var holders = sides.Select(e => Holder(e.State, null, office, "").Holder).OfType<Entity>().ToArray();
        return holders.Length == sides.Length ? Put(at, last, [.. holders], MentionForm.Group, null, .75, "actors/of-both", "the holder of that office in each") : 0;
    }

    // "Washington, which hosted the ministers of both countries": who brings two together is neither of them.
    private string? Outside(int at, int noun)
    {
        var token = noun;
        for (var steps = 0; steps < 5 && token >= 0 && _text.Tokens[token].Tag is not UniversalTag.VERB; steps++)
        {
            if (_text.Tokens[token].Relation is Relation.Nsubj or Relation.NsubjPass) return null;
            token = _text.Tokens[token].Head;
        }

        if (token < 0 || token >= at || !ReferenceWords.Mediating.Contains(_text.Tokens[token].Lemma)) return null;
        var subject = _text.Tokens[token].Relation == Relation.AclRelcl ? _text.Tokens[token].Head : _text.Dependent(token, Relation.Nsubj);
        return subject >= 0 && subject < at ? Covers(subject, at)?.State : null;
    }

    // Those whom the words just before name, where they are so many; else who is most spoken of, where nobody comes near them.
    private ImmutableArray<Entity> Meant(int at, Func<Entity, bool> sort, int count = 2, bool loose = false)
    {
        if (count > 2) return LastJoined(at, sort, count) is { IsEmpty: false } listed ? listed : Exactly(at, e => sort(e) && (!IsPerson(e) || IsAtTop(e)), count, 2);
        if (Besides(at, sort) is { IsEmpty: false } besides) return besides;
        if (Exactly(at, sort, count, 0) is { IsEmpty: false } exactly) return exactly;
        if (loose) return LastJoined(at, sort, count);
        if (Joined(at, sort) is { IsEmpty: false } joined) return joined;
        if (Two(at, sort, count, clear: true) is { IsEmpty: false } main) return main;
        // Those named just before count only where the text has spoken of nobody more.
        var near = Exactly(at, sort, count, 2);
        var most = Two(at, sort, count);
        return near.All(e => most.Any(other => Side(other) == Side(e))) ? near : [];
    }

    // The only two of the sort whom the sentences just before join: "Reina and his counterpart Qin signed ... Wu said ... The two ministers".
    private ImmutableArray<Entity> Joined(int at, Func<Entity, bool> sort)
    {
        ImmutableArray<Entity> only = [];
        for (var i = _mentions.Count - 1; i >= 0 && i > _mentions.Count - 200 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 15; i--)
        {
            var pair = _mentions[i].Entities.Length == 2 ? _mentions[i].Entities : i > 0 ? Coordinated(i) : [];
            if (pair.Length != 2 || !pair.All(sort) || Side(pair[0]) == Side(pair[1]) || _mentions[i].Reading == "place") continue;
            if (!Subject(_mentions[i]) && !(i > 0 && Subject(_mentions[i - 1])) && Third(i, pair, sort)) continue;
            if (!only.IsEmpty && !only.All(e => pair.Any(other => Side(other) == Side(e)))) return [];
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
                if (_sentence[_mentions[i].FirstToken] == sentence && sort(entity) && _mentions[i].Reading != "place" && Side(entity) != Side(pair[0]) && Side(entity) != Side(pair[1])) return true;
        return false;
    }

    private static string Side(Entity e) => e.Type == EntityType.ArmedGroup ? e.Id : e.State ?? e.Id;

    // "Standing between Abiy and Mohamud, Erdogan said the two leaders": who speaks of two others whom the sentence names is neither of them.
    private ImmutableArray<Entity> Besides(int at, Func<Entity, bool> sort)
    {
        var speakers = Speakers(at);
        if (speakers.Count == 0) return [];
        var found = new List<Entity>();
        for (var i = FirstOf(_sentence[at]); i < _mentions.Count; i++)
        {
            if (_mentions[i].Reading == "place") continue;
            foreach (var entity in _mentions[i].Entities)
                if (sort(entity) && !speakers.Exists(s => s.Id == entity.Id || s.State is not null && s.State == entity.State) && !found.Exists(e => Side(e) == Side(entity))) found.Add(entity with { Span = null });
        }

        return found.Count == 2 ? [.. found] : [];
    }

    // "Both said", "the two agreed", "the pair": whoever was last named together.
    private int Pair(int at, int end, int count)
    {
        if (count > 2)
        {
            var states = Exactly(at, static e => e.Type == EntityType.State || e.Type is EntityType.Organ or EntityType.Group && e.State is not null, count, 0);
            var joined = LastJoined(at, static e => IsPerson(e) || e.State is not null, count);
            if (states.Length != count && joined.Length == count) return Put(at, end, joined, MentionForm.Group, null, .7, "actors/all", "those last named together");
            return states.Length == count ? Put(at, end, [.. states.Select(e => StateOf(e.State!))], MentionForm.Group, null, .6, "actors/all", "the states last named") : at;
        }

        var barred = Barred(at);
        if ((Met(_sentence[at], at) is { IsEmpty: false } here ? here : _sentence[at] > 0 && FirstOf(_sentence[at]) == _mentions.Count ? Met(_sentence[at] - 1) : []) is { IsEmpty: false } met && !met.Any(e => barred.Contains(e.Id)))
            return Put(at, end, met, MentionForm.Group, null, .75, "actors/both", "who met and who was met");
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 2; i--)
        {
            if (_mentions[i].Entities.Any(e => barred.Contains(e.Id))) continue;
            if (_mentions[i].Entities.Length == 2 && !Bodies(_mentions[i].Entities)) return Put(at, end, [.. _mentions[i].Entities.Select(static e => e with { Span = null })], MentionForm.Group, null, .75, "actors/both", "those last named together");
            if (i > 0 && Coordinated(i) is { Length: 2 } pair && !Bodies(pair) && !pair.Any(e => barred.Contains(e.Id))) return Put(at, end, pair, MentionForm.Group, null, .75, "actors/both", "those last named together");
            if ((i == 0 || _sentence[_mentions[i - 1].FirstToken] != _sentence[_mentions[i].FirstToken]) && _sentence[_mentions[i].FirstToken] < _sentence[at] && Only(_sentence[_mentions[i].FirstToken]) is { Length: 2 } only)
                return Put(at, end, only, MentionForm.Group, null, .7, "actors/both", "the only two of the sentence before");
        }

        return Two(at, IsPerson) is { Length: 2 } two && Recent(at, two) ? Put(at, end, two, MentionForm.Group, null, .65, "actors/both", "the two persons spoken of here") : at;
    }

    private static bool Bodies(ImmutableArray<Entity> pair) => pair.All(static e => e.Type == EntityType.Igo);

    private ImmutableArray<Entity> Only(int sentence)
    {
        foreach (var persons in (ReadOnlySpan<bool>)[true, false])
        {
            var found = _mentions.Skip(FirstOf(sentence)).Where(m => _sentence[m.FirstToken] == sentence && m.Reading != "place").SelectMany(static m => m.Entities)
                .Where(e => persons ? IsPerson(e) : e.Type == EntityType.State).DistinctBy(static e => e.Id).Take(3).ToArray();
            if (found.Length == 2) return [.. found.Select(static e => e with { Span = null })];
        }

        return [];
    }

    private bool Recent(int at, ImmutableArray<Entity> two)
        => two.All(entity => _mentions.Skip(FirstOf(_sentence[at] - 2)).Any(m => m.Entities.Any(e => e.Id == entity.Id)));

    // "the bloc", "the ten-member group", "the kingdom", "the Islamic republic", "the country".
    private int Definite(int at, int from)
    {
        // "The British company": the firm of that state that was last named.
        if (Known(from) is { Words: > 0, Naming.Kind: NameKind.Adjective } british && At(from + british.Words) is "company" or "firm" or "group" or "bank" or "airline" or "carmaker" or "giant" && _text.Tokens[from + british.Words].Relation is not Relation.Compound
            && LastNamed(at, e => e.Id.StartsWith("firm/", StringComparison.Ordinal) && e.State == british.Naming.Entity[6..]) is { } company)
            return Put(at, from + british.Words + 1, [company], MentionForm.Title, null, .75, "actors/bloc", "the firm last named of that state");
        // "RED-Tabara, the group that claimed the raid": says what the body just named is.
        if (at > 1 && _lower[at - 1] == "," && _mentions is [.., { Form: MentionForm.Name, Entities: [{ Type: EntityType.ArmedGroup or EntityType.Other or EntityType.Igo or EntityType.Ngo or EntityType.Outlet } body] } named] && named.EndToken == at - 1)
            for (var noun = from; noun < from + 4 && noun < _words.Length && _sentence[noun] == _sentence[at] && _text.Tokens[noun].Tag is UniversalTag.NOUN or UniversalTag.ADJ or UniversalTag.PROPN; noun++)
                if ((Phrasing.Bodies.Contains(_lower[noun]) || Phrasing.BodyNouns.Contains(_lower[noun])) && At(noun + 1) is "that" or "which" or "behind" or "," or "who")
                    return Put(at, noun + 1, [body with { Span = null }], MentionForm.Title, null, .8, "actors/apposition", "says what the body just named is");
        var (entity, end) = Described(at, from);
        if (entity is { State: { } whose, Type: EntityType.State } && Possessive(end) && Organ(end + 1) is { Words: > 0 } organ) return OrganPhrase(at, end + 1 + organ.Words, whose, organ.Code, organ.Name);
        if (entity is null || Possessive(end) && end + 1 < _words.Length && (_world.Role(_lower[end + 1]) is not null || Scan(at, out _))) return at;
        return entity.Type == EntityType.State ? Put(at, end, [entity], MentionForm.Title, null, .7, "actors/the-country", "the state last spoken of that is called so")
            : Put(at, end, [entity], MentionForm.Title, null, .75, "actors/bloc", "the body last named");
    }

    private (Entity? Entity, int End) Described(int at, int from)
    {
        var next = from;
        while (next < _words.Length && next < from + 5 && _sentence[next] == _sentence[at] && !Phrasing.Bodies.Contains(_lower[next]) && !Phrasing.NamedBodies.Contains(_lower[next]) && _lower[next] is not ("ministry" or "department") && !(Phrasing.StateNouns.Contains(_lower[next]) && !(_lower[next] == "island" && At(next + 1) is { } nation && Phrasing.StateNouns.Contains(nation)))
            && (_text.Tokens[next].Tag is UniversalTag.ADJ or UniversalTag.NUM or UniversalTag.NOUN || _text.Tokens[next].Tag == UniversalTag.PROPN && next + 1 < _words.Length && (Part(next, next + 2) is not null || Hyphen(next + 1) && Joined(next + 1)) || Hyphen(next) || Hyphen(next - 1) && Joined(next - 1) || _lower[next] is "neighbouring" or "neighboring") && (Known(next).Words is var taken && taken == 0 || taken == 1 && Part(next, next + 1) is not null || Hyphen(next + 1) && Joined(next + 1) && At(next + 2) is "led" or "based" or "backed" or "dominated")) next++;
        if (next >= _words.Length || _sentence[next] != _sentence[at]) return default;
        var noun = _lower[next];
        if (next + 1 < _words.Length && _text.Tokens[next + 1].Tag is UniversalTag.NOUN or UniversalTag.PROPN && _sentence[next + 1] == _sentence[at] && !Possessive(next + 1) && _text.Tokens[next].Head == next + 1) return default;
        // "accused the bloc of becoming" is no bloc of something.
        if (At(next + 1) is "of" && !(next + 2 < _words.Length && _text.Tokens[next + 2].Tag == UniversalTag.VERB) && !(!Upper(next + 2) && _text.Tokens[next] is { Relation: Relation.Obj or Relation.Iobj, Head: >= 0 and var ruler } && ReferenceWords.TowardObject.Contains(_text.Tokens[ruler].Lemma)) || At(next + 1) is "-" || At(next + 1) is "for" && Upper(next + 2) || Hyphen(next + 1)) return default;
        if (noun is "ministry" or "department" && next == from && !Possessive(next + 1))
            return (LastNamed(at, e => e.Type is EntityType.Organ && e.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase)), next + 1);
        if (noun is "company" or "firm" or "airline" or "carmaker" && next == from && At(next + 1) is not "that" && !Possessive(next + 1))
            return (LastNamed(at, static e => e.Id.StartsWith("firm/", StringComparison.Ordinal) || e is { Type: EntityType.Other } && e.Id.StartsWith("unknown/", StringComparison.Ordinal)) is { } firm && _sentence[at] - LastSentence(firm) <= 2 ? firm : null, next + 1);
        // "the Council", "the Commission": of those that are called so first.
        if (Phrasing.NamedBodies.Contains(noun) && next == from && Upper(next) && LastNamed(at, e => e.Type is EntityType.Igo or EntityType.Other && e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase)) is { } called)
            return (called, next + 1);
        if (Phrasing.NamedBodies.Contains(noun) && next == from)
            return (LastNamed(at, e => (Upper(next) ? e.Type is EntityType.Igo or EntityType.Other : e.Type is EntityType.Igo or EntityType.Other && e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase)) || e.Type is EntityType.Organ && e.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase)), next + 1);
        if (noun is "movement" or "militia" or "front" or "party" or "network")
            return (next > from ? null : LastNamed(at, e => e.Type == EntityType.ArmedGroup && noun != "party" || e.Id.StartsWith("party/", StringComparison.Ordinal) && noun is "party" or "movement" or "front" || e.Type == EntityType.Other && e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase)) is { } kindred && _sentence[at] - LastSentence(kindred) <= 3 ? kindred : null, next + 1);
        if (Phrasing.Bodies.Contains(noun))
        {
            // "the civil defence agency" is no body named before, nor is "the agency" a group of fighters.
            if (noun is "agency")
                return (next > from ? null : LastNamed(at, e => e.Type is EntityType.Igo or EntityType.Organ or EntityType.Other && e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase) || e.Type == EntityType.Outlet), next + 1);
            Func<Entity, bool> sort = noun is "court" ? static e => e.Type is EntityType.Igo or EntityType.Organ or EntityType.Other && e.Name.Contains("court", StringComparison.OrdinalIgnoreCase)
                : noun is "bloc" or "alliance" or "union" or "forum" ? static e => e.Type is EntityType.Igo && !e.Id.StartsWith("igo/UN", StringComparison.Ordinal)
                // The United Nations is no group.
                : static e => e.Type is EntityType.Igo && !e.Id.StartsWith("igo/UN", StringComparison.Ordinal) || e.Type is EntityType.ArmedGroup or EntityType.Ngo or EntityType.Other;
            // "the East African regional bloc, IGAD,": the name follows.
            if (At(next + 1) == "," && Known(next + 2) is { Words: > 0, Naming.Kind: NameKind.Body } after && _world.Find(after.Naming.Entity) is { } named && At(next + 2 + after.Words) is "," or "." or ")" or null && sort(Made(named))) return (Made(named), next + 1);
            bool Fits(Entity e) => sort(e) || e.Type == EntityType.Other && e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase);
            var size = from < next ? Size(_lower[from]) : 0;
            if (noun is "bloc" or "union" && LastNamed(at, Fits) is { Id: "igo/EC" or "igo/EUCO" or "igo/EP" or "igo/CEU" or "igo/EEAS" } && _world.Find("igo/EU") is { } union) return (Made(union), next + 1);
            return (size > 0 && _day is { } day && LastNamed(at, e => Fits(e) && e.Type == EntityType.Igo && _world.MembersOn(e.Id, day) == size) is { } sized ? sized : LastNamed(at, Fits), next + 1);
        }

        if (!Phrasing.StateNouns.Contains(noun) || noun is "homeland") return default;
        if (next == from + 1 && _lower[from] is "neighbouring" or "neighboring" && Antecedent(at, static e => e.State is not null) is { State: { } home } && Others(at, [home], "neighbour") is [var other]) return (other, next + 1);
        var islamic = next > from && _lower[next - 1] == "islamic";
        if (Part(from, next + 1) is { } part) return OnlyOf(at, part.Contains) is { State: { } sole } ? (StateOf(sole), next + 1) : default;
        if (noun is "territory") return OnlyOf(at, code => !_world.IsIndependent(code) && code is not ("TWN" or "PSE" or "XKX")) is { State: { } ruled } ? (StateOf(ruled), next + 1) : default;
        // "will address the nation": his own.
        if (noun == "nation" && next == from && (At(at - 1) is "to" || _text.Tokens[next] is { Relation: Relation.Obj, Head: >= 0 and var speaks } && _text.Tokens[speaks].Lemma is "address" or "tell" or "lead" or "thank" or "unite" or "assure" or "rule" or "run"))
            return Speakers(at) is { Count: > 0 } told && told.Where(IsPerson).Select(static e => e.State).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToArray() is [var his] ? (StateOf(his), next + 1) : default;
        var state = noun is "country" ? Alone(at) : noun is "nation" or "island" or "archipelago" or "territory" or "state" ? null
            : Nearest(at, e => e.State is { } of && e.Type is EntityType.State or EntityType.Organ or EntityType.Person
                && (noun == "emirate" ? of is "QAT" or "KWT" or "ARE" : noun == "republic" ? islamic && _world.CallsItself(of, "Islamic Republic") : _world.CallsItself(of, noun)));
        return state?.State is { } meant ? (StateOf(meant), next + 1) : default;
    }

    // "the West African country", "the island nation", "the island": the states that may be called so; null where no row tells.
    private IReadOnlySet<string>? Part(int first, int end)
    {
        for (var start = first; start < end; start++)
            for (var stop = Math.Min(end, start + 3); stop > start; stop--)
                if (_world.Grouping(Words(start, stop).ToLowerInvariant()) is { } states) return states;
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
                if (entity.State is not { } state || !states(state) || entity.Type is not (EntityType.State or EntityType.Organ or EntityType.Person or EntityType.Place)) continue;
                if (only is not null && only.State != state) return null;
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
                if (entity.State is not { } state || entity.Type is not (EntityType.State or EntityType.Organ or EntityType.Person or EntityType.Place)) continue;
                weights[state] = weights.GetValueOrDefault(state) + 1;
                if (entity.Type != EntityType.Place) best ??= entity;
            }
        }

        // "Eritrea has banned flights. The country has": of whom the sentence before tells.
        if (weights.Count > 1 && at == _text.Sentences[_sentence[at]].FirstToken && _sentence[at] > 0 && Leads(_sentence[at] - 1) is { } topic) return topic;
        // "Ramos-Horta was on a visit to the country": not to his own.
        if (At(at - 1) is "to" or "in" or "leave" or "reach" && best is { Type: EntityType.Person })
        {
            // "who is in Eritrea ... He arrived in the country": where else he was said to be.
            var elsewhere = weights.Keys.Where(state => state != best.State).Take(2).ToArray();
            if (elsewhere is [var abroad] && weights.Count == 2) return StateOf(abroad);
            return null;
        }

        // "Fiji expelled the envoy from the country".
        if (At(at - 1) == "from" && weights.Count > 1)
            for (var (verb, steps) = (_text.Tokens[at + 1].Head, 0); verb >= 0 && steps < 4; verb = _text.Tokens[verb].Head, steps++)
                if (_text.Tokens[verb].Lemma is "expel" or "deport" or "evict" or "expulsion" or "ban" or "bar" && Speakers(at) is [.., { State: { } expels } sends]) return weights.ContainsKey(expels) ? sends : null;
        return weights.Count == 1 || best?.State is { } last && weights.Count > 1 && weights[last] >= 2 * weights.Where(w => w.Key != last).Max(static w => w.Value) ? best : null;
    }

    // The state that is the subject of a sentence.
    private Entity? Leads(int sentence)
    {
        for (var i = FirstOf(sentence); i < _mentions.Count && _sentence[_mentions[i].FirstToken] == sentence; i++)
            if (_mentions[i].Entities is [{ Type: EntityType.State } state] && _mentions[i].Reading == "government" && Subject(_mentions[i]) && _mentions[i].FirstToken == _text.Sentences[sentence].FirstToken) return state;
        return null;
    }

    private static int Size(string word) => word switch
    {
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "fifteen" => 15,
        _ => int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0,
    };

    // The last state of a sort, unless the sentence that names it names another of that sort as well.
    private Entity? Nearest(int at, Func<Entity, bool> sort)
    {
        Entity? last = null;
        var sentence = -1;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 8; i--)
        {
            if (last is not null && _sentence[_mentions[i].FirstToken] != sentence) break;
            foreach (var entity in _mentions[i].Entities)
            {
                if (!sort(entity)) continue;
                if (last is not null && last.State != entity.State) return null;
                (last, sentence) = (entity, _sentence[_mentions[i].FirstToken]);
            }
        }

        // Two emirates spoken of in turn: of neither for sure.
        for (var i = _mentions.Count - 1; last is not null && sentence != _sentence[at] && i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 4; i--)
            foreach (var entity in _mentions[i].Entities)
                if (sort(entity) && entity.State != last.State) return null;

        return last;
    }

    private Entity? LastNamed(int at, Func<Entity, bool> sort)
    {
        Entity? last = null;
        var token = -1;
        for (var i = _mentions.Count - 1; i >= 0 && last is null && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 8; i--)
            foreach (var entity in _mentions[i].Entities)
                if (last is null && sort(entity)) (last, token) = (entity with { Span = null }, _mentions[i].FirstToken);
        // "European Commission President Ursula von der Leyen ... the bloc": whom a title names within it.
        for (var i = _titleBodies.Count - 1; i >= 0 && _titleBodies[i].Token > token && _sentence[at] - _sentence[_titleBodies[i].Token] <= 8; i--)
            if (sort(_titleBodies[i].Body)) return _titleBodies[i].Body;
        return last;
    }

    private ImmutableArray<Entity> LastTwo(int at)
    {
        for (var i = _mentions.Count - 1; i > 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 1; i--)
            if (Coordinated(i) is { Length: 2 } pair) return pair;
        return _sentence[at] > 0 && at == _text.Sentences[_sentence[at]].FirstToken && Only(_sentence[at] - 1) is { Length: 2 } only ? only : [];
    }

    // Every mention counts once for the document and once more when near; who opens the text and who is a subject counts more. Places
    // named as places do not count.
    private ImmutableArray<Entity> Two(int at, Func<Entity, bool> sort, int count = 2, bool clear = false)
    {
        var weights = new Dictionary<string, (double Weight, int First, Entity Entity)>();
        for (var i = _mentions.Count - 1; i >= 0 && i > _mentions.Count - 200; i--)
        {
            var mention = _mentions[i];
            if (mention.Reading == "place") continue;
            var weight = (.5 + Math.Max(0, 1 - .25 * (_sentence[at] - _sentence[mention.FirstToken]))) * (Subject(mention) ? 1.2 : 1) * (_sentence[mention.FirstToken] < 2 ? 1.5 : 1);
            foreach (var entity in mention.Entities)
            {
                if (!sort(entity) || entity.State is null && entity.Type is not (EntityType.Person or EntityType.ArmedGroup)) continue;
                var key = entity.Type == EntityType.ArmedGroup ? entity.Id : entity.State ?? entity.Id;
                var held = weights.GetValueOrDefault(key, (0, 0, entity));
                // Of two persons of one state the one at its top is meant.
                var speaks = IsPerson(entity) && !IsAtTop(held.Entity) && IsAtTop(entity) ? entity : held.Entity;
                weights[key] = (held.Weight + weight, mention.FirstToken, speaks);
            }
        }

        var stateless = weights.Count(static w => w.Value.Entity.State is null);
        if (stateless > 0 && weights.Count - stateless >= count)
            foreach (var key in weights.Where(static w => w.Value.Entity.State is null).Select(static w => w.Key).ToArray()) weights.Remove(key);
        if (clear && (weights.Count < count || weights.Values.Select(static w => w.Weight).OrderDescending().ToArray() is var ranked && ranked.Length > count && ranked[count] > (count == 1 ? .5 : Near) * ranked[count - 1])) return [];
        return [.. weights.OrderByDescending(static w => w.Value.Weight).ThenBy(static w => w.Key, StringComparer.Ordinal).Take(count)
            .OrderBy(static w => w.Value.First).Select(static w => w.Value.Entity with { Span = null })];
    }
}
