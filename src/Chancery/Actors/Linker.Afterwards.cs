using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

// Mentions that only what comes later in the text settles.
internal sealed partial class Linker
{
    // How far into a text somebody may stay without the name that it gives him below.
    private const int Opening = 2;

    // A headline names by the last name alone whom the text names in full afterwards.
    private ResolvedMention Later(ResolvedMention mention)
    {
        if (Chief(mention) is { } chief)
            return chief;
        if (Announced(mention) is { } announced)
            return announced;
        if (Introduced(mention) is { } introduced)
            return introduced;
        // "Prime Minister Modi's call": the title says no more than the last name does.
        var titled =
            mention is { Rule: "actors/titled-name", Entities: [{ Type: EntityType.Person } unknown] }
            && unknown.Id.StartsWith("unknown/", StringComparison.Ordinal);
        if (titled && mention.Entities[0].Name.Contains(' ', StringComparison.Ordinal))
            return mention;
        if (
            !titled
            && (
                mention.Rule is not ("actors/unknown-person" or "actors/unknown-place" or "actors/unknown-body")
                || mention.EndToken != mention.FirstToken + 1
            )
        )
            return mention;
        if (
            Short(titled ? mention.EndToken - 1 : mention.FirstToken) is not { Type: EntityType.Person } person
            || mention.Entities is [var held] && held.Id == person.Id
        )
            return mention;
        return mention with
        {
            Entities = [person with { Span = _text.SpanOf(mention.FirstToken, mention.EndToken) }],
            Reading = "person",
            Confidence = .85,
            Rule = "actors/short-name",
            Reasons = [new("entities", "actors/short-name", "short for " + person.Name + ", who is named in full later")],
        };
    }

    // "Sudan army chief rejects talks" above a text that names him with that title.
    private ResolvedMention? Announced(ResolvedMention mention)
    {
        if (
            mention is not { Rule: "actors/unnamed-person", Entities: [{ State: { } state, Type: EntityType.Person }] }
            || _text.Sentences[_sentence[mention.FirstToken]].Role != SentenceRole.Headline
        )
            return null;
        var head = _lower[mention.Head];
        var said = mention.Head > mention.FirstToken && Known(mention.Head - 1).Words == 0 ? _lower[mention.Head - 1] + " " + head : head;
        return OnlyTitled(mention, state, titles => titles.Contains(said, StringComparison.Ordinal), .8, "actors/headline-title");
    }

    // "The governor of Zambia's central bank has resigned. ... Mvunga was governor": the only one whom the text names afterwards with the same
    // title, for a phrase with an article in its first sentences.
    private ResolvedMention? Introduced(ResolvedMention mention)
    {
        if (
            mention is not { Rule: "actors/unnamed-person", Entities: [{ State: { } state, Type: EntityType.Person }] }
            || _sentence[mention.FirstToken] > Opening
            || _lower[mention.FirstToken] is "a" or "an" or "another" or "one"
            || !(_lower[mention.FirstToken] == "the" || _text.Tokens[mention.FirstToken].Tag is UniversalTag.PROPN)
        )
            return null;
        var noun = RoleNoun(mention);
        var end = noun + 1;
        var from = noun;
        while (from > mention.FirstToken && Known(from - 1).Words == 0 && !Possessive(from - 1) && _lower[from - 1] is not "the")
            from--;
        var said = string.Join(' ', _lower[from..end]);
        return OnlyTitled(
            mention,
            state,
            titles => titles.Split('|').Any(title => title == said || title.EndsWith(" " + said, StringComparison.Ordinal)),
            .75,
            "actors/introduced"
        );
    }

    // "the Spanish ambassador to London": the noun for what somebody does, wherever the parser hangs the rest.
    private int RoleNoun(ResolvedMention mention)
    {
        for (var at = mention.FirstToken; at < mention.EndToken; at++)
            if (_text.Tokens[at].Tag == UniversalTag.ADP)
                return at > mention.FirstToken && _world.Role(_lower[at - 1]) is { Kind: "person" } ? at - 1 : mention.Head;
        return mention.Head;
    }

