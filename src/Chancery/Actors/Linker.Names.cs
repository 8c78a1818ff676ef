using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Names of people and of what the pack does not hold.</summary>
internal sealed partial class Linker
{
    private const int LongestName = 14;

    /// <summary>One past the last token of the personal name that begins here; the same token where none does.</summary>
    private int NameEnd(int at)
    {
        if (at >= _words.Length || !OpensName(at)) return at;
        var limit = Math.Min(_text.Sentences[_sentence[at]].EndToken, at + LongestName);
        var end = at;
        while (end < limit)
        {
            if (Upper(end) && (end == at || !Calendar(end)) || end == at && _words[at] == "U") end++;
            else if (end > at && Phrasing.Particles.Contains(_lower[end]) && end + 1 < limit && (Upper(end + 1) || Hyphen(end + 1) && end + 2 < limit && Upper(end + 2))) end++;
            else if (end == at && Phrasing.Particles.Contains(_lower[end])) end++;
            else if (end > at && Hyphen(end) && end + 1 < limit && Joined(end) && char.IsLetter(_words[end + 1][0])) end += 2;
            else break;
        }

        // "Xi Jinping Meets Prabowo": a headline may write every word with a capital.
        if (_text.Sentences[_sentence[at]].Role == SentenceRole.Headline && Known(at) is { Words: > 1, Naming.Kind: NameKind.Person } whole) return at + whole.Words;
        if (At(end) == "," && At(end + 1) is "jr" or "jr." or "sr" or "sr.") end += 2;
        return Math.Min(end, _text.Sentences[_sentence[at]].EndToken);
    }

    private bool OpensName(int at)
        => Upper(at) && !Calendar(at) || _words[at] == "U" && Upper(at + 1) && !Hyphen(at + 1) || Phrasing.Particles.Contains(_lower[at]) && (Hyphen(at + 1) && Upper(at + 2) && Joined(at + 1) || _lower[at] is not ("the" or "de" or "la") && Upper(at + 1) && char.IsUpper(_words[at][0]));

    private bool Hyphen(int at) => At(at) is "-" or "‑" or "–" && at > 0;

    // A hyphen inside a name has no space on either side.
    private bool Joined(int hyphen)
        => hyphen > 0 && hyphen + 1 < _words.Length && _text.Tokens[hyphen - 1].Span.End == _text.Tokens[hyphen].Span.Start
            && _text.Tokens[hyphen].Span.End == _text.Tokens[hyphen + 1].Span.Start;

    private bool Calendar(int at) => At(at) is { } word && (Phrasing.Calendar.Contains(word) && !(word.Length == 3 && Upper(at) && at > 0 && Upper(at - 1) && Upper(at + 1) && !Phrasing.Calendar.Contains(_lower[at - 1])) || word == "may" && _words[at] == "May" && IsMonth(at));

    // "on May 16", "5 May", "since May": the month, whoever bears the name.
    private bool IsMonth(int may)
        => may + 1 < _words.Length && _text.Tokens[may + 1].Tag == UniversalTag.NUM && char.IsDigit(_words[may + 1][0]) || may > 0 && (_text.Tokens[may - 1].Tag == UniversalTag.NUM && char.IsDigit(_words[may - 1][0]) || _lower[may - 1] is "in" or "since" or "last" or "next" or "this" or "until" or "early" or "late" or "mid" or "during");

    /// <summary>Who bears a name, given what the phrase around it says of the state and the office.</summary>
    private Entity PersonOf(int first, int end, string? state, string? office, string? title, bool official = false)
    {
        var words = _text.SpanOf(first, end).In(_text.Document.Text).ToString();
        var keys = _world.WordKeys(words).ToImmutableArray();
        if (keys.Length > 1 && (_world.PersonByKey(string.Concat(keys)) ?? Turned(first, end, keys)) is { } exact) return Made(_world.Find(exact)!);
        // "Prime Minister Shri Narendra Modi": the form of address is no part of the name.
        if (end - first > 1 && Phrasing.Addresses.Contains(_lower[first])) return PersonOf(first + 1, end, state, office, title, official);
        if (end - first == 1 && _short.TryGetValue(_words[first], out var named) && named.Type == EntityType.Person && (state is null || named.State is null || named.State == state))
            return named;
        if (end - first > 1 && Familiar(words, state) is { } familiar) return familiar;
        if (SpokenOf(keys, state) is { } met) return met;
        // "President Lula": a name by which the pack knows him alone.
        if (official && Known(first) is { Words: > 0, Naming.Kind: NameKind.Person } alias && first + alias.Words == end && _world.Find(alias.Naming.Entity) is { } by && (state is null || by.State is null || by.State == state))
            return Made(by);
        if ((Likely(keys, state, office, official) ?? Spelt(keys, state, office)) is { } likely) return Made(_world.Find(likely)!);
        if (end - first > 1 && _named.TryGetValue(string.Concat(keys), out var before)) return before;
        return new() { Id = "unknown/" + Slug(words), Name = words, Type = EntityType.Person, State = state, Office = title };
    }

