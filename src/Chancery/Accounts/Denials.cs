using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>What a clause says is not so, and what it says is so, by the words of each.</summary>
internal static class Denials
{
    /// <summary>The words that a clause denies: a negated predicate, a noun with "no" or "without", what is denied to be.</summary>
    public static ImmutableArray<string> Denied(ParsedText text, Proposition proposition)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        if (proposition.Negated && !IsLight(text.Tokens[proposition.Head])) found.Add(text.Tokens[proposition.Head].Lemma);
        foreach (var token in Tokens(text, proposition.Span))
            if (text.Tokens[token].Tag is UniversalTag.NOUN && IsNot(text, token))
            {
                Add(text, token, found);
                // "no decision to hold talks", "had no part in the attack": what hangs on it is denied with it.
                foreach (var dependent in text.Dependents(token))
                    if (text.Tokens[dependent].Relation is Relation.Acl || (text.Tokens[dependent].Relation is Relation.Nmod && text.Tokens[token].Lemma is "part" or "role" or "involvement" or "hand" or "plan" or "intention" or "decision"))
                    {
                        Add(text, dependent, found);
                        if (text.Dependent(dependent, Relation.Obj) is var obj and >= 0) Add(text, obj, found);
                    }
            }
            else if (text.Tokens[token].Lemma is "deny" or "reject" && token == proposition.Head)
                foreach (var dependent in text.Dependents(token))
                    if (text.Tokens[dependent].Relation is Relation.Ccomp or Relation.Xcomp or Relation.Obj) Add(text, dependent, found);
        return found.ToImmutable();
    }

    /// <summary>The words that a clause says are so: its predicate and nouns that nothing denies; empty where the clause is a wish, a plan or a demand.</summary>
    public static ImmutableArray<string> Asserted(ParsedText text, Proposition proposition)
    {
        if (proposition.Negated) return [];
        var real = StatusReader.Of(text, proposition.Head) is EntryStatus.Occurred or EntryStatus.Ongoing or EntryStatus.Historical or EntryStatus.Alleged or EntryStatus.Hedged || Will(text, proposition.Head);
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var token in Tokens(text, proposition.Span))
            // "will open the road" is yet to be; "the agreement that we reached" within it is not.
            if ((real || HasClause(text, token)) && IsReached(text, token) && (token == proposition.Head || text.Tokens[token].Tag is UniversalTag.NOUN or UniversalTag.VERB) && !IsNot(text, token) && !Polarity.IsNegated(text, token) && !found.Contains(text.Tokens[token].Lemma))
                found.Add(text.Tokens[token].Lemma);
        return found.ToImmutable();
    }

    // "withdrew from the deal" tells of no agreement of these talks; "reached a deal" does.
    private static bool IsReached(ParsedText text, int token)
    {
        var word = text.Tokens[token];
        if (word.Tag != UniversalTag.NOUN || !AccountWords.Outcome.Contains(word.Lemma) || HasClause(text, token)) return true;
        return word.Head < 0 || (word.Relation is Relation.Obj or Relation.NsubjPass && AccountWords.Reaching.Contains(text.Tokens[word.Head].Lemma));
    }

    // "will cut the flow" foretells; it is denied by "will not".
    private static bool Will(ParsedText text, int head)
    {
        foreach (var dependent in text.Dependents(head))
            if (text.Tokens[dependent] is { Relation: Relation.Aux, Lemma: "will" }) return true;
        return false;
    }

    private static bool HasClause(ParsedText text, int token)
        => text.Tokens[token].Tag == UniversalTag.NOUN && text.Dependent(token, Relation.AclRelcl) is var clause and >= 0 && text.Tokens[clause].Penn == PennTag.VBD;

    private static void Add(ParsedText text, int token, ImmutableArray<string>.Builder found)
    {
        if (!IsLight(text.Tokens[token]) && !found.Contains(text.Tokens[token].Lemma)) found.Add(text.Tokens[token].Lemma);
    }

    private static IEnumerable<int> Tokens(ParsedText text, Span clause)
    {
        for (var i = text.TokenAt(clause.Start); i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < clause.End; i++) yield return i;
    }

    private static bool IsLight(Token word) => word.Lemma is "be" or "have" or "do" or "make" or "take" or "say" or "go" or "there";

    private static bool IsNot(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
        {
            var word = text.Tokens[dependent];
            if (word.Relation == Relation.Det && word.Lemma is "no" or "neither" || word.Relation == Relation.Case && word.Lemma == "without") return true;
            // "does not have any troops": the object of a negated light verb.
        }

        return text.Tokens[token] is { Relation: Relation.Obj, Head: >= 0 and var verb } && IsLight(text.Tokens[verb]) && Polarity.IsNegated(text, verb);
    }
}
