using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

// Names that the pack lists, with what stands about them: compounds, organs of a state, adjectives, bodies.
internal sealed partial class Linker
{
    private int Compound(int start, int next, KnownEntity entity, NameKind kind)
    {
        var state = entity.State;
        if (
            kind != NameKind.Body
            && state is not null
            && Organ(next) is { Words: > 0 } organ
            && kind != NameKind.Capital
            // "the Lesotho Congress for Democracy": a party.
            && !(Upper(next) && At(next + organ.Words) == "for" && Upper(next + organ.Words + 1))
            // "Colombian military attacks": what is done, and by arms.
            && !(_lower[next] == "military" && organ.Words == 1 && Within(next + 1))
            && !(Within(next + organ.Words) && Phrasing.Installations.Contains(_lower[next + organ.Words]))
        )
            return OrganPhrase(start, next + organ.Words, state, organ.Code, organ.Name);
        if (kind != NameKind.Body && kind != NameKind.Capital && state is not null && Ministry(next) is { Words: > 0 } ministry)
            return OrganPhrase(start, next + ministry.Words, state, ministry.Code, ministry.Name);
        if (
            kind == NameKind.Adjective
            && state is not null
            && Organs(next) is { Words: > 0 } shared
            && At(start - 1) is "and" or "or"
            && _mentions is [.., { Entities: [{ Type: EntityType.Organ }] } shares]
            && shares.EndToken == start - 1
        )
            return OrganPhrase(start, next + shared.Words, state, shared.Code, shared.Name);
        if (At(next) is not { } word)
            return 0;
        // "the UN mission": the one that the text named.
        if (
            entity.Id == "igo/UN"
            && word is "mission" or "force" or "operation"
            && !Within(next + 1)
            && LastNamed(
                start,
                static e =>
                    e.Type == EntityType.Igo
                    && (
                        e.Name.Contains("Mission", StringComparison.Ordinal)
                        || e.Name.Contains("Force", StringComparison.Ordinal)
                        || e.Name.Contains("Operation", StringComparison.Ordinal)
                        || e.Id.StartsWith("igo/MINUS", StringComparison.Ordinal)
                        || e.Id.StartsWith("igo/MONUS", StringComparison.Ordinal)
                        || e.Id is "igo/UNIFIL" or "igo/UNMISS" or "igo/UNAMA" or "igo/UNMIK" or "igo/UNDOF"
                    )
            )
                is { } mission
        )
            return Put(start, next + 1, [mission], MentionForm.Title, null, .75, "actors/bloc", "the mission last named");
        // "the Venezuelan opposition".
        if (
            word == "opposition"
            && state is not null
            && kind is NameKind.State or NameKind.Adjective
            && !(
                next + 1 < _words.Length
                && _text.Tokens[next].Head == next + 1
                && _text.Tokens[next + 1].Tag is UniversalTag.NOUN or UniversalTag.PROPN
            )
        )
            return Put(
                start,
                next + 1,
                [
                    new()
                    {
                        Id = "unknown/" + Slugs.Of(_world.AdjectiveOf(state) + " opposition"),
                        Name = _world.AdjectiveOf(state) + " opposition",
                        Type = EntityType.Group,
                        State = state,
                    },
                ],
                MentionForm.Group,
                null,
                .75,
                "actors/opposition",
                "those who oppose who governs"
            );
        // "the Taliban government": fighters who rule.
        if (
            entity.Type == EntityType.ArmedGroup
            && state is not null
            && word is "government" or "authorities" or "administration"
            && Organ(next) is { Words: > 0 } rule
        )
            return OrganPhrase(start, next + rule.Words, state, rule.Code, rule.Name);
        if (word == "capital" && kind is NameKind.State or NameKind.Adjective && state is not null && _world.CapitalOf(state) is { } seat)
            return Put(
                start,
                next + 1,
                [Made(seat)],
                MentionForm.Title,
                "place",
                .9,
                "actors/the-capital",
                "the capital of " + entity.Name
            );
        if (Phrasing.Texts.Contains(word) && kind != NameKind.Capital)
            return Issue(start, next + 1, kind == NameKind.Body ? Made(entity) : LastOrganOf(state) ?? Made(entity));
        // "on the Pakistani side of the border": a place.
        if (word == "side" && At(start - 1) is "on" or "to" or "from" && kind is NameKind.State or NameKind.Adjective)
            return Put(
                start + (_lower[start] == "the" ? 1 : 0),
                next,
                [Made(entity)],
                MentionForm.Name,
                null,
                .6,
                "actors/adjective",
                "adjective of " + entity.Name
            );
        if (kind is NameKind.State or NameKind.Adjective && word is "side" or "leadership" or "delegation")
            return Put(
                start,
                next + 1,
                [Made(entity)],
                MentionForm.Title,
                "government",
                .85,
                "actors/side",
                "those who act for " + entity.Name
            );
        return 0;
    }

