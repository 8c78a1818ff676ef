using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>"There are no Rwandan soldiers in the Congo", where the other speaks of them in whatever mood: "the 4,000 Rwandan soldiers must leave".</summary>
internal static class ExistenceClash
{
    private static readonly string[] Kinds = ["forces", "weapon", "base"];

    /// <summary>What is there to the one and not to the other; null where there is nothing.</summary>
    public static Clash? Of(Bearing denier, Bearing other)
    {
        if (!denier.IsParty || denier.Head.Lemma is not ("be" or "have") || !other.Named.Contains(denier.Owner) || !denier.IsNear(other))
            return null;
        foreach (var denied in denier.Denied)
            if (Senses.HasAny(denied, Kinds) && other.Tokens.Any(token => IsTheirs(other, token, denied, denier.Owner)))
                return new Clash("stance", $"one says that there is no “{denied}” and the other speaks of it", denier.Said.Account);
        return null;
    }

    private static bool IsTheirs(Bearing bearing, int token, string denied, string owner)
    {
        var word = bearing.Text.Tokens[token];
        if (
            word.Tag != UniversalTag.NOUN
            || (word.Lemma != denied && !Senses.Share(word.Lemma, denied))
            || Polarity.IsNegated(bearing.Text, token)
        )
            return false;
        if (bearing.Telling.Cast.Of(token).Any(entity => entity.State == owner))
            return true;
        foreach (var dependent in bearing.Text.Dependents(token))
            if (
                bearing.Text.Tokens[dependent].Relation is Relation.Amod or Relation.NmodPoss or Relation.Compound
                && bearing.Telling.Cast.Of(dependent).Any(entity => entity.State == owner)
            )
                return true;
        return false;
    }
}
