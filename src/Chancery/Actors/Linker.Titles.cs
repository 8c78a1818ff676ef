using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Titles alone and people without a name: who is meant by a phrase that says what somebody does.</summary>
internal sealed partial class Linker
{
    private int One(PeoplePhrase phrase)
    {
        var noun = Said(phrase);
        if (phrase.Role.Kind == "body")
            return phrase.Start;
        // "the 11-member Bangladesh delegation".
        if (
            phrase is { Definite: true, State: { } sends, Body: null }
            && _lower[phrase.Head] == "delegation"
            && phrase.End == phrase.Head + 1
        )
            return Put(
                phrase.Start,
                phrase.End,
                [StateOf(sends)],
                MentionForm.Title,
                "government",
                .8,
                "actors/side",
                "those who act for " + sends
            );
        if (
            phrase.Start > 1
            && _lower[phrase.Start - 1] == ","
            && noun is "chair" or "host" or "chairman"
            && _mentions.Count > 0
            && _mentions[^1] is { Entities: [{ Type: EntityType.State } chair] } seat
            && seat.EndToken == phrase.Start - 1
        )
        {
            Put(
                phrase.Start,
                phrase.End,
                [chair],
                MentionForm.Title,
                "government",
                .85,
                "actors/apposition",
                "says what the state just named is"
            );
            return phrase.Head + 1;
        }

        if (
            phrase.Start > 1
            && _lower[phrase.Start - 1] == ","
            && _mentions.Count > 0
            && _mentions[^1] is { Form: MentionForm.Name, Entities: [{ Type: EntityType.Person } named] } before
            && before.EndToken == phrase.Start - 1
            && _sentence[before.FirstToken] == _sentence[phrase.Start]
            && !Possessive(phrase.End)
            && !OpensClause(phrase, before)
            && (
                phrase.State is null
                || phrase.Body is not null
                || (_world.Find(named.Id)?.State ?? named.State) is not { } own
                || own == phrase.State
            )
        )
        {
            Put(
                phrase.Start,
                phrase.End,
                [named],
                MentionForm.Title,
                "person",
                .9,
                "actors/apposition",
                "says what the person just named is"
            );
            Entitle(named.Id, Words(phrase.FirstModifier, phrase.Head + 1));
            if (named.Id.StartsWith("unknown/", StringComparison.Ordinal) && named.Office is null)
                Learn(named with { State = named.State ?? phrase.State, Office = TitleText(phrase) });
            return phrase.Head + 1;
        }

        // "Iran, a staunch supporter of the Syrian regime".
        if (
            _lower[phrase.Start] is "a" or "an"
            && phrase.Start > 1
            && _lower[phrase.Start - 1] == ","
            && phrase.Role.Kind == "person"
            && _mentions is [.., { Entities: [{ Type: EntityType.State or EntityType.Igo or EntityType.Organ } supports] } told]
            && told.EndToken == phrase.Start - 1
            && _text.Tokens[phrase.Head].Relation is Relation.Appos or Relation.Nsubj or Relation.Conj
        )
        {
            Put(
                phrase.Start,
                phrase.Head + 1,
                [supports with { Span = null }],
                MentionForm.Title,
                null,
                .8,
                "actors/apposition",
                "says what the one just named is"
            );
            return phrase.Head + 1;
        }

        // "Poland's president and prime minister".
        if (
            phrase is { Indefinite: false, Definite: false, State: null, Body: null, Office: not null }
            && At(phrase.Start - 1) == "and"
            && _mentions
                is [
                    ..,
                { Form: MentionForm.Title, Rule: "actors/title", Entities: [{ Type: EntityType.Person, State: { } shared }] } beside,
                ]
            && beside.EndToken == phrase.Start - 1
            && Holder(shared, null, phrase.Office, noun) is { Holder: { } second } sure
            && second.Id != beside.Entities[0].Id
        )
            return Put(phrase.Start, phrase.End, [second], MentionForm.Title, "person", sure.Confidence - .05, "actors/title", sure.Why);
        if (!phrase.Indefinite && !phrase.Definite && phrase.State is null && phrase.Body is null)
            return phrase.Start;
        // "resigned as governor of the Bank of Zambia".
        if (
            !phrase.Indefinite
            && !phrase.Definite
            && At(phrase.Start - 1) == "as"
            && _text.Tokens[phrase.Start - 1].Relation != Relation.Mark
        )
            return phrase.Start;
        // "served as Slovenia's prime minister", "in his capacity as the head of state": what the subject is or was.
        if (phrase.Definite && At(phrase.Start - 1) == "as" && _text.Tokens[phrase.Start - 1].Relation != Relation.Mark)
            return SaidToBe(phrase.Head, phrase.Start) is { } himself
                ? Put(
                    phrase.Start,
                    phrase.End,
                    [himself with { Span = null }],
                    MentionForm.Title,
                    "person",
                    .75,
                    "actors/apposition",
                    "says what the person spoken of is"
                )
                : phrase.Head + 1;
        // "called him a hostage": what somebody is said to be.
        if (
            phrase.Indefinite
            && (
                _text.Tokens[phrase.Head].Relation is Relation.Xcomp
                || At(phrase.Start - 1) == "as"
                    && _text.Tokens[phrase.Start - 1].Relation != Relation.Mark
                    && phrase.State is null
                    && phrase.Body is null
            )
        )
            return phrase.Start;
        // "the only leader to say so", "the next president".
        if (
            phrase.Office is not null
            && (
                phrase.Unheld
                || phrase.Start > 0
                    && _sentence[phrase.Start - 1] == _sentence[phrase.Start]
                    && Phrasing.Unheld.Contains(_lower[phrase.Start - 1])
            )
        )
            return phrase.Start;
        // "flew to Ankara, where he met the president".
        if (phrase is { Definite: true, State: null, Body: null, Office: not null and not "hos" } && Where(phrase.Start) is { } where)
            phrase.State = where;
        // "The King" in a text from Manama is its own.
        if (phrase is { Definite: true, Office: "hos", State: null, Body: null, Former: false } && HomeThrone(noun) is { } throne)
            return Put(
                phrase.Start,
                phrase.End,
                [throne],
                MentionForm.Title,
                "person",
                .85,
                "actors/title",
                "holds the throne where the text comes from"
            );
        if (phrase.Elect && Elected(phrase) is { } elected)
            return Put(
                phrase.Start,
                phrase.End,
                [elected],
                MentionForm.Title,
                "person",
                .8,
                "actors/title",
                "named before in the text with that title"
            );
        if (phrase.Elect)
            return phrase.State is null
                ? phrase.Start
                : Put(
                    phrase.Start,
                    phrase.End,
                    [Unnamed(phrase.Start, phrase.End, phrase.State, EntityType.Person, null)],
                    MentionForm.Title,
                    "person",
                    .7,
                    "actors/unnamed-person",
                    "somebody whom the text leaves unnamed"
                );
        if (
            phrase.Visiting
            && phrase.Definite
            && phrase.State is null
            && Visitor(phrase.Start, e => Holds(e, phrase.Office ?? "leader", noun)) is { } visitor
        )
            return Put(
                phrase.Start,
                phrase.End,
                [visitor],
                MentionForm.Title,
                "person",
                .8,
                "actors/visitor",
                "who is of another state than the place"
            );
        // "The Head of State" in a text from Astana is its own.
        if (
            phrase is { Definite: true, Office: "hos", State: null, Body: null, Former: false, Deputy: false }
            && noun == "head"
            && Home is { } home
            && Holder(home, null, "hos", "") is { Holder: { } reigning } seated
        )
            return Put(
                phrase.Start,
                phrase.End,
                [reigning],
                MentionForm.Title,
                "person",
                seated.Confidence - .1,
                "actors/title",
                seated.Why
            );
        // "the Turkish Cypriot leader": of two adjectives neither tells the state; who was called so before.
        if (phrase.Definite && phrase.Body is null && Adjectives(phrase) is { Length: > 0 } mixed)
            return OnlyTitled(null, title => title.EndsWith(mixed, StringComparison.Ordinal)) is { } same0
                ? Put(
                    phrase.Start,
                    phrase.End,
                    [same0],
                    MentionForm.Title,
                    "person",
                    .8,
                    "actors/title",
                    "named before in the text with that title"
                )
                : Put(phrase.Start, phrase.End, [], MentionForm.Title, null, .3, "actors/abstain", "of two states");
        // "Turkish Cypriot leader Akinci ... the new Turkish Cypriot leader": who was called so in as many words.
        if (
            phrase is { Definite: true, State: not null, Former: false, Deputy: false, Body: null }
            && phrase.End == phrase.Head + 1
            && CalledSo(phrase) is { } named0
        )
            return Put(
                phrase.Start,
                phrase.End,
                [named0],
                MentionForm.Title,
                "person",
                .85,
                "actors/title",
                "named before in the text with that title"
            );
        // "the head of Turkmenistan".
        if (
            phrase is { Definite: true, Office: null, Body: null, State: not null }
            && _lower[phrase.Head] == "head"
            && phrase.FirstModifier == phrase.Head
            && At(phrase.Head + 1) == "of"
            && Known(phrase.Head + 2) is { Words: > 0, Naming.Kind: NameKind.State } headed
            && phrase.Head + 2 + headed.Words == phrase.End
        )
            phrase.Office = "leader";
        if (phrase.Office is null && phrase.Body is { Type: EntityType.Igo } && _lower[phrase.Head] is "head" or "chief" or "boss")
            phrase.Office = "igo-head";
        if (!phrase.Indefinite && (!phrase.Deputy || phrase.Office is "vp" or "dpm") && !phrase.Former)
        {
            var (holder, confidence, why) =
                phrase.Office is { } office ? Holder(phrase.State, phrase.Body, office, noun)
                : phrase.Body is { Type: EntityType.Igo or EntityType.Other } || phrase.End > phrase.Head + 1 ? default
                : Called(phrase.State, noun);
            if (holder is null && phrase.Office == "hos" && phrase.State is null && phrase.Body is null)
                (holder, confidence, why) = Throne(noun);
            if (
                holder is null
                && phrase is { Definite: true, State: null, Body: null, Office: { } unspoken }
                && phrase.End == phrase.Head + 1
                && OfSubject(phrase.Start, unspoken, noun) is { } implied
            )
                (holder, confidence, why) = (implied, .65, "holds that office in the state of who acts here");
            if (
                holder is null
                && phrase is { Definite: true, State: null, Body: null, Office: { } quoted }
                && phrase.End == phrase.Head + 1
                && OfQuoted(phrase.Start, phrase.Head) is { } speaking
                && Holder(speaking, null, quoted, noun) is { Holder: { } theirs }
                && !SaidBy(phrase.Start).Exists(e => e.Id == theirs.Id)
            )
                (holder, confidence, why) = (theirs, .65, "holds that office in the state of who speaks");
            // "... with Hossain," the minister wrote: not whom his own words name.
            if (holder is not null && phrase is { State: null, Body: null } && NamedInQuotation(phrase, holder))
                return Put(phrase.Start, phrase.End, [], MentionForm.Title, null, .3, "actors/abstain", "who says it is not whom he names");
            if (holder is not null)
                return Put(phrase.Start, phrase.End, [holder], MentionForm.Title, "person", confidence, "actors/title", why);
        }
        else if (phrase.Definite && phrase.Former && phrase.Office is { } past)
        {
            if ((Past(phrase.State, past) ?? FormerlyTitled(phrase.State, past)) is { } once)
                return Put(phrase.Start, phrase.End, [once], MentionForm.Title, "person", .8, "actors/former", "held the office before");
        }
        else if (
            phrase.Definite
            && !phrase.Deputy
            && phrase.Body is null
            && phrase.End == phrase.Head + 1
            && Called(phrase.State, noun) is { Holder: { } called } found
        )
            return Put(phrase.Start, phrase.End, [called], MentionForm.Title, "person", found.Confidence, "actors/title", found.Why);

        if (
            phrase is { Definite: true, State: { } of, Body: null, Former: false, Deputy: false }
            && phrase.End == phrase.Head + 1
            && Phrasing.AnyPost.Contains(_lower[phrase.Head])
            && At(phrase.End) is not ("to" or "of" or "for" or "in" or "at")
            && phrase.FirstModifier + Known(phrase.FirstModifier).Words == phrase.Head
            && OnlyNamed(phrase.Start, of, _lower[phrase.Head]) is { } sent
        )
            return Put(
                phrase.Start,
                phrase.End,
                [sent],
                MentionForm.Title,
                "person",
                .7,
                "actors/any-post",
                "the only one of that state whom the text names here"
            );
        if (
            phrase is { Definite: true, State: null, Body: null, Former: false, Deputy: false }
            && phrase.End == phrase.Head + 1
            && phrase.FirstModifier == phrase.Head
            && Phrasing.AnyPost.Contains(_lower[phrase.Head])
            && OnlyTitled(
                null,
                static title => title.Split(' ', '-').Any(static word => Phrasing.SentTo.Contains(word) || Phrasing.AnyPost.Contains(word))
            )
                is { } envoy
        )
            return Put(
                phrase.Start,
                phrase.End,
                [envoy],
                MentionForm.Title,
                "person",
                .7,
                "actors/any-post",
                "the only one whom the text names with such a post"
            );
        if (
            !phrase.Indefinite
            && phrase.Body is null
            && phrase.End == phrase.Head + 1
            && (phrase.FirstModifier == phrase.Head || phrase.State is not null)
            && Previous(_lower[phrase.Head], phrase.State) is { } same
        )
            return Put(
                phrase.Start,
                phrase.End,
                [same],
                MentionForm.Title,
                "person",
                .65,
                "actors/same-people",
                "the person called so before"
            );
        if (!phrase.Indefinite && phrase.State is null && phrase.Body is null)
            return phrase.Start;
        var bare = !phrase.Indefinite && !phrase.Definite && phrase.Office is null && _text.Tokens[phrase.Head].Tag == UniversalTag.ADJ;
        if (bare)
            return phrase.Start;
        // "a government adviser", "a presidential spokesman": of the state whose government the text tells of.
        if (
            phrase is { State: null, Body: null }
            && phrase.Head == phrase.FirstModifier + 1
            && phrase.Role.Sector is "government" or "military"
            && ReferenceWords.StateServices.Contains(_lower[phrase.FirstModifier])
        )
            phrase.State = SettledState(phrase.Start) ?? Ahead(phrase.Start);
        var unnamed = Unnamed(phrase.Start, phrase.End, phrase.State ?? StateOfBody(phrase.Body), EntityType.Person, null);
        Put(
            phrase.Start,
            phrase.End,
            [unnamed],
            MentionForm.Title,
            "person",
            .7,
            "actors/unnamed-person",
            "somebody whom the text leaves unnamed"
        );
        return phrase.Head + 1;
    }

