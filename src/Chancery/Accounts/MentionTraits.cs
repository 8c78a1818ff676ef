using System.Collections.Immutable;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>What a mention says of itself, worked out once for all the pairs in which it stands.</summary>
internal sealed class MentionTraits(EventMention mention)
{
    /// <summary>The mention.</summary>
    public EventMention Mention => mention;

    /// <summary>The days of its words; what is only inferred from the day of its text is news of that text, and no day.</summary>
    public (DateOnly First, DateOnly Last, bool Soft)? Days { get; } =
        mention.Days is { Soft: true } && mention.IsNews ? null : mention.Days;

    public bool IsNews { get; } = mention.IsNews;

    public bool IsAhead { get; } = mention.IsAhead;

    public bool IsUnreal { get; } = mention.IsUnreal;

    public bool IsPast { get; } = mention.IsPast;

    public bool IsJourney { get; } = OccurrenceBond.IsJourney(mention);

    public string? City { get; } = mention.City;

    public bool IsInKnownCity { get; } = mention.IsInKnownCity;

    public DateOnly? Told { get; } = mention.Telling.Head.Date.End;

    /// <summary>Whether it tells of several things of one kind: "the strikes", "a series of attacks".</summary>
    public bool IsPlural { get; } =
        mention.Telling.Text.Tokens[mention.Token].Penn is PennTag.NNS or PennTag.NNPS
        && mention.Lemma is not "talk" and not "negotiation" and not "hostility"
        && !Families.Of(mention.Lemma).Contains("sanction");

    /// <summary>Whether it only says when something else was.</summary>
    public bool IsTimeOnly { get; } =
        !mention.Telling.Text.Tokens[mention.Token].IsVerb && MentionParties.IsTime(mention.Telling.Text, mention.Token);

    /// <summary>Whether its word is one for what goes on for long.</summary>
    public bool IsProcess { get; } = MentionPhrase.IsProcess(mention.Lemma);

    /// <summary>Whether the one party that it names deals with several others in its text.</summary>
    public bool IsOfBusyParty { get; set; }

    /// <summary>The names beside it that are no parties.</summary>
    public ImmutableArray<string> Names { get; } = MentionNames.Of(mention.Telling, mention.Token);

    /// <summary>What it is done to, in dictionary form; null where a pronoun, a name or nothing stands for it.</summary>
    public string? Object { get; } = DeedPhrase.Object(mention.Telling.Text, mention.Token);

    /// <summary>The names in the phrase of what it is done to.</summary>
    public ImmutableArray<string> ObjectNames { get; } = MentionNames.OfObject(mention.Telling, mention.Token);

    /// <summary>Whether it is a deed that is done to one thing, which has one name: a ship is seized, an aircraft shot down.</summary>
    public bool IsOfOneThing { get; } = mention.Kinds.Any(DeedPhrase.IsOfOneThing);

    public int Sentence { get; } = mention.Telling.Text.SentenceOf(mention.Token);

    /// <summary>Whether it says nothing that could speak against anything: it has no say in what its occurrence may be.</summary>
    public bool IsMute { get; } =
        mention is { Days: null or { Soft: true }, City: null, Ordinal: null, IsFramed: false }
        && (mention.Parties.Count < 2 || mention.Given is not null || mention.IsGroup);
}
