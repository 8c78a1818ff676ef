using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Which way the words of a clause point, for or against, with negation taken in; from <c>codebook/accounts/polarity.csv</c>.</summary>
internal static class Polarity
{
    private const int Reach = 4;

    private static readonly FrozenDictionary<string, int> Signs = EmbeddedTable.Rows("codebook/accounts/polarity.csv")
        .ToFrozenDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The pointing words of a clause, each with its sign.</summary>
    public static ImmutableArray<(string Lemma, int Sign, bool Negated)> Of(ParsedText text, Span clause)
    {
        var found = ImmutableArray.CreateBuilder<(string, int, bool)>();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (!clause.Contains(text.Tokens[i].Span) || !Signs.TryGetValue(text.Tokens[i].Lemma, out var sign)) continue;
            var negated = IsNegated(text, i);
            found.Add((text.Tokens[i].Lemma, negated ? -sign : sign, negated));
        }

        return found.ToImmutable();
    }

    /// <summary>The sign of a stance in words ("opposes", "supports a two-state solution"), by its first word; 0 where it points neither way.</summary>
    public static int SignOf(string stance)
    {
        var first = stance.Split(' ')[0];
        foreach (var form in (ReadOnlySpan<string>)[first, first.TrimEnd('s'), first.EndsWith("es", StringComparison.Ordinal) ? first[..^2] : first, first.EndsWith("ies", StringComparison.Ordinal) ? first[..^3] + "y" : first])
            if (Signs.TryGetValue(form, out var sign)) return sign;
        return 0;
    }

    /// <summary>Whether a word stands under a negation of its own clause.</summary>
    public static bool IsNegated(ParsedText text, int token)
    {
        var at = token;
        for (var steps = 0; at >= 0 && steps < Reach; steps++)
        {
            foreach (var dependent in text.Dependents(at))
                if (text.Tokens[dependent].Lemma is "not" or "never" or "no" or "n't" or "without" or "neither" or "nor") return true;
            if (text.Tokens[at].Relation is not (Relation.Xcomp or Relation.Obj or Relation.Acl or Relation.Aux or Relation.Nmod)) return false;
            at = text.Tokens[at].Head;
            // "refusal to accept", "failed to agree": what governs turns it round.
            if (at >= 0 && Signs.GetValueOrDefault(text.Tokens[at].Lemma) < 0) return true;
        }

        return false;
    }
}
