using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>
/// What one document holds around its mentions: in which sentence each stands, how often each entity is named, and who else may be meant by a phrase
/// that refers back.
/// </summary>
internal sealed class MentionSurroundings
{
    // As far back as somebody is looked for whom a phrase refers to; time must not grow with the square of the length.
    private const int Memory = 60;

    // Sentences within which others of the same sort could be meant as well.
    private const int Window = 2;

    private readonly World _world;
    private readonly Cast _cast;
    private readonly int[] _sentence;
    private readonly bool[] _quoted;
    private readonly bool[] _inner;
    private readonly Dictionary<string, (int All, int ByName, bool InFull)> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _near = new(StringComparer.Ordinal);
    private int _ofStates;

    /// <summary>Counts what the mentions of a document name.</summary>
    public MentionSurroundings(ParsedText text, Cast cast, DateValue date, World world)
    {
        (Text, _cast, Date, _world) = (text, cast, date, world);
        var mentions = cast.Mentions;
        _quoted = QuotedWords.Of(text);
        _sentence = new int[mentions.Length];
        _inner = new bool[mentions.Length];
        for (var i = 0; i < mentions.Length; i++)
        {
            var mention = mentions[i];
            _sentence[i] = text.SentenceOf(mention.FirstToken);
            for (var j = i - 1; j >= 0 && j >= i - 4; j--)
                _inner[i] |= mentions[j].EndToken >= mention.EndToken;
            foreach (var entity in mention.Entities)
            {
                var (all, byName, inFull) = _named.GetValueOrDefault(entity.Id);
                var named = mention.Form == MentionForm.Name;
                _named[entity.Id] = (all + 1, byName + (named ? 1 : 0), inFull || named && mention.EndToken - mention.FirstToken > 1);
                if (entity.State is { } state)
                {
                    _states[state] = _states.GetValueOrDefault(state) + 1;
                    _ofStates++;
                }

                if (entity.Type != EntityType.Person)
                    continue;
                var of = entity.State ?? "";
                if (!_people.TryGetValue(of, out var people))
                    _people[of] = people = new(StringComparer.Ordinal);
                people.Add(entity.Id);
            }

            if (Home is null && _sentence[i] < 3 && mention is { Reading: "place", Entities: [{ State: { } seat }] } && IsLoud(mention))
                Home = seat;
        }
    }

    public ParsedText Text { get; }

    public ImmutableArray<ResolvedMention> Mentions => _cast.Mentions;

    /// <summary>The day of the document as far as it is known.</summary>
    public DateValue Date { get; }

    /// <summary>The state of the place that the report comes from, where one stands at its head; null else.</summary>
    public string? Home { get; }

    /// <summary>The sentence in which a mention stands.</summary>
    public int SentenceOf(int mention) => _sentence[mention];

    /// <summary>Whether a mention stands in a quotation.</summary>
    public bool IsQuoted(int mention) => _quoted[Mentions[mention].FirstToken];

    /// <summary>Whether a mention stands within another.</summary>
    public bool IsInner(int mention) => _inner[mention];

    /// <summary>How often an entity is meant in the document, how often by name, and whether once by more than a word.</summary>
    public (int All, int ByName, bool InFull) Named(string entity) => _named.GetValueOrDefault(entity);

    /// <summary>The share of a state among all that is said of states; 0 where it is null.</summary>
    public double ShareOf(string? state)
    {
        if (state is null)
            return 0;
        return (double)_states.GetValueOrDefault(state) / _ofStates;
    }

    /// <summary>How many people of a state are told of.</summary>
    public int PeopleOf(string? state) => state is not null && _people.TryGetValue(state, out var people) ? people.Count : 0;

    /// <summary>How many states are spoken of in the sentence of a mention up to it and in the one before.</summary>
    public int StatesNear(int mention)
    {
        _near.Clear();
        for (var i = mention - 1; i >= 0 && _sentence[mention] - _sentence[i] <= 1; i--)
            foreach (var entity in Mentions[i].Entities)
                if (entity.State is { } state)
                    _near.Add(state);
        return _near.Count;
    }

