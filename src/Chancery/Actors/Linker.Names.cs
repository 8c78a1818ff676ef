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
        if (at >= _words.Length || !OpensName(at))
            return at;
        var limit = Math.Min(_text.Sentences[_sentence[at]].EndToken, at + LongestName);
        var end = at;
        while (end < limit)
        {
            if (Upper(end) && (end == at || !Calendar(end)) || Initial(end))
                end++;
            else if (
                end > at
                && Phrasing.Particles.Contains(_lower[end])
                && end + 1 < limit
                && (
                    Upper(end + 1)
                    || Hyphen(end + 1) && end + 2 < limit && Upper(end + 2)
                    // "von der Leyen", "de la Rúa".
                    || Phrasing.Particles.Contains(_lower[end + 1]) && end + 2 < limit && Upper(end + 2)
                )
            )
                end++;
            else if (end == at && Phrasing.Particles.Contains(_lower[end]))
                end++;
            else if (end > at && Hyphen(end) && end + 1 < limit && Joined(end) && char.IsLetter(_words[end + 1][0]))
                end += 2;
            else
                break;
        }

        // "Xi Jinping Meets Prabowo": a headline may write every word with a capital.
        if (_text.Sentences[_sentence[at]].Role == SentenceRole.Headline && Known(at) is { Words: > 1, Naming.Kind: NameKind.Person } whole)
            return at + whole.Words;
        if (At(end) == "," && At(end + 1) is "jr" or "jr." or "sr" or "sr.")
            end += 2;
        return Math.Min(end, _text.Sentences[_sentence[at]].EndToken);
    }

    private bool OpensName(int at) =>
        Upper(at) && !Calendar(at)
        || Initial(at)
        || Phrasing.Particles.Contains(_lower[at])
            && (
                Hyphen(at + 1) && Upper(at + 2) && Joined(at + 1)
                || _lower[at] is not ("the" or "de" or "la") && Upper(at + 1) && char.IsUpper(_words[at][0])
            );

    // "S Jaishankar", "K P Sharma Oli", "U Thant"; "A" and "I" are words.
    private bool Initial(int at) =>
        at + 1 < _words.Length
        && _words[at] is [>= 'B' and <= 'Z'] and not "I"
        && (Upper(at + 1) || _words[at + 1].Length == 1 && Initial(at + 1))
        && !Hyphen(at + 1)
        && _sentence[at + 1] == _sentence[at];

    private bool Hyphen(int at) => At(at) is "-" or "‑" or "–" && at > 0;

    // A hyphen inside a name has no space on either side.
    private bool Joined(int hyphen) =>
        hyphen > 0
        && hyphen + 1 < _words.Length
        && _text.Tokens[hyphen - 1].Span.End == _text.Tokens[hyphen].Span.Start
        && _text.Tokens[hyphen].Span.End == _text.Tokens[hyphen + 1].Span.Start;

    private bool Calendar(int at) =>
        At(at)?.TrimEnd('.') is { Length: > 0 } word
        && (
            Phrasing.Calendar.Contains(word)
                && !(
                    word.Length == 3 && Upper(at) && at > 0 && Upper(at - 1) && Upper(at + 1) && !Phrasing.Calendar.Contains(_lower[at - 1])
                )
            || word == "may" && _words[at] == "May" && IsMonth(at)
        );

    // "on May 16", "5 May", "since May": the month, whoever bears the name.
    private bool IsMonth(int may) =>
        may + 1 < _words.Length && char.IsDigit(_words[may + 1][0])
        || may > 0
            && (
                _text.Tokens[may - 1].Tag == UniversalTag.NUM && char.IsDigit(_words[may - 1][0])
                || _lower[may - 1] is "in" or "since" or "last" or "next" or "this" or "until" or "early" or "late" or "mid" or "during"
            );

    /// <summary>Who bears a name, given what the phrase around it says of the state and the office.</summary>
    private Entity PersonOf(int first, int end, string? state, string? office, string? title, bool official = false)
    {
        var words = _text.SpanOf(first, end).In(_text.Document.Text).ToString();
        var keys = _world.WordKeys(words).ToImmutableArray();
        if (keys.Length > 1 && (_world.PersonByKey(string.Concat(keys)) ?? Turned(first, end, keys)) is { } exact)
            return Made(_world.Find(exact)!);
        // "Prime Minister Shri Narendra Modi": the form of address is no part of the name.
        if (end - first > 1 && Phrasing.Addresses.Contains(_lower[first]))
            return PersonOf(first + 1, end, state, office, title, official);
        if (
            end - first == 1
            && _short.TryGetValue(_words[first], out var named)
            && named.Type == EntityType.Person
            && (state is null || named.State is null || named.State == state)
        )
            return named;
        if (end - first > 1 && Familiar(words, state) is { } familiar)
            return familiar;
        if (SpokenOf(keys, state) is { } met)
            return met;
        // "President Lula": a name by which the pack knows him alone.
        if (
            official
            && Known(first) is { Words: > 0, Naming.Kind: NameKind.Person } alias
            && first + alias.Words == end
            && _world.Find(alias.Naming.Entity) is { } by
            && (state is null || by.State is null || by.State == state)
        )
            return Made(by);
        if ((Likely(keys, state, office, official) ?? Spelt(keys, state, office) ?? Misspelt(keys, state, office)) is { } likely)
            return Made(_world.Find(likely)!);
        if (end - first > 1 && _named.TryGetValue(string.Concat(keys), out var before))
            return before;
        return new()
        {
            Id = "unknown/" + Slugs.Of(words),
            Name = words,
            Type = EntityType.Person,
            State = state,
            Office = title,
        };
    }

    // "IWAYA Takeshi": where the last name is written in capitals, it may stand first.
    private string? Turned(int first, int end, ImmutableArray<string> keys) =>
        end - first == keys.Length
        && _words[first].Length > 1
        && !_words[first].AsSpan().ContainsAnyInRange('a', 'z')
        && _words[end - 1].AsSpan().ContainsAnyInRange('a', 'z')
            ? _world.PersonByKey(string.Concat(keys.AsSpan()[1..].ToArray()) + keys[0])
            : null;

    // "the emir of Qatar ... Sheikh Tamim": the only one of those meant so far who bears the name.
    private Entity? SpokenOf(ImmutableArray<string> keys, string? state)
    {
        if (keys.Length != 1)
            return null;
        Entity? only = null;
        foreach (var id in _world.PersonsNamed(keys[0]))
        {
            if (
                !_spoken.TryGetValue(id, out var spoken)
                || spoken.Last < Farthest
                || state is not null && spoken.Entity.State is { } of && of != state
            )
                continue;
            if (only is not null && only.Id != id)
                return null;
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
            if (word.Length == 0 || Phrasing.Particles.Contains(word.ToLowerInvariant()))
                continue;
            if (!_short.TryGetValue(word, out var named) || named.Type != EntityType.Person || person is not null && named.Id != person.Id)
                return null;
            person = named;
        }

        return person is null || state is not null && person.State is not null && person.State != state ? null : person;
    }

    // A person of the pack whose name has all these words, or whose state and office the text names and whose last name it bears.
    private string? Likely(ImmutableArray<string> keys, string? state, string? office, bool titled = false) =>
        keys.Length == 0
            ? null
            : Bearer(keys, state, office, titled, before: false)
                // "President Biden", when another holds the office: the only one of those before who bears the name.
                ?? (keys.Length == 1 && office is not null ? Bearer(keys, state, office, titled, before: true) : null);

    private string? Bearer(ImmutableArray<string> keys, string? state, string? office, bool titled, bool before)
    {
        string? best = null;
        var several = false;
        foreach (var id in _world.PersonsNamed(keys[^1]).Concat(keys.Length > 1 ? _world.PersonsNamed(keys[0]) : []).Distinct())
        {
            var person = _world.Find(id)!;
            if (state is not null && person.State is not null && person.State != state)
                continue;
            var own = _world.WordKeys(person.Name).ToImmutableArray();
            // "Ahmad Nawaf" is not Nawaf al-Ahmad; of two words either may stand first.
            var all = keys.Length == 2 ? keys.All(key => own.Contains(key)) : InOrder(keys, own);
            var held = Held(id, office, before);
            // "Mohamed Ould Cheikh El Ghazouani" is Mohamed Ould Ghazouani in full.
            if (
                keys.Length > own.Length
                && own.Length > 1
                && own[0] == keys[0]
                && own[^1] == keys[^1]
                && InOrder(own, keys)
                && (state is not null || held)
            )
                all = true;
            var fits =
                keys.Length > 1
                    ? all
                        && (own[^1] == keys[^1] || own[0] == keys[0] || keys.Length == 2 && own.Length == 2 && state is not null)
                        && (state is not null || held || own.Length == keys.Length)
                        || held && state is not null && office is not null && (own[^1] == keys[^1] || own[0] == keys[0] && keys.Length > 2)
                    // "President Macron": the title is the state's where only one who holds the office on the day bears the name.
                    : all && held && (state is not null || titled) && (own[^1] == keys[0] || own[0] == keys[0]);
            if (!fits)
                continue;
            several |= best is not null && best != id;
            best = id;
        }

        return several ? null : best;
    }

    // Whether somebody holds the office on the day, or any where none is asked for; with before, whether he held it once.
    private bool Held(string person, string? office, bool before)
    {
        foreach (var tenure in _world.Held(person))
            if (
                (
                    office is null
                    || Array.IndexOf(Offices(office), tenure.Office) >= 0
                    || office == "minister" && tenure.Office != "pm" && tenure.Title.EndsWith("minister", StringComparison.Ordinal)
                )
                && (
                    _day is not { } day
                    || (tenure.Fact.From is not { } from || from.First <= day)
                        && (before || tenure.Fact.Until is not { } until || until.Last >= day)
                )
            )
                return true;
        return false;
    }

    // "President Salome Zurabishvili": another spelling of who held that office on the day and shares a given name, or of the holder in the state that is told.
    private string? Spelt(ImmutableArray<string> keys, string? state, string? office)
    {
        if (office is null || _day is not { } day || keys.Length == 0)
            return null;
        string? only = null;
        foreach (
            var id in state is null
                ? keys.Length > 1
                    ? _world.PersonsNamed(keys[0])
                    : []
                : Offices(office, state).SelectMany(o => _world.Holders(state, o, day)).Select(static t => t.Person)
        )
        {
            var own = _world.WordKeys(_world.Find(id)!.Name).ToImmutableArray();
            if (
                own.Length == 0
                || !Folding.Alike(own[^1], keys[^1])
                || keys.Length > 1 && own[0] != keys[0] && !Folding.Alike(own[0], keys[0])
            )
                continue;
            if (_world.OfficeOf(id, day) is not { } tenure || Array.IndexOf(Offices(office, tenure.State), tenure.Office) < 0)
                continue;
            if (only is not null && only != id)
                return null;
            only = id;
        }

        return only;
    }

    // "President Nicholas Maduro", "Kolonda Grabar-Kitarovic": the only one with all of these words but one, which is nearly his. A name of two
    // words must be of somebody in office on the day; of a longer one the rest tells enough.
    private string? Misspelt(ImmutableArray<string> keys, string? state, string? office)
    {
        if (keys.Length < 2 || _day is null)
            return null;
        string? only = null;
        foreach (var id in keys.SelectMany(_world.PersonsNamed).Distinct(StringComparer.Ordinal))
        {
            var person = _world.Find(id)!;
            var own = _world.WordKeys(person.Name).ToImmutableArray();
            if (
                state is not null && person.State is not null && person.State != state
                || !NameLikeness.OneOff(keys, own)
                || !(
                    keys.Length > 2 && keys.Length == own.Length || _world.OfficeOf(id, _day) is not null && Held(id, office, before: false)
                )
            )
                continue;
            if (only is not null)
                return null;
            only = id;
        }

        return only;
    }

    private static bool InOrder(ImmutableArray<string> keys, ImmutableArray<string> own)
    {
        var at = 0;
        foreach (var word in own)
            if (at < keys.Length && keys[at] == word)
                at++;
        return at == keys.Length;
    }

    private int PersonName(int start, int first, int end, KnownEntity known)
    {
        var longer = NameEnd(first);
        if (longer > end)
            return Put(
                first,
                longer,
                [PersonOf(first, longer, null, null, null)],
                MentionForm.Name,
                "person",
                .8,
                "actors/name",
                "a name that goes on"
            );
        var person = Made(known);
        if (OwnGovernment(start, end, person) is var organ and > 0)
            return organ;
        return Put(first, end, [person], MentionForm.Name, "person", .95, "actors/name", "a name of " + known.Name);
    }

    // "the Trump administration", "Maduro's government".
    private int OwnGovernment(int start, int end, Entity person)
    {
        var next = Possessive(end) ? end + 1 : end;
        while (At(next) is { } passing && Phrasing.Passing.Contains(passing))
            next++;
        return person.State is { } state && At(next) is { } rule && Phrasing.OwnGovernments.Contains(rule)
            ? OrganPhrase(start, next + 1, person.State, _lower[next] == "cabinet" ? "cabinet" : "government", "Government")
            : 0;
    }

    private Entity? Short(int at) => _short.TryGetValue(_words[at], out var known) ? known : null;

    private Entity? PersonWhole(int at, int end)
    {
        var words = _text.SpanOf(at, end).In(_text.Document.Text).ToString();
        var keys = _world.WordKeys(words).ToImmutableArray();
        if (keys.Length < 2)
            return null;
        return _world.PersonByKey(string.Concat(keys)) is { } exact ? Made(_world.Find(exact)!)
            : Likely(keys, null, null) is { } likely ? Made(_world.Find(likely)!)
            : null;
    }

    // A bare last name that nobody bore before in this text: only of whoever held an office on the day, and only if one such person has it.
    private Entity? InOffice(int at, int first = -1)
    {
        if (
            _day is null
            || _text.Tokens[at].Tag != UniversalTag.PROPN
            || Upper(at + 1)
            || first < 0
                && at > 0
                && Upper(at - 1)
                && _sentence[at - 1] == _sentence[at]
                && Known(at - 1) is not { Words: 1, Naming.Kind: NameKind.Adjective or NameKind.State }
            || _world.Role(_lower[at]) is not null
        )
            return null;
        if (_nameAt.TryGetValue(at, out var name) && name.Type is NameType.Organisation or NameType.Event)
            return null;
        var key = _world.WordKeys(_words[at]).FirstOrDefault();
        if (key is null)
            return null;
        string? only = null;
        foreach (var id in _world.PersonsNamed(key))
        {
            var own = _world.WordKeys(_world.Find(id)!.Name).ToImmutableArray();
            if (own.Length < 2 || own[^1] != key && own[0] != key || _world.OfficeOf(id, _day) is null)
                continue;
            // "al-Maliki": of two in office the one whose state the text has spoken of.
            if (only is not null && only != id)
            {
                var (one, other) = (SpeaksOf(_world.Find(only)!.State ?? ""), SpeaksOf(_world.Find(id)!.State ?? ""));
                if (one == other)
                    return null;
                if (one)
                    continue;
            }
            only = id;
        }

        return only is null ? null : Made(_world.Find(only)!);
    }
}
