using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>
/// One pass over a text from left to right. At each word the longest of three sorts of phrase is tried: one about people by what they do,
/// one that begins with a name of the pack, one that refers back to what was named before.
/// </summary>
internal sealed partial class Linker
{
    // A reader of a book does not remember every minor person of its first chapters; nor may time grow with the square of the length.
    private const int Memory = 2000;

    private readonly ParsedText _text;
    private readonly DateOnly? _day;
    private readonly World _world;
    private readonly string[] _words;
    private readonly string[] _lower;
    private readonly int[] _sentence;
    private readonly (int Words, Naming Naming)[] _listed;
    private readonly bool[] _looked;
    private readonly bool[] _quoted;
    private readonly Dictionary<int, NameSpan> _nameAt = [];
    private readonly Dictionary<string, Entity> _short = [];
    private readonly List<ResolvedMention> _mentions = [];
    private readonly List<Entity> _issuers = [];
    private readonly Dictionary<string, string> _titled = [];
    private readonly List<(int Token, Entity Body)> _titleBodies = [];
    private readonly Dictionary<string, Entity> _named = [];
    private readonly Dictionary<string, (double Weight, int Last, Entity Entity)> _spoken = [];
    private readonly Dictionary<string, int> _weights = [];
    private readonly Dictionary<string, char> _gender = [];
    private int _weighed;
    private int _sportOf = -1;
    private bool _sport;
    private int _home;

