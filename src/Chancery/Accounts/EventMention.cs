using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>A coded event as the search for occurrences sees it: what sort of thing, who, when, where, how surely.</summary>
/// <param name="Telling">The document.</param>
/// <param name="Event">The event, coded or made for a word that was not.</param>
/// <param name="Token">The word.</param>
/// <param name="People">Who is meant by which surname.</param>
/// <param name="IsCoded">Whether the record holds it as an event; one that is not names nobody, and counts only beside one that is.</param>
/// <param name="Given">The states that a group without names stands for ("the two leaders"); null where it names somebody.</param>
internal sealed record EventMention(
    Telling Telling,
    Event Event,
    int Token,
    PersonIndex People,
    bool IsCoded,
    ImmutableSortedSet<string>? Given = null
)
{
    private const int FreshDays = 3;

    private static readonly FrozenDictionary<string, string> Forms = EmbeddedTable
        .Rows("codebook/accounts/contacts.csv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>Whether a word, in its dictionary form, tells of a contact.</summary>
    public static bool IsContactWord(string lemma) =>
        Forms.ContainsKey(lemma) || (lemma.Length > 0 && char.IsUpper(lemma[0]) && Forms.ContainsKey(lemma.ToLowerInvariant()));

    private Lazy<(DateOnly First, DateOnly Last, bool Soft)?>? _days;
    private readonly int? _ordinal = MentionPhrase.Ordinal(Telling.Text, Token);

    /// <summary>A key that orders mentions alike whatever the order of the documents.</summary>
    public string Key { get; } = $"{Telling.Id}:{Event.Spans[0].Start:D9}:{Event.Id}";

    public string Lemma { get; } = Telling.Text.Tokens[Token].Lemma.ToLowerInvariant();

    /// <summary>The families of deeds that it tells of: those of its word, and that of what the codebook or its clause makes of it.</summary>
    public ImmutableArray<string> Kinds { get; } =
    [
        .. Families
            .Of(Telling.Text.Tokens[Token].Lemma)
            .Concat(IsCoded && Families.Of(Event.Type, Event.Mode, Telling.Text.Tokens[Token].Lemma) is { } kind ? [kind] : [])
            .Concat(DeedPhrase.IsSentAway(Telling.Text, Token) ? Families.Of("expel") : [])
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether two sides meet or speak, or are to: PLOVER codes a meeting to come as an agreement.</summary>
    public bool IsContact =>
        Event.Type == EventType.CONSULT
        || (IsContactWord(Lemma) && (Event.Type == EventType.AGREE || (Event.Type == EventType.SUPPORT && IsOfGuest)));

    /// <summary><c>distance</c>, <c>person</c>, or null where the words leave it open.</summary>
    public string? Form { get; } =
        IsOfCall(Telling.Text, Token)
            ? "distance"
            : Event.Mode switch
            {
                "phone" => "distance",
                "visit" => "person",
                _ => Forms.GetValueOrDefault(Telling.Text.Tokens[Token].Lemma) is "person" ? "person" : null,
            };

    /// <summary>The states of all who take part; of one of unknown state, the person.</summary>
    public ImmutableSortedSet<string> Parties { get; } =
        Given ?? MentionParties.Of(Telling, [.. Event.Actors, .. Event.Recipients], Token, People);

    /// <summary>The states of those who do it, and of those to whom it is done.</summary>
    public (ImmutableSortedSet<string> Doers, ImmutableSortedSet<string> Targets) Roles { get; } =
        (MentionParties.Of(Telling, Event.Actors, Token, People), MentionParties.Of(Telling, Event.Recipients, Token, People));

    /// <summary>The persons who take part and whom the document names, with the state of each.</summary>
    public ImmutableArray<Entity> Persons { get; } = MentionParties.Persons(Telling, [.. Event.Actors, .. Event.Recipients], Token, People);

    /// <summary>How many its object is of ("expelled 70 diplomats", "the expulsion of six diplomats"); null where it does not say.</summary>
    public int? Count { get; } = MentionPhrase.Count(Telling.Text, Token);

    /// <summary>The number that tells it from others of its run ("the third round"); null where none does.</summary>
    public int? Ordinal => _ordinal ?? Beside?._ordinal;

    /// <summary>The other word of its act, where two words tell of one ("decided to meet for a third round").</summary>
    public EventMention? Beside { get; init; }

    /// <summary>Whether its document tells, of the same days, of a contact of these and more: a meeting of two beside one of three.</summary>
    public bool IsSide { get; init; }

    /// <summary>Whether it is a contact of others than those of whom its document brings news, taken as known: "criticised his meeting with Putin".</summary>
    public bool IsAside { get; init; }

    /// <summary>Whether those who take part are told only as a group: "the two", "they", "both leaders".</summary>
    public bool IsGroup { get; } = MentionParties.IsGroup(Telling.Text, Token);

    /// <summary>Whether its own words set it beside another of its kind ("another meeting", "the next round").</summary>
    public bool IsAnother { get; } = MentionPhrase.IsAnother(Telling.Text, Token);

    /// <summary>Whether the place is one that the knowledge pack has: of another it cannot be said where it lies.</summary>
    public bool IsInKnownCity => City is not null && Place?.Id.StartsWith("unknown/", StringComparison.Ordinal) != true;

    /// <summary>The city, where one is named.</summary>
    public string? City =>
        Place switch
        {
            { Type: EntityType.Place } place => place.Id[(place.Id.LastIndexOf('/') + 1)..],
            { Type: EntityType.State, Span: { } span } state
                when char.IsUpper(Telling.Words[span.Start])
                    && !span.In(Telling.Words).Contains(state.Name, StringComparison.OrdinalIgnoreCase) => Folding
                .Of(span.In(Telling.Words).ToString())
                .ToLowerInvariant()
                .Replace(' ', '-'),
            null => MentionPhrase.City(Telling, Token) is { } city ? city.Id[(city.Id.LastIndexOf('/') + 1)..] : null,
            _ => null,
        };

    /// <summary>The state in which the city lies, where it is known.</summary>
    public string? CityState => (Place ?? MentionPhrase.City(Telling, Token))?.State;

    /// <summary>Where it was; of "spoke for the first time since the summit in Vilnius" the place is the summit's.</summary>
    public Entity? Place => Event.Place is { Span: { } span } && (MentionPhrase.IsWithinTime(Telling.Text, Token, span) || MentionPhrase.IsWithinMatter(Telling.Text, Token, span)) ? null : Event.Place;

    /// <summary>Whether it is told as not so, or only as possible.</summary>
    public bool IsUnreal =>
        (Event.Status is EntryStatus.Negated or EntryStatus.Denied && !MentionPhrase.IsPresupposed(Telling.Text, Token))
        || (
            Event.Status == EntryStatus.Hypothetical
            && !(IsContact && MentionPhrase.IsPossible(Telling.Text, Token))
            && !(IsDefinite && MentionPhrase.IsSetting(Telling.Text, Token))
        );

    /// <summary>Whether it is yet to come by its words.</summary>
    public bool IsAhead =>
        !MentionPhrase.IsFeat(Telling.Text, Token)
        && !MentionPhrase.IsOver(Telling.Text, Token)
        && !MentionPhrase.IsMereReference(Telling, Token)
        && !MentionPhrase.IsOccasion(Telling.Text, Token)
        && !MentionPhrase.IsPast(Telling.Text, Token)
        && !MentionPhrase.IsAskedFor(Telling.Text, Token)
        && (IsContact || !MentionPhrase.IsPresupposed(Telling.Text, Token))
        && (
            MentionPhrase.IsSetAhead(Telling.Text, Token)
            || Event.Status is EntryStatus.Planned or EntryStatus.Demanded or EntryStatus.Hypothetical
            || (Event.Status is EntryStatus.Hedged && IsContact && !IsDefinite && !Telling.Text.Tokens[Token].IsVerb)
            || (Event.Type == EventType.AGREE && IsContactWord(Lemma))
        );

    /// <summary>Whether it is told as being before another of its kind ("they last met in Bangkok").</summary>
    public bool IsEarlier { get; } = MentionPhrase.IsEarlier(Telling.Text, Token);

    /// <summary>Whether it is a noun with "the", "this" or a possessive pronoun.</summary>
    public bool IsDefinite { get; } = MentionPhrase.IsDefiniteNoun(Telling.Text, Token);

    /// <summary>Whether all who take part take part alike, as in an agreement, or in a collision of which each blames the other.</summary>
    public bool IsMutual { get; } =
        Families.Of(Telling.Text.Tokens[Token].Lemma) is var kinds
        && (kinds.Contains("agreement") || kinds.Contains("collision") || kinds.Contains("clash") || kinds.Contains("restoration"));

    /// <summary>What it is about, in dictionary forms: the nouns and verbs of its complement, names and its own kind left out.</summary>
    public ImmutableArray<string> Matter { get; } = MentionPhrase.Matter(Telling.Text, Token);

    /// <summary>Whether it is the news of its document: told without a day, or with one of the days of the document.</summary>
    public bool IsNews
    {
        get
        {
            if (IsEarlier || IsAhead || IsAside || Telling.Head.Date.End is not { } today)
                return false;
            return Days is { } days ? days.Last.DayNumber >= today.DayNumber - FreshDays && days.First <= today : !HasPast;
        }
    }

    /// <summary>The days that its own words give, and whether they are only inferred; null where no words give any.</summary>
    public (DateOnly First, DateOnly Last, bool Soft)? Days
    {
        get
        {
            // "arrived on Wednesday for a three-day visit".
            // What the coder only inferred gives way to what the passage tells.
            if ((Stated ?? Beside?.Stated) is null or { Soft: true } && Frame is { } frame)
                return frame;
            if (
                (Stated ?? Beside?.Stated) is not { } days
                || Beside is null
                || days.First != days.Last
                || MentionPhrase.LengthInDays(Telling.Text, Beside.Token) is not (> 1 and var stay)
            )
                return Stated ?? Beside?.Stated;
            return (
                Lemma is "arrive" or "begin" or "start" ? days.First : days.First.AddDays(1 - stay),
                days.Last.AddDays(stay - 1),
                days.Soft
            );
        }
    }

    /// <summary>Whether its passage tells of a day before the news, and so does it.</summary>
    public bool IsFramed => (Stated ?? Beside?.Stated) is null or { Soft: true } && Frame is not null;

    // A bare noun ("the visit") may take up the news again.
    private (DateOnly First, DateOnly Last, bool Soft)? Frame =>
        !IsAhead && !MentionPhrase.IsBare(Telling, Token) && TimeFrame.Of(Telling, Token) is { } frame
            ? (frame.First, frame.Last, false)
            : null;

    private (DateOnly First, DateOnly Last, bool Soft)? Stated =>
        (_days ??= new Lazy<(DateOnly, DateOnly, bool)?>(() => MentionDays.Of(this))).Value;

    /// <summary>Whether it is said of what the sentence before told ("It was their third meeting").</summary>
    public bool IsPredicateOfIt =>
        Telling.Text.Dependent(Token, Relation.Cop) >= 0
        && Telling.Text.Dependent(Token, Relation.Nsubj) is var subject and >= 0
        && Telling.Text.Tokens[subject].Lemma is "it" or "this" or "that";

    /// <summary>Whether it is told as lying behind the news of its document, without a day: "had agreed", "after the leaders' deal".</summary>
    public bool IsPast =>
        Days is null
        && Parties.Count > (IsContact ? 1 : 0)
        && !IsAhead
        && !IsUnreal
        && !IsAnother
        && (IsEarlier || HasPast || (!IsContact && IsDefinite));

    /// <summary>Whether its verb stands in the pluperfect.</summary>
    public bool HasPast
    {
        get
        {
            foreach (var dependent in Telling.Text.Dependents(Token))
                if (Telling.Text.Tokens[dependent] is { Relation: Relation.Aux, Lemma: "have" } word && word.Penn == PennTag.VBD)
                    return true;
            return false;
        }
    }

    // "welcomed President Rahmon, who arrived": a person is welcomed as a guest, a visit or a pledge is approved of.
    private bool IsOfGuest =>
        Telling.Text.Tokens[Token].IsVerb
        && (
            Event.Recipients is [{ Type: EntityType.Person }, ..]
            || (Telling.Text.Dependent(Token, Relation.Obj) is var whom and >= 0 && Telling.Text.Tokens[whom].Lemma is "other" or "another")
        );

    // "received a telephone call", "took a call": the thing received tells the form.
    private static bool IsOfCall(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent].Relation is Relation.Obj && Forms.GetValueOrDefault(text.Tokens[dependent].Lemma) == "distance")
                return true;
        // "received on the evening of 31 March a telephone call": wherever the tree hangs it.
        if (text.Tokens[token] is { IsVerb: true, Lemma: "receive" })
            for (var i = token + 1; i < text.Sentences[text.SentenceOf(token)].EndToken && !text.Tokens[i].IsVerb; i++)
                if (text.Tokens[i].Tag == UniversalTag.NOUN && Forms.GetValueOrDefault(text.Tokens[i].Lemma) == "distance")
                    return true;
        return false;
    }
}
