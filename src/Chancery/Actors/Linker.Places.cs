using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Whether a place stands for its government: by cue, else not decided.</summary>
internal sealed partial class Linker
{
    private void Place(int start, int first, int end, Entity entity, bool capital)
    {
        if (capital && entity.State is null)
        {
            Put(first, end, [entity], MentionForm.Name, "place", .8, "actors/place", "a place of that name");
            return;
        }
        if (capital && _world.MetonymOf(Words(first, end)) is { Entity: "?" })
        {
            var seat = Cue(first, end, true);
            if (seat.Reading == "place")
                Put(first, end, [entity], MentionForm.Name, "place", seat.Confidence, "actors/capital", seat.Cue);
            else
                Put(first, end, [], MentionForm.Metonym, null, .3, "actors/abstain", "several bodies sit there");
            return;
        }

        var (reading, confidence, cue) = Cue(first, end, capital);
        if (reading is null && capital)
        {
            Put(
                first,
                end,
                [],
                MentionForm.Metonym,
                null,
                .3,
                "actors/abstain",
                "nothing tells the place " + entity.Id + " from the government state/" + entity.State
            );
            return;
        }

        if (capital && reading == "government")
            Put(first, end, [Made(_world.Find("state/" + entity.State)!)], MentionForm.Metonym, reading, confidence, "actors/metonym", cue);
        else
            Put(start, end, [entity], MentionForm.Name, reading, confidence, capital ? "actors/capital" : "actors/state", cue);
    }

    // A town that is no capital, unless a row says that somebody sits there.
    private int PlaceName(int first, int end, Entity place)
    {
        var words = Words(first, end);
        if (_world.MetonymOf(words) is { Fixed: false } metonym && Cue(first, end, true) is { Reading: not "place" } cue)
        {
            if (cue.Reading is null || metonym.Entity == "?")
                return Put(
                    first,
                    end,
                    [],
                    MentionForm.Metonym,
                    null,
                    .3,
                    "actors/abstain",
                    "nothing tells the place " + place.Id + " from " + metonym.Entity
                );
            var actor = _world.Find(metonym.Entity) is { } known
                ? Made(known)
                : new Entity
                {
                    Id = metonym.Entity,
                    Name = words + " authorities",
                    Type = EntityType.Other,
                    State = place.State,
                };
            return Put(first, end, [actor], MentionForm.Metonym, "government", cue.Confidence, "actors/metonym", cue.Cue);
        }

        return Put(first, end, [place], MentionForm.Name, "place", .8, "actors/place", "a place of that name");
    }

