using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

// Names that no list holds: persons and bodies of whom only the text tells.
internal sealed partial class Linker
{
    private int Unlisted(int at)
    {
        if (Phrasing.Addresses.Contains(_lower[at]) && NameEnd(at + 1) is var to && to > at + 1)
        {
            var who = PersonOf(at + 1, to, null, null, null);
            return Put(
                at,
                to,
                [who],
                MentionForm.Name,
                "person",
                who.Id.StartsWith("unknown/", StringComparison.Ordinal) ? .6 : .9,
                "actors/mister",
                "form of address and name"
            );
        }

        if (WrittenBody(at) is var written && written > at)
            return written;
        // "US$1 billion": money.
        if (At(at + 1) is ['$', ..] && _text.Tokens[at].Span.End == _text.Tokens[at + 1].Span.Start)
            return at + 1;
        if (_text.Tokens[at].Tag is UniversalTag.VERB or UniversalTag.AUX or UniversalTag.ADP or UniversalTag.PRON or UniversalTag.DET)
            return at;
        if (!OpensName(at))
            return at;
        var end = NameEnd(at);
        if (end - at > 1 && PersonWhole(at, end) is { } whole)
            return Put(at, end, [whole], MentionForm.Name, "person", .9, "actors/name", "a spelling of " + whole.Name);
        if (
            Short(at) is { } known
            && (
                end == at + 1
                || known.Type != EntityType.Person
                || _words[at..end].All(word => !char.IsUpper(word[0]) || _short.TryGetValue(word, out var same) && same.Id == known.Id)
            )
        )
        {
            if (known.Type != EntityType.Person)
                end = at + 1;
            if (OwnGovernment(at, end, known) is var organ and > 0)
                return organ;
            return Put(
                at,
                end,
                [known],
                MentionForm.Name,
                known.Type == EntityType.Person ? "person" : null,
                .93,
                "actors/short-name",
                "short for " + known.Name
            );
        }

        if (end == at + 3 && Hyphen(at + 1) && _lower[at] is "al" or "el" or "ould" or "abu" && InOffice(at + 2, at) is { } surnamed)
            return OwnGovernment(at > 0 && _lower[at - 1] == "the" ? at - 1 : at, end, surnamed) is var theirs and > 0
                ? theirs
                : Put(
                    at,
                    end,
                    [surnamed],
                    MentionForm.Name,
                    "person",
                    .75,
                    "actors/surname",
                    "the only holder of an office known by that name"
                );
        if (end == at + 1 && InOffice(at) is { } holder)
            return OwnGovernment(at > 0 && _lower[at - 1] == "the" ? at - 1 : at, end, holder) is var ruled and > 0
                ? ruled
                : Put(
                    at,
                    end,
                    [holder],
                    MentionForm.Name,
                    "person",
                    .75,
                    "actors/surname",
                    "the only holder of an office known by that name"
                );
        return Recognised(at, end);
    }

    // A run of capitals that ends in a word for a body: "the All Parties Hurriyat Conference".
    private int WrittenBody(int at)
    {
        if (!Upper(at) || Calendar(at) || _words[at].All(static c => char.IsUpper(c)))
            return at;
        var limit = Math.Min(_text.Sentences[_sentence[at]].EndToken, at + LongestName);
        int end = at,
            last = at;
        while (
            end < limit
            && !(
                end > at + 2
                && _lower[end] == "and"
                && Known(end + 1) is { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.State or NameKind.Body }
                && (last == end || Known(end - 1).Words > 0)
            )
            && (
                Upper(end)
                || end > at
                    && _lower[end] is "of" or "for" or "and" or "the" or "on" or "'s" or "’s"
                    && end + 1 < limit
                    && (Upper(end + 1) || _lower[end + 1] is "the" && Upper(end + 2))
            )
        )
        {
            end++;
            if (end - at > 1 && Phrasing.BodyNouns.Contains(_lower[end - 1]))
                last = end;
        }

        // "the African Union Mission in Somalia".
        if (
            last > at
            && _lower[last - 1] is "mission" or "force" or "operation"
            && At(last) == "in"
            && Known(last + 1) is { Words: > 0, Naming.Kind: NameKind.State } seat
        )
            last += 1 + seat.Words;

        // "Congress for Democracy", "Movement for Democratic Change".
        if (last > at && At(last) == "for" && Upper(last + 1))
            for (last += 2; last < limit && Upper(last); last++) { }
        // "the Committee of Ministers of the Council of Europe": the last of its words begin another body's name.
        if (last > at + 1 && Known(last - 1) is { Words: > 1, Naming.Kind: NameKind.Body } inner)
            last += inner.Words - 1;
        if (last == at && Phrasing.BodyNouns.Contains(_lower[at]) && At(at + 1) == "of" && Known(at + 2) is { Words: > 0 } of)
            last = at + 2 + of.Words;
        if (
            last - at < 2
            || at == _text.Sentences[_sentence[at]].FirstToken && last - at < 3 && Known(at).Words == 0
            || Phrasing.BodyNouns.Contains(_lower[at]) && last - at == 2
        )
            return at;
        var words = Words(at, last);
        var body = _short.TryGetValue(words, out var known)
            ? known
            : new Entity
            {
                Id = "unknown/" + Slugs.Of(words),
                Name = words,
                Type = EntityType.Other,
            };
        _short[words] = body;
        var first = at > 0 && _lower[at - 1] == "the" && (_mentions.Count == 0 || _mentions[^1].EndToken < at) ? at - 1 : at;
        for (var i = at + 1; i < last; i++)
            if (_lower[i - 1] is "of" && Known(_lower[i] == "the" ? i + 1 : i) is { Words: > 0, Naming.Kind: NameKind.State } whose)
                body = _short[words] = body with { State = whose.Naming.Entity[6..] };
        if (
            at > 1
            && Possessive(at - 1)
            && _mentions is [.., { Entities: [{ Type: EntityType.State, State: { } owned }] } owner]
            && owner.EndToken == at - 1
        )
            body = _short[words] = body with { State = owned };
        Put(first, last, [body], MentionForm.Name, null, .6, "actors/unknown-body", "a name that the pack does not hold");
        Initials(at, last, body);
        return Acronym(last, body);
    }

