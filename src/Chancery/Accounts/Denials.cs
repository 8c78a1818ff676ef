using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>What a clause says is not so, and what it says is so, by the words of each.</summary>
internal static class Denials
{
    private const int Deepest = 16;

    /// <summary>The words that a clause denies: a negated predicate, a noun with "no" or "without", what is denied to be.</summary>
    public static ImmutableArray<string> Denied(ParsedText text, Proposition proposition)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        if (proposition.Negated && !IsLight(text.Tokens[proposition.Head]) && !IsConditional(text, proposition.Head))
            found.Add(text.Tokens[proposition.Head].Lemma);
        // "does not regard Hamas as a terrorist organisation": what it is not.
        if (
            proposition.Negated
            && text.Tokens[proposition.Head].Lemma
                is "regard"
                    or "see"
                    or "consider"
                    or "view"
                    or "treat"
                    or "recognise"
                    or "recognize"
                    or "describe"
                    or "call"
        )
            foreach (var dependent in text.Dependents(proposition.Head))
                if (
                    text.Tokens[dependent].Relation is Relation.Obl or Relation.Xcomp or Relation.Advcl
                    && (
                        text.Dependent(dependent, Relation.Case) is var mark and >= 0 && text.Tokens[mark].Lemma == "as"
                        || text.Tokens[dependent].Relation == Relation.Xcomp
                    )
                )
                    Add(text, dependent, found);
        // "at no time was a deal or mediation discussed": nothing of it.
        if (
            proposition.Negated
            && Tokens(text, proposition.Span)
                .Any(token =>
                    AccountWords.Whatever.Contains(text.Tokens[token].Lemma)
                    && text.Dependent(token, Relation.Det) is var no and >= 0
                    && text.Tokens[no].Lemma == "no"
                )
        )
            foreach (var token in Tokens(text, proposition.Span))
                if (
                    text.Tokens[token].Tag == UniversalTag.NOUN
                    && !AccountWords.Whatever.Contains(text.Tokens[token].Lemma)
                    && !AccountWords.Plain.Contains(text.Tokens[token].Lemma)
                )
                    Add(text, token, found);

        // "our response that the destroyer did not illuminate its radar".
        foreach (var token in Tokens(text, proposition.Span))
            if (
                token != proposition.Head
                && text.Tokens[token] is { IsVerb: true, Relation: Relation.Acl or Relation.AclRelcl or Relation.Ccomp }
                && text.Dependent(token, Relation.Mark) is var that and >= 0
                && text.Tokens[that].Lemma == "that"
                && HasNot(text, token)
            )
            {
                Add(text, token, found);
                if (text.Dependent(token, Relation.Obj) is var held and >= 0)
                    Add(text, held, found);
            }

