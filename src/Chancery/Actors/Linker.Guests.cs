using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Hosts and guests: told by the place from which the text comes or at which it speaks of them.</summary>
internal sealed partial class Linker
{
    // "The host said", "the distinguished guest", "Holness, the host, said".
    private int Hosted(int at)
    {
        var next = at + 1;
        while (next < _words.Length && _sentence[next] == _sentence[at] && next < at + 3 && _text.Tokens[next].Tag is UniversalTag.ADJ)
            next++;
        if (
            At(next) is not ("host" or "guest" or "visitor")
            || next >= _words.Length
            || _sentence[next] != _sentence[at]
            || _text.Tokens[next].Tag != UniversalTag.NOUN
        )
            return at;
        if (
            next + 1 < _words.Length
            && (
                _text.Tokens[next + 1].Tag is UniversalTag.NOUN or UniversalTag.PROPN
                || At(next + 1) is "of"
                || Hyphen(next + 1)
                || Possessive(next + 1)
            )
        )
            return at;
        if (
            at > 1
            && _lower[at - 1] == ","
            && _mentions is [.., { Form: MentionForm.Name, Entities: [{ Type: EntityType.Person } apposed] } before]
            && before.EndToken == at - 1
        )
            return Put(
                at,
                next + 1,
                [apposed with { Span = null }],
                MentionForm.Title,
                "person",
                .85,
                "actors/apposition",
                "says what the person just named is"
            );
        return Party(at, _lower[next]) is { } party
            ? Put(
                at,
                next + 1,
                [party],
                MentionForm.Title,
                "person",
                .75,
                "actors/visitor",
                "of the two whom the text tells of, by the place"
            )
            : at;
    }

    // Of the two persons of different states whom the text tells of, the one at home or the one abroad.
    private Entity? Party(int at, string noun)
    {
        var two = Two(at, static e => IsPerson(e) && e.State is not null, clear: true);
        if (two.Length != 2 || !Recent(at, two) || Venue(at, two[0].State!, two[1].State!) is not { } venue)
            return null;
        return noun == "host" == (two[0].State == venue) ? two[0] : two[1];
    }

    // The only one spoken of in such a post who is not at home.
    private Entity? Visitor(int at, Func<Entity, bool> sort)
    {
        Entity? only = null;
        foreach (var (_, last, person) in _spoken.Values)
        {
            if (last < Farthest || person.State is not { } state || !sort(person) || Venue(at, state, null) == state)
                continue;
            if (only is not null)
                return null;
            only = person;
        }

        return only is { State: { } home } && Venue(at, home, null) is not null ? only with { Span = null, Members = [] } : null;
    }

    // Where they are: the state of the dateline, else that of the nearest place, if it is of one of the two.
    private string? Venue(int at, string one, string? other)
    {
        if (Home is { } home)
            return other is null || home == one || home == other ? home : null;
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            if (_mentions[i] is { Reading: "place", Entities: [{ State: { } state }] } && (other is null || state == one || state == other))
                return state;
        return null;
    }

    // "His Majesty", "His Highness", "His Excellency" alone: the only one spoken of who is styled so.
    private Entity? Addressed(int at)
    {
        var style = _lower[at] switch
        {
            "hm" or "h.m." => "majesty",
            "hh" or "h.h." or "hrh" or "h.r.h." => "highness",
            _ => At(at + 1),
        };
        Entity? only = null;
        foreach (var (_, last, person) in _spoken.Values)
        {
            if (
                last < Farthest
                || _world.OfficeOf(person.Id, _day) is not { } tenure
                || style switch
                {
                    "majesty" => tenure.Title is not ("king" or "queen" or "sultan" or "emperor"),
                    "highness" or "royal" => tenure.Title is not ("emir" or "crown prince" or "prince" or "grand duke"),
                    "holiness" => tenure.Title is not ("pope" or "patriarch"),
                    _ => true,
                }
            )
                continue;
            if (only is not null)
                return null;
            only = person;
        }

        return only is null ? null : only with { Span = null, Members = [] };
    }
}
