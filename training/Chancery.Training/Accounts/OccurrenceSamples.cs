using Chancery.Accounts;
using Chancery.Cli.Evaluation;
using Chancery.Record;

namespace Chancery.Training.Accounts;

/// <summary>The labelled pairs of mentions of a set.</summary>
internal static class OccurrenceSamples
{
    // An event that nobody labelled is most likely another thing than what somebody did.
    private const double Unlabelled = 0.2;
    private const int FarCharacters = 100;

    public static IEnumerable<OccurrenceSample> Of(LabelledAccounts set)
    {
        var label = new Dictionary<(string, Span), int?>();
        var pairs = OccurrencePairs.Of(set.Tellings).ToList();
        foreach (var mention in pairs.SelectMany(pair => (OccurrenceMention[])[pair.Left, pair.Right]))
            label.TryAdd((mention.Document, mention.Span), Label(set, mention));
        foreach (var pair in pairs)
        {
            var (left, right) = (label[(pair.Left.Document, pair.Left.Span)], label[(pair.Right.Document, pair.Right.Span)]);
            if (left is not null && right is not null)
                yield return new OccurrenceSample(pair.Table, pair.Evidence, left == right, 1);
            else if ((left is null) != (right is null) && pair.Left.Event is not null && pair.Right.Event is not null && Far(pair))
                yield return new OccurrenceSample(pair.Table, pair.Evidence, false, Unlabelled);
        }
    }

    // Two words of one act stand near each other.
    private static bool Far(OccurrencePair pair) =>
        pair.Left.Document != pair.Right.Document || Math.Abs(pair.Left.Span.Start - pair.Right.Span.Start) > FarCharacters;

    private static int? Label(LabelledAccounts set, OccurrenceMention mention)
    {
        for (var g = 0; g < set.Occurrences.Length; g++)
            foreach (var (document, span) in set.Occurrences[g])
                if (document == mention.Document && mention.Span.Overlaps(span))
                    return g;
        for (var g = 0; g < set.Occurrences.Length; g++)
            foreach (var (document, span) in set.Occurrences[g])
                if (document == mention.Document && set.IsSame(mention, span, oblique: false))
                    return g;
        return null;
    }
}
