using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>The topics that places raise: a town of Syria raises Syria, where the table has the state as a topic and the town is named by no pattern of its own.</summary>
internal static class PlaceTopics
{
    // A topic whose first pattern is the name of a state is of that state.
    private static readonly FrozenDictionary<string, Topic> OfState = World
        .Default.Entities.Where(known => known.Type == EntityType.State && known.State is not null)
        .Select(known => (State: known.State!, Topic: Topics.Standard.Named(known.Name)))
        .Where(pair =>
            pair.Topic is { Patterns: [var first, ..] }
            && first.Equals(World.Default.Find("state/" + pair.State)?.Name, StringComparison.OrdinalIgnoreCase)
        )
        .DistinctBy(pair => pair.State, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.State, pair => pair.Topic!, StringComparer.Ordinal);

    /// <summary>What the places of a stretch raise beside what its words raise, in the order of the text.</summary>
    /// <param name="text">The document.</param>
    /// <param name="cast">Who and what is meant in it.</param>
    /// <param name="stretch">Where to look.</param>
    /// <param name="raised">What the words of the stretch raise already.</param>
    public static ImmutableArray<TopicMatch> In(ParsedText text, Cast cast, Span stretch, ImmutableArray<TopicMatch> raised)
    {
        var found = ImmutableArray.CreateBuilder<TopicMatch>();
        for (
            var token = Math.Max(0, text.TokenAt(stretch.Start));
            token < text.Tokens.Length && text.Tokens[token].Span.Start < stretch.End;
            token++
        )
        {
            if (
                cast.Covering(token) is not { Entities: [{ Type: EntityType.Place, State: { } state }] } mention
                || mention.FirstToken != token
                || !OfState.TryGetValue(state, out var topic)
            )
                continue;
            var span = text.SpanOf(mention.FirstToken, mention.EndToken);
            if (stretch.Contains(span) && !raised.Any(match => match.Span.Overlaps(span)))
                found.Add(new TopicMatch(topic, span, topic.Patterns[0]));
        }

        return found.ToImmutable();
    }
}
