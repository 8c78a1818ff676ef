using System.Collections.Immutable;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Which found mention is which labelled one. A labelled phrase and a found one are a pair where they share more than half of their letters or end alike;
/// each belongs to one pair. One that stands inside a labelled phrase which has its pair is part of that phrase; every other answer without a pair is
/// spurious, unless it overlaps words of which the label leaves open whom they mean.
/// </summary>
internal sealed class MentionMatching
{
    private readonly Dictionary<LabelledMention, AnsweredMention> _pairs = new(ReferenceEqualityComparer.Instance);

    /// <summary>Pairs the mentions of a text.</summary>
    public MentionMatching(LabelledText labelled, ImmutableArray<AnsweredMention> found)
    {
        Pair(labelled, found);
        var taken = _pairs.Values.ToHashSet(ReferenceEqualityComparer.Instance);
        Spurious =
        [
            .. found.Where(mention =>
                !mention.Entities.IsEmpty
                && !mention.IsSpeaker
                && !taken.Contains(mention)
                && !labelled.Mentions.Any(gold =>
                    gold.Span.Overlaps(mention.Span) && (!gold.Counts || _pairs.ContainsKey(gold) && gold.Span.Contains(mention.Span))
                )
            ),
        ];
    }

    /// <summary>The answers, given or withheld, at words where nobody is labelled.</summary>
    public ImmutableArray<AnsweredMention> Spurious { get; }

    /// <summary>The found mention that a labelled one is, or null.</summary>
    public AnsweredMention? Of(LabelledMention gold) => _pairs.GetValueOrDefault(gold);

    /// <summary>Whether an answer is the one that a label gives.</summary>
    public static bool IsRight(LabelledMention gold, AnsweredMention mention) =>
        MentionIdentity.Same(gold.Who, mention.Entities)
        && !(gold.Reading == "g" && mention.Reading == "place")
        && !(gold.Reading == "p" && mention.Reading is "government" or "people");

    private void Pair(LabelledText labelled, ImmutableArray<AnsweredMention> found)
    {
        var likely = new List<(double Share, LabelledMention Gold, AnsweredMention Mention)>();
        foreach (var gold in labelled.Mentions)
        {
            foreach (var mention in found)
            {
                if (!gold.Span.Overlaps(mention.Span))
                    continue;
                var shared = Math.Min(gold.Span.End, mention.Span.End) - Math.Max(gold.Span.Start, mention.Span.Start);
                var share = (double)shared / (gold.Span.Length + mention.Span.Length - shared);
                if (share > .5 || gold.Span.End == mention.Span.End)
                    likely.Add((share, gold, mention));
            }
        }

        var taken = new HashSet<AnsweredMention>(ReferenceEqualityComparer.Instance);
        foreach (
            var (_, gold, mention) in likely
                .OrderByDescending(static pair => pair.Share)
                .ThenBy(static pair => pair.Gold.Span.Start)
                .ThenBy(static pair => pair.Mention.Span.Start)
        )
            if (!_pairs.ContainsKey(gold) && taken.Add(mention))
                _pairs.Add(gold, mention);
    }
}
