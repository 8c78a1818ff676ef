using System.Collections.Immutable;
using System.Text;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>The small steps: what stands at a token, and how a mention is put down.</summary>
internal sealed partial class Linker
{
    private const int LongestPhrase = 9;

    private int Farthest => Math.Max(0, _mentions.Count - Memory);

    private string? At(int token) => token < _lower.Length && token >= 0 ? _lower[token] : null;

    private (int Words, Naming Naming) Known(int at)
    {
        if (at >= _words.Length)
            return default;
        // "US$50 billion" is an amount, and no state.
        if (At(at + 1) is ['$', ..] && _text.Tokens[at].Span.End == _text.Tokens[at + 1].Span.Start)
            return default;
        if (!_looked[at])
        {
            _looked[at] = true;
            _listed[at] = Listed(at);
        }

        var listed = _listed[at];
        // "the English translation", "a Spanish-language paper": a tongue, and nobody's.
        if (
            listed.Words > 0
            && listed.Naming.Kind == NameKind.Adjective
            && At(at + listed.Words + (Hyphen(at + listed.Words) ? 1 : 0)) is { } thing
            && Phrasing.Tongues.Contains(thing)
        )
            return default;
        // "South American": of a part of the world.
        if (
            listed is { Words: 1, Naming.Kind: NameKind.Adjective or NameKind.Demonym }
            && at > 0
            && _sentence[at - 1] == _sentence[at]
            && _world.Grouping(_lower[at - 1] + " " + _lower[at]) is not null
        )
            return default;
        if (
            listed.Words > 0
            && listed.Naming.Kind is NameKind.Adjective or NameKind.Demonym
            && _world.AlsoNamed(Words(at, at + listed.Words)) is { Count: > 0 } others
        )
            listed.Naming = Spoken(listed.Naming, others);
        else if (
            listed.Words > 0
            && listed.Naming.Kind is NameKind.Body
            && _world.AlsoNamed(Words(at, at + listed.Words)) is { Count: > 0 } bodies
        )
            listed.Naming = OfHere(listed.Naming, bodies);
        return listed.Words > 0 && _short.TryGetValue(_words[at], out var named) && named.Type == EntityType.Person && !Upper(at + 1)
            ? default
            : listed;
    }

    // "Congolese", "Korean": of whichever of the two the text has spoken of.
    private Naming Spoken(Naming naming, IReadOnlyList<string> others)
    {
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            foreach (var entity in _mentions[i].Entities)
            {
                if (entity.State is not { } state)
                    continue;
                if (naming.Entity == "state/" + state)
                    return naming;
                foreach (var other in others)
                    if (other == "state/" + state)
                        return naming with { Entity = other };
            }

        return naming;
    }

    // "the ADF" in a text on the Congo: of the bodies that bear the letters, the one whose state the text has spoken of.
    private Naming OfHere(Naming naming, IReadOnlyList<string> others)
    {
        if (_world.Find(naming.Entity)?.State is not { } first || SpeaksOf(first))
            return naming;
        foreach (var other in others)
            if (_world.Find(other) is { State: { } state } && SpeaksOf(state))
                return naming with { Entity = other };
        return naming;
    }

    private bool SpeaksOf(string state)
    {
        for (var i = _mentions.Count - 1; i >= Math.Max(0, _mentions.Count - 200); i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.State == state)
                    return true;
        return false;
    }

    private (int Words, Naming Naming) Listed(int at)
    {
        if (_words[at].Length == 0 || !char.IsLetterOrDigit(_words[at][0]))
            return default;
        var first = _text.Tokens[at].Span;
        var wordEnd = 0;
        while (wordEnd < _words[at].Length && char.IsLetterOrDigit(_words[at][wordEnd]))
            wordEnd++;
        var longest = _world.LongestFrom(_words[at].AsSpan(0, wordEnd));
        if (longest == 0)
            return Shouted(at);
        var limit = _text.Sentences[_sentence[at]].EndToken;
        for (var end = Math.Min(limit, at + LongestPhrase); end > at; end--)
        {
            var span = new Span(first.Start, _text.Tokens[end - 1].Span.End);
            if (span.Length > longest || !_world.TryName(span.In(_text.Document.Text), out var naming))
                continue;
            if (
                naming.Kind == NameKind.Place
                && (
                    Upper(end) && end < limit && !Calendar(end)
                    || at > 0 && Upper(at - 1) && !Calendar(at - 1) && _sentence[at] == _sentence[at - 1]
                )
            )
                return default;
            if (
                naming.Kind == NameKind.Place
                && at == _text.Sentences[_sentence[at]].FirstToken
                && _text.Tokens[at].Tag is not UniversalTag.PROPN
            )
                return default;
            // "Victoria Nuland", "Santiago Peña": a given name, whatever capital bears it.
            if (
                naming.Kind == NameKind.Capital
                && end == at + 1
                && end < limit
                && Upper(end)
                && !Calendar(end)
                && !_words[at].All(char.IsUpper)
                && _world.GenderOf(_words[at]) != '\0'
            )
                return default;
            if (Hyphen(end) && Joined(end) && Upper(end + 1) && naming.Kind is NameKind.Place or NameKind.Capital)
                return default;
            // "The Australian government": no newspaper.
            if (
                naming.Kind == NameKind.Body
                && end - at == 2
                && _lower[at] == "the"
                && end < limit
                && (_text.Tokens[end].Tag is UniversalTag.NOUN or UniversalTag.ADJ || _world.OpensOrgan(_words[end]))
                && !Phrasing.Papers.Contains(_lower[end])
                && _world.TryName(_words[at + 1], out var adjective)
                && adjective.Kind is NameKind.Adjective or NameKind.State
            )
                continue;
            return (end - at, naming);
        }

        return Shouted(at);
    }