    // "Following talks with Konate, the prime minister said": the title opens the clause, and says nothing of the one named before it.
    private bool OpensClause(PeoplePhrase phrase, ResolvedMention before) =>
        phrase.Definite
        && phrase.End < _words.Length
        && _sentence[phrase.End] == _sentence[phrase.Start]
        && _text.Tokens[phrase.End].Tag is UniversalTag.VERB or UniversalTag.AUX
        && _text.Tokens[phrase.Head].Relation is Relation.Nsubj or Relation.NsubjPass
        && !Subject(before);

    private string Adjectives(PeoplePhrase phrase)
    {
        for (var at = phrase.FirstModifier; at < phrase.Head; at++)
            if (
                Known(at) is { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.Demonym } one
                && Known(at + one.Words) is { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.Demonym } other
                && other.Naming.Entity != one.Naming.Entity
                && at + one.Words + other.Words <= phrase.Head
            )
                return Words(at, phrase.Head + 1).ToLowerInvariant();
        return "";
    }

    // "trade minister", "opposition leader", and "minister" and "leader" where nothing before them says of what.
    private string Said(PeoplePhrase phrase)
    {
        var head = _lower[phrase.Head];
        return
            head is "minister" or "leader" or "secretary" or "chief" or "head"
            && phrase.Head > phrase.FirstModifier
            && _text.Tokens[phrase.Head - 1].Tag is UniversalTag.NOUN or UniversalTag.ADJ
            && Known(phrase.Head - 1).Words == 0
            && !Phrasing.Later.Contains(_lower[phrase.Head - 1])
            ? _lower[phrase.Head - 1] + " " + head
            : head;
    }

    private bool Named(PeoplePhrase phrase)
    {
        for (var i = phrase.FirstModifier; i < phrase.Head; i++)
            if (_text.Tokens[i].Tag == UniversalTag.PROPN || Known(i).Words > 0)
                return true;
        return false;
    }

    private string TitleText(PeoplePhrase phrase) => _text.SpanOf(phrase.FirstModifier, phrase.End).In(_text.Document.Text).ToString();

    private static string? StateOfBody(KnownEntity? body) => body?.State;

    private void Learn(Entity person)
    {
        foreach (var key in _short.Keys.ToArray())
            if (_short[key].Id == person.Id)
                _short[key] = person;
    }

    private Entity? Previous(string noun, string? state)
    {
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            if (
                _mentions[i].Rule is "actors/unnamed-people" or "actors/unnamed-person"
                && _mentions[i].Entities is [var entity]
                && _lower[_mentions[i].Head] == noun
                && (state is null || entity.State == state)
            )
                return entity with { Span = null };
        return null;
    }

    private Entity? LastGroup(int at)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= 8; i--)
            if (_mentions[i].Entities is [{ Type: EntityType.ArmedGroup } group])
                return group;
        return null;
    }
}
