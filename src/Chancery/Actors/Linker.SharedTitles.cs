using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

// One title of several: "Presidents Xi and Putin", "the foreign ministers of both".
internal sealed partial class Linker
{
    private int Several(PeoplePhrase phrase)
    {
        if (OfBoth(phrase) is var both and > 0)
            return both;
        // "the African Union Heads of State Summit": an occasion.
        for (var i = phrase.Head + 1; i <= phrase.End && i < _words.Length; i++)
            if (Upper(i) && Phrasing.Occasions.Contains(_lower[i]))
                return phrase.Start;
        var bare = phrase.FirstModifier == phrase.Head;
        var noun = _lower[phrase.Head];
        if (phrase.Definite && bare && phrase.Role.Sector == "rebel" && LastGroup(phrase.Start) is { } group)
            return Put(
                phrase.Start,
                phrase.Head + 1,
                [group],
                MentionForm.Title,
                null,
                .75,
                "actors/the-rebels",
                "the armed group last named"
            );
        // "the Polisario separatists", "LRA fighters": the group itself.
        if (
            phrase is { Role.Sector: "rebel", Indefinite: false, Counted: false, Body: { Type: EntityType.ArmedGroup } own }
            && phrase.End == phrase.Head + 1
            && Known(phrase.FirstModifier) is { Words: > 0, Naming.Kind: NameKind.Body } called
            && phrase.FirstModifier + called.Words == phrase.Head
        )
            return Put(phrase.Start, phrase.End, [Made(own)], MentionForm.Name, null, .85, "actors/band", "fighters of that name");
        if (phrase.Definite && phrase.End == phrase.Head + 1 && Previous(noun, phrase.State) is { } before)
            return Put(
                phrase.Start,
                phrase.Head + 1,
                [before],
                MentionForm.Title,
                null,
                .65,
                "actors/same-people",
                "the people called so before"
            );
        if (Band(phrase) is var band and > 0)
            return band;
        if (
            phrase is { Definite: true, State: { } led, Body: null }
            && noun is "leaders"
            && phrase.End == phrase.Head + 1
            && LeadersOf(led) is { Length: > 1 } leaders
        )
            return Put(
                phrase.Start,
                phrase.End,
                leaders,
                MentionForm.Group,
                null,
                .7,
                "actors/two-leaders",
                "those who lead that state and whom the text names"
            );
        // "respect for people": nobody in particular.
        if (noun is "people" && bare && phrase is { Definite: false, Indefinite: false, Counted: false })
            return phrase.Start;
        // "the Iraqi authorities": the government.
        if (
            noun == "authorities"
            && phrase.State is not null
            && Known(phrase.FirstModifier) is { Words: > 0 } ruled
            && (
                phrase.FirstModifier + ruled.Words == phrase.Head
                || phrase.FirstModifier + ruled.Words == phrase.Head - 1 && Phrasing.Later.Contains(_lower[phrase.Head - 1])
            )
        )
            return phrase.Start;
        if (
            noun == "delegations"
            && phrase is { State: { } party, Body: null }
            && Known(phrase.FirstModifier) is { Words: > 0 } of
            && phrase.FirstModifier + of.Words == phrase.Head
            && !phrase.Indefinite
            && !phrase.Counted
        )
            return Put(
                phrase.Start,
                phrase.Head + 1,
                [StateOf(party)],
                MentionForm.Title,
                "government",
                .75,
                "actors/side",
                "those who act for " + party
            );
        if (
            noun == "forces"
            && phrase.State is not null
            && Known(phrase.FirstModifier) is { Words: > 0 } whose
            && phrase.FirstModifier + whose.Words == phrase.Head
        )
            return phrase.Start;
        // "Presidents William Ruto of Kenya and Yoweri Museveni": their names follow.
        if (
            !phrase.Indefinite
            && !phrase.Counted
            && phrase.Office is null
            && At(phrase.End) is not null
            && Upper(phrase.End)
            && _sentence[Math.Min(phrase.End, _words.Length - 1)] == _sentence[phrase.Start]
            && NameEnd(phrase.End) > phrase.End + 1
        )
            return phrase.Start;
        if (phrase.Role.Kind == "body" && (bare || Phrasing.Sides.Contains(noun) && (phrase.Definite || !Named(phrase))))
            return phrase.Start;
        if (phrase.Definite && bare && phrase.End == phrase.Head + 1)
            return phrase.Start;
        // "their people", "we are one people": no one in particular.
        if (
            noun is "people"
            && bare
            && phrase.Start > 0
            && (_lower[phrase.Start - 1] is "one" or "his" or "her" or "its" or "their" or "our" or "my")
        )
            return phrase.Start;
        // "the defence ministers of Chad and Niger": of neither alone.
        if (
            phrase.End > phrase.Head + 1
            && At(phrase.Head + 1) == "of"
            && At(phrase.End) is "and" or ","
            && Known(phrase.End + 1) is { Words: > 0, Naming.Kind: NameKind.State } joined
        )
        {
            phrase.State = null;
            if (_lower[phrase.End] == "and")
                phrase.End += 1 + joined.Words;
        }

        // "police officials", "military sources": of the state that the text tells of.
        if (
            phrase is { State: null, Body: null }
            && phrase.Head == phrase.FirstModifier + 1
            && phrase.End == phrase.Head + 1
            && phrase.Role.Sector is "government" or "military" or "" or "media"
            && ReferenceWords.StateServices.Contains(_lower[phrase.FirstModifier])
        )
            phrase.State = SettledState(phrase.Start) ?? Ahead(phrase.Start);
        if (NamedAfter(phrase) is var several and > 0)
            return several;
        var unnamed = Unnamed(phrase.Start, phrase.End, phrase.State ?? StateOfBody(phrase.Body), EntityType.Group, null);
        Put(
            phrase.Start,
            phrase.End,
            [unnamed],
            MentionForm.Group,
            null,
            .7,
            "actors/unnamed-people",
            "people whom the text leaves unnamed"
        );
        return phrase.Head + 1;
    }

