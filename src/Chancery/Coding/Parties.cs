using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>What holds of any list of parties, whoever found them.</summary>
internal static class Parties
{
    /// <summary>What is done to a town is done to its state, and a visit to a capital is paid to one.</summary>
    public static ImmutableArray<Entity> Sides(ImmutableArray<Entity> named)
    {
        for (var i = 0; i < named.Length; i++)
            if (named[i] is { Type: EntityType.Place, State: { } code } place && World.Default.Find("state/" + code) is { } state)
                named = named.SetItem(i, At(state, place.Span));
        return named.Length < 2 ? named : [.. named.DistinctBy(entity => entity.Id, StringComparer.Ordinal)];
    }

    /// <summary>Nobody is both; and who speaks of a bond of his own state speaks of the other side ("Putin praised Russia-China relations").</summary>
    public static ImmutableArray<Entity> Others(ImmutableArray<Entity> some, ImmutableArray<Entity> actors)
    {
        var others = some.RemoveAll(entity => actors.Any(actor => string.Equals(actor.Id, entity.Id, StringComparison.Ordinal)));
        if (others.Length < 2)
            return others;
        var foreign = others.RemoveAll(entity =>
            entity.Type == EntityType.State && actors.Any(actor => actor.State is not null && actor.State == entity.State)
        );
        return foreign.IsEmpty ? others : foreign;
    }

    /// <summary>Two sides as one list.</summary>
    public static ImmutableArray<Entity> Both(ImmutableArray<Entity> some, ImmutableArray<Entity> others) =>
        [.. some.Concat(others).DistinctBy(entity => entity.Id, StringComparer.Ordinal)];

    /// <summary>What is done to an embassy or a consulate is done to the state that keeps it.</summary>
    public static ImmutableArray<Entity> Represented(ImmutableArray<Entity> named)
    {
        for (var i = 0; i < named.Length; i++)
            if (
                named[i] is { Type: EntityType.Organ, State: { } code } post
                && Codebook.IsOf("post-abroad", post.Id[(post.Id.LastIndexOf('.') + 1)..])
                && World.Default.Find("state/" + code) is { } state
            )
                named = named.SetItem(i, At(state, post.Span));
        return named.Length < 2 ? named : [.. named.DistinctBy(entity => entity.Id, StringComparer.Ordinal)];
    }

    private static Entity At(KnownEntity state, Span? span) =>
        new()
        {
            Id = state.Id,
            Name = state.Name,
            Type = state.Type,
            State = state.State,
            Span = span,
        };
}