    private int Issue(int start, int end, Entity issuer)
    {
        if (!_issuers.Exists(e => e.Id == issuer.Id))
            _issuers.Add(issuer);
        return Put(start, end, [issuer], MentionForm.Name, null, .9, "actors/text-of", "a text issued by " + issuer.Name);
    }

    private int Name(int start, int first, int end, Naming naming)
    {
        var entity = Made(_world.Find(naming.Entity)!);
        // "Argentina beat Brazil 2-1": teams; "the Swiss franc": money.
        if (naming.Kind is NameKind.State or NameKind.Adjective or NameKind.Demonym && Sporting(first))
            return end;
        if (naming.Kind is NameKind.Adjective or NameKind.Demonym && At(end) is { } coin && Phrasing.Currencies.Contains(coin))
            return end + 1;
        switch (naming.Kind)
        {
            case NameKind.State when SharedNoun(start, end, entity) is var shared and > 0:
                return shared;
            case NameKind.State:
            case NameKind.Capital:
                Place(start, first, end, entity, naming.Kind == NameKind.Capital);
                return end;
            case NameKind.Adjective:
                return Adjective(start, first, end, entity);
            case NameKind.Demonym
                when _lower[start] == "the"
                    && start < first
                    && !_lower[end - 1].EndsWith('s')
                    && Countryman(entity.State, _text.Tokens[Head(first, end)]) is { } countryman:
                return Put(
                    start,
                    end,
                    [countryman],
                    MentionForm.Title,
                    "person",
                    .7,
                    "actors/countryman",
                    "the only one of that state among those spoken of"
                );
            case NameKind.Demonym:
                return Put(start, end, [entity], MentionForm.Name, "people", .85, "actors/demonym", "people of " + entity.Name);
            case NameKind.Body:
                // "NEW DELHI, Dec 10 (PTI)": a dateline names an agency, whatever else bears the letters.
                if (_text.Sentences[_sentence[first]].Role == SentenceRole.Dateline)
                    foreach (var other in _world.AlsoNamed(Words(first, end)))
                        if (_world.Find(other) is { Type: EntityType.Outlet } outlet)
                            entity = Made(outlet);
                // "The members of the Security Council condemned": all of them are the body.
                if (
                    entity.Type is EntityType.Igo or EntityType.Organ
                    && At(start - 1) == "of"
                    && At(start - 2) == "members"
                    && At(start - 3) == "the"
                    && _sentence[start - 3] == _sentence[start]
                    && !Within(end)
                    && !(end < _words.Length && _text.Tokens[end].Tag is UniversalTag.NOUN && _text.Tokens[end - 1].Head == end)
                )
                    return Put(
                        start - 3,
                        end,
                        [entity],
                        MentionForm.Group,
                        null,
                        .8,
                        "actors/members",
                        "all the members of " + entity.Name
                    );
                return Body(start, first, end, entity);
            case NameKind.Event:
                return start;
            default:
                return PlaceName(first, end, entity);
        }
    }

    // "the French and German foreign ministers": one past the title in the plural that begins here; 0 where none does.
    private int TitleOfSeveral(int at)
    {
        for (var end = Math.Min(at + 3, _words.Length); end > at; end--)
            if (_lower[end - 1].EndsWith('s') && _world.Title(Words(at, end).ToLowerInvariant()[..^1]) is not null)
                return end;
        return 0;
    }

