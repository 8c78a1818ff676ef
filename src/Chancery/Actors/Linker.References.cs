using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>What refers back: pronouns, counterparts, neighbours, the bloc, the country.</summary>
internal sealed partial class Linker
{
    private int Reference(int at)
    {
        var word = _lower[at];
        if (
            word is "his" or "her"
            && At(at + 1) is "highness" or "majesty" or "excellency" or "holiness" or "royal" or "eminence"
            && _words[at + 1] is [>= 'A' and <= 'Z', ..]
        )
            return Styled(at);
        if (
            Phrasing.Styles.Contains(word)
            && _words[at][^1] is >= 'A' and <= 'Z' or '.'
            && _words[at][0] is 'H'
            && (At(at + 1) is "the" || Upper(at + 1))
        )
            return Styled(at);
        if (word is "his" or "her" or "its" or "their" && Owned(at, word) is var owned and > 0)
            return owned;
        // "For his part, Dimitrov said": of whoever is named next.
        if (
            word is "his" or "her" or "its" or "their"
            && (At(at + 1) == "part" && At(at - 1) is "for" or "on" || At(at + 1) == "turn" && At(at - 1) is "in")
            && (at < 2 || _sentence[at - 2] != _sentence[at] || !Upper(at - 2))
        )
            return at;
        switch (word)
        {
            case "he" or "him" or "his":
                return Antecedent(at, IsMan) is { } man ? Gendered(at, man, word) : at;
            case "she" or "her":
                return Woman(at) is { } woman ? Gendered(at, woman, word) : at;
            case "it" or "its":
                return Expletive(at) ? at
                    : Antecedent(at, IsBody) is { } body ? Pronoun(at, [body])
                    : at;
            case "our"
                when At(at + 1) is { } own
                    && Phrasing.StateNouns.Contains(own)
                    && own is not ("island" or "territory")
                    && !Possessive(at + 2):
                return Ours(at) is { } ours
                    ? Put(at, at + 2, [StateOf(ours)], MentionForm.Title, null, .75, "actors/our-country", "the state of who speaks")
                    : at;
            case "that" when At(at + 1) == "country" && _text.Tokens[at].Relation == Relation.Det:
                return LastState(at) is { } there
                    ? Put(at, at + 2, [StateOf(there)], MentionForm.Title, null, .7, "actors/the-country", "the state last named")
                    : at;
            case "our" when OurOffice(at) is var office && office > at:
                return office;
            case "my" when MyCounterpart(at) is var mine && mine > at:
                return mine;
            case "whose" when WhoseCountry(at) is var theirs && theirs > at:
                return theirs;
            case "they" or "them" or "their" or "themselves":
                return Plural(at) is { Length: > 0 } many ? Pronoun(at, many) : at;
            case "the" when At(at + 1) == "west" && _words[at + 1] == "West" && !Upper(at + 2):
                return Put(
                    at,
                    at + 2,
                    [
                        new()
                        {
                            Id = "unknown/the-west",
                            Name = "the West",
                            Type = EntityType.Group,
                        },
                    ],
                    MentionForm.Group,
                    null,
                    .8,
                    "actors/loose-group",
                    "a group without named members"
                );
            // "the North" where both Koreas are spoken of.
            case "the"
                when At(at + 1) is "north" or "south"
                    && Upper(at + 1)
                    && (
                        Possessive(at + 2)
                        || !Upper(at + 2)
                            && At(at + 2) is not ("of" or "-" or "–")
                            && !(
                                at + 2 < _words.Length
                                && _text.Tokens[at + 1].Head == at + 2
                                && _text.Tokens[at + 2].Tag is UniversalTag.NOUN
                            )
                    )
                    && SpeaksOf("PRK")
                    && SpeaksOf("KOR"):
                return Put(
                    at,
                    at + 2,
                    [StateOf(_lower[at + 1] == "north" ? "PRK" : "KOR")],
                    MentionForm.Name,
                    null,
                    .85,
                    "actors/short-name",
                    "one of the two Koreas"
                );
            case "the" when Hosted(at) is var hosted && hosted > at:
                return hosted;
            case "the" when (At(at + 1) is "international" or "world" or "global") && At(at + 2) is "community":
                return Put(
                    at,
                    at + 3,
                    [
                        new()
                        {
                            Id = "unknown/international-community",
                            Name = "the international community",
                            Type = EntityType.Group,
                        },
                    ],
                    MentionForm.Group,
                    null,
                    .8,
                    "actors/loose-group",
                    "a group without named members"
                );
            case "both" or "the" or "two" or "leaders" or "presidents" or "ministers" or "neither" or "all":
                return Together(at);
            case "western"
                when At(at + 1) is { } kind && (Phrasing.Sides.Contains(kind) || Phrasing.Leaders.Contains(kind) || kind == "officials"):
                return Put(
                    at,
                    at + 2,
                    [
                        new()
                        {
                            Id = "unknown/western-" + kind,
                            Name = "Western " + kind,
                            Type = EntityType.Group,
                        },
                    ],
                    MentionForm.Group,
                    null,
                    .8,
                    "actors/loose-group",
                    "a group without named members"
                );
            default:
                return at;
        }
    }