    // "IWAYA Takeshi": where the last name is written in capitals, it may stand first.
    private string? Turned(int first, int end, ImmutableArray<string> keys)
        => end - first == keys.Length && _words[first].Length > 1 && !_words[first].AsSpan().ContainsAnyInRange('a', 'z') && _words[end - 1].AsSpan().ContainsAnyInRange('a', 'z')
            ? _world.PersonByKey(string.Concat(keys.AsSpan()[1..].ToArray()) + keys[0]) : null;

    // "the emir of Qatar ... Sheikh Tamim": the only one of those meant so far who bears the name.
    private Entity? SpokenOf(ImmutableArray<string> keys, string? state)
    {
        if (keys.Length != 1) return null;
        Entity? only = null;
        foreach (var id in _world.PersonsNamed(keys[0]))
        {
            if (!_spoken.TryGetValue(id, out var spoken) || spoken.Last < Farthest || state is not null && spoken.Entity.State is { } of && of != state) continue;
            if (only is not null && only.Id != id) return null;
            only = spoken.Entity;
        }

        return only is null ? null : only with { Span = null, Members = [] };
    }

    // "El-Sisi", "van der Leyen": parts of a name that the text gave in full before.
    private Entity? Familiar(string words, string? state)
    {
        Entity? person = null;
        foreach (var word in words.Split(' ', '-'))
        {
            if (word.Length == 0 || Phrasing.Particles.Contains(word.ToLowerInvariant())) continue;
            if (!_short.TryGetValue(word, out var named) || named.Type != EntityType.Person || person is not null && named.Id != person.Id) return null;
            person = named;
        }

        return person is null || state is not null && person.State is not null && person.State != state ? null : person;
    }

    // A person of the pack whose name has all these words, or whose state and office the text names and whose last name it bears.
    private string? Likely(ImmutableArray<string> keys, string? state, string? office, bool titled = false)
        => keys.Length == 0 ? null : Bearer(keys, state, office, titled, before: false)
            // "President Biden", when another holds the office: the only one of those before who bears the name.
            ?? (keys.Length == 1 && office is not null ? Bearer(keys, state, office, titled, before: true) : null);

    private string? Bearer(ImmutableArray<string> keys, string? state, string? office, bool titled, bool before)
    {
        string? best = null;
        var several = false;
        foreach (var id in _world.PersonsNamed(keys[^1]).Concat(keys.Length > 1 ? _world.PersonsNamed(keys[0]) : []).Distinct())
        {
            var person = _world.Find(id)!;
            if (state is not null && person.State is not null && person.State != state) continue;
            var own = _world.WordKeys(person.Name).ToImmutableArray();
            // "Ahmad Nawaf" is not Nawaf al-Ahmad; of two words either may stand first.
            var all = keys.Length == 2 ? keys.All(key => own.Contains(key)) : InOrder(keys, own);
            var held = Held(id, office, before);
            // "Mohamed Ould Cheikh El Ghazouani" is Mohamed Ould Ghazouani in full.
            if (keys.Length > own.Length && own.Length > 1 && own[0] == keys[0] && own[^1] == keys[^1] && InOrder(own, keys) && (state is not null || held)) all = true;
            var fits = keys.Length > 1 ? all && (own[^1] == keys[^1] || own[0] == keys[0] || keys.Length == 2 && own.Length == 2 && state is not null) && (state is not null || held || own.Length == keys.Length)
                    || held && state is not null && office is not null && (own[^1] == keys[^1] || own[0] == keys[0] && keys.Length > 2)
                // "President Macron": the title is the state's where only one who holds the office on the day bears the name.
                : all && held && (state is not null || titled) && (own[^1] == keys[0] || own[0] == keys[0]);
            if (!fits) continue;
            several |= best is not null && best != id;
            best = id;
        }

        return several ? null : best;
    }