    private (string? Reading, double Confidence, string Cue) Cue(int first, int end, bool capital)
    {
        var opens = first == _text.Sentences[_sentence[first]].FirstToken;
        // "Peru's capital Lima", "the capital, Lima".
        if (
            capital
                && _mentions is [.., { Rule: "actors/the-capital" } seat]
                && first - seat.EndToken is 0 or 1
                && _sentence[seat.FirstToken] == _sentence[first]
                && (first == seat.EndToken || _lower[first - 1] == ",")
            || capital && At(first - 1) == "capital"
            || capital && At(first - 1) == "," && At(first - 2) == "capital"
        )
            return ("place", .9, "named as the capital");
        // "Damascus suburbs", "Kabul airport".
        if (At(end) is { } within && Phrasing.PlaceNouns.Contains(within))
            return ("place", .8, "part of a place");
        // "its ally Damascus".
        if (
            At(first - 1) is { } kin
            && _sentence[first - 1] == _sentence[first]
            && (Phrasing.Others.Contains(kin) || kin is "partner" or "patron" or "arch-foe")
        )
            return ("government", .8, "who is called " + kin);
        if (
            IsDateline(_sentence[first])
            || _sentence[first] == 0
                && (opens && (At(end) == "/" || At(end) == "," && Calendar(end + 1)) || At(first - 1) == "/" && first < 6)
            || Loud(first) && (opens || At(first - 1) == "/")
            || capital && OpensDateline(first, end)
        )
            return ("place", .97, "dateline");
        var before = first > 0 && _sentence[first - 1] == _sentence[first] ? _lower[first - 1] : "";
        var at = first - 1;
        if (before is "the" or "neighbouring" or "neighboring" or "nearby" && first > 1)
        {
            at--;
            before = _lower[at];
        }
        if (before is "the" && at > 0)
        {
            at--;
            before = _lower[at];
        }
        // "in central Nuku'alofa".
        if (Phrasing.PlaceModifiers.Contains(before))
            return ("place", .9, "after " + before);
        // "to Dhaka's needs": what is Dhaka's and no part of the town.
        if (
            capital
            && Possessive(end)
            && Phrasing.PlaceCues.Contains(before)
            && end + 1 < _words.Length
            && _text.Tokens[end + 1].Tag is UniversalTag.NOUN
            && ReferenceWords.ActorNouns.Contains(_lower[end + 1])
            && _lower[end + 1] is not ("airspace" or "border" or "coast" or "office")
        )
            return ("government", .75, "possessor");
        // "its border with Uganda".
        if (
            before == "with"
            && !capital
            && at > 0
            && (at - 1 >= 0 && Phrasing.Frontiers.Contains(_lower[at - 1]) || at > 1 && Phrasing.Frontiers.Contains(_lower[at - 2]))
        )
            return (null, .6, "beyond a border");
        // "confidence in Malaysia".
        if (before == "in" && at > 0 && Phrasing.Reliance.Contains(_lower[at - 1]))
            return ("government", .8, "who is relied on");
        // "hostility towards India": whom it is turned to.
        if (before is "toward" or "towards" && at > 0 && Phrasing.TowardActors.Contains(_lower[at - 1]))
            return ("government", .8, "whom it is turned to");
        if (Phrasing.PlaceCues.Contains(before))
            return Prepositional(first, at, before);
        if (
            before is "on" or "upon"
            && (
                at > 0 && Phrasing.OnActors.Contains(_text.Tokens[at - 1].Lemma)
                || Governor(first) is { } turned && Phrasing.OnActors.Contains(turned)
            )
        )
            return ("government", .82, "turned to");
        if (Phrasing.ActorCues.Contains(before))
            return ("government", .82, "after " + before);
        // "residents of Khartoum", "the south of Beirut": what is within it is of a place.
        if (before == "of" && !capital && at > 0 && Phrasing.PlaceParts.Contains(_lower[at - 1]))
            return ("place", .8, "part of a place");
        if (before == "of" && capital && at > 0 && _text.Tokens[at - 1].Tag == UniversalTag.NOUN)
            return
                Phrasing.PlaceNouns.Contains(_lower[at - 1])
                || _world.Role(_lower[at - 1]) is { Many: true, Kind: "person", Sector: "civilian" or "" }
                ? ("place", .8, "part of a place")
                : (null, .6, "no cue");
        if (before == "for")
            return Governor(at) is { } motion && Phrasing.Motion.Contains(motion)
                ? ("place", .85, "goal of a journey")
                : ("government", .8, "after for");
        if (Possessive(end))
            return At(end + 1) is { } noun && Phrasing.PlaceNouns.Contains(noun)
                ? ("place", .8, "possessor of a part of a place")
                : (capital ? "government" : null, .78, "possessor");
        var token = _text.Tokens[Head(first, end)];
        var relation = token.Relation;
        if (
            relation is Relation.Nsubj or Relation.NsubjPass
            && token.Head >= 0
            && !Phrasing.HappensTo.Contains(_text.Tokens[token.Head].Lemma)
        )
            return ("government", .92, "subject of a clause");
        if (
            At(end) is { } next && Phrasing.Finite.Contains(next)
            || end < _words.Length && _text.Tokens[end].Tag is UniversalTag.VERB or UniversalTag.AUX && !Hyphen(end)
        )
            return ("government", .9, "before a finite verb");
        if (Joint(first, end, before) is { } joint)
            return joint;
        if (relation is Relation.Obj or Relation.Iobj && token.Head >= 0)
            return Object(first, token.Head, capital);
        if (
            capital
            && first > 0
            && _sentence[first - 1] == _sentence[first]
            && _text.Tokens[first - 1].Tag == UniversalTag.VERB
            && !Phrasing.PlaceVerbs.Contains(_text.Tokens[first - 1].Lemma)
        )
            return ("government", .75, "after " + _text.Tokens[first - 1].Lemma);
        if (
            capital
            && Hyphen(end)
            && Joined(end)
            && At(end + 1)
                is "backed"
                    or "led"
                    or "brokered"
                    or "mediated"
                    or "sponsored"
                    or "funded"
                    or "supported"
                    or "appointed"
                    or "controlled"
                    or "allied"
                    or "aligned"
                    or "friendly"
                    or "imposed"
                    or "installed"
        )
            return ("government", .8, "who backs or leads");
        if (end < _words.Length && At(end) is "-" && Joined(end))
            return (capital ? "place" : null, .6, "part of a compound");
        return (null, .6, "no cue");
    }

