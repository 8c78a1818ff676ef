using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>One pass over a text: names, titles and organs by the pack; what refers back is left to <see cref="Linker"/>'s other part.</summary>
internal sealed partial class Linker
{
    private readonly ParsedText _text;
    private readonly DateOnly? _day;
    private readonly World _world = World.Default;
    private readonly string[] _words;
    private readonly string[] _lower;
    private readonly int[] _sentence;
    private readonly Dictionary<int, NameSpan> _nameAt = [];
    private readonly Dictionary<string, Entity> _short = [];
    private readonly List<ResolvedMention> _mentions = [];
    private readonly List<Entity> _issuers = [];

    public Linker(ParsedText text, DateOnly? day)
    {
        _text = text;
        _day = day;
        _words = new string[text.Tokens.Length];
        _lower = new string[text.Tokens.Length];
        _sentence = new int[text.Tokens.Length];
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] = text.Form(i).ToString();
            _lower[i] = _words[i].ToLowerInvariant();
        }

        for (var s = 0; s < text.Sentences.Length; s++)
            for (var i = text.Sentences[s].FirstToken; i < text.Sentences[s].EndToken; i++) _sentence[i] = s;
        foreach (var name in text.Names) _nameAt.TryAdd(name.FirstToken, name);
    }

    public Cast Read()
    {
        for (var i = 0; i < _words.Length;)
        {
            var end = Phrase(i);
            if (end <= i) end = Reference(i);
            i = Math.Max(end, i + 1);
        }

        _mentions.Sort(static (a, b) => a.FirstToken != b.FirstToken ? a.FirstToken.CompareTo(b.FirstToken) : b.EndToken.CompareTo(a.EndToken));
        return new([.. _mentions], _words.Length);
    }

    private int Phrase(int start)
    {
        var at = start;
        var definite = _lower[at] == "the";
        if (Phrasing.Articles.Contains(_lower[at])) at++;
        var former = At(at) is { } word && Phrasing.Earlier.Contains(word);
        while (At(at) is { } skipped && (Phrasing.Earlier.Contains(skipped) || Phrasing.Later.Contains(skipped))) at++;
        if (at >= _words.Length) return start;

        var (length, naming) = Known(at);
        if (length > 0 && naming.Kind is NameKind.State or NameKind.Adjective or NameKind.Body or NameKind.Demonym or NameKind.Capital)
        {
            var entity = _world.Find(naming.Entity)!;
            var next = at + length;
            if (At(next) is "'s" or "’s" or "'" or "’") next++;
            while (At(next) is { } word2 && (Phrasing.Earlier.Contains(word2) || Phrasing.Later.Contains(word2))) { former |= Phrasing.Earlier.Contains(word2); next++; }
            if (Compound(start, next, entity, naming.Kind, former) is var end and > 0) return end;
        }

        if (Title(at) is var (titleWords, office) && titleWords > 0 && (definite || NameAfter(at + titleWords) is not null || StateAfter(at + titleWords) is not null))
            return Person(start, at + titleWords, null, office, former);
        if (Organ(at) is var (organWords, code, organName) && organWords > 0 && (definite || char.IsUpper(_words[at][0]) && organWords > 1))
            return OrganPhrase(start, at + organWords, StateAfter(at + organWords) is { } of ? of.State : NearestState(at), code, organName);
        if (length == 0) return Unknown(at) is var unknown && unknown > at ? unknown : start;
        return Name(at == start + 1 && definite ? start : at, at, at + length, naming);
    }

    private int Compound(int start, int next, KnownEntity entity, NameKind kind, bool former)
    {
        var state = entity.State;
        if (kind != NameKind.Body && state is not null)
        {
            if (Title(next) is var (titleWords, office) && titleWords > 0) return Person(start, next + titleWords, state, office, former);
            if (Organ(next) is var (organWords, code, name) && organWords > 0 && kind != NameKind.Capital) return OrganPhrase(start, next + organWords, state, code, name);
        }

        if (At(next) is not { } word) return 0;
        if (Phrasing.Texts.Contains(word) && kind != NameKind.Capital)
        {
            var issuer = kind == NameKind.Body ? Made(entity) : LastOrganOf(state) ?? Made(entity);
            return Issue(start, next + 1, issuer);
        }

        if (Phrasing.Speakers.Contains(word)) return Speaker(start, next + 1, Made(entity));
        if (kind is NameKind.State or NameKind.Adjective && Phrasing.Officials.Contains(word))
            return Put(start, next + 1, [Made(entity)], MentionForm.Title, "government", .85, "actors/officials", "those who act for " + entity.Name);
        return 0;
    }

    private int OrganPhrase(int start, int end, string? state, string code, string name)
    {
        if (StateAfter(end) is { } of && _lower[end] == "of") end += of.Words;
        if (state is null) return start;
        var id = "organ/" + state + "." + code;
        var known = _world.Find(id);
        var entity = new Entity { Id = id, Name = known?.Name ?? _world.AdjectiveOf(state) + " " + name, Type = EntityType.Organ, State = state };
        if (At(end) is { } word && Phrasing.Texts.Contains(word)) return Issue(start, end + 1, entity);
        if (At(end) is { } speaker && Phrasing.Speakers.Contains(speaker)) return Speaker(start, end + 1, entity);
        return Put(start, end, [entity], MentionForm.Name, null, .9, "actors/organ", "organ of " + state);
    }

    private int Issue(int start, int end, Entity issuer)
    {
        if (!_issuers.Exists(e => e.Id == issuer.Id)) _issuers.Add(issuer);
        return Put(start, end, [issuer], MentionForm.Name, null, .9, "actors/text-of", "a text issued by " + issuer.Name);
    }

    private int Speaker(int start, int end, Entity organ)
    {
        if (NameAfter(end) is not { } name) return Put(start, end, [organ], MentionForm.Title, null, .8, "actors/spokesperson", "speaks for " + organ.Name);
        var person = name.Entity ?? UnknownPerson(end, end + name.Words, organ.State, "Spokesperson of " + organ.Name);
        return Put(start, end + name.Words, [person], MentionForm.Name, "person", .9, "actors/titled-name", "spokesperson of " + organ.Name);
    }

    private int Person(int start, int end, string? state, string office, bool former)
    {
        if (StateAfter(end) is { } of && _lower[end] == "of") { state ??= of.State; end += of.Words; }
        if (NameAfter(end) is { } name)
        {
            var title = string.Join(' ', _words[Math.Max(start, end - 2)..end]);
            var person = name.Entity ?? UnknownPerson(end, end + name.Words, state, title);
            return Put(start, end + name.Words, [person], MentionForm.Name, "person", name.Entity is null ? .75 : .97, "actors/titled-name", "title and name together");
        }

        if (former || _lower[start] is "a" or "an") return start;
        var (holder, confidence, why) = Holder(state, office);
        return holder is null ? start : Put(start, end, [holder], MentionForm.Title, "person", confidence, "actors/title", why);
    }

    private (Entity? Holder, double Confidence, string Why) Holder(string? state, string office)
    {
        for (var i = _mentions.Count - 1; i >= 0; i--)
            foreach (var entity in _mentions[i].Entities)
                if (entity.Type == EntityType.Person && (state is null || entity.State == state) && (office == "leader" || Held(entity.Id, office)))
                    return (entity with { Span = null, Members = [] }, .92, "named before in the text, with that office");
        if (state is null) return (null, 0, "");
        foreach (var candidate in Offices(office))
        {
            if (_day is { } day && _world.Holders(state, candidate, day) is [var tenure, ..])
            {
                var trusted = tenure.Fact.Until is not null || day <= tenure.Fact.Reviewed;
                return (Made(_world.Find(tenure.Person)!), trusted ? .9 : .6, $"holds office/{state}.{candidate} on {day:yyyy-MM-dd}{(trusted ? "" : ", past the last review")}");
            }

            if (_day is null && _world.LastHolder(state, candidate) is { } last)
                return (Made(_world.Find(last.Person)!), .5, $"the newest holder known of office/{state}.{candidate}; the date of the text is unknown");
        }

        return (null, 0, "");
    }

    private bool Held(string person, string office)
        => _world.OfficeOf(person, _day) is { } tenure && Array.Exists(Offices(office), candidate => candidate == tenure.Office)
            || _world.Find(person) is null;

    private static string[] Offices(string office) => office switch
    {
        "leader" => ["president", "hos", "pm", "hog"], "president" => ["president"], "pm" => ["pm", "hog"], _ => [office],
    };

    private int Name(int start, int first, int end, Naming naming)
    {
        var entity = Made(_world.Find(naming.Entity)!);
        switch (naming.Kind)
        {
            case NameKind.State:
            case NameKind.Capital:
                Place(start, first, end, entity, naming.Kind == NameKind.Capital);
                return end;
            case NameKind.Adjective:
                var people = At(end) is null or "and" or "," or "." or "have" or "are" && _lower[start] == "the";
                return Put(first, end, [entity], MentionForm.Name, people ? "people" : null, .6, "actors/adjective", "adjective of " + entity.Name);
            case NameKind.Demonym:
                return Put(first, end, [entity], MentionForm.Name, "people", .85, "actors/demonym", "people of " + entity.Name);
            case NameKind.Surname:
                return Put(first, end, [entity], MentionForm.Name, "person", .75, "actors/surname", "the only holder of an office known by that name");
            case NameKind.Body:
                var metonym = entity.Type == EntityType.Organ && first + 1 == end && entity.State is not null;
                Put(start, end, [entity], metonym ? MentionForm.Metonym : MentionForm.Name, null, .95, "actors/name", "a name of " + entity.Name);
                return Acronym(end, entity);
            default:
                return Put(first, end, [entity], MentionForm.Name, entity.Type == EntityType.Person ? "person" : "place", naming.Kind == NameKind.Place ? .7 : .95, "actors/name",
                    "a name of " + entity.Name);
        }
    }

    private int Acronym(int end, Entity entity)
    {
        if (At(end) != "(" || At(end + 2) != ")" || _words[end + 1].Length < 2) return end;
        _short[_words[end + 1]] = entity;
        return Put(end + 1, end + 2, [entity], MentionForm.Name, null, .97, "actors/acronym", "its short form in brackets") + 1;
    }

    private int Unknown(int at)
    {
        if (_lower[at] is "mr" or "mr." or "mrs" or "mrs." or "ms" or "ms." or "dr" or "dr." && NameAfter(at + 1) is { } named)
        {
            var who = named.Entity ?? UnknownPerson(at + 1, at + 1 + named.Words, null, null);
            return Put(at, at + 1 + named.Words, [who], MentionForm.Name, "person", named.Entity is null ? .6 : .9, "actors/mister", "form of address and name");
        }

        if (_short.TryGetValue(_words[at], out var known))
            return Put(at, at + 1, [known], MentionForm.Name, known.Type == EntityType.Person ? "person" : null, .93, "actors/short-name", "short for " + known.Name);
        if (!_nameAt.TryGetValue(at, out var name) || name.Type is not (NameType.Person or NameType.Organisation)) return at;
        if (name.Type == NameType.Person)
            return Put(at, name.EndToken, [UnknownPerson(at, name.EndToken, null, null)], MentionForm.Name, "person", .6, "actors/unknown-person", "a name that the pack does not hold");
        var words = _text.SpanOf(at, name.EndToken).In(_text.Document.Text).ToString();
        var body = new Entity { Id = "unknown/" + Slug(words), Name = words, Type = EntityType.Other };
        return Put(at, name.EndToken, [body], MentionForm.Name, null, .5, "actors/unknown-body", "a name that the pack does not hold");
    }
}