    public Linker(ParsedText text, DateOnly? day, World world)
    {
        _world = world;
        _text = text;
        _day = day;
        _words = new string[text.Tokens.Length];
        _lower = new string[text.Tokens.Length];
        _sentence = new int[text.Tokens.Length];
        _listed = new (int Words, Naming Naming)[text.Tokens.Length];
        _looked = new bool[text.Tokens.Length];
        _quoted = new bool[text.Tokens.Length];
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] = text.Form(i).ToString();
            _lower[i] = _words[i].ToLowerInvariant();
        }

        for (var s = 0; s < text.Sentences.Length; s++)
            for (var i = text.Sentences[s].FirstToken; i < text.Sentences[s].EndToken; i++) _sentence[i] = s;
        Quotations();
        foreach (var name in text.Names) _nameAt.TryAdd(name.FirstToken, name);
    }

    // What stands between quotation marks; a paragraph that leaves them open closes them at its end.
    private void Quotations()
    {
        var open = false;
        for (var i = 0; i < _words.Length; i++)
        {
            if (i > 0 && _sentence[i] != _sentence[i - 1] && _text.Sentences[_sentence[i]].Paragraph != _text.Sentences[_sentence[i - 1]].Paragraph) open = false;
            open = _words[i] switch { "“" or "«" or "``" => true, "”" or "»" or "''" => false, "\"" => !open, _ => open };
            _quoted[i] = open;
        }
    }

    public Cast Read()
    {
        for (var i = 0; i < _words.Length;)
        {
            var end = Reference(i);
            if (end <= i) end = People(i);
            if (end <= i) end = Phrase(i);
            i = Math.Max(end, i + 1);
        }

        for (var i = 0; i < _mentions.Count; i++) _mentions[i] = Later(_mentions[i]);
        _mentions.Sort(static (a, b) => a.FirstToken != b.FirstToken ? a.FirstToken.CompareTo(b.FirstToken) : b.EndToken.CompareTo(a.EndToken));
        return new([.. _mentions], _words.Length);
    }

    // A headline names by the last name alone whom the text names in full afterwards.
    private ResolvedMention Later(ResolvedMention mention)
    {
        if (Chief(mention) is { } chief) return chief;
        if (Announced(mention) is { } announced) return announced;
        if (Introduced(mention) is { } introduced) return introduced;
        // "Prime Minister Modi's call": the title says no more than the last name does.
        var titled = mention is { Rule: "actors/titled-name", Entities: [{ Type: EntityType.Person } unknown] } && unknown.Id.StartsWith("unknown/", StringComparison.Ordinal);
        if (titled && mention.Entities[0].Name.Contains(' ', StringComparison.Ordinal)) return mention;
        if (!titled && (mention.Rule is not ("actors/unknown-person" or "actors/unknown-place" or "actors/unknown-body") || mention.EndToken != mention.FirstToken + 1)) return mention;
        if (Short(titled ? mention.EndToken - 1 : mention.FirstToken) is not { Type: EntityType.Person } person || mention.Entities is [var held] && held.Id == person.Id) return mention;
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
        if (mention is not { Rule: "actors/unnamed-person", Entities: [{ State: { } state, Type: EntityType.Person }] } || _text.Sentences[_sentence[mention.FirstToken]].Role != SentenceRole.Headline) return null;
        var head = _lower[mention.Head];
        var said = mention.Head > mention.FirstToken && Known(mention.Head - 1).Words == 0 ? _lower[mention.Head - 1] + " " + head : head;
        Entity? only = null;
        foreach (var (id, titles) in _titled.OrderBy(static t => t.Key, StringComparer.Ordinal))
        {
            if (!titles.Contains(said, StringComparison.Ordinal) || !_spoken.TryGetValue(id, out var spoken) || spoken.Entity.State is { } of && of != state) continue;
            if (only is not null) return null;
            only = spoken.Entity;
        }

        return only is null ? null : mention with
        {
            Entities = [only with { Span = _text.SpanOf(mention.FirstToken, mention.EndToken) }],
            Confidence = .8,
            Rule = "actors/headline-title",
            Reasons = [new("entities", "actors/headline-title", "named below with that title: " + only.Name)],
        };
    }

    // "The governor of Zambia's central bank has resigned. ... Mvunga was governor": the only one whom the text names afterwards with the same
    // title, for a phrase with an article in its first sentences.
    private ResolvedMention? Introduced(ResolvedMention mention)
    {
        if (mention is not { Rule: "actors/unnamed-person", Entities: [{ State: { } state, Type: EntityType.Person }] } || _sentence[mention.FirstToken] > 1 || _lower[mention.FirstToken] is "a" or "an" or "another" or "one" || !(_lower[mention.FirstToken] == "the" || _text.Tokens[mention.FirstToken].Tag is UniversalTag.PROPN)) return null;
        var end = mention.Head + 1;
        var from = mention.Head;
        while (from > mention.FirstToken && Known(from - 1).Words == 0 && !Possessive(from - 1) && _lower[from - 1] is not "the") from--;
        var said = string.Join(' ', _lower[from..end]);
        Entity? only = null;
        foreach (var (id, titles) in _titled.OrderBy(static t => t.Key, StringComparer.Ordinal))
        {
            if (!titles.Split('|').Any(title => title == said || title.EndsWith(" " + said, StringComparison.Ordinal)) || !_spoken.TryGetValue(id, out var spoken) || spoken.Entity.State is { } of && of != state) continue;
            if (only is not null) return null;
            only = spoken.Entity;
        }

        return only is null ? null : mention with
        {
            Entities = [only with { Span = _text.SpanOf(mention.FirstToken, mention.EndToken) }],
            Confidence = .75,
            Rule = "actors/introduced",
            Reasons = [new("entities", "actors/introduced", "named below with that title: " + only.Name)],
        };
    }

    // "Readout of the Prime Minister's call": a title alone in a headline is of whom the text names with it, and of the state it comes from.
    private ResolvedMention? Chief(ResolvedMention mention)
    {
        if (mention.Rule != "actors/unknown-person" || _text.Sentences[_sentence[mention.FirstToken]].Role != SentenceRole.Headline) return null;
        if (Home is not { } home || _world.Title(Words(mention.FirstToken, mention.EndToken).ToLowerInvariant()) is not { } office || Holder(home, null, office, "") is not { Holder: { } holder } held) return null;
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

    private int Phrase(int start)
    {
        var at = start;
        var definite = _lower[at] == "the";
        // "THE HAGUE": the article belongs to the name.
        if (Phrasing.Articles.Contains(_lower[at]) && Known(at).Words == 0 && !(_lower[at] == "that" && _text.Tokens[at].Tag is UniversalTag.SCONJ or UniversalTag.PRON)) at++;
        while (At(at) is { } skipped && (Phrasing.Earlier.Contains(skipped) || Phrasing.Later.Contains(skipped)) && Known(at).Words == 0) at++;
        if (at >= _words.Length || _sentence[at] != _sentence[start]) return start;

        var (length, naming) = Known(at);
        if (length > 0 && naming.Kind is NameKind.State or NameKind.Adjective or NameKind.Body or NameKind.Demonym or NameKind.Capital)
        {
            var entity = _world.Find(naming.Entity)!;
            var next = at + length;
            if (naming.Kind == NameKind.Body && Possessive(next) && PartOf(start, next + 1, entity) is var part and > 0) return part;
            if (Possessive(next)) next++;
            while (At(next) is { } word && (Phrasing.Earlier.Contains(word) || Phrasing.Later.Contains(word) || word is "own")) next++;
            if (Compound(start, next, entity, naming.Kind) is var end and > 0) return end;
            // "Vietnam Airlines", "Kenyan Red Cross Society".
            if (naming.Kind is NameKind.State or NameKind.Adjective && next == at + length && Upper(next) && _text.Sentences[_sentence[at]].Role != SentenceRole.Headline && WrittenBody(at) is var written && written > next)
            {
                if (_mentions[^1].Entities is [{ State: null } body]) _short[body.Name] = body with { State = entity.State, Span = null };
                return written;
            }
            // "the Taliban-run defence ministry in Kabul": of the state that the words after it tell, else of the one where they run it.
            if (Hyphen(next) && At(next + 1) is "run" or "controlled" or "appointed" && Organ(next + 2) is { Words: > 0 } run)
                return OrganPhrase(start, next + 2 + run.Words, StateAfter(next + 2 + run.Words)?.State ?? entity.State ?? SettledState(at), run.Code, run.Name);
        }

        if (OrgansOf(start, at) is var organs and > 0) return organs;
        // "the capital of Myanmar".
        if (definite && _lower[at] == "capital" && At(at + 1) == "of" && Known(At(at + 2) == "the" ? at + 3 : at + 2) is { Words: > 0, Naming.Kind: NameKind.State } realm && _world.CapitalOf(realm.Naming.Entity[6..]) is { } chief)
            return Put(start, (At(at + 2) == "the" ? at + 3 : at + 2) + realm.Words, [Made(chief)], MentionForm.Title, "place", .9, "actors/the-capital", "the capital of " + realm.Naming.Entity);
        // "refused to leave the presidential palace": the house.
        if (definite && _lower[at] == "presidential" && At(at + 1) == "palace" && (At(start - 1) is "in" or "at" or "to" or "from" or "into" or "near" or "outside" or "inside" or "around" || _text.Tokens[at + 1] is { Relation: Relation.Obj, Head: >= 0 and var enters } && _text.Tokens[enters].Lemma is "leave" or "enter" or "storm" or "seize" or "occupy" or "shell" or "attack" or "surround" or "vacate" or "reach" or "take")) return at + 2;
        // "the military academy": no organ, but what is called after one.
        if (Organ(at) is { Words: > 0 } organ && !Within(at + organ.Words) && !(Upper(at + organ.Words) && Phrasing.Occasions.Contains(_lower[at + organ.Words])) && (definite || Bare(at, organ.Words)))
        {
            // "the presidency of the European Union" is no palace.
            if (At(at + organ.Words) == "of" && Known(At(at + organ.Words + 1) == "the" ? at + organ.Words + 2 : at + organ.Words + 1) is { Words: > 0, Naming.Kind: NameKind.Body } of && _world.Find(of.Naming.Entity) is { Type: EntityType.Igo }) return start;
            var whose = Whose(at, at + organ.Words, organ.Code);
            // "Congress" is not of a state whose parliament is known under another name.
            if (length == organ.Words && naming.Kind == NameKind.Body && Upper(at) && _world.Find("organ/" + whose + "." + organ.Code) is { } own && !own.Name.Contains(_words[at], StringComparison.Ordinal))
                return Put(at, at + length, [Made(_world.Find(naming.Entity)!)], MentionForm.Name, null, .8, "actors/name", "a name of " + naming.Entity);
            return OrganPhrase(start, at + organ.Words, whose, organ.Code, organ.Name);
        }

        if (length > 0 && naming.Kind == NameKind.Person) return PersonName(start, at, at + length, _world.Find(naming.Entity)!);
        if (length == 0) return Unlisted(at) is var unlisted && unlisted > at ? unlisted : start;
        // "the Oman-mediated talks": the article belongs to the talks.
        var compound = naming.Kind is NameKind.Capital || naming.Kind is NameKind.State or NameKind.Body && Hyphen(at + length) && Joined(at + length);
        return Name(at == start + 1 && definite && !compound ? start : at, at, at + length, naming);
    }

    // "the AU's Peace and Security Council": a body of another that the pack has under both names.
    private int PartOf(int start, int next, KnownEntity body)
    {
        for (var end = Math.Min(next + 5, _text.Sentences[_sentence[start]].EndToken); end > next; end--)
            if (Upper(next) && _world.TryName(body.Name + " " + Words(next, end), out var naming) && naming.Kind == NameKind.Body)
                return Put(start, end, [Made(_world.Find(naming.Entity)!)], MentionForm.Name, null, .9, "actors/name", "a body of " + body.Name);
        return 0;
    }

    private bool Within(int end) => end < _words.Length && _text.Tokens[end].Tag == UniversalTag.NOUN && _text.Tokens[end - 1].Head == end && _text.Tokens[end - 1].Relation is Relation.Compound or Relation.Amod
        && !Phrasing.Texts.Contains(_lower[end]) && _world.Role(_lower[end]) is null && !char.IsUpper(_words[end - 1][0]);

    // Of which state an organ is that stands without one. Only where soldiers rule is there a junta.
    private string? Whose(int at, int end, string code)
    {
        // "Mr McCully says the Government's action": his own, where it is written so.
        if (code == "government" && end - at == 1 && Upper(at) && at > 0 && _lower[at - 1] == "the" && _sentence[at - 1] == _sentence[at] && StateAfter(end) is null && Speakers(at).Where(e => IsPerson(e) || e.Type == EntityType.Organ).Select(static e => e.State).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToArray() is [var speaking]) return speaking;
        var rulers = code == "government" && World.IsJunta(Words(at, end));
        var passing = Phrasing.Passing.Contains(_lower[at]) ? at : at > 0 && Phrasing.Passing.Contains(_lower[at - 1]) ? at - 1 : -1;
        if (code == "government" && passing >= 0 && !rulers && _lower[end - 1] is "government" or "regime" or "administration" or "authorities" && StateAfter(end) is null) return PassingOf(passing, end);
        // India's alone is called so.
        if (code == "mfa" && Words(at, end).Contains("external affairs", StringComparison.OrdinalIgnoreCase) && StateAfter(end) is null && SpeaksOf("IND")) return "IND";
        // "the embassy in Beijing" is another's there.
        if (code is "embassy" or "consulate" or "mission" && StateAfter(end) is { State: { } there } && At(end) == "in") return SettledState(at) is { } sends && sends != there ? sends : null;
        return StateAfter(end)?.State ?? (rulers || _lower[end - 1] is "regime" or "authorities" ? LastJunta(at, rulers ? int.MaxValue : 1) : null) ?? SameWord(at, _lower[end - 1], rulers || _lower[end - 1] is "regime" ? int.MaxValue : 2) ?? (_lower[end - 1] == "regime" && !rulers ? PassingOf(at, end) : null) ?? (code == "mfa" ? Topic(at) : null) ?? (rulers || _lower[end - 1] is "regime" ? null : SettledState(at, code == "government") ?? Ahead(at));
    }

    // "parliament", "Congress" and the like stand without an article.
    private bool Bare(int at, int words)
        => char.IsUpper(_words[at][0]) && words > 1 || _lower[at] is "parliament" or "congress" or "cabinet" && (at == 0 || _text.Tokens[at].Relation is not Relation.Compound)
            // "Authorities said", "police arrested": nobody's but the state's, unless a word says whose.
            || words == 1 && _lower[at] is "authorities" or "police" && _text.Tokens[at].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obl or Relation.Obj or Relation.Nmod or Relation.Conj && _text.Dependent(at, Relation.Amod) < 0 && _text.Dependent(at, Relation.Compound) < 0 && !(at > 0 && (Known(at - 1).Words > 0 || Possessive(at - 1) || Hyphen(at - 1)));

    private int Compound(int start, int next, KnownEntity entity, NameKind kind)
    {
        var state = entity.State;
        if (kind != NameKind.Body && state is not null && Organ(next) is { Words: > 0 } organ && kind != NameKind.Capital && !(Within(next + organ.Words) && Phrasing.Installations.Contains(_lower[next + organ.Words])))
            return OrganPhrase(start, next + organ.Words, state, organ.Code, organ.Name);
        if (kind != NameKind.Body && kind != NameKind.Capital && state is not null && Ministry(next) is { Words: > 0 } ministry)
            return OrganPhrase(start, next + ministry.Words, state, ministry.Code, ministry.Name);
        if (kind == NameKind.Adjective && state is not null && Organs(next) is { Words: > 0 } shared && At(start - 1) is "and" or "or" && _mentions is [.., { Entities: [{ Type: EntityType.Organ }] } shares] && shares.EndToken == start - 1)
            return OrganPhrase(start, next + shared.Words, state, shared.Code, shared.Name);
        if (At(next) is not { } word) return 0;
        // "the UN mission": the one that the text named.
        if (entity.Id == "igo/UN" && word is "mission" or "force" or "operation" && !Within(next + 1) && LastNamed(start, static e => e.Type == EntityType.Igo && (e.Name.Contains("Mission", StringComparison.Ordinal) || e.Name.Contains("Force", StringComparison.Ordinal) || e.Name.Contains("Operation", StringComparison.Ordinal) || e.Id.StartsWith("igo/MINUS", StringComparison.Ordinal) || e.Id.StartsWith("igo/MONUS", StringComparison.Ordinal) || e.Id is "igo/UNIFIL" or "igo/UNMISS" or "igo/UNAMA" or "igo/UNMIK" or "igo/UNDOF")) is { } mission)
            return Put(start, next + 1, [mission], MentionForm.Title, null, .75, "actors/bloc", "the mission last named");
        // "the Venezuelan opposition".
        if (word == "opposition" && state is not null && kind is NameKind.State or NameKind.Adjective && !(next + 1 < _words.Length && _text.Tokens[next].Head == next + 1 && _text.Tokens[next + 1].Tag is UniversalTag.NOUN or UniversalTag.PROPN))
            return Put(start, next + 1, [new() { Id = "unknown/" + Slug(_world.AdjectiveOf(state) + " opposition"), Name = _world.AdjectiveOf(state) + " opposition", Type = EntityType.Group, State = state }], MentionForm.Group, null, .75, "actors/opposition", "those who oppose who governs");
        // "the Taliban government": fighters who rule.
        if (entity.Type == EntityType.ArmedGroup && state is not null && word is "government" or "authorities" or "administration" && Organ(next) is { Words: > 0 } rule)
            return OrganPhrase(start, next + rule.Words, state, rule.Code, rule.Name);
        if (word == "capital" && kind is NameKind.State or NameKind.Adjective && state is not null && _world.CapitalOf(state) is { } seat)
            return Put(start, next + 1, [Made(seat)], MentionForm.Title, "place", .9, "actors/the-capital", "the capital of " + entity.Name);
        if (Phrasing.Texts.Contains(word) && kind != NameKind.Capital)
            return Issue(start, next + 1, kind == NameKind.Body ? Made(entity) : LastOrganOf(state) ?? Made(entity));
        // "on the Pakistani side of the border": a place.
        if (word == "side" && At(start - 1) is "on" or "to" or "from" && kind is NameKind.State or NameKind.Adjective)
            return Put(start + (_lower[start] == "the" ? 1 : 0), next, [Made(entity)], MentionForm.Name, null, .6, "actors/adjective", "adjective of " + entity.Name);
        if (kind is NameKind.State or NameKind.Adjective && word is "side" or "leadership" or "delegation")
            return Put(start, next + 1, [Made(entity)], MentionForm.Title, "government", .85, "actors/side", "those who act for " + entity.Name);
        return 0;
    }

    private int OrganPhrase(int start, int end, string? state, string code, string name)
    {
        if (StateAfter(end) is { Words: > 0 } of && _lower[end] is "of" or "in") end += of.Words;
        if (state is null)
        {
            if (!char.IsUpper(_words[end - 1][0]) || end - start < 2) return start;
            var words = Words(_lower[start] == "the" ? start + 1 : start, end);
            return Put(start, end, [new() { Id = "unknown/" + Slug(words), Name = words, Type = EntityType.Organ }], MentionForm.Name, null, .4, "actors/organ-of-whom", "the text does not tell of which state");
        }

        var entity = OrganOf(state, code, name);
        if (At(end) is { } word && Phrasing.Texts.Contains(word)) return Issue(start, end + 1, entity);
        Put(start, end, [entity], MentionForm.Name, null, .9, "actors/organ", "organ of " + state);
        return Acronym(end, entity);
    }

    private int Issue(int start, int end, Entity issuer)
    {
        if (!_issuers.Exists(e => e.Id == issuer.Id)) _issuers.Add(issuer);
        return Put(start, end, [issuer], MentionForm.Name, null, .9, "actors/text-of", "a text issued by " + issuer.Name);
    }

    private int Name(int start, int first, int end, Naming naming)
    {
        var entity = Made(_world.Find(naming.Entity)!);
        // "Argentina beat Brazil 2-1": teams; "the Swiss franc": money.
        if (naming.Kind is NameKind.State or NameKind.Adjective or NameKind.Demonym && Sporting(first)) return end;
        if (naming.Kind is NameKind.Adjective or NameKind.Demonym && At(end) is { } coin && Phrasing.Currencies.Contains(coin)) return end + 1;
        switch (naming.Kind)
        {
            case NameKind.State:
            case NameKind.Capital:
                Place(start, first, end, entity, naming.Kind == NameKind.Capital);
                return end;
            case NameKind.Adjective:
                return Adjective(start, first, end, entity);
            case NameKind.Demonym when _lower[start] == "the" && start < first && !_lower[end - 1].EndsWith('s') && Countryman(entity.State, _text.Tokens[Head(first, end)]) is { } countryman:
                return Put(start, end, [countryman], MentionForm.Title, "person", .7, "actors/countryman", "the only one of that state among those spoken of");
            case NameKind.Demonym:
                return Put(start, end, [entity], MentionForm.Name, "people", .85, "actors/demonym", "people of " + entity.Name);
            case NameKind.Body:
                // "NEW DELHI, Dec 10 (PTI)": a dateline names an agency, whatever else bears the letters.
                if (_text.Sentences[_sentence[first]].Role == SentenceRole.Dateline)
                    foreach (var other in _world.AlsoNamed(Words(first, end)))
                        if (_world.Find(other) is { Type: EntityType.Outlet } outlet) entity = Made(outlet);
                // "The members of the Security Council condemned": all of them are the body.
                if (entity.Type is EntityType.Igo or EntityType.Organ && At(start - 1) == "of" && At(start - 2) == "members" && At(start - 3) == "the" && _sentence[start - 3] == _sentence[start])
                    return Put(start - 3, end, [entity], MentionForm.Group, null, .8, "actors/members", "all the members of " + entity.Name);
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
            if (_lower[end - 1].EndsWith('s') && _world.Title(Words(at, end).ToLowerInvariant()[..^1]) is not null) return end;
        return 0;
    }

    // "The Spaniard": who comes from there, whomever he serves.
    private Entity? Countryman(string? state, Token head)
    {
        if (head.Tag is not (UniversalTag.NOUN or UniversalTag.PROPN) || head.Relation is Relation.Amod or Relation.Compound) return null;
        Entity? only = null;
        foreach (var id in _spoken.Keys.Order(StringComparer.Ordinal))
        {
            var person = _spoken[id].Entity;
            if ((_world.Find(id)?.State ?? person.State) != state) continue;
            if (only is not null) return null;
            only = person;
        }

        return only is null ? null : only with { Span = null };
    }

    // "the governments of Indonesia and Japan": the organ in each.
    private int OrgansOf(int start, int at)
    {
        if (Organs(at) is not { Words: > 0 } organ || At(at + organ.Words) != "of") return 0;
        var found = new List<Entity>();
        var end = at + organ.Words;
        for (var next = end + 1; found.Count < 6;)
        {
            if (At(next) is "the" or "and" or "," or "both") { next++; continue; }
            if (Known(next) is not { Words: > 0, Naming.Kind: NameKind.State } of || _sentence[next] != _sentence[start]) break;
            found.Add(OrganOf(of.Naming.Entity[6..], organ.Code, organ.Name));
            end = next + of.Words;
            if (At(end) is not ("," or "and")) break;
            next = end;
        }

        return found.Count < 2 ? 0 : Put(start, end, [.. found], MentionForm.Group, null, .85, "actors/of-both", "that organ of each");
    }

    private Entity OrganOf(string state, string code, string name)
        => new() { Id = "organ/" + state + "." + code, Name = _world.Find("organ/" + state + "." + code)?.Name ?? _world.AdjectiveOf(state) + " " + name, Type = EntityType.Organ, State = state };

    // "Thai and Cambodian soldiers": the first adjective shares the noun of the second.
    private int Adjective(int start, int first, int end, Entity state)
    {
        // "French-speaking": of a tongue.
        if (Hyphen(end) && Joined(end) && At(end + 1) is "speaking" or "language" or "speaker" or "speakers") return end + 2;
        if (At(end) is "and" or "or" && end + 1 < _words.Length && Known(end + 1) is { Words: > 0, Naming.Kind: NameKind.Adjective or NameKind.State or NameKind.Demonym } other)
        {
            var next = end + 1 + other.Words;
            if ((Organ(next) is { Words: > 0 } one0 ? one0 : Organs(next)) is { Words: > 0 } organ)
                return OrganPhrase(start, end, state.State, organ.Code, organ.Name);
            if (TitleOfSeveral(next) is var last and > 0 && other.Naming.Entity[6..] is var second && _world.Title(Words(next, last).ToLowerInvariant()[..^1]) is { } office
                && Holder(state.State, null, office, "").Holder is { } one && Holder(second, null, office, "").Holder is { } two)
                return Put(start, last, [one, two], MentionForm.Group, null, .85, "actors/of-both", "the holder of that office in each");
            if (At(next) is "delegations" or "sides" or "delegates") return Put(start, end, [state], MentionForm.Name, "government", .75, "actors/side", "those who act for " + state.Name);
            if (At(next) is { } word && _world.Role(word) is { Many: true } role && role.Kind == "person")
                return Put(start, end, [Unnamed(start, end, state.State, EntityType.Group, _lower[next])], MentionForm.Group, null, .7, "actors/shared-noun", "shares the noun that follows");
        }

        // "American, Qatari and Egyptian mediators": the first of several.
        var shared = end;
        while (At(shared) is "," or "and" or "or" && shared + 1 < _words.Length && Known(At(shared) == "," && At(shared + 1) is "and" or "or" ? shared + 2 : shared + 1) is { Words: > 0, Naming.Kind: NameKind.Adjective } next0) shared = (At(shared) == "," && At(shared + 1) is "and" or "or" ? shared + 2 : shared + 1) + next0.Words;
        if (At(end) == "," && shared > end && At(shared) is { } kin && _world.Role(kin) is { Many: true, Kind: "person" })
            return Put(start, end, [Unnamed(start, end, state.State, EntityType.Group, kin)], MentionForm.Group, null, .7, "actors/shared-noun", "shares the noun that follows");
        // "Canadian Solar", "Russian Standard": a firm, by the reader's word for it.
        if (Upper(end) && _nameAt.TryGetValue(first, out var firm) && firm.Type == NameType.Organisation && firm.EndToken > end && Known(end).Words == 0 && Organ(end).Words == 0 && _world.Role(_lower[end]) is null && _text.Sentences[_sentence[first]].Role != SentenceRole.Headline)
            return Recognised(first, firm.EndToken);
        var people = At(end) is null or "and" or "," or "." or "have" or "are" && _lower[start] == "the";
        return Put(first, end, [state], MentionForm.Name, people ? "people" : null, .6, "actors/adjective", "adjective of " + state.Name);
    }

    private int Body(int start, int first, int end, Entity entity)
    {
        var text = _text.SpanOf(first, end).In(_text.Document.Text).ToString();
        // "US military equipment": of the state.
        if (entity is { Type: EntityType.Organ, State: { } armed } && end - first > 1 && end < _words.Length && Phrasing.Installations.Contains(_lower[end]) && Within(end) && _world.TryName(_words[first], out var whose) && whose.Entity == "state/" + armed)
            return Put(first, first + 1, [StateOf(armed)], MentionForm.Name, null, .6, "actors/adjective", "adjective of " + armed);
        // "Foreign Office Consultations": held between two, and of neither.
        if (entity.Type == EntityType.Organ && Upper(end) && _sentence[end] == _sentence[first] && Phrasing.Occasions.Contains(_lower[end])) return end + 1;
        if (entity.Type == EntityType.Organ && Organ(first) is { Words: > 0 } organ && first + organ.Words == end && SettledState(first) is { } state && state != entity.State
            // "Congress" is not of a state whose parliament is known under another name.
            && (_world.Find("organ/" + state + "." + organ.Code) is not { } own || own.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || char.IsLower(text[0])))
            return OrganPhrase(start, end, state, organ.Code, organ.Name);
        if (_world.MetonymOf(text) is { Fixed: true } metonym)
        {
            var before = first > 0 && _sentence[first] == _sentence[first - 1] ? _lower[_lower[first - 1] == "the" && first > 1 ? first - 2 : first - 1] : "";
            var place = before is "in" or "at" or "outside" or "near" or "inside" or "around" or "into";
            return Put(start, end, [entity], MentionForm.Metonym, place ? "place" : null, .93, place ? "actors/seat" : "actors/metonym", (place ? "the building of " : "stands for ") + entity.Name);
        }

        Put(start, end, [entity], MentionForm.Name, null, .95, "actors/name", "a name of " + entity.Name);
        // "the Tamil Tigers ... the Tigers".
        if (entity.Type == EntityType.ArmedGroup && end - first > 1 && Upper(end - 1) && _lower[end - 1].EndsWith('s')) _short.TryAdd(_words[end - 1], entity);
        else if (entity.Type == EntityType.ArmedGroup && end - first > 2 && Upper(end - 2) && Upper(first)) _short.TryAdd(_words[end - 2] + "s", entity);
        Initials(first, end, entity);
        return Acronym(end, entity);
    }

    private int Acronym(int end, Entity entity)
    {
        if (At(end) != "(" || At(end + 2) != ")" || _words[end + 1].Length < 2 || !char.IsUpper(_words[end + 1][0])) return end;
        // "UNITED NATIONS (AP)", "Truong Sa (Spratly)": another's name.
        if (_world.TryName(_words[end + 1], out var other) && other.Entity != entity.Id && (other.Kind != NameKind.Body || _world.Find(other.Entity) is { Type: EntityType.Outlet }) || !_words[end + 1].Skip(1).Any(char.IsUpper) && (entity.Type == EntityType.Place || entity.Name[0] != _words[end + 1][0])) return end;
        _short[_words[end + 1]] = entity;
        return Put(end + 1, end + 2, [entity], MentionForm.Name, null, .97, "actors/acronym", "its short form in brackets") + 1;
    }
}
