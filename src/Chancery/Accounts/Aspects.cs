using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Which side of an aspect a clause takes, by the phrases of <c>codebook/accounts/aspects.csv</c>: a deed was meant or an accident, a border was
/// closed or stayed open, a step broke the contract or kept to it. Phrases are of one word or more, of any class.
/// </summary>
internal static class Aspects
{
    // How many words may stand within a phrase: "in full accordance", "in flagrant breach".
    private const int Gap = 1;

    private static readonly FrozenDictionary<string, ImmutableArray<AspectPhrase>> ByFirst = EmbeddedTable
        .Rows("codebook/accounts/aspects.csv")
        .Select(row => new AspectPhrase(row[0], row[1] == "event", row[2], [.. row[3].Split(' ')], row[4]))
        .GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(phrase => phrase.Words.Length).ToImmutableArray(),
            StringComparer.Ordinal
        );

    /// <summary>The sides that a clause takes, each once. Where it names both sides of an aspect it takes neither.</summary>
    public static ImmutableArray<AspectMention> Of(ParsedText text, Proposition proposition)
    {
        var found = new List<AspectMention>();
        for (
            var i = text.TokenAt(proposition.Span.Start);
            i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < proposition.Span.End;
            i++
        )
        {
            if (Longest(text, i, proposition.Span) is not var (phrase, root))
                continue;
            // "without warning", "no warning": what negates is of the phrase.
            var negated = (!phrase.IsNegation && IsNegated(text, root)) != proposition.IsDenied;
            var side = negated ? phrase.Negated : phrase.Side;
            if (side.Length > 0 && !found.Any(mention => mention.Aspect == phrase.Aspect && mention.Side == side))
                found.Add(new AspectMention(phrase.Aspect, phrase.IsOfEvent, side, string.Join(' ', phrase.Words), negated));
        }

        return [.. found.Where(mention => !found.Any(other => other.Aspect == mention.Aspect && other.Side != mention.Side))];
    }

    // The longest phrase that begins at a word, with the one of its words that the others hang on.
    private static (AspectPhrase Phrase, int Root)? Longest(ParsedText text, int first, Span clause)
    {
        if (Starting(text, first) is not { IsDefault: false } phrases)
            return null;
        foreach (var phrase in phrases)
            if (End(text, first, phrase.Words, clause) is var last and >= 0)
                return (phrase, Root(text, first, last));
        return null;
    }

    private static ImmutableArray<AspectPhrase> Starting(ParsedText text, int token) =>
        ByFirst.TryGetValue(text.Tokens[token].Lemma.ToLowerInvariant(), out var byLemma) ? byLemma
        : ByFirst.TryGetValue(text.Form(token).ToString().ToLowerInvariant(), out var byForm) ? byForm
        : default;

    private static int End(ParsedText text, int first, ImmutableArray<string> words, Span clause)
    {
        var at = first;
        for (var i = 1; i < words.Length; i++)
        {
            var next = at + 1;
            while (next <= at + 1 + Gap && !(next < text.Tokens.Length && IsWord(text, next, words[i])))
                next++;
            if (next > at + 1 + Gap || !clause.Contains(text.Tokens[next].Span))
                return -1;
            at = next;
        }

        return at;
    }

    private static bool IsWord(ParsedText text, int token, string word) =>
        text.Tokens[token].Lemma.Equals(word, StringComparison.OrdinalIgnoreCase)
        || text.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static int Root(ParsedText text, int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (text.Tokens[i].Head < first || text.Tokens[i].Head > last)
                if (text.Tokens[i].Relation is not (Relation.Case or Relation.Advmod or Relation.Det) || first == last)
                    return i;
        return last;
    }

    // "did not ram it on purpose": what negates the verb negates how it was done.
    private static bool IsNegated(ParsedText text, int root) =>
        Polarity.IsNegated(text, root)
        || Negation.IsOfNone(text, root)
        || (
            text.Tokens[root] is { Relation: Relation.Advmod or Relation.Obl or Relation.Amod, Head: >= 0 and var above }
            && Polarity.IsNegated(text, above)
        );

    private sealed record AspectPhrase(string Aspect, bool IsOfEvent, string Side, ImmutableArray<string> Words, string Negated)
    {
        public bool IsNegation { get; } = Words.Any(word => AccountWords.Negators.Contains(word) || AccountWords.Lacking.Contains(word));
    }
}