        foreach (var token in Tokens(text, proposition.Span))
            if (text.Tokens[token].Tag is UniversalTag.NOUN && IsNot(text, token))
            {
                Add(text, token, found);
                // "no decision to hold talks", "had no part in the attack": what hangs on it is denied with it.
                foreach (var dependent in text.Dependents(token))
                    if (
                        text.Tokens[dependent].Relation is Relation.Acl
                        || (
                            text.Tokens[dependent].Relation is Relation.Nmod
                            && text.Tokens[token].Lemma
                                is "part"
                                    or "role"
                                    or "involvement"
                                    or "hand"
                                    or "plan"
                                    or "intention"
                                    or "decision"
                        )
                    )
                    {
                        Add(text, dependent, found);
                        if (text.Dependent(dependent, Relation.Obj) is var obj and >= 0)
                            Add(text, obj, found);
                    }
            }
            else if (text.Tokens[token].Lemma is "deny" or "reject" && token == proposition.Head)
                foreach (var dependent in text.Dependents(token))
                    if (text.Tokens[dependent].Relation is Relation.Ccomp or Relation.Xcomp or Relation.Obj)
                        Add(text, dependent, found);
        // "refused to hand over the presidency".
        if (!proposition.Negated && AccountWords.NotDoing.Contains(text.Tokens[proposition.Head].Lemma))
            foreach (var dependent in text.Dependents(proposition.Head))
                if (text.Tokens[dependent] is { IsVerb: true, Relation: Relation.Xcomp or Relation.Advcl or Relation.Obl })
                    Add(text, dependent, found);
        // "is not aware of any conversation", "was not involved in any incident": nothing of the kind.
        if (proposition.Negated)
            foreach (var token in Tokens(text, proposition.Span))
                if (text.Tokens[token].Tag == UniversalTag.NOUN && IsOfAny(text, token, proposition.Head))
                    Add(text, token, found);
        // "did not take part in the attack": the parser may hang the attack on the verb.
        if (
            proposition.Negated
            && text.Tokens[proposition.Head].Lemma is "take" or "play" or "have"
            && text.Dependent(proposition.Head, Relation.Obj) is var share and >= 0
            && text.Tokens[share].Lemma is "part" or "role" or "hand" or "involvement"
        )
            foreach (var dependent in text.Dependents(proposition.Head))
                if (text.Tokens[dependent].Relation == Relation.Obl)
                    Add(text, dependent, found);
        return found.ToImmutable();
    }

    /// <summary>The words that a clause says are so: its predicate and nouns that nothing denies; empty where the clause is a wish, a plan or a demand.</summary>
    public static ImmutableArray<string> Asserted(ParsedText text, Proposition proposition)
    {
        var negated = proposition.Negated;
        var real =
            StatusReader.Of(text, proposition.Head)
                is EntryStatus.Occurred
                    or EntryStatus.Ongoing
                    or EntryStatus.Historical
                    or EntryStatus.Alleged
                    or EntryStatus.Hedged
            || Will(text, proposition.Head);
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var token in Tokens(text, proposition.Span))
        {
            // "did not take part, because their land is seized": the reason is said to be so.
            if (negated && !IsReason(text, token, proposition.Head))
                continue;
            // "will open the road" is yet to be; "the agreement that we reached" within it is not.
            if (
                (real || negated || HasClause(text, token))
                && IsReached(text, token)
                && (
                    token == proposition.Head
                    || text.Tokens[token].Tag is UniversalTag.NOUN or UniversalTag.VERB
                    || text.Tokens[token].Relation == Relation.Amod
                )
                && !IsNot(text, token)
                && !Polarity.IsNegated(text, token)
                && !found.Contains(text.Tokens[token].Lemma)
            )
                found.Add(text.Tokens[token].Lemma);
        }

        if (negated)
            return found.ToImmutable();
        // "agreed to start talks": what was agreed on is said to be to come.
        if (text.Tokens[proposition.Head].Lemma is "agree" or "decide" or "undertake" or "pledge")
            foreach (var agreed in Agreed(text, proposition.Head))
            {
                if (Polarity.IsNegated(text, agreed))
                    continue;
                Add(text, agreed, found);
                if (text.Dependent(agreed, Relation.Obj) is var obj and >= 0)
                    Add(text, obj, found);
            }

        return found.ToImmutable();
    }

    private static bool IsOfAny(ParsedText text, int noun, int head)
    {
        if (text.Dependent(noun, Relation.Det) is not (>= 0 and var any) || !AccountWords.Any.Contains(text.Tokens[any].Lemma))
            return false;
        return text.Tokens[noun].Relation is Relation.Obl or Relation.Nmod or Relation.Obj or Relation.NsubjPass
            && (text.Tokens[noun].Head == head || (text.Tokens[noun].Head is >= 0 and var above && text.Tokens[above].Head == head));
    }

    private static bool IsReason(ParsedText text, int token, int head)
    {
        for (var (at, steps) = (token, 0); at >= 0 && at != head && steps < Deepest; at = text.Tokens[at].Head, steps++)
            if (
                text.Tokens[at].Relation == Relation.Advcl
                && text.Tokens[at].Head == head
                && text.Dependent(at, Relation.Mark) is var mark and >= 0
                && text.Tokens[mark].Lemma is "because" or "since" or "after" or "although" or "though" or "while"
            )
                return true;
        return false;
    }

    private static IEnumerable<int> Agreed(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
        {
            if (
                text.Tokens[dependent].Relation != Relation.Xcomp
                && !(text.Tokens[dependent].IsVerb && text.Tokens[dependent].Relation is Relation.Obl or Relation.Advcl or Relation.Ccomp)
            )
                continue;
            yield return dependent;
            foreach (var joined in text.Dependents(dependent))
                if (text.Tokens[joined] is { Relation: Relation.Conj, IsVerb: true })
                    yield return joined;
        }

        // "agreed to a ceasefire and to start talks": the second hangs on the noun.
        foreach (var dependent in text.Dependents(verb))
            if (text.Tokens[dependent].Relation is Relation.Obl or Relation.Obj)
                foreach (var joined in text.Dependents(dependent))
                    if (text.Tokens[joined] is { Relation: Relation.Conj, IsVerb: true })
                        yield return joined;
    }

    // "withdrew from the deal" tells of no agreement of these talks; "reached a deal" does.
    private static bool IsReached(ParsedText text, int token)
    {
        var word = text.Tokens[token];
        if (word.Tag != UniversalTag.NOUN || !AccountWords.Outcome.Contains(word.Lemma) || HasClause(text, token))
            return true;
        return word.Head < 0
            || (word.Relation is Relation.Obj or Relation.NsubjPass && AccountWords.Reaching.Contains(text.Tokens[word.Head].Lemma))
            // "the talks ended with an agreement".
            || (
                word.Relation == Relation.Obl
                && AccountWords.Ending.Contains(text.Tokens[word.Head].Lemma)
                && ClauseTree.HasCase(text, token, "with")
            );
    }

    /// <summary>Whether a clause foretells: "will cut the flow", which "will not" denies.</summary>
    public static bool Will(ParsedText text, int head)
    {
        foreach (var dependent in text.Dependents(head))
            if (text.Tokens[dependent] is { Relation: Relation.Aux, Lemma: "will" })
                return true;
        return false;
    }

    // "would not hold unless attacks stopped": nothing is said not to be.
    private static bool IsConditional(ParsedText text, int head)
    {
        foreach (var dependent in text.Dependents(head))
            if (
                text.Tokens[dependent] is { Relation: Relation.Advcl }
                && text.Dependent(dependent, Relation.Mark) is var mark and >= 0
                && text.Tokens[mark].Lemma is "unless" or "if" or "until"
            )
                return true;
        return false;
    }

    private static bool HasClause(ParsedText text, int token) =>
        text.Tokens[token].Tag == UniversalTag.NOUN
        && text.Dependent(token, Relation.AclRelcl) is var clause and >= 0
        && text.Tokens[clause].Penn == PennTag.VBD;

    private static bool HasNot(ParsedText text, int verb)
    {
        foreach (var dependent in text.Dependents(verb))
            if (Negation.Is(text.Tokens[dependent]))
                return true;
        return false;
    }

    private static void Add(ParsedText text, int token, ImmutableArray<string>.Builder found)
    {
        if (!IsLight(text.Tokens[token]) && !found.Contains(text.Tokens[token].Lemma))
            found.Add(text.Tokens[token].Lemma);
    }

    private static IEnumerable<int> Tokens(ParsedText text, Span clause)
    {
        for (var i = text.TokenAt(clause.Start); i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < clause.End; i++)
            yield return i;
    }

    private static bool IsLight(Token word) => word.Lemma is "be" or "have" or "do" or "make" or "take" or "say" or "go" or "there";

    private static bool IsNot(ParsedText text, int token)
    {
        if (Negation.IsOfNone(text, token))
            return true;
        // "at no time was there any talk".
        if (
            text.Tokens[token] is { Relation: Relation.Nsubj, Head: >= 0 and var there }
            && text.Dependent(there, Relation.Expl) >= 0
            && text.Dependent(token, Relation.Det) is var some and >= 0
            && text.Tokens[some].Lemma == "any"
        )
            return true;
        if (text.Tokens[token] is not { Relation: Relation.Obj, Head: >= 0 and var verb } || !Polarity.IsNegated(text, verb))
            return false;
        // "did not contain any weapons", "did not use a laser": none at all.
        return IsLight(text.Tokens[verb])
            || (
                text.Dependent(token, Relation.Det) is var any and >= 0
                && (
                    text.Tokens[any].Lemma == "any" || (text.Tokens[any].Lemma is "a" or "an" && Senses.Has(text.Tokens[verb].Lemma, "use"))
                )
            );
    }
}
