using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Titles alone and people without a name: who is meant by a phrase that says what somebody does.</summary>
internal sealed partial class Linker
{
    private int Several(PeoplePhrase phrase)
    {
        if (OfBoth(phrase) is var both and > 0) return both;
        var bare = phrase.FirstModifier == phrase.Head;
        var noun = _lower[phrase.Head];
        if (phrase.Definite && bare && phrase.Role.Sector == "rebel" && LastGroup(phrase.Start) is { } group)
            return Put(phrase.Start, phrase.Head + 1, [group], MentionForm.Title, null, .75, "actors/the-rebels", "the armed group last named");
        if (phrase.Definite && phrase.End == phrase.Head + 1 && Previous(noun, phrase.State) is { } before)
            return Put(phrase.Start, phrase.Head + 1, [before], MentionForm.Title, null, .65, "actors/same-people", "the people called so before");
        if (Band(phrase) is var band and > 0) return band;
        // "the Iraqi authorities": the government.
        if (noun == "authorities" && phrase.State is not null && Known(phrase.FirstModifier) is { Words: > 0 } ruled && (phrase.FirstModifier + ruled.Words == phrase.Head || phrase.FirstModifier + ruled.Words == phrase.Head - 1 && Phrasing.Later.Contains(_lower[phrase.Head - 1]))) return phrase.Start;
        if (noun == "delegations" && phrase is { State: { } party, Body: null } && Known(phrase.FirstModifier) is { Words: > 0 } of && phrase.FirstModifier + of.Words == phrase.Head && !phrase.Indefinite && !phrase.Counted)
            return Put(phrase.Start, phrase.Head + 1, [StateOf(party)], MentionForm.Title, "government", .75, "actors/side", "those who act for " + party);
        if (noun == "forces" && phrase.State is not null && Known(phrase.FirstModifier) is { Words: > 0 } whose && phrase.FirstModifier + whose.Words == phrase.Head) return phrase.Start;
        // "Presidents William Ruto of Kenya and Yoweri Museveni": their names follow.
        if (!phrase.Indefinite && !phrase.Counted && phrase.Office is null && At(phrase.End) is not null && Upper(phrase.End) && _sentence[Math.Min(phrase.End, _words.Length - 1)] == _sentence[phrase.Start] && NameEnd(phrase.End) > phrase.End + 1) return phrase.Start;
        if (phrase.Role.Kind == "body" && (bare || Phrasing.Sides.Contains(noun) && (phrase.Definite || !Named(phrase)))) return phrase.Start;
        if (phrase.Definite && bare && phrase.End == phrase.Head + 1) return phrase.Start;
        // "their people", "we are one people": no one in particular.
        if (noun is "people" && bare && phrase.Start > 0 && (_lower[phrase.Start - 1] is "one" or "his" or "her" or "its" or "their" or "our" or "my")) return phrase.Start;
        // "the defence ministers of Chad and Niger": of neither alone.
        if (phrase.End > phrase.Head + 1 && At(phrase.Head + 1) == "of" && At(phrase.End) is "and" or "," && Known(phrase.End + 1) is { Words: > 0, Naming.Kind: NameKind.State } joined)
        {
            phrase.State = null;
            if (_lower[phrase.End] == "and") phrase.End += 1 + joined.Words;
        }

        if (NamedAfter(phrase) is var several and > 0) return several;
        var unnamed = Unnamed(phrase.Start, phrase.End, phrase.State ?? StateOfBody(phrase.Body), EntityType.Group, null);
        Put(phrase.Start, phrase.End, [unnamed], MentionForm.Group, null, .7, "actors/unnamed-people", "people whom the text leaves unnamed");
        return phrase.Head + 1;
    }