    // "Astana, 3 July.": a sentence of nothing but a place and a day.
    private bool IsDateline(int sentence)
    {
        var span = _text.Sentences[sentence];
        if (span.Role == SentenceRole.Dateline)
            return true;
        if (sentence > 1 || span.EndToken - span.FirstToken > 8 || span.EndToken - span.FirstToken < 3)
            return false;
        var days = 0;
        for (var i = span.FirstToken; i < span.EndToken; i++)
        {
            if (Calendar(i) || _text.Tokens[i].Tag == UniversalTag.NUM)
                days++;
            else if (
                !(
                    Known(i) is { Words: > 0, Naming.Kind: NameKind.Capital or NameKind.Place or NameKind.State }
                    || _text.Tokens[i].Tag == UniversalTag.PUNCT
                )
            )
                return false;
        }

        return days > 0;
    }

    private bool Loud(int at) => _words[at].Length > 3 && _words[at].All(static c => char.IsUpper(c) || !char.IsLetter(c));

    private string? Governor(int at) =>
        at >= 0 && _text.Tokens[at].Head is var head and >= 0
            ? _text.Tokens[head].Head is var above and >= 0 && _text.Tokens[head].Tag is not UniversalTag.VERB
                ? _text.Tokens[above].Lemma
                : _text.Tokens[head].Lemma
            : null;

    private (string? Reading, double Confidence, string Cue) Prepositional(int first, int at, string before)
    {
        if (before is "to" or "from" && at > 0)
        {
            if (before == "to" && _lower[at - 1] == "according")
                return ("government", .85, "according to");
            if (before == "to" && _lower[at - 1] == "up")
                return ("government", .8, "up to");
            // "expelled the ambassador from Quito": where somebody was.
            var sent = before == "from" && _world.Role(_lower[at - 1]) is { Kind: "person" };
            if (Phrasing.ToActors.Contains(_lower[at - 1]) && !sent || before == "from" && Phrasing.FromActorNouns.Contains(_lower[at - 1]))
                return ("government", .75, "what governments send: " + before);
            var governor = Governor(at) ?? Governor(first);
            if (governor is not null && (before == "from" ? Phrasing.FromActors : Phrasing.ToGovernments).Contains(governor))
                return ("government", .75, governor + " " + before);
        }

        return ("place", .93, "after " + before);
    }

    // "Beijing and Moscow said": both have the reading of the whole.
    private (string? Reading, double Confidence, string Cue)? Joint(int first, int end, string before)
    {
        if (At(end) is "and" or "," && end + 1 < _words.Length && Known(end + 1) is { Words: > 0 } other)
        {
            var after = end + 1 + other.Words;
            if (
                At(after) is { } word
                && (
                    Phrasing.Finite.Contains(word)
                    || after < _words.Length && _text.Tokens[after].Tag is UniversalTag.VERB or UniversalTag.AUX
                )
            )
                return ("government", .88, "one of two subjects");
        }

        if (
            before is "and" or "," or "or"
            && _mentions.Count > 0
            && _mentions[^1].Reading is { } same
            && same != "person"
            && first - _mentions[^1].EndToken is >= 1 and <= 2
        )
            return (same, .8, "joined to another of that reading");
        var token = _text.Tokens[Head(first, end)];
        if (token.Relation == Relation.Conj && token.Head >= 0 && _text.Tokens[token.Head].Relation is Relation.Nsubj)
            return ("government", .85, "one of several subjects");
        if (token.Relation is Relation.Nsubj)
            return ("government", .85, "subject of a clause");
        return null;
    }

    private (string? Reading, double Confidence, string Cue) Object(int first, int verb, bool capital)
    {
        var lemma = _text.Tokens[verb].Lemma;
        // "took Ecuador to the court": who is brought somewhere is no place.
        if (lemma is "take" or "bring" && _text.Dependents(verb) is var dependents)
            foreach (var dependent in dependents)
                if (
                    dependent > first
                    && _text.Tokens[dependent].Relation == Relation.Obl
                    && _text.Dependent(dependent, Relation.Case) is var to and >= 0
                    && _lower[to] is "to" or "before"
                )
                    return ("government", .75, lemma + " to");
        if (Phrasing.PlaceVerbs.Contains(lemma))
            return ("place", .85, "where one can " + lemma);
        return _text.Tokens[verb].Tag == UniversalTag.VERB && verb < first
            ? ("government", capital ? .8 : .75, "object of " + lemma)
            : (null, .6, "no cue");
    }
}
