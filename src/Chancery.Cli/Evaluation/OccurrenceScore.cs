using System.Collections.Immutable;
using Chancery.Accounts;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// How many events an occurrence is, how pure they are, and how many of the labelled mentions are found; what goes wrong is written down set by set.
/// Occurrences of one mention are not counted, nor are those of which no mention is found.
/// </summary>
internal sealed class OccurrenceScore(TextWriter misses)
{
    /// <summary>The labelled mentions.</summary>
    public int Mentions { get; private set; }

    /// <summary>The labelled mentions at which a mention was found.</summary>
    public int Found { get; private set; }

    /// <summary>The labelled occurrences of which something was found.</summary>
    public int Occurrences { get; private set; }

    /// <summary>The events that they are.</summary>
    public int Events { get; private set; }

    /// <summary>The labelled occurrences of three mentions and more of which something was found.</summary>
    public int Large { get; private set; }

    /// <summary>The events that those are.</summary>
    public int LargeEvents { get; private set; }

    /// <summary>The found mentions that lie with most of the others of their event.</summary>
    public int Pure { get; private set; }

    /// <summary>Counts what was found of a set.</summary>
    /// <param name="set">The labelled set.</param>
    /// <param name="ours">The occurrences found in its documents.</param>
    public void Add(LabelledAccounts set, ImmutableArray<Occurrence> ours)
    {
        var byCluster = new Dictionary<int, Dictionary<int, int>>();
        for (var g = 0; g < set.Occurrences.Length; g++)
        {
            if (set.Occurrences[g].Length < 2)
                continue;
            var clusters = new HashSet<int>();
            foreach (var (document, span) in set.Occurrences[g])
            {
                Mentions++;
                var at = -1;
                // The word itself first, then the object of a light verb, then what else hangs on it ("held talks before the summit").
                for (var far = 0; far < 3; far++)
                    for (var i = 0; i < ours.Length && at < 0; i++)
                        if (
                            ours[i]
                                .Mentions.Any(mention =>
                                    mention.Document == document
                                    && (far == 0 ? mention.Span.Overlaps(span) : set.IsSame(mention, span, oblique: far == 2))
                                )
                        )
                            at = i;
                if (at < 0)
                {
                    misses.WriteLine($"{set.Name}: no event at: {set.Quote((document, span))}");
                    continue;
                }

                Found++;
                clusters.Add(at);
                if (!byCluster.TryGetValue(at, out var counts))
                    byCluster[at] = counts = [];
                counts[g] = counts.GetValueOrDefault(g) + 1;
            }

            if (clusters.Count == 0)
                continue;
            Occurrences++;
            Events += clusters.Count;
            if (set.Occurrences[g].Length > 2)
            {
                Large++;
                LargeEvents += clusters.Count;
            }

            if (clusters.Count < 2)
                continue;
            misses.WriteLine($"{set.Name}: one occurrence in {clusters.Count}:");
            foreach (var at in clusters)
                misses.WriteLine(
                    "   "
                        + string.Join(
                            " | ",
                            set.Occurrences[g]
                                .Where(m => ours[at].Mentions.Any(mention => mention.Document == m.Document && set.IsSame(mention, m.Span)))
                                .Select(m => set.Sentence(m))
                        )
                        + $"   [{ours[at].Type} {ours[at].Mode} {ours[at].Date.Start:yyyy-MM-dd}..{ours[at].Date.End:yyyy-MM-dd} {string.Join(",", ours[at].Participants.Select(p => p.Id))} {ours[at].Place?.Id}]"
                );
        }

        Pure += byCluster.Values.Sum(counts => counts.Values.Max());
        foreach (var (at, counts) in byCluster.Where(pair => pair.Value.Count > 1))
            misses.WriteLine(
                $"{set.Name}: {counts.Count} occurrences in one: {string.Join(" | ", ours[at].Mentions.Select(m => set.Sentence((m.Document, m.Span))))}"
            );
    }
}