    // Whether somebody holds the office on the day, or any where none is asked for; with before, whether he held it once.
    private bool Held(string person, string? office, bool before)
    {
        foreach (var tenure in _world.Held(person))
            if ((office is null || Array.IndexOf(Offices(office), tenure.Office) >= 0 || office == "minister" && tenure.Office != "pm" && tenure.Title.EndsWith("minister", StringComparison.Ordinal)) && (_day is not { } day || (tenure.Fact.From is not { } from || from.First <= day) && (before || tenure.Fact.Until is not { } until || until.Last >= day))) return true;
        return false;
    }

    // "President Salome Zurabishvili": another spelling of who held that office on the day and shares a given name, or of the holder in the state that is told.
    private string? Spelt(ImmutableArray<string> keys, string? state, string? office)
    {
        if (office is null || _day is not { } day || keys.Length == 0) return null;
        string? only = null;
        foreach (var id in state is null ? keys.Length > 1 ? _world.PersonsNamed(keys[0]) : [] : Offices(office, state).SelectMany(o => _world.Holders(state, o, day)).Select(static t => t.Person))
        {
            var own = _world.WordKeys(_world.Find(id)!.Name).ToImmutableArray();
            if (own.Length == 0 || !Folding.Alike(own[^1], keys[^1]) || keys.Length > 1 && own[0] != keys[0] && !Folding.Alike(own[0], keys[0])) continue;
            if (_world.OfficeOf(id, day) is not { } tenure || Array.IndexOf(Offices(office, tenure.State), tenure.Office) < 0) continue;
            if (only is not null && only != id) return null;
            only = id;
        }

        return only;
    }

    private static bool InOrder(ImmutableArray<string> keys, ImmutableArray<string> own)
    {
        var at = 0;
        foreach (var word in own)
            if (at < keys.Length && keys[at] == word) at++;
        return at == keys.Length;
    }

    private int PersonName(int start, int first, int end, KnownEntity known)
    {
        var longer = NameEnd(first);
        if (longer > end) return Put(first, longer, [PersonOf(first, longer, null, null, null)], MentionForm.Name, "person", .8, "actors/name", "a name that goes on");
        var person = Made(known);
        if (OwnGovernment(start, end, person) is var organ and > 0) return organ;
        return Put(first, end, [person], MentionForm.Name, "person", .95, "actors/name", "a name of " + known.Name);
    }

    // "the Trump administration", "Maduro's government".
    private int OwnGovernment(int start, int end, Entity person)
    {
        var next = Possessive(end) ? end + 1 : end;
        return person.State is { } state && At(next) is "government" or "administration" or "regime" or "cabinet"
            ? OrganPhrase(start, next + 1, person.State, _lower[next] == "cabinet" ? "cabinet" : "government", "Government") : 0;
    }