    // "The Spaniard": who comes from there, whomever he serves.
    private Entity? Countryman(string? state, Token head)
    {
        if (head.Tag is not (UniversalTag.NOUN or UniversalTag.PROPN) || head.Relation is Relation.Amod or Relation.Compound)
            return null;
        Entity? only = null;
        foreach (var id in _spoken.Keys.Order(StringComparer.Ordinal))
        {
            var person = _spoken[id].Entity;
            if ((_world.Find(id)?.State ?? person.State) != state)
                continue;
            if (only is not null)
                return null;
            only = person;
        }

        return only is null ? null : only with { Span = null };
    }

    // "Malawi and Tanzania representatives": the first state shares the noun of the second.
    private int SharedNoun(int start, int end, Entity state)
    {
        if (
            At(end) is not ("and" or "or")
            || Known(end + 1) is not { Words: > 0, Naming.Kind: NameKind.State or NameKind.Adjective } other
            || end + 1 + other.Words is var next && (At(next) is not { } word || _sentence[next] != _sentence[start])
            || _world.Role(word) is not { Many: true, Kind: "person" }
            || _text.Tokens[next].Tag is not UniversalTag.NOUN
        )
            return 0;
        return Put(
            start,
            end,
            [Unnamed(start, end, state.State, EntityType.Group, word)],
            MentionForm.Group,
            null,
            .7,
            "actors/shared-noun",
            "shares the noun that follows"
        );
    }

    // "Thai and Cambodian soldiers": the first adjective shares the noun of the second.
    private int Adjective(int start, int first, int end, Entity state)
    {
        // "French-speaking": of a tongue.
        if (Hyphen(end) && Joined(end) && At(end + 1) is "speaking" or "language" or "speaker" or "speakers")
            return end + 2;
        if (
            At(end) is "and" or "or"
            && end + 1 < _words.Length
            && Known(end + 1) is { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.State or NameKind.Demonym } other
        )
        {
            var next = end + 1 + other.Words;
            if ((Organ(next) is { Words: > 0 } one0 ? one0 : Organs(next)) is { Words: > 0 } organ)
                return OrganPhrase(start, end, state.State, organ.Code, organ.Name);
            if (
                TitleOfSeveral(next) is var last and > 0
                && other.Naming.Entity[6..] is var second
                && _world.Title(Words(next, last).ToLowerInvariant()[..^1]) is { } office
                && Holder(state.State, null, office, "").Holder is { } one
                && Holder(second, null, office, "").Holder is { } two
            )
                return Put(start, last, [one, two], MentionForm.Group, null, .85, "actors/of-both", "the holder of that office in each");
            if (At(next) is "delegations" or "sides" or "delegates")
                return Put(start, end, [state], MentionForm.Name, "government", .75, "actors/side", "those who act for " + state.Name);
            if (At(next) is { } word && _world.Role(word) is { Many: true } role && role.Kind == "person")
                return Put(
                    start,
                    end,
                    [Unnamed(start, end, state.State, EntityType.Group, _lower[next])],
                    MentionForm.Group,
                    null,
                    .7,
                    "actors/shared-noun",
                    "shares the noun that follows"
                );
        }

        // "American, Qatari and Egyptian mediators": the first of several.
        var shared = end;
        while (
            At(shared) is "," or "and" or "or"
            && shared + 1 < _words.Length
            && Known(At(shared) == "," && At(shared + 1) is "and" or "or" ? shared + 2 : shared + 1)
                is { Words: > 0, Naming.Kind: NameKind.Adjective } next0
        )
            shared = (At(shared) == "," && At(shared + 1) is "and" or "or" ? shared + 2 : shared + 1) + next0.Words;
        if (At(end) == "," && shared > end && At(shared) is { } kin && _world.Role(kin) is { Many: true, Kind: "person" })
            return Put(
                start,
                end,
                [Unnamed(start, end, state.State, EntityType.Group, kin)],
                MentionForm.Group,
                null,
                .7,
                "actors/shared-noun",
                "shares the noun that follows"
            );
        // "Canadian Solar", "Russian Standard": a firm, by the reader's word for it.
        if (
            Upper(end)
            && _nameAt.TryGetValue(first, out var firm)
            && firm.Type == NameType.Organisation
            && firm.EndToken > end
            && Known(end).Words == 0
            && Organ(end).Words == 0
            && _world.Role(_lower[end]) is null
            && _text.Sentences[_sentence[first]].Role != SentenceRole.Headline
        )
            return Recognised(first, firm.EndToken);
        var people = At(end) is null or "and" or "," or "." or "have" or "are" && _lower[start] == "the";
        return Put(first, end, [state], MentionForm.Name, people ? "people" : null, .6, "actors/adjective", "adjective of " + state.Name);
    }

