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
    private const double Anaphoric = 6;

    /// <summary>The occurrences that documents tell of, in order of day and then of id.</summary>
    public static ImmutableArray<Occurrence> Of(IEnumerable<Telling> tellings)
    {
        var meaning = new WordMeaning();
        var documents = tellings.DistinctBy(telling => telling.Id, StringComparer.Ordinal).ToList();
        var people = new PersonIndex(documents);
        var byDocument = documents.Select(telling => BareMentions.All(telling, people).OrderBy(mention => mention.Key, StringComparer.Ordinal).ToImmutableArray()).OrderBy(list => list.FirstOrDefault()?.Key, StringComparer.Ordinal).ToList();
        var mentions = byDocument.SelectMany(list => list).ToArray();
        var bonds = new List<(double Strength, string Why, int Left, int Right)>();
        var back = new HashSet<int>();
        var first = 0;
        foreach (var list in byDocument)
        {
            foreach (var (mention, antecedent) in Antecedents.In(list, meaning))
            {
                back.Add(first + mention);
                bonds.Add((Anaphoric + (1 / (2.0 + first + mention)), "a later mention that goes back to it, with nothing that keeps it apart", first + antecedent, first + mention));
            }

            first += list.Length;
        }

        foreach (var (left, right) in OccurrenceBlocks.Pairs(mentions))
            if (!back.Contains(left) && !back.Contains(right) && OccurrenceBond.Between(mentions[left], mentions[right], meaning) is var (strength, why)) bonds.Add((strength, why, left, right));
        bonds.AddRange(Taken(byDocument, mentions, back, meaning));
        bonds.Sort((a, b) => a.Strength != b.Strength ? b.Strength.CompareTo(a.Strength) : a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right));

        var clusters = Enumerable.Range(0, mentions.Length).Select(i => new List<int> { i }).ToArray();
        var reasons = mentions.Select(_ => new List<string>()).ToArray();
        var visits = mentions.Where(mention => mention.IsJourneyOfDays).ToList();
        // Two clusters that are apart once stay so, however they grow.
        var apart = clusters.Distinct().ToDictionary(cluster => cluster, _ => new HashSet<List<int>>(), (IEqualityComparer<List<int>>)ReferenceEqualityComparer.Instance);
        foreach (var (_, why, left, right) in bonds)
        {
            var (a, b) = (clusters[left], clusters[right]);
            if (a == b || apart[a].Contains(b)) continue;
            if (a.Any(i => b.Any(j => visits.Exists(visit => OccurrenceBond.Spans(visit, mentions[i], mentions[j])) ? OccurrenceBond.ApartButForDays(mentions[i], mentions[j], meaning) : OccurrenceBond.Apart(mentions[i], mentions[j], meaning))))
            {
                apart[a].Add(b);
                apart[b].Add(a);
                continue;
            }

            foreach (var other in apart[b])
            {
                apart[other].Remove(b);
                apart[other].Add(a);
                apart[a].Add(other);
            }

            reasons[left].Add($"“{Words(mentions[left])}” and “{Words(mentions[right])}”: {why}");
            a.AddRange(b);
            foreach (var member in b) clusters[member] = a;
        }

        return
        [
            .. clusters.Distinct().Where(cluster => cluster.Any(i => mentions[i].IsCoded)).Select(cluster => Make([.. cluster.Order().Select(i => mentions[i])], cluster.Order().SelectMany(i => reasons[i])))
                .OrderBy(occurrence => occurrence.Date.Start ?? DateOnly.MaxValue).ThenBy(occurrence => occurrence.Id, StringComparer.Ordinal),
        ];
    }

    // A briefing that speaks of "the conversation" and tells of none itself means the one that others tell of on those days.
    private static IEnumerable<(double Strength, string Why, int Left, int Right)> Taken(List<ImmutableArray<EventMention>> byDocument, EventMention[] mentions, HashSet<int> back, WordMeaning meaning)
    {
        var first = 0;
        foreach (var list in byDocument)
        {
            var tells = list.Any(mention => mention is { IsContact: true, IsCoded: true, IsNews: true, Parties.Count: > 1 });
            for (var i = 0; i < list.Length && !tells; i++)
            {
                if (!list[i].IsContact || back.Contains(first + i) || !Antecedents.LooksBack(list[i]) || list[i].Days is { Soft: false } || AccountOwner.Of(list[i].Telling.Head)?.State is not { } owner) continue;
                for (var j = 0; j < mentions.Length; j++)
                    if (mentions[j] is { IsContact: true, IsCoded: true, IsNews: true, Parties.Count: > 1 } && mentions[j].Parties.Contains(owner) && mentions[j].Telling.Id != list[i].Telling.Id
                        && OccurrenceBond.Near(mentions[j].Telling.Head.Date.End, list[i].Telling.Head.Date.End) && !OccurrenceBond.Apart(list[i], mentions[j], meaning))
                        yield return (0.7 - (0.05 * Math.Abs(mentions[j].Telling.Head.Date.End!.Value.DayNumber - list[i].Telling.Head.Date.End!.Value.DayNumber)), "a bare mention in a document that tells of none itself, of the same days", Math.Min(first + i, j), Math.Max(first + i, j));
            }

            first += list.Length;
        }
    }

    private static string Words(EventMention mention) => mention.Event.Spans[0].In(mention.Telling.Words).ToString();

    private static Occurrence Make(ImmutableArray<EventMention> mentions, IEnumerable<string> reasons)
    {
        var fullest = mentions.Where(mention => mention.IsCoded).OrderByDescending(mention => mention.Parties.Count).ThenByDescending(mention => mention.Persons.Length).ThenBy(mention => mention.Key, StringComparer.Ordinal).First();
        var participants = fullest.Event.Actors.Concat(fullest.Event.Recipients).DistinctBy(entity => entity.Id, StringComparer.Ordinal).OrderBy(entity => entity.Id, StringComparer.Ordinal);
        return new Occurrence(
            Identity.Of("occurrence", [.. mentions.Where(mention => mention.IsCoded).Select(mention => mention.Event.Id).Order(StringComparer.Ordinal)]),
            fullest.Event.Type, mentions.Select(mention => mention.Event.Mode).FirstOrDefault(mode => mode is not null), [.. participants], Days(mentions),
            mentions.Select(mention => mention.Event.Place).FirstOrDefault(place => place is { Type: EntityType.Place }) ?? mentions.Select(mention => mention.Event.Place).FirstOrDefault(place => place is not null),
            [.. mentions.Select(mention => new OccurrenceMention(mention.Telling.Id, mention.IsCoded ? mention.Event.Id : null, mention.Event.Spans[0]))],
            [.. reasons]);
    }

    // What all agree on: the stated days that are narrowest, cut by the others.
    private static DateValue Days(ImmutableArray<EventMention> mentions)
    {
        var dated = mentions.Where(mention => mention.Days is not null).OrderBy(mention => mention.Days!.Value.Soft).ThenBy(mention => mention.Days!.Value.Last.DayNumber - mention.Days!.Value.First.DayNumber)
            .ThenBy(mention => mention.Key, StringComparer.Ordinal).ToList();
        return dated.Count == 0 ? DateValue.Unknown : dated[0].Event.Date;
    }
}
