using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Two parties in one text, and what the codebook proposes that one does to the other, best fit first.</summary>
internal sealed class Pair
{
    private const string SourceId = "given/source",
        TargetId = "given/target";

    private Pair(ParsedText text, int source, int target, ImmutableArray<PairProposal> proposals) =>
        (Text, Source, Target, Proposals) = (text, source, target, proposals);

    /// <summary>The text.</summary>
    public ParsedText Text { get; }

    /// <summary>The token that heads the source.</summary>
    public int Source { get; }

    /// <summary>The token that heads the target.</summary>
    public int Target { get; }

    /// <summary>The events that the codebook proposes, best fit first and then in the order of the text.</summary>
    public ImmutableArray<PairProposal> Proposals { get; }

    /// <summary>Codes a text with two spans given as parties; null where a span holds no word.</summary>
    public static Pair? Of(ParsedText text, Cast cast, Span source, Span target)
    {
        if (Phrase(text, source) is not { } from || Phrase(text, target) is not { } to)
            return null;
        var mentions = cast.Mentions.RemoveAll(mention => Crosses(mention, from) || Crosses(mention, to));
        mentions = mentions.Add(Given(text, from, SourceId)).Add(Given(text, to, TargetId));
        var pass = new EventPass(
            text,
            new Cast(mentions, text.Tokens.Length),
            new Chronology(text, DateValue.Unknown, []),
            new EventContexts(text)
        );
        var events = pass.Run();
        var proposals = ImmutableArray.CreateBuilder<PairProposal>(events.Length);
        for (var i = 0; i < events.Length; i++)
            proposals.Add(new PairProposal(pass.Tokens[i], events[i], Fit(events[i])));
        return new Pair(text, from.Head, to.Head, [.. proposals.OrderByDescending(p => p.Fit).ThenBy(p => p.Token)]);
    }

    private static PairFit Fit(Event coded)
    {
        bool sourceActs = Has(coded.Actors, SourceId),
            targetActs = Has(coded.Actors, TargetId),
            targetTakes = Has(coded.Recipients, TargetId);
        if (sourceActs && targetTakes)
            return PairFit.Both;
        if (sourceActs && targetActs)
            return PairFit.Mutual;
        if (targetActs && Has(coded.Recipients, SourceId))
            return PairFit.Reversed;
        return sourceActs ? PairFit.Source
            : targetTakes ? PairFit.Target
            : PairFit.None;
    }

    private static bool Has(ImmutableArray<Entity> entities, string id) =>
        entities.Any(entity => string.Equals(entity.Id, id, StringComparison.Ordinal));

    private static bool Crosses(ResolvedMention mention, (int First, int End, int Head) phrase) =>
        mention.FirstToken < phrase.End && phrase.First < mention.EndToken;

    private static ResolvedMention Given(ParsedText text, (int First, int End, int Head) phrase, string id)
    {
        var entity = new Entity
        {
            Id = id,
            Name = id,
            Type = EntityType.Other,
            Span = text.SpanOf(phrase.First, phrase.End),
        };
        return new(phrase.First, phrase.End, phrase.Head, [entity], MentionForm.Name, null, 1, "given", []);
    }

    private static (int First, int End, int Head)? Phrase(ParsedText text, Span span)
    {
        int first = -1,
            end = -1;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (!text.Tokens[i].Span.Overlaps(span))
                continue;
            if (first < 0)
                first = i;
            end = i + 1;
        }

        if (first < 0)
            return null;
        for (var i = first; i < end; i++)
            if (
                text.Tokens[i].Head is var head
                && (head < first || head >= end)
                && text.Tokens[i].Relation is not (Relation.Punct or Relation.Det or Relation.Case)
            )
                return (first, end, i);
        return (first, end, end - 1);
    }
}