    // "the ministers of defence and interior of Mali, Sadio Camara and Daoud Aly Mohammedine": who is named behind.
    private int NamedAfter(PeoplePhrase phrase)
    {
        if (phrase.Role.Sector != "government" || phrase.Indefinite) return 0;
        var end = phrase.End;
        var state = phrase.State;
        var limit = _text.Sentences[_sentence[phrase.Start]].EndToken;
        // "and interior", "of Mali".
        while (end < limit && end < phrase.End + 6 && At(end) is not ",")
        {
            if (At(end) is "of" && Known(At(end + 1) == "the" ? end + 2 : end + 1) is { Words: > 0, Naming.Kind: NameKind.State } of) { state ??= of.Naming.Entity[6..]; end = (At(end + 1) == "the" ? end + 2 : end + 1) + of.Words; continue; }
            if (At(end) is not ("and" or "of") && _text.Tokens[end].Tag is not (UniversalTag.NOUN or UniversalTag.ADJ or UniversalTag.PROPN)) return 0;
            end++;
        }

        if (At(end) != ",") return 0;
        var persons = new List<Entity>();
        for (var at = end + 1; persons.Count < 6;)
        {
            if (at >= limit || !Upper(at) || _world.Role(_lower[at]) is not null || Known(at) is { Words: > 0, Naming.Kind: not NameKind.Person }) return 0;
            var last = NameEnd(at);
            if (last < at + 2 || !(PersonBegins(at) || Known(at).Words > 0)) return 0;
            persons.Add(PersonOf(at, last, state, null, null));
            if (At(last) == "and" || At(last) == "," && At(last + 1) == "and") { at = At(last) == "and" ? last + 1 : last + 2; continue; }
            if (persons.Count > 1 && _lower[at - 1] == "and") break;
            if (At(last) != ",") return 0;
            at = last + 1;
        }

        return persons.Count < 2 ? 0 : Put(phrase.Start, end, [.. persons], MentionForm.Group, null, .8, "actors/named-after", "those who are named behind");
    }

    // "CPJP rebels": those who bear a name that the pack does not hold.
    private int Band(PeoplePhrase phrase)
    {
        if (phrase.Role.Sector != "rebel" || phrase.Head != phrase.FirstModifier + 1 || _words[phrase.FirstModifier] is not { Length: > 1 } letters || !letters.All(static c => char.IsUpper(c) || char.IsDigit(c) || c == '-') || !letters.Any(char.IsUpper) || Known(phrase.FirstModifier).Words > 0) return 0;
        var band = _short.TryGetValue(letters, out var known) ? known : new Entity { Id = "unknown/" + Slug(letters), Name = letters, Type = EntityType.ArmedGroup };
        _short[letters] = band;
        return Put(phrase.Start, phrase.Head + 1, [band with { Span = null }], MentionForm.Name, null, .7, "actors/band", "fighters of that name");
    }

    // "the presidents of Guyana and Venezuela": the holder of the office in each.
    private int OfBoth(PeoplePhrase phrase)
    {
        var at = phrase.Head + 1;
        var one = phrase.FirstModifier < phrase.Head ? Words(phrase.FirstModifier, phrase.Head + 1).ToLowerInvariant() : _lower[phrase.Head];
        if (At(at) != "of" || !one.EndsWith('s') || _world.Title(one[..^1]) is not { } office) return 0;
        var persons = new List<Entity>();
        at++;
        while (persons.Count < 5)
        {
            if (At(at) is "the" or "and" or "," or "both") { at++; continue; }
            if (Known(at) is not { Words: > 0, Naming.Kind: NameKind.State } state || Holder(state.Naming.Entity[6..], null, office, "").Holder is not { } holder) break;
            persons.Add(holder);
            at += state.Words;
            if (At(at) is not ("," or "and")) break;
        }

        return persons.Count < 2 ? 0 : Put(phrase.Start, at, [.. persons], MentionForm.Group, null, .85, "actors/of-both", "the holder of that office in each");
    }