    private int Unlisted(int at)
    {
        if (Phrasing.Addresses.Contains(_lower[at]) && NameEnd(at + 1) is var to && to > at + 1)
        {
            var who = PersonOf(at + 1, to, null, null, null);
            return Put(at, to, [who], MentionForm.Name, "person", who.Id.StartsWith("unknown/", StringComparison.Ordinal) ? .6 : .9, "actors/mister", "form of address and name");
        }

        if (WrittenBody(at) is var written && written > at) return written;
        if (_text.Tokens[at].Tag is UniversalTag.VERB or UniversalTag.AUX or UniversalTag.ADP or UniversalTag.PRON or UniversalTag.DET) return at;
        if (!OpensName(at)) return at;
        var end = NameEnd(at);
        if (end - at > 1 && PersonWhole(at, end) is { } whole)
            return Put(at, end, [whole], MentionForm.Name, "person", .9, "actors/name", "a spelling of " + whole.Name);
        if (Short(at) is { } known && (end == at + 1 || known.Type != EntityType.Person || _words[at..end].All(word => !char.IsUpper(word[0]) || _short.TryGetValue(word, out var same) && same.Id == known.Id)))
        {
            if (known.Type != EntityType.Person) end = at + 1;
            if (OwnGovernment(at, end, known) is var organ and > 0) return organ;
            return Put(at, end, [known], MentionForm.Name, known.Type == EntityType.Person ? "person" : null, .93, "actors/short-name", "short for " + known.Name);
        }

        if (end == at + 3 && Hyphen(at + 1) && _lower[at] is "al" or "el" or "ould" or "abu" && InOffice(at + 2, at) is { } surnamed)
            return OwnGovernment(at > 0 && _lower[at - 1] == "the" ? at - 1 : at, end, surnamed) is var theirs and > 0 ? theirs : Put(at, end, [surnamed], MentionForm.Name, "person", .75, "actors/surname", "the only holder of an office known by that name");
        if (end == at + 1 && InOffice(at) is { } holder)
            return OwnGovernment(at > 0 && _lower[at - 1] == "the" ? at - 1 : at, end, holder) is var ruled and > 0 ? ruled : Put(at, end, [holder], MentionForm.Name, "person", .75, "actors/surname", "the only holder of an office known by that name");
        return Recognised(at, end);
    }

    // A run of capitals that ends in a word for a body: "the All Parties Hurriyat Conference".
    private int WrittenBody(int at)
    {
        if (!Upper(at) || Calendar(at) || _words[at].All(static c => char.IsUpper(c))) return at;
        var limit = Math.Min(_text.Sentences[_sentence[at]].EndToken, at + LongestName);
        int end = at, last = at;
        while (end < limit && !(end > at + 2 && _lower[end] == "and" && Known(end + 1) is { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.State or NameKind.Body } && (last == end || Known(end - 1).Words > 0)) && (Upper(end) || end > at && _lower[end] is "of" or "for" or "and" or "the" or "on" or "'s" or "’s" && end + 1 < limit && (Upper(end + 1) || _lower[end + 1] is "the" && Upper(end + 2))))
        {
            end++;
            if (end - at > 1 && Phrasing.BodyNouns.Contains(_lower[end - 1])) last = end;
        }

        // "the African Union Mission in Somalia".
        if (last > at && _lower[last - 1] is "mission" or "force" or "operation" && At(last) == "in" && Known(last + 1) is { Words: > 0, Naming.Kind: NameKind.State } seat) last += 1 + seat.Words;

        if (last == at && Phrasing.BodyNouns.Contains(_lower[at]) && At(at + 1) == "of" && Known(at + 2) is { Words: > 0 } of) last = at + 2 + of.Words;
        if (last - at < 2 || at == _text.Sentences[_sentence[at]].FirstToken && last - at < 3 && Known(at).Words == 0 || Phrasing.BodyNouns.Contains(_lower[at]) && last - at == 2) return at;
        var words = Words(at, last);
        var body = _short.TryGetValue(words, out var known) ? known : new Entity { Id = "unknown/" + Slug(words), Name = words, Type = EntityType.Other };
        _short[words] = body;
        var first = at > 0 && _lower[at - 1] == "the" && (_mentions.Count == 0 || _mentions[^1].EndToken < at) ? at - 1 : at;
        for (var i = at + 1; i < last; i++)
            if (_lower[i - 1] is "of" && Known(_lower[i] == "the" ? i + 1 : i) is { Words: > 0, Naming.Kind: NameKind.State } whose) body = _short[words] = body with { State = whose.Naming.Entity[6..] };
        if (at > 1 && Possessive(at - 1) && _mentions is [.., { Entities: [{ Type: EntityType.State, State: { } owned }] } owner] && owner.EndToken == at - 1) body = _short[words] = body with { State = owned };
        Put(first, last, [body], MentionForm.Name, null, .6, "actors/unknown-body", "a name that the pack does not hold");
        Initials(at, last, body);
        return Acronym(last, body);
    }

    // "the Karen National Union ... the KNU": whose capitals make a short form that no table holds.
    private void Initials(int first, int end, Entity body)
    {
        var letters = new System.Text.StringBuilder();
        for (var i = first; i < end; i++)
            if (Upper(i)) letters.Append(_words[i][0]);
        if (letters.Length is > 2 and < 8 && !_world.TryName(letters.ToString(), out _)) _short.TryAdd(letters.ToString(), body);
    }

