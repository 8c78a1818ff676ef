using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>People by what they do: title and name, title alone, and those who stay unnamed.</summary>
internal sealed partial class Linker
{
    private const int LongestTitle = 10;
    private const int LongestPortfolio = 14;

    private struct PeoplePhrase
    {
        public int Start;
        public int FirstModifier;
        public int Head;
        public int End;
        public int Read;
        public string? State;
        public KnownEntity? Body;
        public bool Definite;
        public bool Indefinite;
        public bool Counted;
        public bool Former;
        public bool Deputy;
        public bool Visiting;
        public bool Elect;
        public bool Unheld;
        public RoleWord Role;
        public string? Office;
    }

    private int People(int start)
    {
        // "Sheikh Hasina" is a name before it is a title.
        if (Known(start) is { Words: > 1, Naming.Kind: NameKind.Person })
            return start;
        if (Soldiers(start) is var soldiers && soldiers > start)
            return soldiers;
        if (!Scan(start, out var phrase))
            return start;
        Extend(ref phrase);
        Portfolio(ref phrase);
        Joint(ref phrase);
        var named = phrase.End;
        var comma = At(named) == ",";
        if (comma)
            named++;
        var last = named < _words.Length && _sentence[named] == _sentence[start] && !phrase.Role.Many ? NameEnd(named) : named;
        if (last > named && comma && _world.Role(_lower[named]) is not null && !Phrasing.Honorifics.Contains(_lower[named]))
            last = named;
        if (
            last > named
            && comma
            && (
                Known(named) is { Words: > 0, Naming.Kind: not NameKind.Person } taken
                    && !(
                        taken is { Words: 1, Naming.Kind: NameKind.Adjective }
                        && last == named + 2
                        && _world.Role(_lower[named + 1]) is null
                        && Known(named + 1).Words == 0
                    )
                || _world.Role(_lower[named]) is null && !Closes(last)
            )
        )
            last = named;
        // "ASEAN chair Laos", "host Qatar": a state is named, and nobody.
        if (
            last > named
            && !comma
            && Known(named) is { Words: > 0, Naming.Kind: NameKind.State or NameKind.Body } body
            && named + body.Words >= last
        )
            return start;
        if (last > named && comma && Acts(named, last) && _text.Tokens[phrase.Head].Relation is Relation.Nmod or Relation.Obl)
            last = named;
        if (last > named)
        {
            var rank = named;
            while (
                last - named > 1
                && (
                    _world.Role(_lower[named]) is not null
                    || Phrasing.Later.Contains(_lower[named]) && _world.Role(_lower[named + 1]) is not null
                )
            )
                named++;
            if (Phrasing.BodyNouns.Contains(_lower[last - 1]) && last - named > 1)
                return start;
            if (phrase.Role.Kind == "body")
                return comma
                    ? start
                    : Put(
                        start,
                        last,
                        [NamedBody(named, last, phrase.State)],
                        MentionForm.Name,
                        null,
                        .6,
                        "actors/unknown-body",
                        "says what it is and names it"
                    );
            var title = _text
                .SpanOf(phrase.FirstModifier, phrase.Elect ? Math.Min(phrase.End, phrase.Head + 3) : phrase.Head + 1)
                .In(_text.Document.Text)
                .ToString();
            var person = PersonOf(
                named,
                last,
                phrase.State,
                phrase.Deputy ? null : phrase.Office,
                title,
                !phrase.Deputy && phrase.Role.Sector == "government"
            );
            Entitle(person.Id, title);
            if (phrase.Body is { Type: EntityType.Igo } serves)
                _titleBodies.Add((start, Made(serves)));
            if (rank < named)
                Entitle(person.Id, Words(rank, named));
            var confidence = person.Id.StartsWith("unknown/", StringComparison.Ordinal) ? .75 : .97;
            if (comma)
            {
                Put(
                    start,
                    phrase.End,
                    [person],
                    MentionForm.Title,
                    "person",
                    confidence,
                    "actors/title-of",
                    "the title of who is named after it"
                );
                return Put(named, last, [person], MentionForm.Name, "person", confidence, "actors/titled-name", "title and name together");
            }

            return Put(
                start,
                last,
                [person],
                MentionForm.Name,
                "person",
                confidence,
                "actors/titled-name",
                "title and name together",
                named
            );
        }

        // "A Hamas official ... the group".
        if (phrase.Body is { Type: EntityType.ArmedGroup or EntityType.Igo } speaks)
            _titleBodies.Add((start, Made(speaks)));
        var read = phrase.Role.Many ? Several(phrase) : One(phrase);
        return read > start ? Math.Max(read, phrase.Read) : read;
    }

