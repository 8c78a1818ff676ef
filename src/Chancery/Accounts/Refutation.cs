using System.Collections.Immutable;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>What a clause says is not true: "the claim that the army shelled the town is false", "there is no truth to the report that", "it is not true that".</summary>
internal static class Refutation
{
    private const int Deepest = 6;

    /// <summary>The verbs and nouns of what is said to be untrue; empty where nothing is.</summary>
    public static ImmutableArray<string> Of(ParsedText text, Proposition proposition)
    {
        if (!Refutes(text, proposition))
            return [];
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var token in Tokens(text, proposition))
            if (
                IsOfContent(text, token, proposition)
                && text.Tokens[token].Tag is UniversalTag.VERB or UniversalTag.NOUN
                && text.Tokens[token].Lemma.ToLowerInvariant() is var word
                && !AccountWords.Plain.Contains(word)
                && !found.Contains(word)
            )
                found.Add(word);
        return found.ToImmutable();
    }

    /// <summary>The predicates of what is said to be untrue: "stated", "respects" of "it is not true that he stated that Japan respects it".</summary>
    public static ImmutableArray<string> Core(ParsedText text, Proposition proposition) =>
        Refutes(text, proposition)
            ?
            [
                .. Tokens(text, proposition)
                    .Where(token => IsClause(text, token) || IsMatter(text, token))
                    .Select(token => text.Tokens[token].Lemma.ToLowerInvariant()),
            ]
            : [];

    /// <summary>Whether a word stands under what is said to be untrue: in a clause that begins with "that", or in what a claim or a report is of.</summary>
    public static bool IsOfContent(ParsedText text, int token, Proposition proposition)
    {
        for (var (at, steps) = (token, 0); at >= 0 && at != proposition.Head && steps < Deepest; at = text.Tokens[at].Head, steps++)
            if (IsClause(text, at) || IsMatter(text, at))
                return true;
        return false;
    }

    private static bool IsClause(ParsedText text, int token) =>
        text.Dependent(token, Relation.Mark) is var mark and >= 0
        && text.Tokens[mark].Lemma is "that" or "of"
        && text.Tokens[token].Relation
            is Relation.Acl
                or Relation.AclRelcl
                or Relation.Ccomp
                or Relation.Csubj
                or Relation.Advcl
                or Relation.Parataxis
                or Relation.Dep;

    // "the reports of genocide and of the confiscation of land".
    private static bool IsMatter(ParsedText text, int token) =>
        text.Tokens[token] is { Relation: Relation.Nmod, Head: >= 0 and var told } && AccountWords.Told.Contains(text.Tokens[told].Lemma);

    /// <summary>Whether a word calls something untrue. "The responsibility lies with" tells no lie.</summary>
    public static bool IsBaseless(ParsedText text, int token)
    {
        if (!Senses.Has(text.Tokens[token].Lemma.ToLowerInvariant(), "baseless"))
            return false;
        if (text.Tokens[token] is not { IsVerb: true, Lemma: "lie" })
            return true;
        foreach (var dependent in text.Dependents(token))
            if (
                text.Tokens[dependent].Relation == Relation.Obl
                && text.Dependent(dependent, Relation.Case) is var where and >= 0
                && text.Tokens[where].Lemma != "about"
            )
                return false;
        return true;
    }

    // "is false", "no truth to", "is not true", "does not reflect reality".
    private static bool Refutes(ParsedText text, Proposition proposition)
    {
        foreach (var token in Tokens(text, proposition))
        {
            var word = text.Tokens[token];
            var lemma = word.Lemma.ToLowerInvariant();
            if (
                IsBaseless(text, token)
                && !Polarity.IsNegated(text, token)
                && (token == proposition.Head || word.Head == proposition.Head)
                && !IsOfContent(text, token, proposition)
            )
                return true;
            // "has refuted the claims that it postponed the exchange".
            if (
                token == proposition.Head
                && Senses.Has(lemma, "reject")
                && !proposition.Negated
                && text.Dependent(token, Relation.Obj) is var told and >= 0
                && AccountWords.Told.Contains(text.Tokens[told].Lemma)
            )
                return true;
            if (AccountWords.Truth.Contains(lemma) && (token == proposition.Head || word.Head == proposition.Head) && proposition.Negated)
                return true;
        }

        return false;
    }

    private static IEnumerable<int> Tokens(ParsedText text, Proposition proposition)
    {
        for (
            var i = text.TokenAt(proposition.Span.Start);
            i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < proposition.Span.End;
            i++
        )
            yield return i;
    }
}
