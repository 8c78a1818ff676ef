namespace Chancery.Accounts;

/// <summary>The pairs of mentions of a few documents, for those who fit or examine the weights. Grows with the square of the mentions.</summary>
public static class OccurrencePairs
{
    /// <summary>All pairs that nothing rules out, in the order of the mentions.</summary>
    public static IEnumerable<OccurrencePair> Of(IEnumerable<Telling> tellings)
    {
        var graph = new OccurrenceGraph(tellings, OccurrenceWeights.Standard);
        for (var left = 0; left < graph.Mentions.Length; left++)
            for (var right = left + 1; right < graph.Mentions.Length; right++)
                if (!graph.IsSettled(left, right) && !graph.IsBarred(left, right))
                    yield return new OccurrencePair(
                        Of(graph.Mentions[left]),
                        Of(graph.Mentions[right]),
                        graph.Table(left, right),
                        [.. graph.Evidence(left, right)]
                    );
    }

    private static OccurrenceMention Of(EventMention mention) =>
        new(mention.Telling.Id, mention.IsCoded ? mention.Event.Id : null, mention.Event.Spans[0]);
}