    private int Body(int start, int first, int end, Entity entity)
    {
        var text = _text.SpanOf(first, end).In(_text.Document.Text).ToString();
        // "US military equipment": of the state.
        if (
            entity is { Type: EntityType.Organ, State: { } armed }
            && end - first > 1
            && end < _words.Length
            && Phrasing.Installations.Contains(_lower[end])
            && Within(end)
            && _world.TryName(_words[first], out var whose)
            && whose.Entity == "state/" + armed
        )
            return Put(first, first + 1, [StateOf(armed)], MentionForm.Name, null, .6, "actors/adjective", "adjective of " + armed);
        // "Foreign Office Consultations": held between two, and of neither.
        if (entity.Type == EntityType.Organ && Upper(end) && _sentence[end] == _sentence[first] && Phrasing.Occasions.Contains(_lower[end]))
            return end + 1;
        if (
            entity.Type == EntityType.Organ
            && Organ(first) is { Words: > 0 } organ
            && first + organ.Words == end
            && SettledState(first) is { } state
            && state != entity.State
            // "Congress" is not of a state whose parliament is known under another name.
            && (
                _world.Find("organ/" + state + "." + organ.Code) is not { } own
                || own.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
                || char.IsLower(text[0])
            )
        )
            return OrganPhrase(start, end, state, organ.Code, organ.Name);
        if (_world.MetonymOf(text) is { Fixed: true } metonym)
        {
            var before =
                first > 0 && _sentence[first] == _sentence[first - 1]
                    ? _lower[_lower[first - 1] == "the" && first > 1 ? first - 2 : first - 1]
                    : "";
            var place = before is "in" or "at" or "outside" or "near" or "inside" or "around" or "into";
            return Put(
                start,
                end,
                [entity],
                MentionForm.Metonym,
                place ? "place" : null,
                .93,
                place ? "actors/seat" : "actors/metonym",
                (place ? "the building of " : "stands for ") + entity.Name
            );
        }

        Put(start, end, [entity], MentionForm.Name, null, .95, "actors/name", "a name of " + entity.Name);
        // "the Tamil Tigers ... the Tigers".
        if (entity.Type == EntityType.ArmedGroup && end - first > 1 && Upper(end - 1) && _lower[end - 1].EndsWith('s'))
            _short.TryAdd(_words[end - 1], entity);
        else if (entity.Type == EntityType.ArmedGroup && end - first > 2 && Upper(end - 2) && Upper(first))
            _short.TryAdd(_words[end - 2] + "s", entity);
        Initials(first, end, entity);
        return Acronym(end, entity);
    }

    private int Acronym(int end, Entity entity)
    {
        if (At(end) != "(" || At(end + 2) != ")" || _words[end + 1].Length < 2 || !char.IsUpper(_words[end + 1][0]))
            return end;
        // "UNITED NATIONS (AP)", "Truong Sa (Spratly)": another's name.
        if (
            _world.TryName(_words[end + 1], out var other)
                && other.Entity != entity.Id
                && (other.Kind != NameKind.Body || _world.Find(other.Entity) is { Type: EntityType.Outlet })
            || !_words[end + 1].Skip(1).Any(char.IsUpper) && (entity.Type == EntityType.Place || entity.Name[0] != _words[end + 1][0])
        )
            return end;
        _short[_words[end + 1]] = entity;
        return Put(end + 1, end + 2, [entity], MentionForm.Name, null, .97, "actors/acronym", "its short form in brackets") + 1;
    }
}
