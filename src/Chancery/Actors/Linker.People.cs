using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>People by what they do: title and name, title alone, and those who stay unnamed.</summary>
internal sealed partial class Linker
{
    private const int LongestTitle = 10;

    private struct PeoplePhrase
    {
        public int Start;
        public int FirstModifier;
        public int Head;
        public int End;
        public string? State;
        public KnownEntity? Body;
        public bool Definite;
        public bool Indefinite;
        public bool Counted;
        public bool Former;
        public bool Deputy;
        public RoleWord Role;
        public string? Office;
    }

    private int People(int start)
    {
        // "Sheikh Hasina" is a name before it is a title.
        if (Known(start) is { Words: > 1, Naming.Kind: NameKind.Person }) return start;
        if (!Scan(start, out var phrase)) return start;
        Extend(ref phrase);
        var named = phrase.End;
        var comma = At(named) == ",";
        if (comma) named++;
        var last = named < _words.Length && _sentence[named] == _sentence[start] && !phrase.Role.Many ? NameEnd(named) : named;
        if (last > named && comma && _world.Role(_lower[named]) is not null && !Phrasing.Honorifics.Contains(_lower[named])) last = named;
        if (last > named && comma && (Known(named) is { Words: > 0, Naming.Kind: not NameKind.Person } taken && !(taken is { Words: 1, Naming.Kind: NameKind.Adjective } && last == named + 2 && _world.Role(_lower[named + 1]) is null && Known(named + 1).Words == 0) || _world.Role(_lower[named]) is null && !Closes(last))) last = named;
        // "ASEAN chair Laos", "host Qatar": a state is named, and nobody.
        if (last > named && !comma && Known(named) is { Words: > 0, Naming.Kind: NameKind.State or NameKind.Body } body && named + body.Words >= last) return start;
        if (last > named && comma && Acts(named, last) && _text.Tokens[phrase.Head].Relation is Relation.Nmod or Relation.Obl) last = named;
        if (last > named)
        {
            while (last - named > 1 && _world.Role(_lower[named]) is not null) named++;
            if (Phrasing.BodyNouns.Contains(_lower[last - 1]) && last - named > 1) return start;
            if (phrase.Role.Kind == "body") return comma ? start : Put(start, last, [NamedBody(named, last, phrase.State)], MentionForm.Name, null, .6, "actors/unknown-body", "says what it is and names it");
            var title = _text.SpanOf(phrase.FirstModifier, phrase.Head + 1).In(_text.Document.Text).ToString();
            var person = PersonOf(named, last, phrase.State, phrase.Deputy ? null : phrase.Office, title, !phrase.Deputy && phrase.Role.Sector == "government");
            _titled[person.Id] = _titled.GetValueOrDefault(person.Id) + "|" + title.ToLowerInvariant();
            var confidence = person.Id.StartsWith("unknown/", StringComparison.Ordinal) ? .75 : .97;
            if (comma)
            {
                Put(start, phrase.End, [person], MentionForm.Title, "person", confidence, "actors/title-of", "the title of who is named after it");
                return Put(named, last, [person], MentionForm.Name, "person", confidence, "actors/titled-name", "title and name together");
            }

            return Put(start, last, [person], MentionForm.Name, "person", confidence, "actors/titled-name", "title and name together", named);
        }

        return phrase.Role.Many ? Several(phrase) : One(phrase);
    }

    // "In talks with the prime minister, Okafor promised ...": the name is the subject of its own clause and not the minister's.
    private bool Acts(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (_text.Tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass) return true;
        return false;
    }

    private Entity NamedBody(int first, int end, string? state)
    {
        if (Known(first) is { Words: > 0 } known && first + known.Words == end) return Made(_world.Find(known.Naming.Entity)!);
        var words = Words(first, end);
        return _short[words] = new() { Id = "unknown/" + Slug(words), Name = words, Type = EntityType.Other, State = state };
    }

    // What follows a name that stands after its title and a comma.
    private bool Closes(int end) => At(end) is null or "," or "." or ";" or ":" or ")" or "said" or "told" or "and" || _text.Tokens[end].Tag is UniversalTag.VERB or UniversalTag.AUX or UniversalTag.ADP;