    // Whom the text first leaves unnamed is the same wherever it comes back to him: "North Korea's ambassador ... him ... the ambassador",
    // "the Spanish ambassador to London ... Spain's ambassador". Who serves one state serves no other.
    private void Reunite()
    {
        var named = new Dictionary<string, Entity>(StringComparer.Ordinal);
        var posts = new Dictionary<(string State, string Noun), Entity>();
        for (var i = 0; i < _mentions.Count && _sentence[_mentions[i].FirstToken] <= Opening; i++)
        {
            if (
                _mentions[i] is not { Rule: "actors/unnamed-person", Entities: [{ State: { } state } unnamed] }
                || Introduced(_mentions[i]) is not { Entities: [var person] }
            )
                continue;
            person = person with { State = person.State ?? state };
            if (posts.Any(post => post.Value.Id == person.Id && post.Key.State != state))
                continue;
            named.TryAdd(unnamed.Id, person);
            posts.TryAdd((state, _lower[RoleNoun(_mentions[i])]), person);
            if (_spoken.TryGetValue(person.Id, out var spoken) && spoken.Entity.State is null)
                _spoken[person.Id] = (spoken.Weight, spoken.Last, person);
        }

        if (named.Count == 0)
            return;
        for (var i = 0; i < _mentions.Count; i++)
            if (_mentions[i].Entities is [var entity] && (named.GetValueOrDefault(entity.Id) ?? Same(_mentions[i], entity)) is { } same)
                _mentions[i] = _mentions[i] with { Entities = [same with { Span = entity.Span }] };

        Entity? Same(ResolvedMention mention, Entity entity) =>
            mention.Rule == "actors/unnamed-person"
            && entity.State is { } state
            && (_lower[mention.FirstToken] == "the" || _text.Tokens[mention.FirstToken].Tag is UniversalTag.PROPN)
                ? posts.GetValueOrDefault((state, _lower[RoleNoun(mention)]))
                : null;
    }

    // "Readout of the Prime Minister's call": a title alone in a headline is of whom the text names with it, and of the state it comes from.
    private ResolvedMention? Chief(ResolvedMention mention)
    {
        if (mention.Rule != "actors/unknown-person" || _text.Sentences[_sentence[mention.FirstToken]].Role != SentenceRole.Headline)
            return null;
        if (
            Home is not { } home
            || _world.Title(Words(mention.FirstToken, mention.EndToken).ToLowerInvariant()) is not { } office
            || Holder(home, null, office, "") is not { Holder: { } holder } held
        )
            return null;
        return mention with
        {
            Entities = [holder with { Span = _text.SpanOf(mention.FirstToken, mention.EndToken) }],
            Form = MentionForm.Title,
            Reading = "person",
            Confidence = held.Confidence - .1,
            Rule = "actors/headline-title",
            Reasons = [new("entities", "actors/headline-title", held.Why)],
        };
    }

    // The only one of the state whom the text names with such a title.
    private ResolvedMention? OnlyTitled(ResolvedMention mention, string state, Func<string, bool> isMeant, double confidence, string rule)
    {
        Entity? only = null;
        foreach (var (id, titles) in _titled.OrderBy(static titled => titled.Key, StringComparer.Ordinal))
        {
            if (!isMeant(titles) || !_spoken.TryGetValue(id, out var spoken) || spoken.Entity.State is { } of && of != state)
                continue;
            if (only is not null)
                return null;
            only = spoken.Entity;
        }

        return only is null
            ? null
            : mention with
            {
                Entities = [only with { Span = _text.SpanOf(mention.FirstToken, mention.EndToken) }],
                Confidence = confidence,
                Rule = rule,
                Reasons = [new("entities", rule, "named below with that title: " + only.Name)],
            };
    }
}