    // "the Lao leaders": of those whom the text has named, who hold one of the first offices of that state.
    private ImmutableArray<Entity> LeadersOf(string state) =>
        [
            .. _spoken
                .Values.Where(spoken => spoken.Last >= Farthest && spoken.Entity.State == state && Leads(spoken.Entity, "leaders"))
                .OrderBy(static spoken => spoken.Last)
                .Select(static spoken => spoken.Entity with { Span = null, Members = [] }),
        ];

    // "the ministers of defence and interior of Mali, Sadio Camara and Daoud Aly Mohammedine": who is named behind.
    private int NamedAfter(PeoplePhrase phrase)
    {
        if (phrase.Role.Sector != "government" || phrase.Indefinite)
            return 0;
        var end = phrase.End;
        var state = phrase.State;
        var limit = _text.Sentences[_sentence[phrase.Start]].EndToken;
        // "and interior", "of Mali".
        while (end < limit && end < phrase.End + 6 && At(end) is not ",")
        {
            if (At(end) is "of" && Known(At(end + 1) == "the" ? end + 2 : end + 1) is { Words: > 0, Naming.Kind: NameKind.State } of)
            {
                state ??= of.Naming.Entity[6..];
                end = (At(end + 1) == "the" ? end + 2 : end + 1) + of.Words;
                continue;
            }
            if (
                At(end) is not ("and" or "of")
                && _text.Tokens[end].Tag is not (UniversalTag.NOUN or UniversalTag.ADJ or UniversalTag.PROPN)
            )
                return 0;
            end++;
        }

        if (At(end) != ",")
            return 0;
        var persons = new List<Entity>();
        for (var at = end + 1; persons.Count < 6;)
        {
            if (
                at >= limit
                || !Upper(at)
                || _world.Role(_lower[at]) is not null
                || Known(at) is { Words: > 0, Naming.Kind: not NameKind.Person }
            )
                return 0;
            var last = NameEnd(at);
            if (last < at + 2 || !(PersonBegins(at) || Known(at).Words > 0))
                return 0;
            persons.Add(PersonOf(at, last, state, null, null));
            if (At(last) == "and" || At(last) == "," && At(last + 1) == "and")
            {
                at = At(last) == "and" ? last + 1 : last + 2;
                continue;
            }
            if (persons.Count > 1 && _lower[at - 1] == "and")
                break;
            if (At(last) != ",")
                return 0;
            at = last + 1;
        }

        return persons.Count < 2
            ? 0
            : Put(phrase.Start, end, [.. persons], MentionForm.Group, null, .8, "actors/named-after", "those who are named behind");
    }

    // "CPJP rebels": those who bear a name that the pack does not hold.
    private int Band(PeoplePhrase phrase)
    {
        if (
            phrase.Role.Sector != "rebel"
            || phrase.Head != phrase.FirstModifier + 1
            || _words[phrase.FirstModifier] is not { Length: > 1 } letters
            || !letters.All(static c => char.IsUpper(c) || char.IsDigit(c) || c == '-')
            || !letters.Any(char.IsUpper)
            || Known(phrase.FirstModifier).Words > 0
        )
            return 0;
        var band = _short.TryGetValue(letters, out var known)
            ? known
            : new Entity
            {
                Id = "unknown/" + Slugs.Of(letters),
                Name = letters,
                Type = EntityType.ArmedGroup,
            };
        _short[letters] = band;
        return Put(
            phrase.Start,
            phrase.Head + 1,
            [band with { Span = null }],
            MentionForm.Name,
            null,
            .7,
            "actors/band",
            "fighters of that name"
        );
    }

    // "the presidents of Guyana and Venezuela": the holder of the office in each.
    private int OfBoth(PeoplePhrase phrase)
    {
        var at = phrase.Head + 1;
        var one =
            phrase.FirstModifier < phrase.Head ? Words(phrase.FirstModifier, phrase.Head + 1).ToLowerInvariant() : _lower[phrase.Head];
        if (At(at) != "of" || !one.EndsWith('s') || _world.Title(one[..^1]) is not { } office)
            return 0;
        var persons = new List<Entity>();
        at++;
        while (persons.Count < 5)
        {
            if (At(at) is "the" or "and" or "," or "both")
            {
                at++;
                continue;
            }
            if (
                Known(at) is not { Words: > 0, Naming.Kind: NameKind.State } state
                || Holder(state.Naming.Entity[6..], null, office, "").Holder is not { } holder
            )
                break;
            persons.Add(holder);
            at += state.Words;
            if (At(at) is not ("," or "and"))
                break;
        }

        return persons.Count < 2
            ? 0
            : Put(phrase.Start, at, [.. persons], MentionForm.Group, null, .85, "actors/of-both", "the holder of that office in each");
    }
}