    // Datelines and headlines in capitals: "NAIROBI", "SAUDI ARABIA".
    private (int Words, Naming Naming) Shouted(int at)
    {
        if (!char.IsUpper(_words[at][^1]))
            return default;
        for (var words = 3; words > 0; words--)
        {
            if (at + words > _words.Length || _sentence[at + words - 1] != _sentence[at])
                continue;
            var loud = true;
            var name = new StringBuilder();
            for (var i = at; i < at + words && loud; i++)
            {
                loud = _words[i].Length > 2 && _words[i].All(static c => char.IsUpper(c) || c is '-' or '\'' or '’');
                if (name.Length > 0)
                    name.Append(' ');
                name.Append(_words[i][0]).Append(_lower[i].AsSpan(1));
            }

            if (
                loud
                && name.Length > 3
                && _world.TryName(name.ToString(), out var naming)
                && (naming.Kind is NameKind.State or NameKind.Capital or NameKind.Place || words > 1 && naming.Kind == NameKind.Body)
            )
                return (words, naming);
        }

        return default;
    }

    private bool Possessive(int at) => At(at) is "'s" or "’s" or "'" or "’";

    private bool Upper(int at) => at >= 0 && at < _words.Length && _words[at].Length > 1 && char.IsUpper(_words[at][0]);

    private string Words(int first, int end) => _text.SpanOf(first, end).In(_text.Document.Text).ToString();

    private (int Words, string Code, string Name) Organ(int at)
    {
        if (at >= _words.Length || !_world.OpensOrgan(_words[at]))
            return default;
        var limit = Math.Min(_text.Sentences[_sentence[at]].EndToken, at + 6);
        for (var end = limit; end > at; end--)
            if (_world.Organ(Words(at, end)) is { } organ && !(end < limit && Hyphen(end) && Joined(end)))
            {
                if (end < limit && At(end) == "general" && At(end - 1) == "consulate")
                    end++;
                return (end - at, organ[..organ.IndexOf('|')], organ[(organ.IndexOf('|') + 1)..]);
            }

        return default;
    }

    // "foreign ministries", "governments": an organ in the plural.
    private (int Words, string Code, string Name) Organs(int at)
    {
        for (var end = Math.Min(_words.Length, at + 3); end > at; end--)
        {
            if (Singular(_lower[end - 1]) is not { } singular || _sentence[end - 1] != _sentence[at])
                continue;
            var words = end - 1 > at ? Words(at, end - 1) + " " + singular : singular;
            if (_world.Organ(words) is { } organ)
                return (end - at, organ[..organ.IndexOf('|')], organ[(organ.IndexOf('|') + 1)..]);
        }

        return default;

        static string? Singular(string word) =>
            word switch
            {
                "governments"
                or "parliaments"
                or "embassies"
                or "cabinets"
                or "banks"
                or "presidencies"
                or "militaries"
                or "armies"
                or "ministries"
                or "offices" => word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word[..^1],
                _ => null,
            };
    }

    // "irrigation ministry", "trade department": an organ that no row lists, by its own words.
    private (int Words, string Code, string Name) Ministry(int at)
    {
        var end = at;
        while (
            end < _words.Length
            && end - at < 4
            && _sentence[end] == _sentence[at]
            && _text.Tokens[end].Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ
        )
        {
            end++;
            if (end - at > 1 && Phrasing.Ministries.Contains(_lower[end - 1]) && _lower[end - 2] != "news")
            {
                var last = end;
                if (At(end) is "for" or "of" or "on" && Upper(end + 1))
                    for (end++; Upper(end) || At(end) is "and" && Upper(end + 1); end++) { }
                if (end > last)
                    return (end - at, Slugs.Of(Words(at, end)), Words(at, end));
                return (
                    end - at,
                    Slugs.Of(Words(at, end - 1)),
                    string.Join(' ', _words[at..end].Select(static w => char.ToUpperInvariant(w[0]) + w[1..]))
                );
            }
        }

        return default;
    }

