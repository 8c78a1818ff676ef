using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Who holds an office: whom the text spoke of with it first, then by the rows of the pack on the day.</summary>
internal sealed partial class Linker
{
    private Entity? HomeThrone(string noun) =>
        IsThrone(noun)
        && Home is { } realm
        && _day is { } on
        && _world.Holders(realm, "hos", on) is [var throne, ..]
        && (throne.Title == noun || noun is "monarch" or "sovereign")
            ? Made(_world.Find(throne.Person)!)
            : null;

    // "The king": of the only state spoken of that has one.
    private (Entity? Holder, double Confidence, string Why) Throne(string noun)
    {
        Tenure? only = null;
        for (var i = _mentions.Count - 1; _day is not null && i >= Farthest; i--)
            foreach (var entity in _mentions[i].Entities)
            {
                if (
                    entity.State is not { } state
                    || _world.Holders(state, "hos", _day.Value) is not [var tenure, ..]
                    || tenure.Title != noun && !(noun is "monarch" or "sovereign" && IsThrone(tenure.Title))
                )
                    continue;
                if (only is not null && only.Person != tenure.Person)
                    return default;
                only = tenure;
            }

        return only is null ? default : (Made(_world.Find(only.Person)!), .8, "the only " + noun + " of the states spoken of");
    }

    // "the former president": somebody of the text whose time in that office is over.
    private Entity? Past(string? state, string office)
    {
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            foreach (var entity in _mentions[i].Entities)
                if (
                    entity.Type == EntityType.Person
                    && (state is null || entity.State == state)
                    && _day is { } day
                    && _world
                        .Held(entity.Id)
                        .Any(t => Array.IndexOf(Offices(office), t.Office) >= 0 && t.Fact.Until is { } until && until.Last <= day)
                )
                    return entity with { Span = null };
        return null;
    }

    // "Glas, a former vice-president ... the former vice president".
    private Entity? FormerlyTitled(string? state, string office) =>
        OnlyTitled(state, title => title.Split(' ').Any(Phrasing.Earlier.Contains) && OfficeIn(title) == office);

    // "the president-elect": who was called so.
    private Entity? Elected(PeoplePhrase phrase)
    {
        var end = Words(phrase.Head, phrase.End).ToLowerInvariant();
        return OnlyTitled(phrase.State, title => title.EndsWith(end, StringComparison.Ordinal));
    }

    // Whether a title is the subject of a verb of speech right behind a quotation that names the person.
    private bool NamedInQuotation(PeoplePhrase phrase, Entity person)
    {
        var quote = phrase.Start - 1;
        if (
            quote < 1
            || _words[quote] is not ("”" or "\"" or "''")
            || phrase.End >= _words.Length
            || !ReferenceWords.SpeechVerbs.Contains(_text.Tokens[phrase.End].Lemma)
        )
            return false;
        for (var i = _mentions.Count - 1; i >= 0 && _quoted[_mentions[i].FirstToken]; i--)
            if (_mentions[i].Entities.Any(e => e.Id == person.Id))
                return true;
        return false;
    }

    private Entity? OnlyTitled(string? state, Func<string, bool> fits)
    {
        Entity? only = null;
        foreach (var (id, titles) in _titled)
        {
            if (
                !_spoken.TryGetValue(id, out var spoken)
                || spoken.Last < Farthest
                || state is not null && spoken.Entity.State is { } of && of != state
                || !titles.Split('|').Any(fits)
            )
                continue;
            if (only is not null)
                return null;
            only = spoken.Entity;
        }

        return only is null ? null : only with { Span = null, Members = [] };
    }

    private (Entity? Holder, double Confidence, string Why) Called(string? state, string noun)
    {
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            foreach (var entity in _mentions[i].Entities)
                if (
                    entity.Type == EntityType.Person
                    && (state is null || entity.State == state)
                    && (
                        _world.OfficeOf(entity.Id, _day)?.Title == noun
                        || entity.Office?.EndsWith(noun, StringComparison.OrdinalIgnoreCase) == true
                        || _titled.GetValueOrDefault(entity.Id)?.EndsWith(noun, StringComparison.Ordinal) == true
                    )
                )
                    return (entity with { Span = null, Members = [] }, .85, "named before in the text with that title");
        return default;
    }