    // "Al-Wefaq ... the Wefaq".
    private void WithoutArticle(int first, int end, Entity body)
    {
        if (end == first + 3 && Hyphen(first + 1) && _lower[first] is "al" or "el" && Upper(first + 2))
            _short.TryAdd(_words[first + 2], body);
    }

    // "the Karen National Union ... the KNU": whose capitals make a short form that no table holds.
    private void Initials(int first, int end, Entity body)
    {
        var letters = new System.Text.StringBuilder();
        for (var i = first; i < end; i++)
            if (Upper(i))
                letters.Append(_words[i][0]);
        if (letters.Length is > 2 and < 8 && !_world.TryName(letters.ToString(), out _))
            _short.TryAdd(letters.ToString(), body);
    }

    // What the reader took for a name and no pack knows.
    private int Recognised(int at, int run)
    {
        if (!_nameAt.TryGetValue(at, out var name))
            return Remainder(at);
        var end = name.EndToken;
        // "Landlocked Ethiopia", "Neighbouring Chad": a word with its capital at the head of a sentence is no part of a state's name.
        if (
            at == _text.Sentences[_sentence[at]].FirstToken
            && Known(at).Words == 0
            && Known(at + 1) is { Words: > 0, Naming.Kind: NameKind.State } realm
            && at + 1 + realm.Words >= end
            && (
                _text.Tokens[at].Tag is UniversalTag.ADJ or UniversalTag.VERB
                || _lower[at].EndsWith("ed", StringComparison.Ordinal)
                || _lower[at].EndsWith("ing", StringComparison.Ordinal)
            )
        )
            return at;
        // "The Leader": an office, whoever it is.
        if (end == at + 1 && at > 0 && _lower[at - 1] == "the" && _world.Role(_lower[at]) is not null)
            return at;
        // "RED-Tabara": what is joined before it is part of the name.
        if (
            at > 1
            && Hyphen(at - 1)
            && Joined(at - 1)
            && Upper(at - 2)
            && Known(at - 2).Words == 0
            && (_mentions.Count == 0 || _mentions[^1].EndToken <= at - 2)
            && name.Type is NameType.Place or NameType.Organisation or NameType.Group
        )
        {
            var joined = new Entity
            {
                Id = "unknown/" + Slugs.Of(Words(at - 2, end)),
                Name = Words(at - 2, end),
                Type = EntityType.Other,
            };
            _short.TryAdd(joined.Name, joined);
            return Put(at - 2, end, [joined], MentionForm.Name, null, .5, "actors/unknown-body", "a name that the pack does not hold");
        }

        while (end - at > 1 && _lower[end - 1] is "of" or "for" or "the" or "and" or "in" or "to" or "on")
            end--;
        // "KAZINFORM - President of Kazakhstan": a dash is no part of a name.
        for (var i = at + 1; i < end; i++)
            if (Hyphen(i) && !Joined(i))
            {
                if (i == at + 1 && Loud(at))
                    return at;
                end = i;
                run = Math.Min(run, i);
            }
        var words = _text.SpanOf(at, end).In(_text.Document.Text).ToString();
        if (ReferenceWords.NoPersons.Contains(words.ToLowerInvariant()))
            return at;
        // "the Reciprocal Access Agreement": a treaty, whatever the reader took of it.
        if (end < _words.Length && Upper(end) && Phrasing.Happenings.Contains(_lower[end]))
            return at;
        // "the Mejlis": no person bears an article.
        var type =
            name.Type == NameType.Person
            && end == at + 1
            && at > 0
            && _lower[at - 1] == "the"
            && !_lower[at].EndsWith('s')
            && Upper(at)
            && KnownAs(at) is null
            && At(end) is not ("group" or "network" or "faction" or "militia" or "gang" or "cartel" or "family")
                ? NameType.Organisation
                : name.Type;
        switch (type)
        {
            case NameType.Person:
                // "Putin and Modi": two, whatever the reader took them for.
                for (var i = at + 1; i < end; i++)
                    if (_lower[i] is "and" or "," or "&")
                        (end, run) = (i, Math.Min(run, i));
                end = Math.Max(end, run);
                if (KnownAs(at) is { } same)
                {
                    _short[_words[at]] = same;
                    return Put(
                        at,
                        end,
                        [same],
                        MentionForm.Name,
                        "person",
                        .85,
                        "actors/known-as",
                        "another name of the person just named"
                    );
                }

                // "the Hafiz Gul Bahadur group": not the man but those whom he leads.
                if (
                    at > 0
                    && _lower[at - 1] == "the"
                    && At(end) is "group" or "network" or "faction" or "militia" or "gang" or "cartel"
                    && _sentence[end] == _sentence[at]
                )
                {
                    var band = new Entity
                    {
                        Id = "unknown/" + Slugs.Of(Words(at, end + 1)),
                        Name = Words(at, end + 1),
                        Type = EntityType.Other,
                    };
                    return Put(at - 1, end + 1, [band], MentionForm.Name, null, .6, "actors/unknown-body", "a band called after a person");
                }

                // "greetings to Prime Minister and the people": an office written as a name, in the text of the state whose it is.
                if (
                    end - at > 1
                    && Home is { } home
                    && _text.Sentences[_sentence[at]].Role != SentenceRole.Headline
                    && _world.Title(Words(at, end).ToLowerInvariant()) is { } office
                    && Holder(home, null, office, "") is { Holder: { } holder } held
                )
                    return Put(at, end, [holder], MentionForm.Title, "person", held.Confidence - .1, "actors/title", held.Why);

                // "the Chief Justice": an office and no name, whoever holds it.
                if (at > 0 && _lower[at - 1] == "the" && _world.Title(Words(at, end).ToLowerInvariant()) is not null)
                    return end;
                var person = PersonOf(at, end, null, null, null);
                return Put(
                    at,
                    end,
                    [person],
                    MentionForm.Name,
                    "person",
                    .6,
                    "actors/unknown-person",
                    "a name that the pack does not hold"
                );
            case NameType.Organisation
            or NameType.Group when words.Length > 1 && !Phrasing.Happenings.Contains(_lower[end - 1]) && char.IsUpper(words[0]):
                var body = new Entity
                {
                    Id = "unknown/" + Slugs.Of(words),
                    Name = words,
                    Type = EntityType.Other,
                };
                if (end - at > 1 || words.Length > 3)
                    _short.TryAdd(words, body);
                var first = at > 0 && _lower[at - 1] == "the" && (_mentions.Count == 0 || _mentions[^1].EndToken < at) ? at - 1 : at;
                Put(first, end, [body], MentionForm.Name, null, .5, "actors/unknown-body", "a name that the pack does not hold");
                WithoutArticle(at, end, body);
                return Acronym(end, body);
            case NameType.Place:
                var place = new Entity
                {
                    Id = "unknown/" + Slugs.Of(words),
                    Name = words,
                    Type = EntityType.Place,
                };
                return Put(at, end, [place], MentionForm.Name, "place", .5, "actors/unknown-place", "a place that the pack does not hold");
            default:
                return at;
        }
    }

