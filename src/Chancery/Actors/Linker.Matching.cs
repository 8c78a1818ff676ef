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
        if (at >= _words.Length) return default;
        // "US$50 billion" is an amount, and no state.
        if (At(at + 1) is ['$', ..] && _text.Tokens[at].Span.End == _text.Tokens[at + 1].Span.Start) return default;
        if (!_looked[at])
        {
            _looked[at] = true;
            _listed[at] = Listed(at);
        }

        var listed = _listed[at];
        // "the English translation", "a Spanish-language paper": a tongue, and nobody's.
        if (listed.Words > 0 && listed.Naming.Kind == NameKind.Adjective && At(at + listed.Words + (Hyphen(at + listed.Words) ? 1 : 0)) is { } thing && Phrasing.Tongues.Contains(thing)) return default;
        if (listed.Words > 0 && listed.Naming.Kind is NameKind.Adjective or NameKind.Demonym && _world.AlsoNamed(Words(at, at + listed.Words)) is { Count: > 0 } others) listed.Naming = Spoken(listed.Naming, others);
        else if (listed.Words > 0 && listed.Naming.Kind is NameKind.Body && _world.AlsoNamed(Words(at, at + listed.Words)) is { Count: > 0 } bodies) listed.Naming = OfHere(listed.Naming, bodies);
        return listed.Words > 0 && _short.TryGetValue(_words[at], out var named) && named.Type == EntityType.Person && !Upper(at + 1) ? default : listed;
    }

    // "Congolese", "Korean": of whichever of the two the text has spoken of.
    private Naming Spoken(Naming naming, IReadOnlyList<string> others)
    {
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            foreach (var entity in _mentions[i].Entities)
            {
                if (entity.State is not { } state) continue;
                if (naming.Entity == "state/" + state) return naming;
                foreach (var other in others)
                    if (other == "state/" + state) return naming with { Entity = other };
            }

        return naming;
    }

    // "the ADF" in a text on the Congo: of the bodies that bear the letters, the one whose state the text has spoken of.
    private Naming OfHere(Naming naming, IReadOnlyList<string> others)
    {
        if (_world.Find(naming.Entity)?.State is not { } first || SpeaksOf(first)) return naming;
        foreach (var other in others)
            if (_world.Find(other) is { State: { } state } && SpeaksOf(state)) return naming with { Entity = other };
        return naming;
    }

    private bool SpeaksOf(string state)
    {
        for (var i = _mentions.Count - 1; i >= Math.Max(0, _mentions.Count - 200); i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.State == state) return true;
        return false;
    }

    private (int Words, Naming Naming) Listed(int at)
    {
        if (_words[at].Length == 0 || !char.IsLetterOrDigit(_words[at][0])) return default;
        var first = _text.Tokens[at].Span;
        var wordEnd = 0;
        while (wordEnd < _words[at].Length && char.IsLetterOrDigit(_words[at][wordEnd])) wordEnd++;
        var longest = _world.LongestFrom(_words[at].AsSpan(0, wordEnd));
        if (longest == 0) return Shouted(at);
        var limit = _text.Sentences[_sentence[at]].EndToken;
        for (var end = Math.Min(limit, at + LongestPhrase); end > at; end--)
        {
            var span = new Span(first.Start, _text.Tokens[end - 1].Span.End);
            if (span.Length > longest || !_world.TryName(span.In(_text.Document.Text), out var naming)) continue;
            if (naming.Kind == NameKind.Place && (Upper(end) && end < limit && !Calendar(end) || at > 0 && Upper(at - 1) && !Calendar(at - 1) && _sentence[at] == _sentence[at - 1])) return default;
            if (naming.Kind == NameKind.Place && at == _text.Sentences[_sentence[at]].FirstToken && _text.Tokens[at].Tag is not UniversalTag.PROPN) return default;
            // "Victoria Nuland", "Santiago Peña": a given name, whatever capital bears it.
            if (naming.Kind == NameKind.Capital && end == at + 1 && end < limit && Upper(end) && !Calendar(end) && !_words[at].All(char.IsUpper) && _world.GenderOf(_words[at]) != '\0') return default;
            if (Hyphen(end) && Joined(end) && Upper(end + 1) && naming.Kind is NameKind.Place or NameKind.Capital) return default;
            // "The Australian government": no newspaper.
            if (naming.Kind == NameKind.Body && end - at == 2 && _lower[at] == "the" && end < limit && (_text.Tokens[end].Tag is UniversalTag.NOUN or UniversalTag.ADJ || _world.OpensOrgan(_words[end])) && !Phrasing.Papers.Contains(_lower[end]) && _world.TryName(_words[at + 1], out var adjective) && adjective.Kind is NameKind.Adjective or NameKind.State) continue;
            return (end - at, naming);
        }

        return Shouted(at);
    }

    // Datelines and headlines in capitals: "NAIROBI", "SAUDI ARABIA".
    private (int Words, Naming Naming) Shouted(int at)
    {
        if (!char.IsUpper(_words[at][^1])) return default;
        for (var words = 3; words > 0; words--)
        {
            if (at + words > _words.Length || _sentence[at + words - 1] != _sentence[at]) continue;
            var loud = true;
            var name = new StringBuilder();
            for (var i = at; i < at + words && loud; i++)
            {
                loud = _words[i].Length > 2 && _words[i].All(static c => char.IsUpper(c) || c is '-' or '\'' or '’');
                if (name.Length > 0) name.Append(' ');
                name.Append(_words[i][0]).Append(_lower[i].AsSpan(1));
            }

            if (loud && name.Length > 3 && _world.TryName(name.ToString(), out var naming) && (naming.Kind is NameKind.State or NameKind.Capital or NameKind.Place || words > 1 && naming.Kind == NameKind.Body)) return (words, naming);
        }

        return default;
    }

    private bool Possessive(int at) => At(at) is "'s" or "’s" or "'" or "’";

    private bool Upper(int at) => at >= 0 && at < _words.Length && _words[at].Length > 1 && char.IsUpper(_words[at][0]);

    private string Words(int first, int end) => _text.SpanOf(first, end).In(_text.Document.Text).ToString();

    private (int Words, string Code, string Name) Organ(int at)
    {
        if (at >= _words.Length || !_world.OpensOrgan(_words[at])) return default;
        var limit = Math.Min(_text.Sentences[_sentence[at]].EndToken, at + 6);
        for (var end = limit; end > at; end--)
            if (_world.Organ(Words(at, end)) is { } organ && !(end < limit && Hyphen(end) && Joined(end)))
            {
                if (end < limit && At(end) == "general" && At(end - 1) == "consulate") end++;
                return (end - at, organ[..organ.IndexOf('|')], organ[(organ.IndexOf('|') + 1)..]);
            }

        return default;
    }

    // "foreign ministries", "governments": an organ in the plural.
    private (int Words, string Code, string Name) Organs(int at)
    {
        for (var end = Math.Min(_words.Length, at + 3); end > at; end--)
        {
            if (Singular(_lower[end - 1]) is not { } singular || _sentence[end - 1] != _sentence[at]) continue;
            var words = end - 1 > at ? Words(at, end - 1) + " " + singular : singular;
            if (_world.Organ(words) is { } organ) return (end - at, organ[..organ.IndexOf('|')], organ[(organ.IndexOf('|') + 1)..]);
        }

        return default;

        static string? Singular(string word) => word switch
        {
            "governments" or "parliaments" or "embassies" or "cabinets" or "banks" or "presidencies" or "militaries" or "armies" or "ministries" or "offices" => word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word[..^1],
            _ => null,
        };
    }

    // "irrigation ministry", "trade department": an organ that no row lists, by its own words.
    private (int Words, string Code, string Name) Ministry(int at)
    {
        var end = at;
        while (end < _words.Length && end - at < 4 && _sentence[end] == _sentence[at] && _text.Tokens[end].Tag is UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ)
        {
            end++;
            if (end - at > 1 && Phrasing.Ministries.Contains(_lower[end - 1]) && _lower[end - 2] != "news")
            {
                var last = end;
                if (At(end) is "for" or "of" or "on" && Upper(end + 1)) for (end++; Upper(end) || At(end) is "and" && Upper(end + 1); end++) { }
                if (end > last) return (end - at, Slug(Words(at, end)), Words(at, end));
                return (end - at, Slug(Words(at, end - 1)), string.Join(' ', _words[at..end].Select(static w => char.ToUpperInvariant(w[0]) + w[1..])));
            }
        }

        return default;
    }

    private (int Words, string? State)? StateAfter(int at)
    {
        if (At(at) is not ("of" or "in")) return null;
        var from = At(at + 1) == "the" ? at + 2 : at + 1;
        if (from >= _words.Length) return null;
        var (words, naming) = Known(from);
        // "the government of President Nana Akufo-Addo".
        var titled = from;
        while (titled < from + 3 && At(titled) is { } title && At(at) == "of" && (_world.Role(title) is { Kind: "person", Many: false } || title is "prime")) titled++;
        if (words == 0 && titled > from && At(at - 1) is "government" or "administration" or "regime" or "cabinet" && NameEnd(titled) is var named && named > titled && PersonOf(titled, named, null, null, null, true) is { State: { } whose, Id: var bearer } && !bearer.StartsWith("unknown/", StringComparison.Ordinal)) return (named - at, whose);
        if (words == 0) return null;
        if (naming.Kind == NameKind.State) return (from - at + words, naming.Entity[6..]);
        // "the government of Nicolas Maduro": that of his state.
        if (naming.Kind == NameKind.Person && At(at) == "of" && At(at - 1) is "government" or "administration" or "regime" or "cabinet" && _world.Find(naming.Entity)!.State is { } his) return (from - at + words, his);
        // "the administration of the Azerbaijani president": the phrase after it is read for itself.
        if (naming.Kind == NameKind.Adjective && At(at) == "of" && At(from + words) is { } noun && _world.Role(noun) is { Kind: "person" }) return (0, naming.Entity[6..]);
        return naming.Kind == NameKind.Capital && At(at) == "in" ? (from - at + words, _world.Find(naming.Entity)!.State) : null;
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

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in Folding.Of(name).ToLowerInvariant())
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }

    // Whose "the foreign ministry" is: of the state last spoken of in this sentence, else of the one that the text is clearly most about,
    // else of the one last spoken of, not further back than three sentences.
    private string? SettledState(int at, bool addressed = false)
    {
        if (Where(at) is { } where) return where;
        var main = Main(at);
        var barred = addressed ? Barred(at) : [];
        if (Home is { } home && Several(at) is { Count: > 1 } spoken && spoken.Contains(home)) return home;
        for (var i = _mentions.Count - 1; i >= 0; i--)
        {
            var within = _sentence[at] == _sentence[_mentions[i].FirstToken];
            if (!within && main is not null) return Elsewhere(at, main) ? null : main;
            if (_sentence[at] - _sentence[_mentions[i].FirstToken] > 3) return null;
            if (_mentions[i].Reading == "place" && _mentions[i].Entities is not [{ Type: EntityType.State }] && !within) continue;
            foreach (var entity in _mentions[i].Entities)
                // "The Australian minister asked the government not to sign": not his own.
                if (entity.State is not null && IsPerson(entity) && within && Conflicting(entity.State, main)) return null;
                else if (entity.State is not null && !barred.Contains(entity.Id) && (entity.Type is EntityType.State or EntityType.Person or EntityType.Organ || within && _world.CapitalOf(entity.State)?.Id == entity.Id))
                    return _mentions[i].Entities.All(e => e.State == entity.State) ? entity.State : null;
        }

        return null;
    }

    // "Vietnam has protested against China's acts. A Foreign Ministry briefing": of the state that the sentence before is about, where nothing
    // settles it in this one.
    private string? Topic(int at)
    {
        if (_mentions.Count == 0 || _sentence[_mentions[^1].FirstToken] is var sentence && sentence != _sentence[at] - 1 || Main(at) is not null) return null;
        for (var i = FirstOf(sentence); i < _mentions.Count && _sentence[_mentions[i].FirstToken] == sentence; i++)
            if (_mentions[i].Entities is [{ State: { } state, Type: EntityType.State or EntityType.Organ }] && _mentions[i].Reading != "place" && Subject(_mentions[i]) && _text.Tokens[_mentions[i].Head].Head is var verb and >= 0 && _text.Tokens[verb].Relation == Relation.Root) return state;
        return null;
    }

    // "NAYPYITAW - ... Tillerson called the military's operation": of whose state he is or of the one that the text is about.
    private bool Conflicting(string state, string? main) => (Home ?? main) is { } home && home != state && _weights.GetValueOrDefault(home) > 0;

    // The state of the place before a clause with "where" that the word stands in: "in Kenya, where she addressed parliament".
    private string? Where(int at)
    {
        var first = _text.Sentences[_sentence[at]].FirstToken;
        for (var i = at - 1; i > first && i > at - 12; i--)
        {
            if (_lower[i] is "." or ";") return null;
            if (_lower[i] != "where") continue;
            for (var j = _mentions.Count - 1; j >= 0 && _mentions[j].EndToken > first && _mentions[j].FirstToken >= first; j--)
                if (_mentions[j].EndToken <= i) return _mentions[j].EndToken >= i - 1 && _mentions[j].Entities is [{ State: { } state, Type: EntityType.Place or EntityType.State }] ? state : null;
            return null;
        }

        return null;
    }

    // Whether the paragraph has turned to other states than the one that the text is about: the nearest sentence of it that names any does not name that one.
    private bool Elsewhere(int at, string main)
    {
        var other = false;
        var (paragraph, reached) = (_text.Sentences[_sentence[at]].Paragraph, _sentence[at]);
        for (var i = _mentions.Count - 1; i >= 0 && _text.Sentences[_sentence[_mentions[i].FirstToken]].Paragraph == paragraph; i--)
        {
            if (other && _sentence[_mentions[i].FirstToken] != reached) break;
            reached = _sentence[_mentions[i].FirstToken];
            foreach (var entity in _mentions[i].Entities)
            {
                if (entity.State == main) return false;
                other |= entity.State is not null && entity.Type is EntityType.State or EntityType.Person or EntityType.Organ;
            }
        }

        return other;
    }

    // The state last spoken of in which soldiers rule on the day.
    private string? LastJunta(int at, int sentences)
    {
        for (var i = _mentions.Count - 1; i >= Farthest && _sentence[at] - _sentence[_mentions[i].FirstToken] <= sentences; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.State is { } state && _world.HasJunta(state, _day)) return state;
        return null;
    }

    // The states that the sentence named before this word.
    private HashSet<string> Several(int at)
    {
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (var i = _mentions.Count - 1; i >= 0 && _sentence[_mentions[i].FirstToken] == _sentence[at]; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.State is { } state) states.Add(state);
        return states;
    }

    private string? Main(int at)
    {
        for (; _weighed < _mentions.Count && _sentence[_mentions[_weighed].FirstToken] < _sentence[at]; _weighed++)
        {
            var mention = _mentions[_weighed];
            if (mention.Reading == "place" && mention.Entities is not [{ Type: EntityType.State }]) continue;
            foreach (var entity in mention.Entities)
                if (entity.State is { } state) _weights[state] = _weights.GetValueOrDefault(state) + 1;
        }

        var ranked = _weights.OrderByDescending(static w => w.Value).ThenBy(static w => w.Key, StringComparer.Ordinal).Take(2).ToArray();
        // A report from Bamako means Mali's army unless it speaks of another far more than of Mali.
        if (ranked.Length > 0 && Home is { } home && 3 * _weights.GetValueOrDefault(home) >= ranked[0].Value) return home;
        return ranked is [var only] ? only.Value > 1 ? only.Key : null : ranked is [var first, var second] && first.Value >= 2 * second.Value ? first.Key : null;
    }

    // The state of the place that the report comes from.
    private string? Home
    {
        get
        {
            for (; _home < _mentions.Count && _mentions[_home] is var mention && _sentence[mention.FirstToken] < 4; _home++)
                if (IsDateline(_sentence[mention.FirstToken]) && mention.Entities is [{ State: { } state }]) return state;
            return null;
        }
    }

    private Entity? LastOrganOf(string? state)
    {
        for (var i = _issuers.Count - 1; i >= 0; i--)
            if (_issuers[i].State == state) return _issuers[i];
        for (var i = _mentions.Count - 1; i >= Farthest; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.Type == EntityType.Organ && entity.State == state) return entity;
        return null;
    }

    private int Head(int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            var token = _text.Tokens[i];
            if ((token.Head < first || token.Head >= end) && token.Relation is not (Relation.Punct or Relation.Case or Relation.Det)) return i;
        }

        return end - 1;
    }

    // The state of the phrase that used the same word for an organ before: "Myanmar's junta ... the junta".
    private string? SameWord(int at, string noun, int sentences)
    {
        for (var i = _mentions.Count - 1; i >= 0 && _mentions.Count - i < 80 && _sentence[at] - _sentence[_mentions[i].FirstToken] <= sentences; i--)
            if (_mentions[i].Entities is [{ State: { } state }])
                for (var token = _mentions[i].FirstToken; token < _mentions[i].EndToken; token++)
                    if (_lower[token] == noun) return state;
        return null;
    }

    private int Put(int first, int end, ImmutableArray<Entity> entities, MentionForm form, string? reading, double confidence, string rule, string why, int name = -1)
    {
        var span = _text.SpanOf(first, end);
        _mentions.Add(new(first, end, Head(first, end), [.. entities.Select(e => e with { Span = span })], form, reading, confidence, rule, [new("entities", rule, why)]));
        // "his wife, Lilia Paredes".
        if (form == MentionForm.Name && entities is [{ Type: EntityType.Person } kin] && first > 1 && _lower[first - 1] is var before && (before == "," ? _lower[first - 2] : before) is var relation)
        {
            if (ReferenceWords.Kinswomen.Contains(relation)) _gender.TryAdd(kin.Id, 'f');
            else if (ReferenceWords.Kinsmen.Contains(relation)) _gender.TryAdd(kin.Id, 'm');
        }

        foreach (var entity in _mentions[^1].Entities)
        {
            if (entity.Type != EntityType.Person) continue;
            var weight = _spoken.GetValueOrDefault(entity.Id).Weight + (Subject(_mentions[^1]) && _sentence[first] < 2 ? 2 : 1);
            _spoken[entity.Id] = (weight, _mentions.Count - 1, entity);
        }

        if (form == MentionForm.Name && entities is [{ Type: EntityType.Person } person])
        {
            _named.TryAdd(_world.Key(person.Name), _mentions[^1].Entities[0]);
            foreach (var word in Words(name < 0 ? first : name, end).Split(' ', '-').Concat(person.Name.Split(' ', '-')))
                if (word.Length > 1 && char.IsUpper(word[0]) && _world.Role(word.ToLowerInvariant()) is null && !Phrasing.NoShortName.Contains(word)
                    && !(_world.TryName(word, out var other) && (other.Kind is NameKind.State or NameKind.Capital || other.Kind is NameKind.Adjective or NameKind.Demonym && !(word == _words[end - 1] && person.Name.Contains(' ', StringComparison.Ordinal) && _world.Find(other.Entity)?.State is { } folk && _world.AdjectiveOf(folk) != word && !_world.IsPeople(word + "s"))))) _short[word] = person;
        }

        return end;
    }
}
