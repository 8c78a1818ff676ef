using System.Collections.Immutable;
using System.Globalization;
using Chancery.Accounts;
using Chancery.Cli.Evaluation;

namespace Chancery.Training.Accounts;

/// <summary>
/// How many events an occurrence is (of all, and of those of three mentions and more), how pure they are, how many mentions are found: as <c>eval accounts</c> counts.
/// </summary>
internal sealed class OccurrenceScore
{
    private int _mentions, _found, _occurrences, _events, _pure, _large, _largeEvents;

    public void Add(LabelledAccounts set, ImmutableArray<Occurrence> ours)
    {
        var byCluster = new Dictionary<int, Dictionary<int, int>>();
        for (var g = 0; g < set.Occurrences.Length; g++)
        {
            if (set.Occurrences[g].Length < 2) continue;
            var clusters = new HashSet<int>();
            foreach (var (document, span) in set.Occurrences[g])
            {
                _mentions++;
                var at = -1;
                for (var far = 0; far < 3; far++)
                    for (var i = 0; i < ours.Length && at < 0; i++)
                        if (ours[i].Mentions.Any(mention => mention.Document == document && (far == 0 ? mention.Span.Overlaps(span) : set.IsSame(mention, span, oblique: far == 2)))) at = i;
                if (at < 0) continue;
                _found++;
                clusters.Add(at);
                if (!byCluster.TryGetValue(at, out var counts)) byCluster[at] = counts = [];
                counts[g] = counts.GetValueOrDefault(g) + 1;
            }

            if (clusters.Count == 0) continue;
            _occurrences++;
            _events += clusters.Count;
            if (set.Occurrences[g].Length < 3) continue;
            _large++;
            _largeEvents += clusters.Count;
        }

        _pure += byCluster.Values.Sum(counts => counts.Values.Max());
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(double)_events / _occurrences:F3}/{(double)_largeEvents / _large:F3} {(double)_pure / _found:F3} {(double)_found / _mentions:F3} of {_occurrences}");
}