    // "In talks with the prime minister, Okafor promised ...": the name is the subject of its own clause and not the minister's.
    private bool Acts(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (_text.Tokens[i].Relation is Relation.Nsubj or Relation.NsubjPass)
                return true;
        return false;
    }

    private Entity NamedBody(int first, int end, string? state)
    {
        if (Known(first) is { Words: > 0 } known && first + known.Words == end)
            return Made(_world.Find(known.Naming.Entity)!);
        var words = Words(first, end);
        return _short[words] = new()
        {
            Id = "unknown/" + Slugs.Of(words),
            Name = words,
            Type = EntityType.Other,
            State = state,
        };
    }

    // What follows a name that stands after its title and a comma.
    private bool Closes(int end) =>
        At(end) is null or "," or "." or ";" or ":" or ")" or "said" or "told" or "and"
        || _text.Tokens[end].Tag is UniversalTag.VERB or UniversalTag.AUX or UniversalTag.ADP;

    private bool Scan(int start, out PeoplePhrase phrase)
    {
        phrase = new() { Start = start, Head = -1 };
        var at = start;
        var word = _lower[at];
        if (!char.IsLetterOrDigit(word[0]))
            return false;
        if (word == "the")
        {
            phrase.Definite = true;
            at++;
        }
        else if (word is "a" or "an" or "another" or "one" or "some" or "several" or "many" or "other")
        {
            phrase.Indefinite = true;
            at++;
        }
        else if (Phrasing.Counts.Contains(word) || _text.Tokens[at].Tag == UniversalTag.NUM && char.IsDigit(word[0]))
        {
            phrase.Counted = true;
            at++;
        }
        if (phrase.Definite && At(at) is { } counted && (Phrasing.Counts.Contains(counted) || counted is "both" or "latter"))
            return false;
        var limit = Math.Min(_text.Sentences[_sentence[start]].EndToken, start + LongestTitle);
        phrase.FirstModifier = at;
        while (at < limit)
        {
            if (Calendar(at))
                return false;
            // "pro-Russian", "anti-Chinese", "Iran-backed" tell whom one is for or against, and not whose one is.
            if (
                at > phrase.FirstModifier && Hyphen(at - 1) && Joined(at - 1)
                || at + 2 < limit
                    && Hyphen(at + 1)
                    && Joined(at + 1)
                    && _lower[at + 2]
                        is "backed"
                            or "aligned"
                            or "led"
                            or "allied"
                            or "run"
                            or "based"
                            or "funded"
                            or "linked"
                            or "trained"
                            or "born"
                            or "held"
                            or "occupied"
                            or "controlled"
            )
            {
                if (_text.Tokens[at].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.VERB))
                    return false;
                if (_world.Role(_lower[at]) is null)
                {
                    at++;
                    continue;
                }
            }

            if (
                Known(at) is { Words: > 0 } known
                && known.Naming.Kind is NameKind.State or NameKind.Adjective or NameKind.Body or NameKind.Demonym or NameKind.Capital
            )
            {
                var entity = _world.Find(known.Naming.Entity)!;
                if (known.Naming.Kind == NameKind.Body)
                    phrase.Body ??= entity;
                phrase.State ??= entity.State;
                at += known.Words;
                if (Possessive(at))
                {
                    phrase.Definite = true;
                    at++;
                }
                if (at >= limit)
                    return false;
                continue;
            }

            if (phrase.Definite && at == phrase.FirstModifier && Described(start, at) is { Entity: { } described } of && Possessive(of.End))
            {
                if (described.Type == EntityType.State)
                    phrase.State ??= described.State;
                else
                    phrase.Body ??= _world.Find(described.Id);
                at = of.End + 1;
                continue;
            }

            // "To Lam, the country's new party chief": of a country that the text does not tell apart.
            if (
                phrase.Definite
                && at == phrase.FirstModifier
                && start > 0
                && _lower[start - 1] == ","
                && Possessive(at + 1)
                && (Phrasing.StateNouns.Contains(_lower[at]) || Phrasing.Bodies.Contains(_lower[at]))
            )
            {
                at += 2;
                continue;
            }

            if (_lower[at] is "charge" or "chargé" && At(at + 1) is "d'affaires" or "d’affaires" && at + 1 < limit)
            {
                phrase.Role = new(false, "person", "government");
                phrase.Head = at;
                phrase.End = at + 2;
                break;
            }

            if (
                RoleAt(at) is { } role
                && (role.Kind != "army" || phrase.Indefinite && !role.Many)
                && _text.Tokens[at].Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.NUM or UniversalTag.X
            )
            {
                // "an official visit", "a civilian transition": an adjective before a noun for no one.
                if (
                    _text.Tokens[at].Tag == UniversalTag.ADJ
                    && at + 1 < limit
                    && _text.Tokens[at + 1].Tag is UniversalTag.NOUN or UniversalTag.ADJ
                    && _world.Role(_lower[at + 1]) is null
                )
                    return false;
                phrase.Role = role;
                phrase.Former |= _lower[at].StartsWith("ex-", StringComparison.Ordinal);
                phrase.Elect |=
                    _lower[at].EndsWith("-elect", StringComparison.Ordinal) || _lower[at].EndsWith("-designate", StringComparison.Ordinal);
                // "Foreign Minister Senator Dar": the office ends before a title of rank.
                var closed =
                    at > phrase.FirstModifier
                    && at + 1 < limit
                    && Phrasing.Honorifics.Contains(_lower[at + 1])
                    && _world.Title($"{_lower[at - 1]} {_lower[at]}") is not null;
                if (!closed && GoesOn(at + 1, limit))
                {
                    Modifier(ref phrase, at);
                    at++;
                    continue;
                }
                phrase.Head = at;
                phrase.End = at + 1;
                break;
            }

            if (Possessive(at) && at > phrase.FirstModifier && Organ(at - 1) is { Words: 1 } whose)
                phrase.State ??= Whose(at - 1, at, whose.Code);
            if (
                !IsModifier(at, limit)
                && !(
                    _text.Tokens[at].Tag == UniversalTag.X && at + 1 < limit && _world.Title(_lower[at] + " " + _lower[at + 1]) is not null
                )
            )
                return false;
            Modifier(ref phrase, at);
            at++;
        }