    private bool Scan(int start, out PeoplePhrase phrase)
    {
        phrase = new() { Start = start, Head = -1 };
        var at = start;
        var word = _lower[at];
        if (!char.IsLetterOrDigit(word[0])) return false;
        if (word == "the") { phrase.Definite = true; at++; }
        else if (word is "a" or "an" or "another" or "one" or "some" or "several" or "many" or "other") { phrase.Indefinite = true; at++; }
        else if (Phrasing.Counts.Contains(word) || _text.Tokens[at].Tag == UniversalTag.NUM && char.IsDigit(word[0])) { phrase.Counted = true; at++; }
        if (phrase.Definite && At(at) is { } counted && (Phrasing.Counts.Contains(counted) || counted is "both" or "latter")) return false;
        var limit = Math.Min(_text.Sentences[_sentence[start]].EndToken, start + LongestTitle);
        phrase.FirstModifier = at;
        while (at < limit)
        {
            if (Calendar(at)) return false;
            // "pro-Russian", "anti-Chinese", "Iran-backed" tell whom one is for or against, and not whose one is.
            if (at > phrase.FirstModifier && Hyphen(at - 1) && Joined(at - 1) || at + 2 < limit && Hyphen(at + 1) && Joined(at + 1) && _lower[at + 2] is "backed" or "aligned" or "led" or "allied" or "run" or "based" or "funded" or "linked" or "trained" or "born" or "held" or "occupied" or "controlled")
            {
                if (_text.Tokens[at].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.VERB)) return false;
                if (_world.Role(_lower[at]) is null) { at++; continue; }
            }

            if (Known(at) is { Words: > 0 } known && known.Naming.Kind is NameKind.State or NameKind.Adjective or NameKind.Body or NameKind.Demonym or NameKind.Capital)
            {
                var entity = _world.Find(known.Naming.Entity)!;
                if (known.Naming.Kind == NameKind.Body) phrase.Body ??= entity;
                phrase.State ??= entity.State;
                at += known.Words;
                if (Possessive(at)) { phrase.Definite = true; at++; }
                if (at >= limit) return false;
                continue;
            }

            if (phrase.Definite && at == phrase.FirstModifier && Described(start, at) is { Entity: { } described } of && Possessive(of.End))
            {
                if (described.Type == EntityType.State) phrase.State ??= described.State; else phrase.Body ??= _world.Find(described.Id);
                at = of.End + 1;
                continue;
            }

            if (_world.Role(_lower[at]) is { } role && role.Kind != "army" && _text.Tokens[at].Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.NUM or UniversalTag.X)
            {
                // "an official visit", "a civilian transition": an adjective before a noun for no one.
                if (_text.Tokens[at].Tag == UniversalTag.ADJ && at + 1 < limit && _text.Tokens[at + 1].Tag == UniversalTag.NOUN && _world.Role(_lower[at + 1]) is null) return false;
                phrase.Role = role;
                if (GoesOn(at + 1, limit)) { Modifier(ref phrase, at); at++; continue; }
                phrase.Head = at;
                phrase.End = at + 1;
                break;
            }

            if (Possessive(at) && at > phrase.FirstModifier && Organ(at - 1) is { Words: 1 } whose) phrase.State ??= Whose(at - 1, at, whose.Code);
            if (!IsModifier(at, limit) && !(_text.Tokens[at].Tag == UniversalTag.X && at + 1 < limit && _world.Title(_lower[at] + " " + _lower[at + 1]) is not null)) return false;
            Modifier(ref phrase, at);
            at++;
        }