    // "His Highness Sheikh Tamim bin Hamad Al Thani", "Her Majesty": a form of address, alone of who holds the throne where the text comes from.
    private int Styled(int at)
    {
        var end = at + 1;
        while (At(end) is "highness" or "majesty" or "excellency" or "holiness" or "royal" or "eminence" or "the")
            end++;
        var phrase = new PeoplePhrase { Head = -1 };
        if (
            end < _words.Length
            && _sentence[end] == _sentence[at]
            && (
                _world.Role(_lower[end]) is not null
                || Known(end).Words > 0
                || At(end + 1) is { } second && _world.Title(_lower[end] + " " + second) is not null
            )
            && Scan(end, out phrase)
            && !phrase.Role.Many
            && NameEnd(phrase.End) is var titled
            && titled > phrase.End
        )
            return PutPerson(at, phrase.FirstModifier, phrase.End, titled, phrase.State, phrase.Office);
        if (phrase.Head >= 0 && end < _words.Length && _sentence[end] == _sentence[at] && phrase.FirstModifier == end)
        {
            // "His Highness the Emir".
            Extend(ref phrase);
            var noun = Said(phrase);
            var (who, sure, how) =
                phrase.State is null && HomeThrone(noun) is { } own ? (own, .85, "holds the throne where the text comes from")
                : phrase.Office is { } office ? Holder(phrase.State, phrase.Body, office, noun)
                : default;
            if (who is null && phrase.Office == "hos" && phrase.State is null)
                (who, sure, how) = Throne(noun);
            return who is null
                ? Put(at, phrase.End, [], MentionForm.Title, null, .3, "actors/abstain", "a title that does not tell of whom")
                : Put(at, phrase.End, [who], MentionForm.Title, "person", sure, "actors/title", how);
        }

        if (end < _words.Length && _sentence[end] == _sentence[at] && NameEnd(end) is var last && last > end)
            return PutPerson(at, end, end, last, null, null);
        if (Addressed(at) is { } addressed)
            return Put(
                at,
                end,
                [addressed],
                MentionForm.Title,
                "person",
                .75,
                "actors/title",
                "the only one spoken of who is addressed so"
            );
        return Home is { } home && Holder(home, null, "hos", "") is { Holder: { } reigns } held
            ? Put(at, end, [reigns], MentionForm.Title, "person", held.Confidence - .1, "actors/title", held.Why)
            : Put(at, end, [], MentionForm.Title, null, .3, "actors/abstain", "a form of address that does not tell of whom");
    }

    private int PutPerson(int at, int first, int name, int last, string? state, string? office)
    {
        var person = PersonOf(name, last, state, office, first < name ? Words(first, name) : null, office is not null);
        return Put(at, last, [person], MentionForm.Name, "person", .9, "actors/titled-name", "form of address and name", name);
    }