    private (Entity? Holder, double Confidence, string Why) Holder(string? state, KnownEntity? body, string office, string noun)
    {
        var organisation = body is { Type: EntityType.Igo } ? body.Id : null;
        if (organisation is null && Foremost(state, office, noun) is { } spoken)
            return (spoken with { Span = null, Members = [] }, .92, "named before in the text, with that office");
        if ((organisation ?? state) is not { } seat || body is { Type: not (EntityType.Igo or EntityType.Organ) })
            return default;
        foreach (var candidate in Offices(office, seat))
        {
            // "the Sultan of Sokoto" is not whoever leads Nigeria.
            if (IsThrone(noun) && candidate != "hos")
                break;
            if (_day is { } day && _world.Holders(seat, candidate, day) is [var tenure, ..])
            {
                var trusted = tenure.Fact.Until is not null || day <= tenure.Fact.Reviewed;
                return (
                    Made(_world.Find(tenure.Person)!),
                    trusted ? .9 : .6,
                    $"holds office/{seat}.{candidate} on {day:yyyy-MM-dd}{(trusted ? "" : ", past the last review")}"
                );
            }

            if (_day is null && _world.LastHolder(seat, candidate) is { } last)
                return (
                    Made(_world.Find(last.Person)!),
                    .5,
                    $"the newest holder known of office/{seat}.{candidate}; the date of the text is unknown"
                );
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
            if (
                last < Farthest
                || state is not null && entity.State != state
                || office == "leader" && state is not null && _world.OfficeOf(id, _day) is { } seat && !IsLeading(seat)
                || !Holds(entity, office, noun)
            )
                continue;
            if (here - _sentence[_mentions[last].FirstToken] <= 1)
            {
                near = entity;
                others++;
            }
            var score = weight;
            for (var i = Math.Max(0, _mentions.Count - 3); i < _mentions.Count; i++)
                foreach (var spoken in _mentions[i].Entities)
                    if (spoken.Id == id)
                        score += .6;
            if (best is not null && (score < most || score == most && string.CompareOrdinal(id, best.Id) > 0))
            {
                second = Math.Max(second, score);
                continue;
            }
            (best, most, second) = (entity, score, best is null ? 0 : most);
        }

        if (state is not null || best is null || second == 0)
            return best;
        if (Here(office, noun) is { } spokenOf)
            return spokenOf;
        if (others == 1)
            return near;
        return best.State is { } of && of == Home || most >= 1.5 * second ? best : null;
    }

    // "The opposition leader in Port Moresby said the prime minister": of several in office, the one whose state the sentence speaks of.
    private Entity? Here(string office, string noun)
    {
        Entity? only = null;
        var sentence = _mentions.Count > 0 ? _sentence[_mentions[^1].FirstToken] : -1;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == sentence; i--)
        {
            foreach (var entity in _mentions[i].Entities)
            {
                if (entity.State is not { } state || IsPerson(entity) && Holds(entity, office, noun))
                    continue;
                foreach (var (_, (_, last, person)) in _spoken)
                {
                    if (last < Farthest || person.State != state || !Holds(person, office, noun))
                        continue;
                    if (only is not null && only.Id != person.Id)
                        return null;
                    only = person;
                }
            }
        }

