using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Holds what a report says of an account's silence against the account.</summary>
internal static class SilenceClaims
{
    /// <summary>Every stated silence of every document, with what the account itself shows where it is among them.</summary>
    public static ImmutableArray<SilenceClaim> Of(ImmutableArray<Telling> tellings, ImmutableArray<TopicEvidence> evidence)
    {
        var claims = ImmutableArray.CreateBuilder<SilenceClaim>();
        foreach (var telling in tellings)
            foreach (var (by, topic, span, state) in Stated(telling, tellings))
            {
                // A side may have several accounts; what is said of its silence is held against each.
                var its = Enumerable
                    .Range(0, tellings.Length)
                    .Where(i =>
                        tellings[i].Id != telling.Id && AccountOwner.IsParty(tellings[i].Head) && Same(AccountOwner.Of(tellings[i].Head), by)
                    )
                    .DefaultIfEmpty(-1);
                foreach (var about in its)
                {
                    var raised =
                        about < 0 ? null
                        : Topics.Standard.Named(topic) is { } known ? [.. evidence[about].For(known).Select(match => match.Span)]
                        : Literally(tellings[about], topic);
                    var claim = new SilenceClaim(
                        telling.Id,
                        about < 0 ? null : tellings[about].Id,
                        by.Name,
                        topic,
                        span,
                        raised is { } found ? found.Length == 0 || IsSaid(about, topic, state, evidence) : null,
                        state,
                        raised is { Length: > 0 } words && !IsSaid(about, topic, state, evidence) ? words[0] : null
                    );
                    // The same account may be meant twice, as its state's and as its organ's.
                    if (
                        !claims.Any(other =>
                            other.Document == claim.Document
                            && other.About == claim.About
                            && (about >= 0 || other.By == claim.By)
                            && other.Topic == claim.Topic
                        )
                    )
                        claims.Add(claim);
                }
            }
        return claims.ToImmutable();
    }

    // "Paris said that the jets did not come up": borne out where the account itself says so.
    private static bool IsSaid(int about, string topic, SilenceState state, ImmutableArray<TopicEvidence> evidence) =>
        state == SilenceState.SaysNotDiscussed
        && Topics.Standard.Named(topic) is { } known
        && evidence[about]
            .For(known)
            .Any(match => evidence[about].StateOf(match.Topic) is SilenceState.SaysNotDiscussed or SilenceState.Denies);

    // What the record holds; and of "neither side mentioned", where the text cites nobody, every account at hand.
    private static IEnumerable<(Entity By, string Topic, Span Words, SilenceState State)> Stated(
        Telling telling,
        ImmutableArray<Telling> tellings
    )
    {
        foreach (
            var silence in telling
                .Entries.OfType<Silence>()
                .Where(silence => silence.Basis == SilenceBasis.Stated && silence.State != SilenceState.DeclinesComment)
        )
            foreach (var by in silence.By)
                yield return (by, silence.Topic, silence.Spans[0], silence.State);
        if (AccountOwner.IsParty(telling.Head))
            yield break;
        Span? before = null;
        foreach (var passage in Passages.Of(telling.Text))
        {
            var last = before;
            before = passage;
            foreach (var (cue, scope, state) in SilenceCues.All(telling.Words, passage))
            {
                if (state != SilenceState.Silent)
                    continue;
                var others = IsOfAll(telling.Words, passage, cue)
                    ? tellings.Where(other => AccountOwner.IsParty(other.Head)).ToList()
                    : Also(telling, passage, cue, tellings).ToList();
                foreach (var (topic, _) in SilenceCues.Topics(telling.Words, scope, passage, last))
                    foreach (var other in others)
                        if (AccountOwner.Of(other.Head) is { } owner)
                            yield return (owner, topic, passage, SilenceState.Silent);
            }
        }
    }

    // "neither side mentioned", "none of the statements mentioned", "went unmentioned in both statements": all accounts at hand, where no one is named.
    private static bool IsOfAll(string words, Span passage, Span cue)
    {
        if (cue.In(words).StartsWith("neither", StringComparison.OrdinalIgnoreCase))
            return Citations.Parties(words, passage, cue).Length < 2;
        return Citations.IsOfAll(words, passage);
    }

    // "… and neither did the Chinese one": the same is said of whoever is named after it.
    private static IEnumerable<Telling> Also(Telling telling, Span passage, Span cue, ImmutableArray<Telling> tellings)
    {
        var rest = telling.Words.AsSpan(cue.End, passage.End - cue.End);
        var at = rest.IndexOf("neither did", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            yield break;
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in TopicWord.Cut(telling.Words, new Span(cue.End + at, passage.End)))
            if (word.Capital && Citations.State(word.Span.In(telling.Words).ToString()) is { } state)
                named.Add(state);
        foreach (var other in tellings)
            if (AccountOwner.IsParty(other.Head) && AccountOwner.Of(other.Head)?.State is { } state && named.Contains(state))
                yield return other;
    }

    // A matter that no topic covers is looked for by its own words: as they stand, or all that tell of it within one sentence ("the Manbij roadmap" in
    // "the roadmap on Manbij").
    private static Span[] Literally(Telling telling, string matter)
    {
        var text = telling.Words;
        var at = text.IndexOf(matter, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
            return [new Span(at, at + matter.Length)];
        var sought = TopicWord
            .Cut(matter, new Span(0, matter.Length))
            .Where(word => !AccountWords.Function.Contains(word.Lower))
            .Select(word => word.Lower)
            .ToHashSet(StringComparer.Ordinal);
        if (sought.Count < 2)
            return [];
        foreach (var passage in Passages.Of(telling.Text))
        {
            var held = TopicWord.Cut(text, passage).Where(word => sought.Contains(word.Lower)).ToList();
            if (held.Select(word => word.Lower).Distinct(StringComparer.Ordinal).Count() == sought.Count)
                return [held[0].Span.Cover(held[^1].Span)];
        }

        return [];
    }

    private static bool Same(Entity? owner, Entity by) =>
        owner is not null && (owner.Id == by.Id || (owner.State is { } state && state == by.State));
}