        return phrase.Head >= 0
            && !ReferenceWords.NoPersons.Contains(Words(phrase.FirstModifier, phrase.Head + 1).ToLowerInvariant())
            && !ReferenceWords.NoPersons.Contains(Words(phrase.Head, Math.Min(phrase.Head + 3, _words.Length)).ToLowerInvariant())
            && Titled(ref phrase);
    }

    // "ex-president" is a president who was.
    private RoleWord? RoleAt(int at) =>
        // "PM", "FM" are written in capitals, and after a number are none: "11:59 PM".
        _lower[at].Length == 2
        && (char.IsLower(_words[at][^1]) || at > 0 && _text.Tokens[at - 1].Tag == UniversalTag.NUM)
            ? null
            : _world.Role(_lower[at]) ?? (Bare(_lower[at]) is var bare && bare.Length < _lower[at].Length ? _world.Role(bare) : null);

    private static string Bare(string word) =>
        word.StartsWith("ex-", StringComparison.Ordinal) ? word[3..]
        : word.EndsWith("-elect", StringComparison.Ordinal) ? word[..^6]
        : word.EndsWith("-designate", StringComparison.Ordinal) ? word[..^10]
        : word;

    private void Modifier(ref PeoplePhrase phrase, int at)
    {
        phrase.Former |=
            Phrasing.Earlier.Contains(_lower[at]) || _lower[at] == "ex" || _lower[at].StartsWith("ex-", StringComparison.Ordinal);
        phrase.Deputy |= _lower[at] is "deputy" or "vice" or "assistant" or "under";
        phrase.Visiting |= _lower[at] is "visiting";
        phrase.Unheld |= Phrasing.Unheld.Contains(_lower[at]);
    }

    private bool IsModifier(int at, int limit)
    {
        var token = _text.Tokens[at];
        if (_lower[at] is "-" or "‑" && at + 1 < limit)
            return Joined(at);
        if (token.Tag == UniversalTag.NUM && Hyphen(at + 1) && Joined(at + 1))
            return true;
        if (Phrasing.Earlier.Contains(_lower[at]) || Phrasing.Later.Contains(_lower[at]))
            return true;
        if (Possessive(at))
            return at > 0 && Organ(at - 1) is { Words: 1 };
        return token.Tag switch
        {
            UniversalTag.ADJ or UniversalTag.NOUN => true,
            UniversalTag.PROPN => !(_short.TryGetValue(_words[at], out var known) && known.Type == EntityType.Person),
            UniversalTag.VERB => token.Relation is Relation.Amod or Relation.Compound
                && (_lower[at].EndsWith("ing", StringComparison.Ordinal) || _lower[at].EndsWith("ed", StringComparison.Ordinal)),
            _ => false,
        };
    }

    // A noun after a role word makes it a modifier ("army chief", "rebel leader"), unless a name begins there.
    private bool GoesOn(int at, int limit)
    {
        if (at >= limit)
            return false;
        if (
            (Upper(at) || _lower[at - 1] is "deputy" or "vice" or "former" or "acting" or "assistant")
            && at + 1 < limit
            && (
                _world.Title(_lower[at] + " " + _lower[at + 1]) is not null
                || at + 2 < limit && _world.Title(_lower[at] + " " + _lower[at + 1] + " " + _lower[at + 2]) is not null
            )
        )
            return true;
        // "Deputy US Ambassador".
        if (
            at + 2 < limit
            && Known(at) is { Words: > 0, Naming.Kind: NameKind.State or NameKind.Adjective } of
            && at + of.Words < limit
            && _world.Role(_lower[at + of.Words]) is { Kind: "person" }
            && Upper(at + of.Words)
        )
            return true;
        if (_world.Role(_lower[at]) is not null && _text.Tokens[at].Tag is UniversalTag.NOUN or UniversalTag.PROPN)
            return !Upper(at) || Upper(at + 1) || Phrasing.Particles.Contains(At(at + 1) ?? "") || Upper(at - 1);
        if (_lower[at] is "-" && Joined(at))
            return At(at + 1) is not ("elect" or "designate");
        return _text.Tokens[at].Tag == UniversalTag.NOUN
            && !Upper(at)
            && RoleAt(at - 1) is not { Many: true }
            && !Phrasing.TimeUnits.Contains(_lower[at])
            && _text.Tokens[at - 1].Head == at
            && _text.Tokens[at - 1].Relation == Relation.Compound;
    }

    // The longest title of the table that ends at the head, or goes on after it with "of".
    private bool Titled(ref PeoplePhrase phrase)
    {
        for (var first = Math.Max(phrase.FirstModifier, phrase.Head - 3); first <= phrase.Head; first++)
        {
            for (var end = Math.Min(phrase.Head + 5, _text.Sentences[_sentence[phrase.Head]].EndToken); end > phrase.Head; end--)
            {
                if (end > phrase.Head + 1 && _lower[phrase.Head + 1] is not ("of" or "for" or "-" or "general"))
                    continue;
                var span = _text.SpanOf(first, end).In(_text.Document.Text).ToString().ToLowerInvariant();
                span = Bare(span);
                if (_world.Title(span) is not { } office)
                    continue;
                // "the opposition leader", "the trade minister": of no state, and of one ministry.
                if (
                    office is "leader"
                    && first > phrase.FirstModifier
                    && _text.Tokens[first - 1].Tag == UniversalTag.NOUN
                    && Known(first - 1).Words == 0
                )
                    return Organ(phrase.FirstModifier).Words == 0;
                phrase.Office =
                    office == "leader" && first > phrase.FirstModifier && ReferenceWords.NoStateLeaders.Contains(_lower[first - 1])
                        ? null
                        : office;
                phrase.End = Math.Max(phrase.End, end);
                if (Organ(first) is { } organ && first + organ.Words > phrase.End)
                    return false;
                return true;
            }
        }

        return Organ(phrase.FirstModifier) is not { Words: > 0 } longer || phrase.FirstModifier + longer.Words <= phrase.End;
    }
}
