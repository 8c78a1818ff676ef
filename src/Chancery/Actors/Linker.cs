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
        _quoted = QuotedWords.Of(text);
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] = text.Form(i).ToString();
            _lower[i] = _words[i].ToLowerInvariant();
        }

        for (var s = 0; s < text.Sentences.Length; s++)
            for (var i = text.Sentences[s].FirstToken; i < text.Sentences[s].EndToken; i++)
                _sentence[i] = s;
        foreach (var name in text.Names)
            _nameAt.TryAdd(name.FirstToken, name);
    }

    public Cast Read()
    {
        for (var i = 0; i < _words.Length;)
        {
            var end = Reference(i);
            if (end <= i)
                end = People(i);
            if (end <= i)
                end = Phrase(i);
            i = Math.Max(end, i + 1);
        }

        Reunite();
        for (var i = 0; i < _mentions.Count; i++)
            _mentions[i] = Later(_mentions[i]);
        var mentions = new Entourage(_text, _lower, _world).Completed(_mentions);
        mentions.Sort(
            static (a, b) => a.FirstToken != b.FirstToken ? a.FirstToken.CompareTo(b.FirstToken) : b.EndToken.CompareTo(a.EndToken)
        );
        return new([.. mentions], _words.Length);
    }

    private int Phrase(int start)
    {
        var at = start;
        var definite = _lower[at] == "the";
        // "THE HAGUE": the article belongs to the name.
        if (
            Phrasing.Articles.Contains(_lower[at])
            && Known(at).Words == 0
            && !(_lower[at] == "that" && _text.Tokens[at].Tag is UniversalTag.SCONJ or UniversalTag.PRON)
        )
            at++;
        while (At(at) is { } skipped && (Phrasing.Earlier.Contains(skipped) || Phrasing.Later.Contains(skipped)) && Known(at).Words == 0)
            at++;
        if (at >= _words.Length || _sentence[at] != _sentence[start])
            return start;

        var (length, naming) = Known(at);
        if (length > 0 && naming.Kind is NameKind.State or NameKind.Adjective or NameKind.Body or NameKind.Demonym or NameKind.Capital)
        {
            var entity = _world.Find(naming.Entity)!;
            var next = at + length;
            if (naming.Kind == NameKind.Body && Possessive(next) && PartOf(start, next + 1, entity) is var part and > 0)
                return part;
            if (Possessive(next))
                next++;
            while (At(next) is { } word && (Phrasing.Earlier.Contains(word) || Phrasing.Later.Contains(word) || word is "own"))
                next++;
            // "Iceland's leftwing government": an adjective before the organ.
            if (
                Possessive(at + length)
                && next + 1 < _words.Length
                && !Upper(next)
                && Known(next).Words == 0
                && Organ(next).Words == 0
                && Organ(next + 1) is { Words: > 0, Code: "government" or "parliament" or "army" }
            )
                next++;
            if (Compound(start, next, entity, naming.Kind) is var end and > 0)
                return end;
            // "Vietnam Airlines", "Kenyan Red Cross Society".
            if (
                naming.Kind is NameKind.State or NameKind.Adjective
                && next == at + length
                && Upper(next)
                && _text.Sentences[_sentence[at]].Role != SentenceRole.Headline
                && WrittenBody(at) is var written
                && written > next
            )
            {
                if (_mentions[^1].Entities is [{ State: null } body])
                    _short[body.Name] = body with { State = entity.State, Span = null };
                return written;
            }
            // "the Taliban-run defence ministry in Kabul": of the state that the words after it tell, else of the one where they run it.
            if (Hyphen(next) && At(next + 1) is "run" or "controlled" or "appointed" && Organ(next + 2) is { Words: > 0 } run)
                return OrganPhrase(
                    start,
                    next + 2 + run.Words,
                    StateAfter(next + 2 + run.Words)?.State ?? entity.State ?? SettledState(at),
                    run.Code,
                    run.Name
                );
        }

        if (OrgansOf(start, at) is var organs and > 0)
            return organs;
        // "the capital of Myanmar".
        if (
            definite
            && _lower[at] == "capital"
            && At(at + 1) == "of"
            && Known(At(at + 2) == "the" ? at + 3 : at + 2) is { Words: > 0, Naming.Kind: NameKind.State } realm
            && _world.CapitalOf(realm.Naming.Entity[6..]) is { } chief
        )
            return Put(
                start,
                (At(at + 2) == "the" ? at + 3 : at + 2) + realm.Words,
                [Made(chief)],
                MentionForm.Title,
                "place",
                .9,
                "actors/the-capital",
                "the capital of " + realm.Naming.Entity
            );
        // "refused to leave the presidential palace": the house.
        if (
            definite
            && _lower[at] == "presidential"
            && At(at + 1) == "palace"
            && (
                At(start - 1) is "in" or "at" or "to" or "from" or "into" or "near" or "outside" or "inside" or "around"
                || _text.Tokens[at + 1] is { Relation: Relation.Obj, Head: >= 0 and var enters }
                    && _text.Tokens[enters].Lemma
                        is "leave"
                            or "enter"
                            or "storm"
                            or "seize"
                            or "occupy"
                            or "shell"
                            or "attack"
                            or "surround"
                            or "vacate"
                            or "reach"
                            or "take"
            )
        )
            return at + 2;
        // "the military academy": no organ, but what is called after one.
        if (
            Organ(at) is { Words: > 0 } organ
            && !Within(at + organ.Words)
            && !(Upper(at + organ.Words) && Phrasing.Occasions.Contains(_lower[at + organ.Words]))
            && (definite || Bare(at, organ.Words))
        )
        {
            // "the presidency of the European Union" is no palace.
            if (
                At(at + organ.Words) == "of"
                && Known(At(at + organ.Words + 1) == "the" ? at + organ.Words + 2 : at + organ.Words + 1)
                    is { Words: > 0, Naming.Kind: NameKind.Body } of
                && _world.Find(of.Naming.Entity) is { Type: EntityType.Igo }
            )
                return start;
            var whose = Whose(at, at + organ.Words, organ.Code);
            // "Congress" is not of a state whose parliament is known under another name.
            if (
                length == organ.Words
                && naming.Kind == NameKind.Body
                && Upper(at)
                && _world.Find("organ/" + whose + "." + organ.Code) is { } own
                && !own.Name.Contains(_words[at], StringComparison.Ordinal)
            )
                return Put(
                    at,
                    at + length,
                    [Made(_world.Find(naming.Entity)!)],
                    MentionForm.Name,
                    null,
                    .8,
                    "actors/name",
                    "a name of " + naming.Entity
                );
            return OrganPhrase(start, at + organ.Words, whose, organ.Code, organ.Name);
        }

        if (length > 0 && naming.Kind == NameKind.Person)
            return PersonName(start, at, at + length, _world.Find(naming.Entity)!);
        if (length == 0)
            return Unlisted(at) is var unlisted && unlisted > at ? unlisted : start;
        // "the Oman-mediated talks": the article belongs to the talks.
        var compound =
            naming.Kind is NameKind.Capital || naming.Kind is NameKind.State or NameKind.Body && Hyphen(at + length) && Joined(at + length);
        return Name(at == start + 1 && definite && !compound ? start : at, at, at + length, naming);
    }

    // "the AU's Peace and Security Council": a body of another that the pack has under both names.
    private int PartOf(int start, int next, KnownEntity body)
    {
        for (var end = Math.Min(next + 5, _text.Sentences[_sentence[start]].EndToken); end > next; end--)
            if (Upper(next) && _world.TryName(body.Name + " " + Words(next, end), out var naming) && naming.Kind == NameKind.Body)
                return Put(
                    start,
                    end,
                    [Made(_world.Find(naming.Entity)!)],
                    MentionForm.Name,
                    null,
                    .9,
                    "actors/name",
                    "a body of " + body.Name
                );
        return 0;
    }

    private bool Within(int end) =>
        end < _words.Length
        && _text.Tokens[end].Tag == UniversalTag.NOUN
        && _text.Tokens[end - 1].Head == end
        && _text.Tokens[end - 1].Relation is Relation.Compound or Relation.Amod
        && !Phrasing.Texts.Contains(_lower[end])
        && _world.Role(_lower[end]) is null
        && !char.IsUpper(_words[end - 1][0]);

    // Of which state an organ is that stands without one. Only where soldiers rule is there a junta.
    private string? Whose(int at, int end, string code)
    {
        // "Mr McCully says the Government's action": his own, where it is written so.
        if (
            code == "government"
            && end - at == 1
            && Upper(at)
            && at > 0
            && _lower[at - 1] == "the"
            && _sentence[at - 1] == _sentence[at]
            && StateAfter(end) is null
            && Speakers(at)
                .Where(e => IsPerson(e) || e.Type == EntityType.Organ)
                .Select(static e => e.State)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Take(2)
                .ToArray()
                is [var speaking]
        )
            return speaking;
        var rulers = code == "government" && World.IsJunta(Words(at, end));
        var passing =
            Phrasing.Passing.Contains(_lower[at]) ? at
            : at > 0 && Phrasing.Passing.Contains(_lower[at - 1]) ? at - 1
            : -1;
        if (
            code == "government"
            && passing >= 0
            && !rulers
            && _lower[end - 1] is "government" or "regime" or "administration" or "authorities"
            && StateAfter(end) is null
        )
            return PassingOf(passing, end);
        // India's alone is called so.
        if (
            code == "mfa"
            && Words(at, end).Contains("external affairs", StringComparison.OrdinalIgnoreCase)
            && StateAfter(end) is null
            && SpeaksOf("IND")
        )
            return "IND";
        // "the embassy in Beijing" is another's there.
        if (code is "embassy" or "consulate" or "mission" && StateAfter(end) is { State: { } there } && At(end) == "in")
            return SettledState(at) is { } sends && sends != there ? sends : null;
        return StateAfter(end)?.State
            ?? (rulers || _lower[end - 1] is "regime" or "authorities" ? LastJunta(at, rulers ? int.MaxValue : 1) : null)
            ?? (code == "police" ? PlaceAhead(end) : null)
            ?? SameWord(at, _lower[end - 1], rulers || _lower[end - 1] is "regime" ? int.MaxValue : 2)
            ?? OfQuoted(at, end - 1)
            ?? (_lower[end - 1] == "regime" && !rulers ? PassingOf(at, end) : null)
            ?? (code == "mfa" ? Topic(at) : null)
            ?? (rulers || _lower[end - 1] is "regime" ? null : SettledState(at, code == "government", parties: code != "mfa") ?? Ahead(at));
    }

    // "parliament", "Congress" and the like stand without an article.
    private bool Bare(int at, int words) =>
        char.IsUpper(_words[at][0]) && words > 1
        // "thanked the people and defence ministry of Laos".
        || words > 1 && At(at + words) == "of" && StateAfter(at + words) is { Words: > 0 }
        || _lower[at] is "parliament" or "congress" or "cabinet" && (at == 0 || _text.Tokens[at].Relation is not Relation.Compound)
        // "Authorities said", "police arrested": nobody's but the state's, unless a word says whose.
        || words == 1
            && _lower[at] is "authorities" or "police"
            && _text.Tokens[at].Relation
                is Relation.Nsubj
                    or Relation.NsubjPass
                    or Relation.Obl
                    or Relation.Obj
                    or Relation.Nmod
                    or Relation.Conj
            && _text.Dependent(at, Relation.Amod) < 0
            && _text.Dependent(at, Relation.Compound) < 0
            && !(at > 0 && (Known(at - 1).Words > 0 || Possessive(at - 1) || Hyphen(at - 1)));
}
