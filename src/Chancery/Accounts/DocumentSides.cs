using System.Collections.Immutable;

namespace Chancery.Accounts;

/// <summary>The two states between which a document's matter lies, where it speaks of two far more than of any other.</summary>
internal static class DocumentSides
{
    private const int Margin = 2;

    /// <summary>Whose account it is and the state that it speaks of most; of a report, the two that it speaks of most; empty where a third comes near.</summary>
    public static ImmutableSortedSet<string> Of(Telling telling)
    {
        var owner = AccountOwner.Side(telling.Head);
        var spoken = telling
            .Cast.Mentions.SelectMany(mention => mention.Entities)
            .Select(entity => entity.State)
            .OfType<string>()
            .Where(state => state != owner)
            .GroupBy(state => state, StringComparer.Ordinal)
            .Select(group => (State: group.Key, Times: group.Count()))
            .OrderByDescending(state => state.Times)
            .ThenBy(state => state.State, StringComparer.Ordinal)
            .ToList();
        var others = owner is null ? 2 : 1;
        if (
            spoken.Count < others
            || spoken[others - 1].Times < Margin
            || (spoken.Count > others && spoken[others].Times * Margin > spoken[others - 1].Times)
        )
            return [];
        return [.. spoken.Take(others).Select(state => state.State).Concat(owner is null ? [] : [owner])];
    }
}