    /// <summary>
    /// Whether a word means people by what they do and belongs to no mention. A role without a determiner ("his third term as president") is nobody.
    /// </summary>
    public bool IsUntoldPerson(int token) =>
        token >= 0
        && _cast.Covering(token) is null
        && (
            Text.Tokens[token].Penn == PennTag.NNS
            || Text.Tokens[token].Penn == PennTag.NN
                && (Text.Dependent(token, Relation.Det) >= 0 || Text.Dependent(token, Relation.NmodPoss) >= 0)
        )
        && _world.Role(Text.Tokens[token].Lemma) is not null;

    /// <summary>Whether another person of the document bears a name as well.</summary>
    public bool HasNamesake(ResolvedMention mention)
    {
        var last = Text.Form(mention.EndToken - 1);
        foreach (var (_, people) in _people)
            foreach (var id in people)
                if (id != mention.Entities[0].Id && HasPart(id.AsSpan(id.IndexOf('/', StringComparison.Ordinal) + 1), last))
                    return true;
        return false;
    }

    /// <summary>Whether words within a phrase name a body of the pack.</summary>
    public bool NamesBody(ResolvedMention mention)
    {
        for (var first = mention.FirstToken; first < mention.EndToken; first++)
            for (var end = Math.Min(first + 3, mention.EndToken); end > first; end--)
                if (
                    char.IsUpper(Text.Form(first)[0])
                    && end - first < mention.EndToken - mention.FirstToken
                    && _world.TryName(Text.SpanOf(first, end).In(Text.Document.Text), out var naming)
                    && naming.Kind == NameKind.Body
                )
                    return true;
        return false;
    }

    /// <summary>
    /// The nearest mention before a phrase that means the same, and who else is named between the two.
    /// </summary>
    public Retrospect Look(int mention)
    {
        var own = Mentions[mention].Entities;
        var seen = default(Retrospect) with { Antecedent = -1 };
        _near.Clear();
        for (var i = mention - 1; i >= 0 && i >= mention - Memory; i--)
        {
            var other = Mentions[i];
            if (other.EndToken > Mentions[mention].FirstToken)
                continue;
            if (other.Entities.IsEmpty)
            {
                seen = seen with { Open = seen.Open || _sentence[mention] - _sentence[i] <= Window };
                continue;
            }

            if (Shares(other.Entities, own))
                return seen with { Antecedent = i };
            // Who is named more than once between the two counts once.
            if (!_near.Add(other.Entities[0].Id) || other.Reading == "place" && own[0].Type != EntityType.Place)
                continue;
            if (own.Length > 1 && other.Entities.Length > 1)
                seen = seen with { Several = true };
            if (IsPerson(other.Entities[0]) != IsPerson(own[0]))
                continue;
            seen = seen with
            {
                Nearer = seen.Nearer + 1,
                Near = seen.Near + (_sentence[mention] - _sentence[i] <= Window ? 1 : 0),
                Subject = seen.Subject || IsSubject(other),
                Compatriot = seen.Compatriot || own[0].State is { } state && other.Entities[0].State == state,
            };
        }

        return seen;
    }

    /// <summary>Whether a mention is the subject of a verb.</summary>
    public bool IsSubject(ResolvedMention mention) => Text.Tokens[mention.Head].Relation is Relation.Nsubj or Relation.NsubjPass;

    private bool IsLoud(ResolvedMention mention)
    {
        foreach (var letter in Text.Form(mention.FirstToken))
            if (char.IsLower(letter))
                return false;
        return mention.EndToken - mention.FirstToken < 4;
    }

    // Whether the parts of an id hold a name.
    private static bool HasPart(ReadOnlySpan<char> id, ReadOnlySpan<char> name)
    {
        foreach (var part in id.Split('-'))
            if (id[part].Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool Shares(ImmutableArray<Entity> entities, ImmutableArray<Entity> own)
    {
        foreach (var entity in entities)
            foreach (var other in own)
                if (entity.Id == other.Id)
                    return true;
        return false;
    }

    private static bool IsPerson(Entity entity) => entity.Type == EntityType.Person;
}