    private Entity? Short(int at) => _short.TryGetValue(_words[at], out var known) ? known : null;

    private Entity? PersonWhole(int at, int end)
    {
        var words = _text.SpanOf(at, end).In(_text.Document.Text).ToString();
        var keys = _world.WordKeys(words).ToImmutableArray();
        if (keys.Length < 2) return null;
        return _world.PersonByKey(string.Concat(keys)) is { } exact ? Made(_world.Find(exact)!) : Likely(keys, null, null) is { } likely ? Made(_world.Find(likely)!) : null;
    }

    // A bare last name that nobody bore before in this text: only of whoever held an office on the day, and only if one such person has it.
    private Entity? InOffice(int at, int first = -1)
    {
        if (_day is null || _text.Tokens[at].Tag != UniversalTag.PROPN || Upper(at + 1) || first < 0 && at > 0 && Upper(at - 1) && _sentence[at - 1] == _sentence[at] && Known(at - 1) is not { Words: 1, Naming.Kind: NameKind.Adjective or NameKind.State } || _world.Role(_lower[at]) is not null) return null;
        if (_nameAt.TryGetValue(at, out var name) && name.Type is NameType.Organisation or NameType.Event) return null;
        var key = _world.WordKeys(_words[at]).FirstOrDefault();
        if (key is null) return null;
        string? only = null;
        foreach (var id in _world.PersonsNamed(key))
        {
            var own = _world.WordKeys(_world.Find(id)!.Name).ToImmutableArray();
            if (own.Length < 2 || own[^1] != key && own[0] != key || _world.OfficeOf(id, _day) is null) continue;
            if (only is not null && only != id) return null;
            only = id;
        }

        return only is null ? null : Made(_world.Find(only)!);
    }