    private Entity Made(KnownEntity known)
    {
        var tenure = known.Type == EntityType.Person ? _world.OfficeOf(known.Id, _day) : null;
        // Who serves an organisation of states speaks for no state.
        var serves = tenure is not null && tenure.State.Contains('/', StringComparison.Ordinal);
        return new()
        {
            Id = known.Id,
            Name = known.Name,
            Type = known.Type,
            State = serves ? null : known.State,
            Office = tenure is null ? null : char.ToUpperInvariant(tenure.Title[0]) + tenure.Title[1..] + " of " + Seat(tenure.State),
        };
    }

    private string Seat(string seat) => (_world.Find("state/" + seat) ?? _world.Find(seat))?.Name ?? seat;

    private Entity? LastOrganOf(string? state)
    {
        for (var i = _issuers.Count - 1; i >= 0; i--)
            if (_issuers[i].State == state)
                return _issuers[i];
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.Type == EntityType.Organ && entity.State == state)
                    return entity;
        return null;
    }

    private int Head(int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            var token = _text.Tokens[i];
            if ((token.Head < first || token.Head >= end) && token.Relation is not (Relation.Punct or Relation.Case or Relation.Det))
                return i;
        }

        return end - 1;
    }

    // The state of the phrase that used the same word for an organ before: "Myanmar's junta ... the junta".
    private string? SameWord(int at, string noun, int sentences)
    {
        for (
            var i = _mentions.Count - 1;
            i >= 0 && _mentions.Count - i < 80 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= sentences;
            i--
        )
            if (_mentions[i].Entities is [{ State: { } state }])
                for (var token = _mentions[i].FirstToken; token < _mentions[i].EndToken; token++)
                    if (_lower[token] == noun)
                        return state;
        return null;
    }

    private int Put(
        int first,
        int end,
        ImmutableArray<Entity> entities,
        MentionForm form,
        string? reading,
        double confidence,
        string rule,
        string why,
        int name = -1
    )
    {
        var span = _text.SpanOf(first, end);
        _mentions.Add(
            new(
                first,
                end,
                Head(first, end),
                [.. entities.Select(e => e with { Span = span })],
                form,
                reading,
                confidence,
                rule,
                [new("entities", rule, why)]
            )
        );
        // "his wife, Lilia Paredes".
        if (
            form == MentionForm.Name
            && entities is [{ Type: EntityType.Person } kin]
            && first > 1
            && _lower[first - 1] is var before
            && (before == "," ? _lower[first - 2] : before) is var relation
        )
        {
            if (ReferenceWords.Kinswomen.Contains(relation))
                _gender.TryAdd(kin.Id, 'f');
            else if (ReferenceWords.Kinsmen.Contains(relation))
                _gender.TryAdd(kin.Id, 'm');
        }

        foreach (var entity in _mentions[^1].Entities)
        {
            if (entity.Type != EntityType.Person)
                continue;
            var weight = _spoken.GetValueOrDefault(entity.Id).Weight + (Subject(_mentions[^1]) && _sentence[first] < 2 ? 2 : 1);
            _spoken[entity.Id] = (weight, _mentions.Count - 1, entity);
        }

        if (form == MentionForm.Name && entities is [{ Type: EntityType.Person } person])
        {
            _named.TryAdd(_world.Key(person.Name), _mentions[^1].Entities[0]);
            foreach (var word in Words(name < 0 ? first : name, end).Split(' ', '-').Concat(person.Name.Split(' ', '-')))
                if (
                    word.Length > 1
                    && char.IsUpper(word[0])
                    && _world.Role(word.ToLowerInvariant()) is null
                    && !Phrasing.NoShortName.Contains(word)
                    && !(
                        _world.TryName(word, out var other)
                        && (
                            other.Kind is NameKind.State or NameKind.Capital
                            || other.Kind is NameKind.Adjective or NameKind.Demonym
                                && !(
                                    word == _words[end - 1]
                                    && person.Name.Contains(' ', StringComparison.Ordinal)
                                    && _world.Find(other.Entity)?.State is { } folk
                                    && _world.AdjectiveOf(folk) != word
                                    && !_world.IsPeople(word + "s")
                                )
                        )
                    )
                )
                    _short[word] = person;
        }

        return end;
    }
}
