using System.Collections.Immutable;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>All of them to the one, and not yet all to the other: "all the lorries have gone through", "some 180 lorries are still waiting".</summary>
internal static class UniversalClash
{
    /// <summary>What all of and what some of; null where there is nothing.</summary>
    public static Clash? Of(Bearing all, Bearing some)
    {
        if (!all.IsNear(some) || all.IsOther(some) || all.Said.Negated || !all.IsReal || !some.IsReal)
            return null;
        foreach (var whole in Wholes(all))
            foreach (var part in Parts(some))
                if (whole == part || Senses.Share(whole, part))
                    return new Clash("stance", $"of all of “{whole}” to the one, and some are left to the other", some.Said.Account);
        return null;
    }

    // "all the lorries", "every prisoner": what the clause is about.
    private static IEnumerable<string> Wholes(Bearing bearing)
    {
        var text = bearing.Text;
        foreach (var token in About(bearing))
            foreach (var dependent in text.Dependents(token))
                if (
                    text.Tokens[dependent].Relation is Relation.Det or Relation.DetPredet
                    && AccountWords.Universal.Contains(text.Tokens[dependent].Lemma)
                )
                    yield return text.Tokens[token].Lemma.ToLowerInvariant();
    }

    // "180 lorries are still waiting", "two prisoners have not been freed".
    private static IEnumerable<string> Parts(Bearing bearing)
    {
        var text = bearing.Text;
        if (!bearing.Said.Negated && !IsOfRest(bearing))
            yield break;
        foreach (var token in About(bearing))
            if (
                text.Dependent(token, Relation.Nummod) >= 0
                || bearing.Said.Quantities.Any(quantity => quantity.Unit == text.Tokens[token].Lemma)
            )
                yield return text.Tokens[token].Lemma.ToLowerInvariant();
    }

    private static bool IsOfRest(Bearing bearing)
    {
        if (AccountWords.Remaining.Contains(bearing.Head.Lemma))
            return true;
        foreach (var dependent in bearing.Text.Dependents(bearing.Said.Head))
            if (AccountWords.Remaining.Contains(bearing.Text.Tokens[dependent].Lemma))
                return true;
        return false;
    }

    private static ImmutableArray<int> About(Bearing bearing)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        foreach (var dependent in bearing.Text.Dependents(bearing.Said.Head))
            if (
                bearing.Text.Tokens[dependent] is { Tag: UniversalTag.NOUN, Relation: Relation.Nsubj or Relation.NsubjPass or Relation.Obj }
            )
                found.Add(dependent);
        return found.ToImmutable();
    }
}