    // "our country" is of who says so, else of the state that the text comes from.
    private string? Ours(int at)
    {
        if (!_quoted[at])
            return Home;
        var states = SaidBy(at).Select(static e => e.State).OfType<string>().Distinct().Take(2).ToArray();
        return states is [var only] ? only : null;
    }

    // "the Swiss minister, whose country mediated": the state of who is told of; "whose three countries": of each of those.
    private int WhoseCountry(int at)
    {
        var count = ReferenceWords.NumberOf(At(at + 1));
        var noun = count > 0 ? at + 2 : at + 1;
        if (
            At(noun) is not { } word
            || !(count > 0 ? Phrasing.Sides.Contains(word) : Phrasing.StateNouns.Contains(word) && word is not ("island" or "territory"))
            || _mentions is not [.., var told]
            || _sentence[told.FirstToken] != _sentence[at]
            || told.EndToken < at - 1
        )
            return at;
        var states = (count > 1 ? LastJoined(at, static e => e.State is not null, count) : told.Entities)
            .Select(static e => e.State)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return states.Length == Math.Max(1, count)
            ? Put(
                at,
                noun + 1,
                [.. states.Select(StateOf)],
                count > 1 ? MentionForm.Group : MentionForm.Title,
                null,
                .8,
                "actors/own-country",
                "the state of who is told of"
            )
            : at;
    }