    // "the Republic of Cuba Carlos Enrique Valdez": what is left of a name behind the state that it begins with.
    private int Remainder(int at)
    {
        if (
            _mentions is not [.., { Entities: [{ Type: EntityType.State }] } before]
            || before.EndToken != at
            || !Upper(at)
            || !Upper(at + 1)
        )
            return at;
        for (var first = at - 1; first >= before.FirstToken; first--)
        {
            if (!_nameAt.TryGetValue(first, out var name))
                continue;
            if (name.EndToken < at + 2 || name.Type == NameType.Organisation)
                return at;
            for (var i = at; i < name.EndToken; i++)
                if (!Upper(i))
                    return at;
            return Put(
                at,
                name.EndToken,
                [PersonOf(at, name.EndToken, null, null, null)],
                MentionForm.Name,
                "person",
                .6,
                "actors/unknown-person",
                "a name that the pack does not hold"
            );
        }

        return at;
    }

    // "Mohamed Hamdan Dagalo, known as Hemedti".
    private Entity? KnownAs(int at)
    {
        if (at < 2 || _lower[at - 1] is not "as" && _lower[at - 1] is not ("nicknamed" or "alias" or "aka"))
            return null;
        if (_lower[at - 1] == "as" && _lower[at - 2] is not "known")
            return null;
        return
            _mentions is [.., { Entities: [{ Type: EntityType.Person } person] } last]
            && at - last.EndToken <= 5
            && _sentence[last.FirstToken] == _sentence[at]
            ? person with
            {
                Span = null,
            }
            : null;
    }

    private Entity Unnamed(int first, int end, string? state, EntityType type, string? noun)
    {
        var from = _lower[first] is "the" or "a" or "an" ? first + 1 : first;
        var words = _text.SpanOf(from, end).In(_text.Document.Text).ToString() + (noun is null ? "" : " " + noun);
        return new()
        {
            Id = "unknown/" + Slugs.Of(words),
            Name = words,
            Type = type,
            State = state,
        };
    }
}
