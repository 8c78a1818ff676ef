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
    /// <param name="tellings">The documents.</param>
    /// <param name="weights">How much each piece of evidence weighs; those of the codebook where null.</param>
    public static ImmutableArray<Occurrence> Of(IEnumerable<Telling> tellings, OccurrenceWeights? weights = null) =>
        Of(tellings, [], weights).Occurrences;

    /// <summary>The occurrences that documents tell of where people have ruled on some of the mentions.</summary>
    /// <param name="tellings">The documents.</param>
    /// <param name="rulings">What people decided, in the order in which they did.</param>
    /// <param name="weights">How much each piece of evidence weighs; those of the codebook where null.</param>
    public static OccurrenceFindings Of(
        IEnumerable<Telling> tellings,
        ImmutableArray<OccurrenceRuling> rulings,
        OccurrenceWeights? weights = null
    )
    {
        var graph = new OccurrenceGraph(tellings, weights ?? OccurrenceWeights.Standard);
        var mentions = graph.Mentions;
        var ruled = new RuledMentions(graph, rulings);
        var clusters = new OccurrenceClusters(graph, ruled);
        var back = new HashSet<int>();
        foreach (var (noun, verb) in graph.Acts)
        {
            clusters.Unite(noun, verb);
            back.Add(clusters.IsShadow(noun) ? noun : verb);
        }

        // What goes back to a mention and says nothing of its own is what that is, and is asked nothing further.
        foreach (var (mention, antecedent) in graph.Back.OrderBy(pair => pair.Mention))
            if (
                graph.Traits(mention).IsMute
                && !back.Contains(mention)
                && graph.Score(antecedent, mention) is { Barred: false, Score: > 0 }
                && !clusters.AreRuledApart(antecedent, mention)
            )
            {
                clusters.BindBack(antecedent, mention);
                back.Add(mention);
            }

        var pairs = OccurrenceBlocks
            .Pairs(mentions)
            .Concat(graph.Back.Select(pair => (pair.Antecedent, pair.Mention)))
            .Where(pair => !back.Contains(pair.Item1) && !back.Contains(pair.Item2))
            .Distinct();
        clusters.Gather(pairs);
        foreach (
            var (strength, why, left, right) in Taken(
                    [.. graph.ByDocument],
                    mentions,
                    (HashSet<int>)[.. back.Concat(graph.Back.Select(pair => pair.Mention))],
                    graph.Meaning
                )
                .OrderByDescending(bond => bond.Strength)
        )
            clusters.BindStrictly(left, right, why);
        BindPast(clusters, mentions);
        BindBare(clusters, mentions, [.. graph.Back.Select(pair => pair.Mention)], graph.Meaning);

        // What is ruled to be one comes last, so that it changes nothing in what else is one.
        clusters.Follow();
        return new OccurrenceFindings(
            [
                .. clusters
                    .All.Where(cluster => cluster.Exists(i => mentions[i].IsCoded) || IsTold(cluster, mentions))
                    .Select(cluster =>
                        Make([.. cluster.Select(i => mentions[i])], clusters.Reasons(cluster)) with
                        {
                            KeptApart = [.. ruled.KeptFrom(cluster)],
                        }
                    )
                    .OrderBy(occurrence => occurrence.Date.Start ?? DateOnly.MaxValue)
                    .ThenBy(occurrence => occurrence.Id, StringComparer.Ordinal),
            ],
            ruled.Unmet
        );
    }

    // A briefing that speaks of "the conversation" and tells of none itself means the one that others tell of on those days.
    private static IEnumerable<(double Strength, string Why, int Left, int Right)> Taken(
        List<ImmutableArray<EventMention>> byDocument,
        EventMention[] mentions,
        HashSet<int> back,
        WordMeaning meaning
    )
    {
        var first = 0;
        foreach (var list in byDocument)
        {
            var tells = list.Any(IsTheNews);
            for (var i = 0; i < list.Length; i++)
            {
                if (!list[i].IsContact || back.Contains(first + i) || !Antecedents.LooksBack(list[i]) || (tells && list[i].City is null))
                    continue;
                var owner = AccountOwner.Side(list[i].Telling.Head);
                for (var j = 0; j < mentions.Length; j++)
                    if (
                        IsTheNews(mentions[j])
                        && mentions[j].Telling.Id != list[i].Telling.Id
                        && (owner is null || mentions[j].Parties.Contains(owner))
                        && (!tells || list[i].City == mentions[j].City)
                        && OccurrenceBond.Near(mentions[j].Telling.Head.Date.End, list[i].Telling.Head.Date.End)
                        && OccurrenceContrast.Of(list[i], mentions[j], meaning) is null
                    )
                        yield return (
                            0.7
                                - (
                                    0.05
                                    * Math.Abs(
                                        mentions[j].Telling.Head.Date.End!.Value.DayNumber - list[i].Telling.Head.Date.End!.Value.DayNumber
                                    )
                                ),
                            "a bare mention in a document that tells of none itself, of the same days",
                            Math.Min(first + i, j),
                            Math.Max(first + i, j)
                        );
            }

            first += list.Length;
        }
    }

    // "The Indus Waters Treaty" is known by its name.
    private static bool IsNamed(EventMention noun)
    {
        foreach (var dependent in noun.Telling.Text.Dependents(noun.Token))
            if (
                noun.Telling.Text.Tokens[dependent] is { Relation: Relation.Compound, Tag: UniversalTag.PROPN }
                && noun.Telling.Cast.Of(dependent).IsEmpty
            )
                return true;
        return false;
    }

    private static bool IsTheNews(EventMention mention) =>
        mention is { IsContact: true, IsCoded: true, IsNews: true, IsUnreal: false, Parties.Count: > 1 };

    // "They had agreed in Ankara to end the row", "after the two leaders' deal": what a text tells as past and without a day is the latest of its kind
    // between these parties that the others date before it.
    // How long a thing is "the deal" in later texts without a word that sets it behind them.
    private const int Lately = 2 * OccurrenceBond.MonthDays;

    private static void BindPast(OccurrenceClusters clusters, EventMention[] mentions)
    {
        for (var i = 0; i < mentions.Length; i++)
        {
            if (!mentions[i].IsPast || clusters.HasDay(i) || mentions[i].Telling.Head.Date.End is not { } told)
                continue;
            var (latest, day) = (-1, DateOnly.MinValue);
            for (var j = 0; j < mentions.Length; j++)
                if (
                    mentions[j].Telling.Id != mentions[i].Telling.Id
                    && DayOf(mentions[j]) is { } last
                    && last < told
                    && last > day
                    && (mentions[i].IsEarlier || mentions[i].HasPast || told.DayNumber - last.DayNumber <= Lately)
                    && mentions[i].Parties.Intersect(mentions[j].Parties).Count > (mentions[i].Parties.Count > 1 ? 1 : 0)
                    && clusters.MayBind(i, j)
                )
                    (latest, day) = (j, last);
            if (latest >= 0)
                clusters.BindStrictly(i, latest, "told as past, and the latest of its kind between these parties");
        }
    }

    // The last day that its words give, or the day of the text whose news it is.
    private static DateOnly? DayOf(EventMention mention) => mention.Days?.Last ?? (mention.IsNews ? mention.Telling.Head.Date.End : null);

    // "The agreement on patrols was announced": a bare noun with nothing before it in its text is the one thing of its kind that the others tell of
    // between parties of which this text speaks too. Of two such it is neither.
    private static void BindBare(OccurrenceClusters clusters, EventMention[] mentions, HashSet<int> anaphors, WordMeaning meaning)
    {
        var spoken = mentions
            .GroupBy(mention => mention.Telling.Id, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.SelectMany(mention => mention.Parties).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        for (var i = 0; i < mentions.Length; i++)
        {
            if (
                mentions[i] is not { IsContact: false, IsDefinite: true, IsUnreal: false, Parties.Count: < 2 } bare
                || anaphors.Contains(i)
                || IsNamed(bare)
                || bare.Telling.Head.Date.End is not { } told
            )
                continue;
            var found = new List<int>();
            for (var j = 0; j < mentions.Length; j++)
                if (
                    mentions[j] is { IsCoded: true, IsUnreal: false, IsAhead: false, Parties.Count: > 1 } full
                    && full.Telling.Id != bare.Telling.Id
                    && Families.Share(full.Lemma, bare.Lemma)
                    && full.Parties.All(spoken[bare.Telling.Id].Contains)
                    && full.Telling.Head.Date.End is { } then
                    && Math.Abs(then.DayNumber - told.DayNumber) <= OccurrenceBond.MonthDays
                    && OccurrenceContrast.IsOneMatter(bare, full, meaning)
                    && (clusters.AreOne(i, j) || clusters.MayBind(i, j))
                    && !found.Exists(other => clusters.AreOne(other, j))
                )
                    found.Add(j);
            if (found.Count == 1)
                clusters.BindStrictly(found[0], i, "a bare noun, and the one thing of its kind between these parties");
        }
    }

    // What the coder took for no event is one where the words name two sides, or several mentions agree on it.
    private static bool IsTold(List<int> cluster, EventMention[] mentions) =>
        cluster.Exists(i => mentions[i].Parties.Count > (cluster.Count > 1 ? 0 : 1) && !mentions[i].IsUnreal)
        && (cluster.Count > 1 || cluster.Exists(i => mentions[i].IsContact));

    private static Occurrence Make(ImmutableArray<EventMention> mentions, IEnumerable<string> reasons)
    {
        var fullest = mentions
            .OrderByDescending(mention => mention.IsCoded)
            .ThenByDescending(mention => mention.Event.Type == EventType.CONSULT)
            .ThenByDescending(mention => mention.Parties.Count)
            .ThenByDescending(mention => mention.Persons.Length)
            .ThenBy(mention => mention.Key, StringComparer.Ordinal)
            .First();
        var participants = fullest
            .Event.Actors.Concat(fullest.Event.Recipients)
            .DistinctBy(entity => entity.Id, StringComparer.Ordinal)
            .OrderBy(entity => entity.Id, StringComparer.Ordinal);
        return new Occurrence(
            Identity.Of("occurrence", [.. Ids(mentions).Order(StringComparer.Ordinal)]),
            fullest.Event.Type,
            mentions.Select(mention => mention.Event.Mode).FirstOrDefault(mode => mode is not null),
            [.. participants],
            Days(mentions),
            mentions.Select(mention => mention.Place).FirstOrDefault(place => place is { Type: EntityType.Place })
                ?? mentions.Select(mention => mention.Place).FirstOrDefault(place => place is not null),
            [
                .. mentions.Select(mention => new OccurrenceMention(
                    mention.Telling.Id,
                    mention.IsCoded ? mention.Event.Id : null,
                    mention.Event.Spans[0]
                )),
            ],
            [.. reasons]
        );
    }

    private static IEnumerable<string> Ids(ImmutableArray<EventMention> mentions) =>
        mentions.Any(mention => mention.IsCoded)
            ? mentions.Where(mention => mention.IsCoded).Select(mention => mention.Event.Id)
            : mentions.Select(mention => mention.Key);

    // What all agree on: the stated days that are narrowest, cut by the others.
    private static DateValue Days(ImmutableArray<EventMention> mentions)
    {
        var dated = mentions
            .Where(mention => mention.Days is not null)
            .OrderBy(mention => mention.Days!.Value.Soft)
            .ThenBy(mention => mention.Days!.Value.Last.DayNumber - mention.Days!.Value.First.DayNumber)
            .ThenBy(mention => mention.Key, StringComparer.Ordinal)
            .ToList();
        if (dated.Count == 0)
            return DateValue.Unknown;
        var (date, days) = (dated[0].Event.Date, dated[0].Days!.Value);
        return date.Start == days.First && (date.End ?? days.Last) == days.Last
            ? date
            : new DateValue
            {
                Start = days.First,
                End = days.Last,
                Precision = days.First == days.Last ? Precision.Day : Precision.Interval,
                Basis = days.Soft ? DateBasis.Inferred : DateBasis.Relative,
                Reasons = ["the day of the words that tell of it"],
            };
    }
}
