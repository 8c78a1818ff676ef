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

    /// <summary>Whether a word stands in a clause that begins with "that", and under what is said to be untrue.</summary>
    public static bool IsOfContent(ParsedText text, int token, Proposition proposition)
    {
        for (var (at, steps) = (token, 0); at >= 0 && at != proposition.Head && steps < Deepest; at = text.Tokens[at].Head, steps++)
            if (
                text.Dependent(at, Relation.Mark) is var mark and >= 0
                && text.Tokens[mark].Lemma is "that" or "of"
                && text.Tokens[at].Relation
                    is Relation.Acl
                        or Relation.AclRelcl
                        or Relation.Ccomp
                        or Relation.Csubj
                        or Relation.Advcl
                        or Relation.Parataxis
                        or Relation.Dep
            )
                return true;
        return false;
    }

    // "is false", "no truth to", "is not true", "does not reflect reality".
    private static bool Refutes(ParsedText text, Proposition proposition)
    {
        foreach (var token in Tokens(text, proposition))
        {
            var word = text.Tokens[token];
            var lemma = word.Lemma.ToLowerInvariant();
            if (
                Senses.Has(lemma, "baseless")
                && !Polarity.IsNegated(text, token)
                && (token == proposition.Head || word.Head == proposition.Head)
                && !IsOfContent(text, token, proposition)
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
