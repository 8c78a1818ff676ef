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
            foreach (var silence in telling.Entries.OfType<Silence>().Where(silence => silence.Basis == SilenceBasis.Stated))
                foreach (var by in silence.By)
                {
                    var about = -1;
                    for (var i = 0; i < tellings.Length && about < 0; i++)
                        if (tellings[i].Id != telling.Id && AccountOwner.IsParty(tellings[i].Head) && Same(AccountOwner.Of(tellings[i].Head), by)) about = i;
                    bool? holds = null;
                    Span? found = null;
                    if (about >= 0 && Topics.Standard.Named(silence.Topic) is { } topic)
                    {
                        var raised = evidence[about].For(topic);
                        holds = raised.Length == 0;
                        if (raised.Length > 0) found = raised[0].Span;
                    }

                    claims.Add(new SilenceClaim(telling.Id, about < 0 ? null : tellings[about].Id, by.Name, silence.Topic, silence.Spans[0], holds, found));
                }
        return claims.ToImmutable();
    }

    private static bool Same(Entity? owner, Entity by) => owner is not null && (owner.Id == by.Id || (owner.State is { } state && state == by.State));
}
