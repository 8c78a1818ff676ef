using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// What an account raises, over its whole text. That a party to the contact is named, or that a title or an organ's name holds the name of a
/// state, raises nothing: "the Ukrainian President" in a Ukrainian readout is no talk of Ukraine.
/// </summary>
internal sealed class TopicEvidence
{
    private readonly ImmutableDictionary<string, ImmutableArray<TopicMatch>> _byTopic;
    private readonly ImmutableDictionary<string, SilenceState> _spoken;

    private TopicEvidence(ImmutableArray<TopicMatch> matches, ImmutableDictionary<string, SilenceState> spoken)
    {
        Matches = matches;
        _spoken = spoken;
        _byTopic = matches
            .GroupBy(match => match.Topic.Name, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Everything raised, in the order of the text.</summary>
    public ImmutableArray<TopicMatch> Matches { get; }

    /// <summary>The topics that are raised by their own terms.</summary>
    public IEnumerable<Topic> Raised => Matches.Select(match => match.Topic).Distinct();

    /// <summary>Reads what an account raises.</summary>
    /// <param name="telling">The account.</param>
    /// <param name="parties">The ISO codes of the states that the contact joins.</param>
    public static TopicEvidence Of(Telling telling, ImmutableHashSet<string> parties)
    {
        var text = telling.Text;
        var matches = ImmutableArray.CreateBuilder<TopicMatch>();
        var spoken = new Dictionary<string, SilenceState>(StringComparer.Ordinal);
        var body = Passages.Of(text);
        for (var i = 0; i < body.Length; i++)
        {
            var found = Topics.Standard.Find(telling.Words, body[i]);
            found = [.. found, .. PlaceTopics.In(text, telling.Cast, body[i], found)];
            var answer = IsQuestion(telling.Words, body[i]) && i + 1 < body.Length ? Answer(telling.Words, body, i) : null;
            var own = answer ?? Own(telling.Words, body[i]);
            foreach (var match in found)
            {
                if (Names(telling, match, parties))
                    continue;
                matches.Add(match);
                if (own is { } state)
                    spoken.TryAdd(match.Topic.Name, state);
                else
                    spoken[match.Topic.Name] = SilenceState.Mentions;
            }
        }

        return new TopicEvidence(matches.ToImmutable(), spoken.ToImmutableDictionary(StringComparer.Ordinal));
    }

    /// <summary>The words that raise a topic or one that belongs to it, in the order of the text.</summary>
    public ImmutableArray<TopicMatch> For(Topic topic) => [.. Matches.Where(match => Topics.Standard.IsWithin(match.Topic, topic))];

    /// <summary>The words that raise a topic by its own terms.</summary>
    public ImmutableArray<TopicMatch> Literally(Topic topic) => _byTopic.GetValueOrDefault(topic.Name, []);

    /// <summary>What the account does with a topic that it raises: says that it was not discussed, will not speak of it, or mentions it.</summary>
    public SilenceState StateOf(Topic topic) => _spoken.GetValueOrDefault(topic.Name, SilenceState.Mentions);

    private static SilenceState? Own(string text, Span passage) =>
        SilenceCues.In(text, passage) is { State: SilenceState.SaysNotDiscussed or SilenceState.DeclinesComment or SilenceState.Denies } cue
        && Citations.In(text, passage).IsEmpty
            ? cue.State
            : null;

    private static bool IsQuestion(string text, Span passage) => passage.In(text).TrimEnd().EndsWith("?", StringComparison.Ordinal);

    // The answer to a question is the next sentence that is none; its cue speaks of what was asked.
    private static SilenceState? Answer(string text, ImmutableArray<Span> body, int question)
    {
        for (var i = question + 1; i < Math.Min(body.Length, question + 3); i++)
            if (
                !IsQuestion(text, body[i])
                && SilenceCues.In(text, body[i])
                    is { State: SilenceState.SaysNotDiscussed or SilenceState.DeclinesComment or SilenceState.Denies } cue
            )
                return cue.State;
        return null;
    }

    private static bool Names(Telling telling, TopicMatch raised, ImmutableHashSet<string> parties)
    {
        var match = raised.Span;
        var token = telling.Text.TokenAt(match.Start);
        if (token < 0)
            return false;
        if (IsTitle(telling.Text, match))
            return true;
        if (telling.Cast.Covering(token) is not { } mention)
            return false;
        var whole = telling.Text.SpanOf(mention.FirstToken, mention.EndToken);
        if (!whole.Contains(match))
            return false;
        var entities = mention
            .Entities.SelectMany(entity => entity.Members.IsDefaultOrEmpty ? [entity] : (IEnumerable<Entity>)entity.Members)
            .ToList();
        if (entities.Count == 0)
            return false;
        // A title or an organ that holds the name says no more than whose it is.
        if (entities.All(entity => entity.Type is EntityType.Person or EntityType.Office or EntityType.Organ))
            return whole != match;
        return entities.All(entity =>
                entity.State is { } state && parties.Contains(state) && (entity.Type == EntityType.State || IsOf(raised.Topic, state))
            ) || Modifies(telling, mention);
    }

    // The topic is the state itself, and the words one of its places: "met in Kyiv". A region of it ("eastern Congo") is another matter.
    private static bool IsOf(Topic topic, string state) =>
        World.Default.Find("state/" + state) is { } known
        && topic.Patterns.Length > 0
        && topic.Patterns[0].Equals(known.Name, StringComparison.OrdinalIgnoreCase);

    // "Ukrainian counterpart", "Iran's foreign minister": the name of a state that only says whose the person is.
    private static bool Modifies(Telling telling, ResolvedMention mention)
    {
        var token = telling.Text.Tokens[mention.Head];
        return token.Head >= 0
            && token.Relation is Relation.Amod or Relation.Compound or Relation.NmodPoss or Relation.Nmod
            && telling.Cast.HeadedBy(token.Head) is { } governor
            && governor.Entities.Length > 0
            && governor.Entities.All(entity => entity.Type is EntityType.Person or EntityType.Organ);
    }

    // "Ambassador Greer": a post before a person's name is a title.
    private static bool IsTitle(ParsedText text, Span match)
    {
        if (!char.IsUpper(text.Document.Text[match.Start]))
            return false;
        foreach (var name in text.Names)
            if (name.Type == NameType.Person && text.Tokens[name.FirstToken].Span.Start - match.End is 1)
                return true;
        return false;
    }
}
