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

    private string? At(int token) => token < _lower.Length ? _lower[token] : null;

    private (int Words, Naming Naming) Known(int at)
    {
        var first = _text.Tokens[at].Span;
        if (_words[at].Length == 0 || !char.IsLetterOrDigit(_words[at][0])) return default;
        var wordEnd = 0;
        while (wordEnd < _words[at].Length && char.IsLetterOrDigit(_words[at][wordEnd])) wordEnd++;
        var longest = _world.LongestFrom(_words[at].AsSpan(0, wordEnd));
        if (longest == 0 || _short.ContainsKey(_words[at]) && _short[_words[at]].Type == EntityType.Person && !Upper(at + 1)) return default;
        for (var end = Math.Min(_text.Sentences[_sentence[at]].EndToken, at + LongestPhrase); end > at; end--)
        {
            var span = new Span(first.Start, _text.Tokens[end - 1].Span.End);
            if (span.Length > longest || !_world.TryName(span.In(_text.Document.Text), out var naming)) continue;
            if (naming.Kind is NameKind.Surname or NameKind.Place && (Upper(end) || at > 0 && Upper(at - 1) && _sentence[at] == _sentence[at - 1])
                && (naming.Kind == NameKind.Place || !Possessive(end))) return default;
            if (naming.Kind == NameKind.Place && at == _text.Sentences[_sentence[at]].FirstToken && _text.Tokens[at].Tag is not UniversalTag.PROPN) return default;
            return (end - at, naming);
        }

        return default;
    }

    private bool Possessive(int at) => At(at) is "'s" or "’s";

    private bool Upper(int at) => at < _words.Length && _words[at].Length > 1 && char.IsUpper(_words[at][0]);

    private (int Words, string Office) Title(int at)
    {
        for (var words = Math.Min(4, _lower.Length - at); words > 0; words--)
            if (_world.Title(string.Join(' ', _lower, at, words)) is { } office) return (words, office);
        return default;
    }

    private (int Words, string Code, string Name) Organ(int at)
    {
        for (var words = Math.Min(4, _lower.Length - at); words > 0; words--)
            if (_world.Organ(string.Join(' ', _words, at, words)) is { } organ)
                return (words, organ[..organ.IndexOf('|')], organ[(organ.IndexOf('|') + 1)..]);
        return default;
    }

    private (int Words, string? State)? StateAfter(int at)
    {
        if (At(at) != "of") return null;
        var from = At(at + 1) == "the" ? at + 2 : at + 1;
        if (from >= _words.Length) return null;
        var (words, naming) = Known(from);
        return words > 0 && naming.Kind == NameKind.State ? (from - at + words, naming.Entity[6..]) : null;
    }

    private (int Words, Entity? Entity)? NameAfter(int at)
    {
        if (!Upper(at) || _sentence[at] != _sentence[Math.Max(0, at - 1)]) return null;
        var (words, naming) = Known(at);
        if (words > 0 && naming.Kind is NameKind.Person or NameKind.Surname) return (words, Made(_world.Find(naming.Entity)!));
        if (_short.TryGetValue(_words[at], out var known) && known.Type == EntityType.Person && !Upper(at + 1)) return (1, known);
        if (words > 0 && naming.Kind is NameKind.State or NameKind.Body or NameKind.Adjective) return null;
        var end = at;
        while (end < _words.Length && end - at < 5 && _sentence[end] == _sentence[at]
            && (Upper(end) || end > at && Upper(end + 1) && _lower[end] is "bin" or "al" or "de" or "da" or "van" or "von" or "-")) end++;
        return (end - at, null);
    }

    private Entity Made(KnownEntity known)
    {
        var tenure = known.Type == EntityType.Person ? _world.OfficeOf(known.Id, _day) : null;
        return new()
        {
            Id = known.Id, Name = known.Name, Type = known.Type, State = known.State,
            Office = tenure is null ? null : char.ToUpperInvariant(tenure.Title[0]) + tenure.Title[1..] + " of " + _world.Find("state/" + tenure.State)!.Name,
        };
    }

    private Entity UnknownPerson(int first, int end, string? state, string? office)
    {
        var words = _text.SpanOf(first, end).In(_text.Document.Text).ToString();
        return new() { Id = "unknown/" + Slug(words), Name = words, Type = EntityType.Person, State = state, Office = office };
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
            if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }

    private string? NearestState(int at)
    {
        for (var i = _mentions.Count - 1; i >= 0; i--)
        {
            if (_sentence[at] - _sentence[_mentions[i].FirstToken] > 3) return null;
            foreach (var entity in _mentions[i].Entities)
                if (entity.Type is EntityType.State or EntityType.Person or EntityType.Organ && entity.State is not null) return entity.State;
        }

        return null;
    }

    private Entity? LastOrganOf(string? state)
    {
        for (var i = _issuers.Count - 1; i >= 0; i--)
            if (_issuers[i].State == state) return _issuers[i];
        for (var i = _mentions.Count - 1; i >= 0; i--)
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

    private int Put(int first, int end, ImmutableArray<Entity> entities, MentionForm form, string? reading, double confidence, string rule, string why)
    {
        var span = _text.SpanOf(first, end);
        _mentions.Add(new(first, end, Head(first, end), [.. entities.Select(e => e with { Span = span })], form, reading, confidence, rule, [new("entities", rule, why)]));
        if (form == MentionForm.Name && entities is [{ Type: EntityType.Person } person])
            foreach (var word in person.Name.Split(' ', '-'))
                if (word.Length > 1 && char.IsUpper(word[0])) _short[word] = person;
        return end;
    }
}