    private int One(PeoplePhrase phrase)
    {
        var noun = Said(phrase);
        if (phrase.Role.Kind == "body") return phrase.Start;
        // "the 11-member Bangladesh delegation".
        if (phrase is { Definite: true, State: { } sends, Body: null } && _lower[phrase.Head] == "delegation" && phrase.End == phrase.Head + 1)
            return Put(phrase.Start, phrase.End, [StateOf(sends)], MentionForm.Title, "government", .8, "actors/side", "those who act for " + sends);
        if (phrase.Start > 1 && _lower[phrase.Start - 1] == "," && noun is "chair" or "host" or "chairman" && _mentions.Count > 0 && _mentions[^1] is { Entities: [{ Type: EntityType.State } chair] } seat && seat.EndToken == phrase.Start - 1)
        {
            Put(phrase.Start, phrase.End, [chair], MentionForm.Title, "government", .85, "actors/apposition", "says what the state just named is");
            return phrase.Head + 1;
        }

        if (phrase.Start > 1 && _lower[phrase.Start - 1] == "," && _mentions.Count > 0 && _mentions[^1] is { Form: MentionForm.Name, Entities: [{ Type: EntityType.Person } named] } before
            && before.EndToken == phrase.Start - 1 && _sentence[before.FirstToken] == _sentence[phrase.Start] && !Possessive(phrase.End)
            && (phrase.State is null || phrase.Body is not null || (_world.Find(named.Id)?.State ?? named.State) is not { } own || own == phrase.State))
        {
            Put(phrase.Start, phrase.End, [named], MentionForm.Title, "person", .9, "actors/apposition", "says what the person just named is");
            Entitle(named.Id, Words(phrase.FirstModifier, phrase.Head + 1));
            if (named.Id.StartsWith("unknown/", StringComparison.Ordinal) && named.Office is null) Learn(named with { State = named.State ?? phrase.State, Office = TitleText(phrase) });
            return phrase.Head + 1;
        }

        // "Iran, a staunch supporter of the Syrian regime".
        if (_lower[phrase.Start] is "a" or "an" && phrase.Start > 1 && _lower[phrase.Start - 1] == "," && phrase.Role.Kind == "person" && _mentions is [.., { Entities: [{ Type: EntityType.State or EntityType.Igo or EntityType.Organ } supports] } told] && told.EndToken == phrase.Start - 1 && _text.Tokens[phrase.Head].Relation is Relation.Appos or Relation.Nsubj or Relation.Conj)
        {
            Put(phrase.Start, phrase.Head + 1, [supports with { Span = null }], MentionForm.Title, null, .8, "actors/apposition", "says what the one just named is");
            return phrase.Head + 1;
        }

        // "Poland's president and prime minister".
        if (phrase is { Indefinite: false, Definite: false, State: null, Body: null, Office: not null } && At(phrase.Start - 1) == "and" && _mentions is [.., { Form: MentionForm.Title, Rule: "actors/title", Entities: [{ Type: EntityType.Person, State: { } shared }] } beside] && beside.EndToken == phrase.Start - 1 && Holder(shared, null, phrase.Office, noun) is { Holder: { } second } sure && second.Id != beside.Entities[0].Id)
            return Put(phrase.Start, phrase.End, [second], MentionForm.Title, "person", sure.Confidence - .05, "actors/title", sure.Why);
        if (!phrase.Indefinite && !phrase.Definite && phrase.State is null && phrase.Body is null) return phrase.Start;
        // "resigned as governor of the Bank of Zambia".
        if (!phrase.Indefinite && !phrase.Definite && At(phrase.Start - 1) == "as" && _text.Tokens[phrase.Start - 1].Relation != Relation.Mark) return phrase.Start;
        // "called him a hostage": what somebody is said to be.
        if (phrase.Indefinite && (_text.Tokens[phrase.Head].Relation is Relation.Xcomp || At(phrase.Start - 1) == "as" && _text.Tokens[phrase.Start - 1].Relation != Relation.Mark && phrase.State is null && phrase.Body is null)) return phrase.Start;
        // "the only leader to say so", "the next president".
        if (phrase.Office is not null && (phrase.Unheld || phrase.Start > 0 && _sentence[phrase.Start - 1] == _sentence[phrase.Start] && Phrasing.Unheld.Contains(_lower[phrase.Start - 1]))) return phrase.Start;
        // "flew to Ankara, where he met the president".
        if (phrase is { Definite: true, State: null, Body: null, Office: not null and not "hos" } && Where(phrase.Start) is { } where) phrase.State = where;
        // "The King" in a text from Manama is its own.
        if (phrase is { Definite: true, Office: "hos", State: null, Body: null, Former: false } && HomeThrone(noun) is { } throne)
            return Put(phrase.Start, phrase.End, [throne], MentionForm.Title, "person", .85, "actors/title", "holds the throne where the text comes from");
        if (phrase.Elect && Elected(phrase) is { } elected) return Put(phrase.Start, phrase.End, [elected], MentionForm.Title, "person", .8, "actors/title", "named before in the text with that title");
        if (phrase.Elect) return phrase.State is null ? phrase.Start : Put(phrase.Start, phrase.End, [Unnamed(phrase.Start, phrase.End, phrase.State, EntityType.Person, null)], MentionForm.Title, "person", .7, "actors/unnamed-person", "somebody whom the text leaves unnamed");
        if (phrase.Visiting && phrase.Definite && phrase.State is null && Visitor(phrase.Start, e => Holds(e, phrase.Office ?? "leader", noun)) is { } visitor)
            return Put(phrase.Start, phrase.End, [visitor], MentionForm.Title, "person", .8, "actors/visitor", "who is of another state than the place");
        // "The Head of State" in a text from Astana is its own.
        if (phrase is { Definite: true, Office: "hos", State: null, Body: null, Former: false, Deputy: false } && noun == "head" && Home is { } home && Holder(home, null, "hos", "") is { Holder: { } reigning } seated)
            return Put(phrase.Start, phrase.End, [reigning], MentionForm.Title, "person", seated.Confidence - .1, "actors/title", seated.Why);
        // "the Turkish Cypriot leader": of two adjectives neither tells the state; who was called so before.
        if (phrase.Definite && phrase.Body is null && Adjectives(phrase) is { Length: > 0 } mixed)
            return OnlyTitled(null, title => title.EndsWith(mixed, StringComparison.Ordinal)) is { } same0 ? Put(phrase.Start, phrase.End, [same0], MentionForm.Title, "person", .8, "actors/title", "named before in the text with that title") : Put(phrase.Start, phrase.End, [], MentionForm.Title, null, .3, "actors/abstain", "of two states");
        // "Turkish Cypriot leader Akinci ... the new Turkish Cypriot leader": who was called so in as many words.
        if (phrase is { Definite: true, State: not null, Former: false, Deputy: false, Body: null } && phrase.End == phrase.Head + 1 && CalledSo(phrase) is { } named0)
            return Put(phrase.Start, phrase.End, [named0], MentionForm.Title, "person", .85, "actors/title", "named before in the text with that title");
        // "the head of Turkmenistan".
        if (phrase is { Definite: true, Office: null, Body: null, State: not null } && _lower[phrase.Head] == "head" && phrase.FirstModifier == phrase.Head && At(phrase.Head + 1) == "of" && Known(phrase.Head + 2) is { Words: > 0, Naming.Kind: NameKind.State } headed && phrase.Head + 2 + headed.Words == phrase.End) phrase.Office = "leader";
        if (phrase.Office is null && phrase.Body is { Type: EntityType.Igo } && _lower[phrase.Head] is "head" or "chief" or "boss") phrase.Office = "igo-head";
        if (!phrase.Indefinite && (!phrase.Deputy || phrase.Office is "vp" or "dpm") && !phrase.Former)
        {
            var (holder, confidence, why) = phrase.Office is { } office ? Holder(phrase.State, phrase.Body, office, noun) : phrase.Body is { Type: EntityType.Igo or EntityType.Other } || phrase.End > phrase.Head + 1 ? default : Called(phrase.State, noun);
            if (holder is null && phrase.Office == "hos" && phrase.State is null && phrase.Body is null) (holder, confidence, why) = Throne(noun);
            if (holder is null && phrase is { Definite: true, State: null, Body: null, Office: { } unspoken } && phrase.End == phrase.Head + 1 && OfSubject(phrase.Start, unspoken, noun) is { } implied) (holder, confidence, why) = (implied, .65, "holds that office in the state of who acts here");
            if (holder is not null) return Put(phrase.Start, phrase.End, [holder], MentionForm.Title, "person", confidence, "actors/title", why);
        }
        else if (phrase.Definite && phrase.Former && phrase.Office is { } past)
        {
            if ((Past(phrase.State, past) ?? FormerlyTitled(phrase.State, past)) is { } once) return Put(phrase.Start, phrase.End, [once], MentionForm.Title, "person", .8, "actors/former", "held the office before");
        }
        else if (phrase.Definite && !phrase.Deputy && phrase.Body is null && phrase.End == phrase.Head + 1 && Called(phrase.State, noun) is { Holder: { } called } found)
            return Put(phrase.Start, phrase.End, [called], MentionForm.Title, "person", found.Confidence, "actors/title", found.Why);

        if (phrase is { Definite: true, State: { } of, Body: null, Former: false, Deputy: false } && phrase.End == phrase.Head + 1 && Phrasing.AnyPost.Contains(_lower[phrase.Head]) && At(phrase.End) is not ("to" or "of" or "for" or "in" or "at") && phrase.FirstModifier + Known(phrase.FirstModifier).Words == phrase.Head && OnlyNamed(phrase.Start, of, _lower[phrase.Head]) is { } sent)
            return Put(phrase.Start, phrase.End, [sent], MentionForm.Title, "person", .7, "actors/any-post", "the only one of that state whom the text names here");
        if (phrase is { Definite: true, State: null, Body: null, Former: false, Deputy: false } && phrase.End == phrase.Head + 1 && phrase.FirstModifier == phrase.Head && Phrasing.AnyPost.Contains(_lower[phrase.Head]) && OnlyTitled(null, static title => title.Split(' ', '-').Any(static word => Phrasing.SentTo.Contains(word) || Phrasing.AnyPost.Contains(word))) is { } envoy)
            return Put(phrase.Start, phrase.End, [envoy], MentionForm.Title, "person", .7, "actors/any-post", "the only one whom the text names with such a post");
        if (!phrase.Indefinite && phrase.Body is null && phrase.End == phrase.Head + 1 && (phrase.FirstModifier == phrase.Head || phrase.State is not null) && Previous(_lower[phrase.Head], phrase.State) is { } same)
            return Put(phrase.Start, phrase.End, [same], MentionForm.Title, "person", .65, "actors/same-people", "the person called so before");
        if (!phrase.Indefinite && phrase.State is null && phrase.Body is null) return phrase.Start;
        var bare = !phrase.Indefinite && !phrase.Definite && phrase.Office is null && _text.Tokens[phrase.Head].Tag == UniversalTag.ADJ;
        if (bare) return phrase.Start;
        // "a government adviser", "a presidential spokesman": of the state whose government the text tells of.
        if (phrase is { State: null, Body: null } && phrase.Head == phrase.FirstModifier + 1 && phrase.Role.Sector is "government" or "military" && _lower[phrase.FirstModifier] is "government" or "presidential" or "military" or "army" or "cabinet" or "palace") phrase.State = SettledState(phrase.Start) ?? Ahead(phrase.Start);
        var unnamed = Unnamed(phrase.Start, phrase.End, phrase.State ?? StateOfBody(phrase.Body), EntityType.Person, null);
        Put(phrase.Start, phrase.End, [unnamed], MentionForm.Title, "person", .7, "actors/unnamed-person", "somebody whom the text leaves unnamed");
        return phrase.Head + 1;
    }