    // What the reader took for a name and no pack knows.
    private int Recognised(int at, int run)
    {
        if (!_nameAt.TryGetValue(at, out var name)) return Remainder(at);
        var end = name.EndToken;
        // "The Leader": an office, whoever it is.
        if (end == at + 1 && at > 0 && _lower[at - 1] == "the" && _world.Role(_lower[at]) is not null) return at;
        // "RED-Tabara": what is joined before it is part of the name.
        if (at > 1 && Hyphen(at - 1) && Joined(at - 1) && Upper(at - 2) && Known(at - 2).Words == 0 && (_mentions.Count == 0 || _mentions[^1].EndToken <= at - 2) && name.Type is NameType.Place or NameType.Organisation or NameType.Group)
        {
            var joined = new Entity { Id = "unknown/" + Slug(Words(at - 2, end)), Name = Words(at - 2, end), Type = EntityType.Other };
            _short.TryAdd(joined.Name, joined);
            return Put(at - 2, end, [joined], MentionForm.Name, null, .5, "actors/unknown-body", "a name that the pack does not hold");
        }

        while (end - at > 1 && _lower[end - 1] is "of" or "for" or "the" or "and" or "in" or "to" or "on") end--;
        // "KAZINFORM - President of Kazakhstan": a dash is no part of a name.
        for (var i = at + 1; i < end; i++)
            if (Hyphen(i) && !Joined(i)) { if (i == at + 1 && Loud(at)) return at; end = i; run = Math.Min(run, i); }
        var words = _text.SpanOf(at, end).In(_text.Document.Text).ToString();
        // "the Reciprocal Access Agreement": a treaty, whatever the reader took of it.
        if (end < _words.Length && Upper(end) && Phrasing.Happenings.Contains(_lower[end])) return at;
        // "the Mejlis": no person bears an article.
        var type = name.Type == NameType.Person && end == at + 1 && at > 0 && _lower[at - 1] == "the" && !_lower[at].EndsWith('s') && Upper(at) && KnownAs(at) is null && At(end) is not ("group" or "network" or "faction" or "militia" or "gang" or "cartel" or "family") ? NameType.Organisation : name.Type;
        switch (type)
        {
            case NameType.Person:
                // "Putin and Modi": two, whatever the reader took them for.
                for (var i = at + 1; i < end; i++)
                    if (_lower[i] is "and" or "," or "&") (end, run) = (i, Math.Min(run, i));
                end = Math.Max(end, run);
                if (KnownAs(at) is { } same)
                {
                    _short[_words[at]] = same;
                    return Put(at, end, [same], MentionForm.Name, "person", .85, "actors/known-as", "another name of the person just named");
                }

                // "the Hafiz Gul Bahadur group": not the man but those whom he leads.
                if (at > 0 && _lower[at - 1] == "the" && At(end) is "group" or "network" or "faction" or "militia" or "gang" or "cartel" && _sentence[end] == _sentence[at])
                {
                    var band = new Entity { Id = "unknown/" + Slug(Words(at, end + 1)), Name = Words(at, end + 1), Type = EntityType.Other };
                    return Put(at - 1, end + 1, [band], MentionForm.Name, null, .6, "actors/unknown-body", "a band called after a person");
                }

                // "greetings to Prime Minister and the people": an office written as a name, in the text of the state whose it is.
                if (end - at > 1 && Home is { } home && _text.Sentences[_sentence[at]].Role != SentenceRole.Headline && _world.Title(Words(at, end).ToLowerInvariant()) is { } office && Holder(home, null, office, "") is { Holder: { } holder } held)
                    return Put(at, end, [holder], MentionForm.Title, "person", held.Confidence - .1, "actors/title", held.Why);

                var person = PersonOf(at, end, null, null, null);
                return Put(at, end, [person], MentionForm.Name, "person", .6, "actors/unknown-person", "a name that the pack does not hold");
            case NameType.Organisation or NameType.Group when words.Length > 1 && !Phrasing.Happenings.Contains(_lower[end - 1]) && char.IsUpper(words[0]):
                var body = new Entity { Id = "unknown/" + Slug(words), Name = words, Type = EntityType.Other };
                if (end - at > 1 || words.Length > 3) _short.TryAdd(words, body);
                var first = at > 0 && _lower[at - 1] == "the" && (_mentions.Count == 0 || _mentions[^1].EndToken < at) ? at - 1 : at;
                Put(first, end, [body], MentionForm.Name, null, .5, "actors/unknown-body", "a name that the pack does not hold");
                return Acronym(end, body);
            case NameType.Place:
                var place = new Entity { Id = "unknown/" + Slug(words), Name = words, Type = EntityType.Place };
                return Put(at, end, [place], MentionForm.Name, "place", .5, "actors/unknown-place", "a place that the pack does not hold");
            default:
                return at;
        }
    }

    // "the Republic of Cuba Carlos Enrique Valdez": what is left of a name behind the state that it begins with.
    private int Remainder(int at)
    {
        if (_mentions is not [.., { Entities: [{ Type: EntityType.State }] } before] || before.EndToken != at || !Upper(at) || !Upper(at + 1)) return at;
        for (var first = at - 1; first >= before.FirstToken; first--)
        {
            if (!_nameAt.TryGetValue(first, out var name)) continue;
            if (name.EndToken < at + 2 || name.Type == NameType.Organisation) return at;
            for (var i = at; i < name.EndToken; i++)
                if (!Upper(i)) return at;
            return Put(at, name.EndToken, [PersonOf(at, name.EndToken, null, null, null)], MentionForm.Name, "person", .6, "actors/unknown-person", "a name that the pack does not hold");
        }

        return at;
    }

    // "Mohamed Hamdan Dagalo, known as Hemedti".
    private Entity? KnownAs(int at)
    {
        if (at < 2 || _lower[at - 1] is not "as" && _lower[at - 1] is not ("nicknamed" or "alias" or "aka")) return null;
        if (_lower[at - 1] == "as" && _lower[at - 2] is not "known") return null;
        return _mentions is [.., { Entities: [{ Type: EntityType.Person } person] } last] && at - last.EndToken <= 5 && _sentence[last.FirstToken] == _sentence[at] ? person with { Span = null } : null;
    }

    private Entity Unnamed(int first, int end, string? state, EntityType type, string? noun)
    {
        var from = _lower[first] is "the" or "a" or "an" ? first + 1 : first;
        var words = _text.SpanOf(from, end).In(_text.Document.Text).ToString() + (noun is null ? "" : " " + noun);
        return new() { Id = "unknown/" + Slug(words), Name = words, Type = type, State = state };
    }
}