    private string? LastState(int at)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 1; i--)
            if (_mentions[i].Entities is [{ State: { } state, Type: EntityType.State or EntityType.Place or EntityType.Person }])
                return state;
        return null;
    }

    // "our President", "our foreign minister".
    private int OurOffice(int at)
    {
        for (var end = Math.Min(at + 4, _text.Sentences[_sentence[at]].EndToken); end > at + 1; end--)
            if (
                _world.Title(Words(at + 1, end).ToLowerInvariant()) is { } office and not ("leader" or "minister" or "secgen" or "director")
            )
                return (Ours(at) ?? Main(at)) is { } state && Holder(state, null, office, "") is { Holder: { } holder } held
                    ? Put(at, end, [holder], MentionForm.Title, "person", held.Confidence - .15, "actors/title", held.Why)
                    : at;
        return at;
    }

    private static bool IsPerson(Entity e) => e.Type == EntityType.Person;

    private static bool IsBody(Entity e) =>
        e.Type
            is EntityType.State
                or EntityType.Organ
                or EntityType.Igo
                or EntityType.ArmedGroup
                or EntityType.Ngo
                or EntityType.Outlet
                or EntityType.Other
        || e.Id == "unknown/the-west";

    // Who was once "he" stays so.
    private bool IsMan(Entity e) => IsPerson(e) && GenderOf(e) != 'f';

    // A woman by her name, else who may be one; nobody where one of whom nothing tells it was spoken of since.
    private Entity? Woman(int at)
    {
        var known = Antecedent(at, e => IsPerson(e) && GenderOf(e) == 'f');
        var open = Antecedent(at, e => IsPerson(e) && GenderOf(e) != 'm');
        return known is null || open is null || open.Id == known.Id ? known ?? open
            : LastSentence(open) > LastSentence(known) ? null
            : known;
    }

    private int LastSentence(Entity person)
    {
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            if (_mentions[i].Entities.Any(e => e.Id == person.Id))
                return _sentence[_mentions[i].FirstToken];
        return -1;
    }

    private int Gendered(int at, Entity person, string word)
    {
        _gender.TryAdd(person.Id, word[0] == 's' || word == "her" ? 'f' : 'm');
        return Pronoun(at, [person]);
    }

    // By what the text said of them, else by the whole name, else by the given name, before which a form of address may stand.
    private char GenderOf(Entity person)
    {
        if (_gender.TryGetValue(person.Id, out var told))
            return told;
        if (_world.GenderOf(person.Name) is not '\0' and var whole)
            return _gender[person.Id] = whole;
        foreach (var word in person.Name.Split(' '))
            if (!ReferenceWords.Addresses.Contains(word.ToLowerInvariant()) && !Phrasing.Honorifics.Contains(word.ToLowerInvariant()))
                return _world.GenderOf(word);
        return '\0';
    }

    private int Pronoun(int at, ImmutableArray<Entity> entities) =>
        Put(
            at,
            at + 1,
            entities,
            MentionForm.Pronoun,
            entities[0].Type == EntityType.Person ? "person" : null,
            .7,
            "actors/pronoun",
            "the subject last spoken of"
        );

    // "it is clear that", "it was up to": no one is meant.
    private bool Expletive(int at)
    {
        if (_lower[at] != "it")
            return false;
        var token = _text.Tokens[at];
        if (token.Relation == Relation.Expl)
            return true;
        // "it had nothing to do with the visit".
        if (At(at + 1) is "has" or "had" or "have" && At(at + 3) == "to" && At(at + 4) == "do" && At(at + 5) == "with")
            return true;
        if (
            token.Relation is Relation.Obj or Relation.Obl or Relation.Nmod
            && token.Head >= 0
            && !Phrasing.DoneToActors.Contains(_text.Tokens[token.Head].Lemma)
        )
            return true;
        var copula =
            At(at + 1) is "is" or "was" or "'s" || At(at + 1) is "will" or "would" or "has" or "had" && At(at + 2) is "be" or "been";
        if (!copula)
            return false;
        for (var i = at + 2; i < _words.Length && i < at + 7 && _sentence[i] == _sentence[at]; i++)
            if (
                _lower[i] is "that" or "to" or "the" or "a" or "time" or "first" or "important" or "clear" or "up"
                || _text.Tokens[i].Tag == UniversalTag.NOUN
            )
                return _text.Tokens[i - 1].Tag is not UniversalTag.VERB;
        return false;
    }

    private Entity? Covers(int token, int before)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[token]; i--)
            if (_mentions[i].FirstToken <= token && token < _mentions[i].EndToken && _mentions[i].EndToken <= before)
                return _mentions[i].Entities is [var entity] ? entity : null;
        return null;
    }

    // Who opens a sentence without a verb at its root is what it is about.
    private bool Subject(ResolvedMention mention) =>
        _text.Tokens[mention.Head].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter
        || _text.Tokens[mention.Head].Relation == Relation.Root
            && mention.FirstToken == _text.Sentences[_sentence[mention.FirstToken]].FirstToken;

    // Mentions are put down sentence by sentence.
    private int FirstOf(int sentence)
    {
        var first = _mentions.Count;
        while (first > 0 && _sentence[_mentions[first - 1].FirstToken] >= sentence)
            first--;
        return first;
    }

    // "Brazil and Mexico", "Ruto and Abiy", "Argentina, Bolivia and Colombia": mentions of one sort with "and" between the last two.
    private ImmutableArray<Entity> Coordinated(int i)
    {
        var (first, second) = (_mentions[i - 1], _mentions[i]);
        if (first.Entities.Length != 1 || second.Entities.Length != 1 || !Joins(first.EndToken, second.FirstToken))
            return [];
        var (a, b) = (first.Entities[0], second.Entities[0]);
        if (a.Id == b.Id || IsPerson(a) != IsPerson(b))
            return [];
        var list = new List<Entity> { b with { Span = null }, a with { Span = null } };
        for (var before = i - 2; before >= 0 && list.Count < 8; before--)
        {
            var earlier = _mentions[before];
            if (
                earlier.EndToken + 1 != _mentions[before + 1].FirstToken
                || At(earlier.EndToken) != ","
                || earlier.Entities is not [var entity]
                || IsPerson(entity) != IsPerson(a)
                || list.Exists(e => e.Id == entity.Id)
            )
                break;
            list.Add(entity with { Span = null });
        }

        list.Reverse();
        return [.. list];
    }

    // "and", "and the", "and the paramilitary".
    private bool Joins(int from, int to)
    {
        if (At(from) == ",")
            from++;
        if (At(from) != "and" || to - from is < 1 or > 4)
            return false;
        for (var i = from + 1; i < to; i++)
            if (_text.Tokens[i].Tag is not (UniversalTag.DET or UniversalTag.ADJ))
                return false;
        return true;
    }

    private Entity StateOf(string state) => Made(_world.Find("state/" + state)!);
}
