using System.Collections.Immutable;

namespace Chancery.Accounts;

/// <summary>
/// The pairs of mentions that may be bound at all: of one kind, with a participant in common, and of one document, one month, one place or one
/// number in a run. For a mention that names nobody any of those may take part of whom its document tells. Thousands of mentions stay quick.
/// </summary>
internal static class OccurrenceBlocks
{
    private const int MonthsOfYear = 12,
        Most = 256;

    /// <summary>The pairs, each once, the lower place first, in order.</summary>
    public static IEnumerable<(int Left, int Right)> Pairs(IReadOnlyList<EventMention> mentions)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var spoken = mentions
            .GroupBy(mention => mention.Telling.Id, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .SelectMany(mention => mention.Parties)
                        .Where(party => !MentionParties.IsStranger(party))
                        .ToImmutableSortedSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        for (var i = 0; i < mentions.Count; i++)
            foreach (var key in Keys(mentions[i], spoken[mentions[i].Telling.Id]).Distinct(StringComparer.Ordinal))
                if (blocks.TryGetValue(key, out var list))
                    list.Add(i);
                else
                    blocks[key] = [i];
        var pairs = new HashSet<(int, int)>();
        // Of a crowded block a mention meets those next to it, by document and place.
        foreach (var block in blocks.Values)
            for (var a = 0; a < block.Count; a++)
                for (var b = a + 1; b < Math.Min(block.Count, a + 1 + Most); b++)
                    pairs.Add((block[a], block[b]));
        return pairs.Order();
    }

    private static IEnumerable<string> Keys(EventMention mention, ImmutableSortedSet<string> spoken)
    {
        var kinds = mention.IsContact ? ["contact"] : mention.Kinds.Add(mention.Event.Type.ToString());
        foreach (var kind in kinds)
        {
            if (!mention.IsContact && mention.Days is { Soft: false } day && day.First == day.Last)
                yield return $"{kind} {day.First.DayNumber}";
            foreach (var party in mention.Parties.IsEmpty ? spoken : mention.Parties)
            {
                var key = $"{kind} {party} ";
                yield return key + mention.Telling.Id;
                if (mention.City is { } city)
                    yield return key + city;
                if (mention.Ordinal is { } rank)
                    yield return key + "#" + rank;
                if (mention.Days is { } days)
                    foreach (var month in Months(days.First, days.Last, OccurrenceContrast.SoftSlack))
                        yield return key + month;
                if ((mention.IsNews || mention.IsAhead) && mention.Telling.Head.Date.End is { } told)
                    foreach (var month in Months(told, told, OccurrenceBond.FreshDays))
                        yield return key + month;
            }
        }
    }

    private static IEnumerable<string> Months(DateOnly first, DateOnly last, int slack)
    {
        var (from, to) = (Math.Max(0, first.DayNumber - slack), last.DayNumber + slack);
        for (int month = Of(from); month <= Of(to); month++)
            yield return $"m{month}";
        static int Of(int day) =>
            DateOnly.FromDayNumber(Math.Min(day, DateOnly.MaxValue.DayNumber)) is var date ? (date.Year * MonthsOfYear) + date.Month : 0;
    }
}
