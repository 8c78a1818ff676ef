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
            foreach (var (by, topic, span) in Stated(telling, tellings))
            {
                // A side may have several accounts; what is said of its silence is held against each.
                var its = Enumerable.Range(0, tellings.Length).Where(i => tellings[i].Id != telling.Id && AccountOwner.IsParty(tellings[i].Head) && Same(AccountOwner.Of(tellings[i].Head), by)).DefaultIfEmpty(-1);
                foreach (var about in its)
                {
                    var raised = about >= 0 && Topics.Standard.Named(topic) is { } known ? evidence[about].For(known) : (ImmutableArray<TopicMatch>?)null;
                    var claim = new SilenceClaim(
                        telling.Id, about < 0 ? null : tellings[about].Id, by.Name, topic, span, raised is { } found ? found.Length == 0 : null, raised is { Length: > 0 } words ? words[0].Span : null);
                    if (!claims.Any(other => other.Document == claim.Document && other.About == claim.About && other.By == claim.By && other.Topic == claim.Topic)) claims.Add(claim);
                }
            }
        return claims.ToImmutable();
    }

    // What the record holds; and of "neither side mentioned", where the text cites nobody, every account at hand.
    private static IEnumerable<(Entity By, string Topic, Span Words)> Stated(Telling telling, ImmutableArray<Telling> tellings)
    {
        foreach (var silence in telling.Entries.OfType<Silence>().Where(silence => silence.Basis == SilenceBasis.Stated && silence.State != SilenceState.DeclinesComment))
            foreach (var by in silence.By) yield return (by, silence.Topic, silence.Spans[0]);
        if (AccountOwner.IsParty(telling.Head)) yield break;
        foreach (var passage in Passages.Of(telling.Text))
            foreach (var (cue, scope, state) in SilenceCues.All(telling.Words, passage))
            {
                if (state != SilenceState.Silent) continue;
                var others = IsOfAll(telling.Words, passage, cue) ? tellings.Where(other => AccountOwner.IsParty(other.Head)).ToList()
                    : Also(telling, passage, cue, tellings).ToList();
                foreach (var (topic, _) in SilenceCues.Topics(telling.Words, scope))
                    foreach (var other in others)
                        if (AccountOwner.Of(other.Head) is { } owner) yield return (owner, topic, passage);
            }
    }

    // "neither side mentioned", "none of the statements mentioned", "went unmentioned in both statements": all accounts at hand, where no one is named.
    private static bool IsOfAll(string words, Span passage, Span cue)
    {
        if (cue.In(words).StartsWith("neither", StringComparison.OrdinalIgnoreCase)) return Citations.Parties(words, passage, cue).Length < 2;
        return Citations.IsOfAll(words, passage);
    }

    // "… and neither did the Chinese one": the same is said of whoever is named after it.
    private static IEnumerable<Telling> Also(Telling telling, Span passage, Span cue, ImmutableArray<Telling> tellings)
    {
        var rest = telling.Words.AsSpan(cue.End, passage.End - cue.End);
        var at = rest.IndexOf("neither did", StringComparison.OrdinalIgnoreCase);
        if (at < 0) yield break;
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in TopicWord.Cut(telling.Words, new Span(cue.End + at, passage.End)))
            if (word.Capital && Citations.State(word.Span.In(telling.Words).ToString()) is { } state) named.Add(state);
        foreach (var other in tellings)
            if (AccountOwner.IsParty(other.Head) && AccountOwner.Of(other.Head)?.State is { } state && named.Contains(state)) yield return other;
    }

    private static bool Same(Entity? owner, Entity by) => owner is not null && (owner.Id == by.Id || (owner.State is { } state && state == by.State));
}