        return only;
    }

    private bool Holds(Entity person, string office, string noun)
    {
        var tenure = _world.OfficeOf(person.Id, _day);
        // A president is no king.
        if (office == "hos" && IsThrone(noun))
            return tenure is { Office: "hos" } && (tenure.Title == noun || noun is "monarch" or "sovereign" && IsThrone(tenure.Title));
        if (tenure is not null && Array.IndexOf(Offices(office, tenure.State), tenure.Office) >= 0)
            return true;
        if (tenure is not null && office == "minister")
            return noun == "minister"
                ? tenure.Title.EndsWith("minister", StringComparison.Ordinal) && tenure.Office is not ("pm" or "dpm")
                : tenure.Title.EndsWith(noun, StringComparison.Ordinal);
        return noun.Length > 0
            && (
                Bears(_titled.GetValueOrDefault(person.Id), office, noun)
                || tenure is null && Bears(person.Office?.ToLowerInvariant(), office, noun)
            );
    }

    private static bool IsThrone(string noun) =>
        noun is "king" or "queen" or "emir" or "sultan" or "emperor" or "monarch" or "sovereign" or "grand duke";

    // Whether a title that the text gave somebody is the office; any ministry's where "the minister" alone is asked for.
    private bool Bears(string? titles, string office, string noun)
    {
        if (titles is null)
            return false;
        foreach (var title in titles.Split('|'))
        {
            // Who was once in an office, or is to be, or stands in for another, is not meant by it.
            if (
                title.Length == 0
                || title.Split(' ', '-').Any(static word => Phrasing.Earlier.Contains(word) || word is "elect" or "designate")
                || office is not ("vp" or "dpm") && title.Split(' ', '-').Any(static word => word is "deputy" or "vice" or "assistant")
            )
                continue;
            var held = OfficeIn(title);
            if (
                held is not null
                && (
                    held == office
                    || office is "hos" or "pm" && !IsThrone(noun) && Array.IndexOf(Offices(office), held) >= 0
                    || office == "minister" && noun == "minister" && held is not "pm" and not "dpm"
                )
            )
                return true;
            if (
                held is null or "minister" or "leader"
                && title.EndsWith(noun, StringComparison.Ordinal)
                && (office is "minister" or "leader")
            )
                return true;
        }

        return false;
    }

    // The office that the last words of a title name: "south korean foreign minister".
    private string? OfficeIn(string title)
    {
        for (var at = 0; at >= 0; at = title.IndexOf(' ', at) is var space and >= 0 ? space + 1 : -1)
            if (_world.Title(title[at..]) is { } office)
                return office;
        return null;
    }

    private string[] Offices(string office, string? seat = null) =>
        office switch
        {
            "leader" => seat is not null && _world.LeadingOffices(seat, _day) is { Length: > 0 } leading
                ? leading
                : ["president", "hos", "pm", "hog"],
            "president" => ["president", "hos"],
            "pm" => ["pm", "hog"],
            "hos" => ["hos", "president"],
            "igo-head" => ["secgen", "president", "director", "gensec", "chairperson"],
            "secgen" => ["secgen", "gensec", "chairperson"],
            "gensec" => ["gensec", "secgen"],
            _ => [office],
        };

    // Of whom "served as the president" is said: the subject of a verb for being in an office, or of the clause with "in his capacity". Who is
    // called something or chosen for it by others is not told by it.
    private Entity? SaidToBe(int head, int start) =>
        start > 1
        && (
            ReferenceWords.Serving.Contains(_lower[start - 2])
            || _text.Tokens[head].Head is >= 0 and var verb && ReferenceWords.Serving.Contains(_text.Tokens[verb].Lemma)
        )
        && Speakers(start).Where(IsPerson).DistinctBy(static e => e.Id).Take(2).ToArray() is [var subject]
            ? subject
            : null;

    // Whom the text alone knows, and called by all these words.
    private Entity? CalledSo(PeoplePhrase phrase)
    {
        var first = phrase.FirstModifier;
        while (first < phrase.Head && Phrasing.Later.Contains(_lower[first]))
            first++;
        if (phrase.Head - first < 2)
            return null;
        var said = Words(first, phrase.Head + 1).ToLowerInvariant();
        return
            OnlyTitled(phrase.State, title => title.EndsWith(said, StringComparison.Ordinal)) is { } person
            && person.Id.StartsWith("unknown/", StringComparison.Ordinal)
            ? person
            : null;
    }

    // "the American envoy": the only person of that state whom the sentences before name, if he leads no state.
    private Entity? OnlyNamed(int at, string state, string noun)
    {
        Entity? only = null;
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 4; i--)
            foreach (var entity in _mentions[i].Entities)
            {
                // A foreign minister is no envoy.
                if (
                    !IsPerson(entity)
                    || IsAtTop(entity)
                    || noun is not ("diplomat" or "politician" or "statesman") && _world.OfficeOf(entity.Id, _day) is not null
                    || (entity.State ?? _world.Find(entity.Id)?.State) != state
                )
                    continue;
                if (only is not null && only.Id != entity.Id)
                    return null;
                only = entity;
            }

        return only is null || IsAtTop(only) || only.Name.Any(char.IsLower) && !char.IsUpper(only.Name[0])
            ? null
            : only with
            {
                Span = null,
            };
    }
}