    // Whom the text alone knows, and called by all these words.
    private Entity? CalledSo(PeoplePhrase phrase)
    {
        var first = phrase.FirstModifier;
        while (first < phrase.Head && Phrasing.Later.Contains(_lower[first])) first++;
        if (phrase.Head - first < 2) return null;
        var said = Words(first, phrase.Head + 1).ToLowerInvariant();
        return OnlyTitled(phrase.State, title => title.EndsWith(said, StringComparison.Ordinal)) is { } person && person.Id.StartsWith("unknown/", StringComparison.Ordinal) ? person : null;
    }

    private string Adjectives(PeoplePhrase phrase)
    {
        for (var at = phrase.FirstModifier; at < phrase.Head; at++)
            if (Known(at) is { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.Demonym } one && Known(at + one.Words) is { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.Demonym } other && other.Naming.Entity != one.Naming.Entity && at + one.Words + other.Words <= phrase.Head)
                return Words(at, phrase.Head + 1).ToLowerInvariant();
        return "";
    }

    // "the American envoy": the only person of that state whom the sentences before name, if he leads no state.
    private Entity? OnlyNamed(int at, string state, string noun)
    {
        Entity? only = null;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 4; i--)
            foreach (var entity in _mentions[i].Entities)
            {
                // A foreign minister is no envoy.
                if (!IsPerson(entity) || IsAtTop(entity) || noun is not ("diplomat" or "politician" or "statesman") && _world.OfficeOf(entity.Id, _day) is not null || (entity.State ?? _world.Find(entity.Id)?.State) != state) continue;
                if (only is not null && only.Id != entity.Id) return null;
                only = entity;
            }