        return phrase.Head >= 0 && Titled(ref phrase);
    }

    private void Modifier(ref PeoplePhrase phrase, int at)
    {
        phrase.Former |= Phrasing.Earlier.Contains(_lower[at]) || _lower[at] == "ex";
        phrase.Deputy |= _lower[at] is "deputy" or "vice" or "assistant" or "under";
    }

    private bool IsModifier(int at, int limit)
    {
        var token = _text.Tokens[at];
        if (_lower[at] is "-" or "‑" && at + 1 < limit) return Joined(at);
        if (token.Tag == UniversalTag.NUM && Hyphen(at + 1) && Joined(at + 1)) return true;
        if (Phrasing.Earlier.Contains(_lower[at]) || Phrasing.Later.Contains(_lower[at])) return true;
        if (Possessive(at)) return at > 0 && Organ(at - 1) is { Words: 1 };
        return token.Tag switch
        {
            UniversalTag.ADJ or UniversalTag.NOUN => true,
            UniversalTag.PROPN => !(_short.TryGetValue(_words[at], out var known) && known.Type == EntityType.Person),
            UniversalTag.VERB => token.Relation is Relation.Amod or Relation.Compound && (_lower[at].EndsWith("ing", StringComparison.Ordinal) || _lower[at].EndsWith("ed", StringComparison.Ordinal)),
            _ => false,
        };
    }

    // A noun after a role word makes it a modifier ("army chief", "rebel leader"), unless a name begins there.
    private bool GoesOn(int at, int limit)
    {
        if (at >= limit) return false;
        if ((Upper(at) || _lower[at - 1] is "deputy" or "vice" or "former" or "acting" or "assistant") && at + 1 < limit && (_world.Title(_lower[at] + " " + _lower[at + 1]) is not null || at + 2 < limit && _world.Title(_lower[at] + " " + _lower[at + 1] + " " + _lower[at + 2]) is not null)) return true;
        // "Deputy US Ambassador".
        if (at + 2 < limit && Known(at) is { Words: > 0, Naming.Kind: NameKind.State or NameKind.Adjective } of && at + of.Words < limit && _world.Role(_lower[at + of.Words]) is { Kind: "person" } && Upper(at + of.Words)) return true;
        if (_world.Role(_lower[at]) is not null && _text.Tokens[at].Tag is UniversalTag.NOUN or UniversalTag.PROPN) return !Upper(at) || Upper(at + 1) || Phrasing.Particles.Contains(At(at + 1) ?? "") || Upper(at - 1);
        if (_lower[at] is "-" && Joined(at)) return true;
        return _text.Tokens[at].Tag == UniversalTag.NOUN && !Upper(at) && _text.Tokens[at - 1].Head == at && _text.Tokens[at - 1].Relation == Relation.Compound;
    }

    // The longest title of the table that ends at the head, or goes on after it with "of".
    private bool Titled(ref PeoplePhrase phrase)
    {
        for (var first = Math.Max(phrase.FirstModifier, phrase.Head - 3); first <= phrase.Head; first++)
        {
            for (var end = Math.Min(phrase.Head + 5, _text.Sentences[_sentence[phrase.Head]].EndToken); end > phrase.Head; end--)
            {
                if (end > phrase.Head + 1 && _lower[phrase.Head + 1] is not ("of" or "for" or "-" or "general")) continue;
                var span = _text.SpanOf(first, end).In(_text.Document.Text).ToString().ToLowerInvariant();
                if (_world.Title(span) is not { } office) continue;
                // "the opposition leader", "the trade minister": of no state, and of one ministry.
                if (office is "leader" && first > phrase.FirstModifier && _text.Tokens[first - 1].Tag == UniversalTag.NOUN && Known(first - 1).Words == 0) return Organ(phrase.FirstModifier).Words == 0;
                phrase.Office = office;
                phrase.End = Math.Max(phrase.End, end);
                if (Organ(first) is { } organ && first + organ.Words > phrase.End) return false;
                return true;
            }
        }

        return Organ(phrase.FirstModifier) is not { Words: > 0 } longer || phrase.FirstModifier + longer.Words <= phrase.End;
    }

    // "of the African Union", "for the military government", "in Pristina": part of the phrase; what it names is read again for itself.
    private void Extend(ref PeoplePhrase phrase)
    {
        for (var rounds = 0; rounds < 2; rounds++)
        {
            var at = phrase.End;
            if (At(at) is not ("of" or "for" or "from" or "in" or "to" or "at" or "with") || _sentence[at] != _sentence[phrase.Start]) return;
            var of = _lower[at] is "of" or "for";
            // "hostages for prisoners": only who serves or speaks is for somebody.
            if (_lower[at] == "for" && phrase.Role.Many && !Phrasing.SentTo.Contains(_lower[phrase.Head]) && phrase.Office is null && phrase.Role.Kind is "person" && !_lower[phrase.Head].StartsWith("spokes", StringComparison.Ordinal)) return;
            if (!of && _lower[at] != "from" && !Phrasing.SentTo.Contains(_lower[phrase.Head])) return;
            var first = At(at + 1) is "the" ? at + 2 : at + 1;
            if (first >= _words.Length || _sentence[first] != _sentence[phrase.Start]) return;
            var (words, naming) = Known(first);
            if (words > 0 && naming.Kind is not NameKind.Person)
            {
                var entity = _world.Find(naming.Entity)!;
                if (naming.Kind == NameKind.Body && of) phrase.Body ??= entity;
                // "recalled its ambassador from Spain": where they were.
                if (of || _lower[at] == "from" && !(phrase.Start > 0 && _lower[phrase.Start - 1] is "its" or "his" or "her" or "their")) phrase.State ??= entity.State;
                phrase.End = first + words;
                if (Possessive(phrase.End) || naming.Kind is NameKind.Adjective) phrase.End = Math.Max(phrase.End, NounEnd(phrase.End));
                continue;
            }

            if (!of) return;
            var end = NounEnd(first);
            if (end == first) return;
            if (Organ(first) is { Words: > 0 } organ && Whose(first, first + organ.Words, organ.Code) is { } settled) phrase.State ??= settled;
            phrase.End = end;
        }
    }

    private int NounEnd(int at)
    {
        var limit = Math.Min(_text.Sentences[_sentence[Math.Min(at, _words.Length - 1)]].EndToken, at + 6);
        while (at < limit && (_text.Tokens[at].Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.NUM || Possessive(at)
            || _text.Tokens[at].Tag == UniversalTag.VERB && _text.Tokens[at].Relation == Relation.Amod)) at++;
        return at;
    }

    private int Several(PeoplePhrase phrase)
    {
        if (OfBoth(phrase) is var both and > 0) return both;
        var bare = phrase.FirstModifier == phrase.Head;
        var noun = _lower[phrase.Head];
        if (phrase.Definite && bare && phrase.Role.Sector == "rebel" && LastGroup(phrase.Start) is { } group)
            return Put(phrase.Start, phrase.Head + 1, [group], MentionForm.Title, null, .75, "actors/the-rebels", "the armed group last named");
        if (phrase.Definite && phrase.End == phrase.Head + 1 && Previous(noun, phrase.State) is { } before)
            return Put(phrase.Start, phrase.Head + 1, [before], MentionForm.Title, null, .65, "actors/same-people", "the people called so before");
        if (noun == "forces" && phrase.State is not null && Known(phrase.FirstModifier) is { Words: > 0 } whose && phrase.FirstModifier + whose.Words == phrase.Head) return phrase.Start;
        // "Presidents William Ruto of Kenya and Yoweri Museveni": their names follow.
        if (!phrase.Indefinite && !phrase.Counted && phrase.Office is null && At(phrase.End) is not null && Upper(phrase.End) && _sentence[Math.Min(phrase.End, _words.Length - 1)] == _sentence[phrase.Start] && NameEnd(phrase.End) > phrase.End + 1) return phrase.Start;
        if (phrase.Role.Kind == "body" && (bare || Phrasing.Sides.Contains(noun) && (phrase.Definite || !Named(phrase)))) return phrase.Start;
        if (phrase.Definite && bare && phrase.End == phrase.Head + 1) return phrase.Start;
        // "their people", "we are one people": no one in particular.
        if (noun is "people" && bare && phrase.Start > 0 && (_lower[phrase.Start - 1] is "one" or "his" or "her" or "its" or "their" or "our" or "my")) return phrase.Start;
        var unnamed = Unnamed(phrase.Start, phrase.End, phrase.State ?? StateOfBody(phrase.Body), EntityType.Group, null);
        Put(phrase.Start, phrase.End, [unnamed], MentionForm.Group, null, .7, "actors/unnamed-people", "people whom the text leaves unnamed");
        return phrase.Head + 1;
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
            if (named.Id.StartsWith("unknown/", StringComparison.Ordinal) && named.Office is null) Learn(named with { State = named.State ?? phrase.State, Office = TitleText(phrase) });
            return phrase.Head + 1;
        }

        if (!phrase.Indefinite && !phrase.Definite && phrase.State is null && phrase.Body is null) return phrase.Start;
        // "called him a hostage": what somebody is said to be.
        if (phrase.Indefinite && _text.Tokens[phrase.Head].Relation is Relation.Xcomp) return phrase.Start;
        if (phrase.Office is null && phrase.Body is { Type: EntityType.Igo } && _lower[phrase.Head] is "head" or "chief" or "boss") phrase.Office = "igo-head";
        if (!phrase.Indefinite && (!phrase.Deputy || phrase.Office is "vp" or "dpm") && !phrase.Former)
        {
            var (holder, confidence, why) = phrase.Office is { } office ? Holder(phrase.State, phrase.Body, office, noun) : phrase.Body is { Type: EntityType.Igo or EntityType.Other } || phrase.End > phrase.Head + 1 ? default : Called(phrase.State, noun);
            if (holder is null && phrase.Office == "hos" && phrase.State is null && phrase.Body is null) (holder, confidence, why) = Throne(noun);
            if (holder is not null) return Put(phrase.Start, phrase.End, [holder], MentionForm.Title, "person", confidence, "actors/title", why);
        }
        else if (phrase.Definite && phrase.Former && phrase.Office is { } past)
        {
            if (Past(phrase.State, past) is { } once) return Put(phrase.Start, phrase.End, [once], MentionForm.Title, "person", .8, "actors/former", "held the office before");
        }
        else if (phrase.Definite && !phrase.Deputy && phrase.Body is null && phrase.End == phrase.Head + 1 && Called(phrase.State, noun) is { Holder: { } called } found)
            return Put(phrase.Start, phrase.End, [called], MentionForm.Title, "person", found.Confidence, "actors/title", found.Why);

        if (!phrase.Indefinite && phrase.Body is null && phrase.End == phrase.Head + 1 && (phrase.FirstModifier == phrase.Head || phrase.State is not null) && Previous(_lower[phrase.Head], phrase.State) is { } same)
            return Put(phrase.Start, phrase.End, [same], MentionForm.Title, "person", .65, "actors/same-people", "the person called so before");
        if (!phrase.Indefinite && phrase.State is null && phrase.Body is null) return phrase.Start;
        var bare = !phrase.Indefinite && !phrase.Definite && phrase.Office is null && _text.Tokens[phrase.Head].Tag == UniversalTag.ADJ;
        if (bare) return phrase.Start;
        var unnamed = Unnamed(phrase.Start, phrase.End, phrase.State ?? StateOfBody(phrase.Body), EntityType.Person, null);
        Put(phrase.Start, phrase.End, [unnamed], MentionForm.Title, "person", .7, "actors/unnamed-person", "somebody whom the text leaves unnamed");
        return phrase.Head + 1;
    }

    // "The king": of the only state spoken of that has one.
    private (Entity? Holder, double Confidence, string Why) Throne(string noun)
    {
        Tenure? only = null;
        for (var i = _mentions.Count - 1; _day is not null && i >= Farthest; i--)
            foreach (var entity in _mentions[i].Entities)
            {
                if (entity.State is not { } state || _world.Holders(state, "hos", _day.Value) is not [var tenure, ..] || tenure.Title != noun && noun != "monarch") continue;
                if (only is not null && only.Person != tenure.Person) return default;
                only = tenure;
            }

        return only is null ? default : (Made(_world.Find(only.Person)!), .8, "the only " + noun + " of the states spoken of");
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

    // "the former president": somebody of the text whose time in that office is over.
    private Entity? Past(string? state, string office)
    {
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.Type == EntityType.Person && (state is null || entity.State == state) && _day is { } day && _world.Held(entity.Id).Any(t => Array.IndexOf(Offices(office), t.Office) >= 0 && t.Fact.Until is { } until && until.Last <= day))
                    return entity with { Span = null };
        return null;
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

    private (Entity? Holder, double Confidence, string Why) Called(string? state, string noun)
    {
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.Type == EntityType.Person && (state is null || entity.State == state) && (entity.Office?.EndsWith(noun, StringComparison.OrdinalIgnoreCase) == true
                    || _titled.GetValueOrDefault(entity.Id)?.EndsWith(noun, StringComparison.Ordinal) == true))
                    return (entity with { Span = null, Members = [] }, .85, "named before in the text with that title");
        return default;
    }

    private (Entity? Holder, double Confidence, string Why) Holder(string? state, KnownEntity? body, string office, string noun)
    {
        var organisation = body is { Type: EntityType.Igo } ? body.Id : null;
        if (organisation is null && Foremost(state, office, noun) is { } spoken) return (spoken with { Span = null, Members = [] }, .92, "named before in the text, with that office");
        if ((organisation ?? state) is not { } seat || body is { Type: not (EntityType.Igo or EntityType.Organ) }) return default;
        foreach (var candidate in Offices(office, seat))
        {
            // "the Sultan of Sokoto" is not whoever leads Nigeria.
            if (IsThrone(noun) && candidate != "hos") break;
            if (_day is { } day && _world.Holders(seat, candidate, day) is [var tenure, ..])
            {
                var trusted = tenure.Fact.Until is not null || day <= tenure.Fact.Reviewed;
                return (Made(_world.Find(tenure.Person)!), trusted ? .9 : .6, $"holds office/{seat}.{candidate} on {day:yyyy-MM-dd}{(trusted ? "" : ", past the last review")}");
            }

            if (_day is null && _world.LastHolder(seat, candidate) is { } last)
                return (Made(_world.Find(last.Person)!), .5, $"the newest holder known of office/{seat}.{candidate}; the date of the text is unknown");
        }

        return default;
    }

    // Of several who hold such an office, the one whom the text opens with and speaks of most; where no state is told, one who was spoken of
    // just before, if only one was, and nobody where two come near each other.
    private Entity? Foremost(string? state, string office, string noun)
    {
        var (best, most, second) = ((Entity?)null, 0.0, 0.0);
        var (near, others) = ((Entity?)null, 0);
        var here = _mentions.Count > 0 ? _sentence[_mentions[^1].FirstToken] : 0;
        foreach (var (id, (weight, last, entity)) in _spoken)
        {
            if (last < Farthest || state is not null && entity.State != state || office == "leader" && state is not null && _world.OfficeOf(id, _day) is { } seat && !IsLeading(seat) || !Holds(entity, office, noun)) continue;
            if (here - _sentence[_mentions[last].FirstToken] <= 1) { near = entity; others++; }
            var score = weight;
            for (var i = Math.Max(0, _mentions.Count - 3); i < _mentions.Count; i++)
                foreach (var spoken in _mentions[i].Entities)
                    if (spoken.Id == id) score += .6;
            if (best is not null && (score < most || score == most && string.CompareOrdinal(id, best.Id) > 0)) { second = Math.Max(second, score); continue; }
            (best, most, second) = (entity, score, best is null ? 0 : most);
        }

        if (state is not null || best is null || second == 0) return best;
        if (others == 1) return near;
        return best.State is { } of && of == Home || most >= 1.5 * second ? best : null;
    }

    private bool Holds(Entity person, string office, string noun)
    {
        var tenure = _world.OfficeOf(person.Id, _day);
        // A president is no king.
        if (office == "hos" && IsThrone(noun)) return tenure is { Office: "hos" };
        if (tenure is not null && Array.IndexOf(Offices(office, tenure.State), tenure.Office) >= 0) return true;
        if (tenure is not null && office == "minister") return noun == "minister" ? tenure.Title.EndsWith("minister", StringComparison.Ordinal) && tenure.Office is not ("pm" or "dpm") : tenure.Title.EndsWith(noun, StringComparison.Ordinal);
        return noun.Length > 0 && (Bears(_titled.GetValueOrDefault(person.Id), office, noun) || tenure is null && Bears(person.Office?.ToLowerInvariant(), office, noun));
    }

    private static bool IsThrone(string noun) => noun is "king" or "queen" or "emir" or "sultan" or "emperor" or "monarch" or "grand duke";

    // Whether a title that the text gave somebody is the office; any ministry's where "the minister" alone is asked for.
    private bool Bears(string? titles, string office, string noun)
    {
        if (titles is null) return false;
        foreach (var title in titles.Split('|'))
        {
            if (title.Length == 0) continue;
            var held = OfficeIn(title);
            if (held is not null && (held == office || office == "minister" && noun == "minister" && held is not "pm" and not "dpm")) return true;
            if (held is null or "minister" or "leader" && title.EndsWith(noun, StringComparison.Ordinal) && (office is "minister" or "leader")) return true;
        }

        return false;
    }

    // The office that the last words of a title name: "south korean foreign minister".
    private string? OfficeIn(string title)
    {
        for (var at = 0; at >= 0; at = title.IndexOf(' ', at) is var space and >= 0 ? space + 1 : -1)
            if (_world.Title(title[at..]) is { } office) return office;
        return null;
    }

    private string[] Offices(string office, string? seat = null) => office switch
    {
        "leader" => seat is not null && _world.LeadingOffices(seat, _day) is { Length: > 0 } leading ? leading : ["president", "hos", "pm", "hog"],
        "president" => ["president", "hos"],
        "pm" => ["pm", "hog"],
        "hos" => ["hos", "president"],
        "igo-head" => ["secgen", "president", "director", "gensec", "chairperson"],
        "secgen" => ["secgen", "gensec", "chairperson"],
        "gensec" => ["gensec", "secgen"],
        _ => [office],
    };
}
