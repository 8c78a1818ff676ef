using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Brings the mentions of one occurrence together, within a document and across documents. Two mentions may be one where nothing that they say
/// keeps them apart (sort, participants, days, place, status) and something binds them (days, persons, an anaphoric "the call"). Every mention of an
/// occurrence may stand with every other: no chain of near misses. Deterministic, whatever the order of the documents.
/// </summary>
public static class Occurrences
{
    /// <summary>The occurrences that documents tell of, in order of day and then of id.</summary>
    public static ImmutableArray<Occurrence> Of(IEnumerable<Telling> tellings)
    {
        var meaning = new WordMeaning();
        var documents = tellings.DistinctBy(telling => telling.Id, StringComparer.Ordinal).ToList();
        var people = new PersonIndex(documents);
        var mentions = documents.SelectMany(telling => Mentions(telling, people)).OrderBy(mention => mention.Key, StringComparer.Ordinal).ToArray();
        var bonds = new List<(double Strength, string Why, int Left, int Right)>();
        for (var i = 0; i < mentions.Length; i++)
            for (var j = i + 1; j < mentions.Length; j++)
                if (OccurrenceBond.Between(mentions[i], mentions[j], meaning) is var (strength, why)) bonds.Add((strength, why, i, j));
        bonds.Sort((a, b) => a.Strength != b.Strength ? b.Strength.CompareTo(a.Strength) : a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right));

        var clusters = Enumerable.Range(0, mentions.Length).Select(i => new List<int> { i }).ToArray();
        var reasons = mentions.ToDictionary(mention => mention, _ => new List<string>());
        foreach (var (_, why, left, right) in bonds)
        {
            var (a, b) = (clusters[left], clusters[right]);
            if (a == b || a.Any(i => b.Any(j => OccurrenceBond.Apart(mentions[i], mentions[j], meaning)))) continue;
            reasons[mentions[left]].Add($"“{Words(mentions[left])}” and “{Words(mentions[right])}”: {why}");
            a.AddRange(b);
            foreach (var member in b) clusters[member] = a;
        }

        return
        [
            .. clusters.Distinct().Select(cluster => Make([.. cluster.Order().Select(i => mentions[i])], reasons))
                .OrderBy(occurrence => occurrence.Date.Start ?? DateOnly.MaxValue).ThenBy(occurrence => occurrence.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<EventMention> Mentions(Telling telling, PersonIndex people)
    {
        foreach (var happening in telling.Entries.OfType<Event>())
        {
            var token = TokenAt(telling.Text, happening.Spans[0].Start);
            if (token >= 0) yield return new EventMention(telling, happening, token, people);
        }
    }

    private static int TokenAt(ParsedText text, int start)
    {
        int low = 0, high = text.Tokens.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (text.Tokens[middle].Span.End <= start) low = middle + 1;
            else if (text.Tokens[middle].Span.Start > start) high = middle - 1;
            else return middle;
        }

        return -1;
    }

    private static string Words(EventMention mention) => mention.Event.Spans[0].In(mention.Telling.Words).ToString();

    private static Occurrence Make(ImmutableArray<EventMention> mentions, Dictionary<EventMention, List<string>> reasons)
    {
        var fullest = mentions.OrderByDescending(mention => mention.Parties.Count).ThenByDescending(mention => mention.Persons.Length).ThenBy(mention => mention.Key, StringComparer.Ordinal).First();
        var participants = fullest.Event.Actors.Concat(fullest.Event.Recipients).DistinctBy(entity => entity.Id, StringComparer.Ordinal).OrderBy(entity => entity.Id, StringComparer.Ordinal);
        return new Occurrence(
            Identity.Of("occurrence", [.. mentions.Select(mention => mention.Event.Id).Order(StringComparer.Ordinal)]),
            fullest.Event.Type, mentions.Select(mention => mention.Event.Mode).FirstOrDefault(mode => mode is not null), [.. participants], Days(mentions),
            mentions.Select(mention => mention.Event.Place).FirstOrDefault(place => place is { Type: EntityType.Place }) ?? mentions.Select(mention => mention.Event.Place).FirstOrDefault(place => place is not null),
            [.. mentions.Select(mention => new OccurrenceMention(mention.Telling.Id, mention.Event.Id, mention.Event.Spans[0]))],
            [.. mentions.SelectMany(mention => reasons[mention])]);
    }

    // What all agree on: the stated days that are narrowest, cut by the others.
    private static DateValue Days(ImmutableArray<EventMention> mentions)
    {
        var dated = mentions.Where(mention => mention.Days is not null).OrderBy(mention => mention.Days!.Value.Soft).ThenBy(mention => mention.Days!.Value.Last.DayNumber - mention.Days!.Value.First.DayNumber)
            .ThenBy(mention => mention.Key, StringComparer.Ordinal).ToList();
        return dated.Count == 0 ? DateValue.Unknown : dated[0].Event.Date;
    }
}