        return only is null || IsAtTop(only) || only.Name.Any(char.IsLower) && !char.IsUpper(only.Name[0]) ? null : only with { Span = null };
    }

    // "trade minister", "opposition leader", and "minister" and "leader" where nothing before them says of what.
    private string Said(PeoplePhrase phrase)
    {
        var head = _lower[phrase.Head];
        return head is "minister" or "leader" or "secretary" or "chief" or "head" && phrase.Head > phrase.FirstModifier && _text.Tokens[phrase.Head - 1].Tag is UniversalTag.NOUN or UniversalTag.ADJ && Known(phrase.Head - 1).Words == 0
            && !Phrasing.Later.Contains(_lower[phrase.Head - 1]) ? _lower[phrase.Head - 1] + " " + head : head;
    }

    private bool Named(PeoplePhrase phrase)
    {
        for (var i = phrase.FirstModifier; i < phrase.Head; i++)
            if (_text.Tokens[i].Tag == UniversalTag.PROPN || Known(i).Words > 0) return true;
        return false;
    }

    private string TitleText(PeoplePhrase phrase) => _text.SpanOf(phrase.FirstModifier, phrase.End).In(_text.Document.Text).ToString();

    private static string? StateOfBody(KnownEntity? body) => body?.State;

    private void Learn(Entity person)
    {
        foreach (var key in _short.Keys.ToArray())
            if (_short[key].Id == person.Id) _short[key] = person;
    }

    private Entity? Previous(string noun, string? state)
    {
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            if (_mentions[i].Rule is "actors/unnamed-people" or "actors/unnamed-person" && _mentions[i].Entities is [var entity] && _lower[_mentions[i].Head] == noun
                && (state is null || entity.State == state)) return entity with { Span = null };
        return null;
    }

    private Entity? LastGroup(int at)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 8; i--)
            if (_mentions[i].Entities is [{ Type: EntityType.ArmedGroup } group]) return group;
        return null;
    }
}
