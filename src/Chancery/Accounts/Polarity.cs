using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Which way the words of a clause point, for or against, with negation taken in; from <c>codebook/accounts/polarity.csv</c>.</summary>
internal static class Polarity
{
    private const int Reach = 4,
        Deep = 2;

    private static readonly ImmutableArray<string[]> Rows = [.. EmbeddedTable.Rows("codebook/accounts/polarity.csv")];

    private static readonly FrozenDictionary<string, int> Signs = Rows.ToFrozenDictionary(
        row => row[0],
        row => int.Parse(row[1], CultureInfo.InvariantCulture),
        StringComparer.Ordinal
    );

    // Words that turn round what they govern: "refused to accept", "without an agreement".
    private static readonly FrozenSet<string> Turning = Rows.Where(row => row[2] == "yes")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    // Deeds whose doer is what is judged: "the accord breaks the law".
    private static readonly FrozenSet<string> Deeds = Rows.Where(row => row[2] == "deed")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    // Nouns that point only where a clause says at what: "the right to enrich".
    private static readonly FrozenSet<string> Claims = Rows.Where(row => row[2] == "clause")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    // Words that point only as verbs: "the works" are for nothing.
    private static readonly FrozenSet<string> Verbs = Rows.Where(row => row[2] == "verb")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<(string, string)> Opposites = EmbeddedTable
        .Rows("codebook/accounts/antonyms.csv")
        .SelectMany(row => new[] { (row[0], row[1]), (row[1], row[0]) })
        .ToFrozenSet();

    /// <summary>Whether two words, or senses of theirs, are opposites by <c>codebook/accounts/antonyms.csv</c>.</summary>
    public static bool AreOpposite(string left, string right)
    {
        if (Opposites.Contains((left, right)))
            return true;
        foreach (var ours in Senses.Of(left))
            foreach (var theirs in Senses.Of(right))
                if (Opposites.Contains(("@" + ours, "@" + theirs)))
                    return true;
        return false;
    }

    /// <summary>Whether a word turns round what it governs: "suspend", "refuse".</summary>
    public static bool Turns(string lemma) => Turning.Contains(lemma);

    /// <summary>The pointing words of a clause, each with its sign and what it points at.</summary>
    public static ImmutableArray<Pointer> Of(ParsedText text, Span clause)
    {
        var found = ImmutableArray.CreateBuilder<Pointer>();
        for (var i = text.TokenAt(clause.Start); i >= 0 && i < text.Tokens.Length && text.Tokens[i].Span.Start < clause.End; i++)
        {
            if (!clause.Contains(text.Tokens[i].Span) || !Signs.TryGetValue(text.Tokens[i].Lemma, out var sign))
                continue;
            // "the right to enrich" is a claim; "human rights" is none. "opened fire" opens nothing.
            if (Claims.Contains(text.Tokens[i].Lemma) && text.Dependent(i, Relation.Acl) < 0)
                continue;
            if (
                text.Tokens[i].Lemma == "open"
                && text.Dependent(i, Relation.Obj) is var opened and >= 0
                && text.Tokens[opened].Lemma == "fire"
            )
                continue;
            if (Verbs.Contains(text.Tokens[i].Lemma) && !text.Tokens[i].IsVerb)
                continue;
            // "what it called harsh", "a phone call": who calls for something points at it.
            if (text.Tokens[i].Lemma == "call" && !CallsFor(text, i))
                continue;
            var negated = IsNegated(text, i);
            var (targets, heads) = Targets(text, i, clause);
            found.Add(new Pointer(text.Tokens[i].Lemma, negated ? -sign : sign, negated, targets, heads));
        }

        return found.ToImmutable();
    }

    private static (ImmutableArray<string> All, ImmutableArray<string> Heads) Targets(ParsedText text, int token, Span clause)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var heads = ImmutableArray.CreateBuilder<string>();
        void Aim(int at, int depth)
        {
            var before = found.Count;
            Gather(text, at, clause, found, depth);
            if (found.Count > before)
                heads.Add(found[before]);
        }

        var word = text.Tokens[token];
        foreach (var dependent in text.Dependents(token))
        {
            var relation = text.Tokens[dependent].Relation;
            var aimed =
                word.IsVerb ? relation is Relation.Obj or Relation.NsubjPass or Relation.Xcomp or Relation.Ccomp or Relation.Obl
                : word.Tag == UniversalTag.ADJ
                    ? relation is Relation.Nsubj or Relation.Xcomp or Relation.Obl or Relation.Ccomp or Relation.Advcl
                : relation is Relation.Nmod or Relation.Acl or Relation.Compound or Relation.Amod;
            // "called for a ceasefire in the conflict": where and when is not what is called for.
            if (aimed && !(word.Lemma is "call" or "appeal" && relation == Relation.Obl && IsSetting(text, dependent)))
                Aim(dependent, 0);
        }

        // "the talks collapsed", "the island belongs to Peru": what has no object points at its subject.
        if (
            word.IsVerb
            && text.Dependent(token, Relation.Obj) < 0
            && text.Dependent(token, Relation.Xcomp) < 0
            && text.Dependent(token, Relation.Ccomp) < 0
            && text.Dependent(token, Relation.Nsubj) is var subject and >= 0
            && text.Tokens[subject].Tag != UniversalTag.PRON
            && (found.Count == 0 || word.Lemma is "belong" or "fail" or "collapse" or "continue" or "end")
        )
            Aim(subject, 0);

        if (
            Deeds.Contains(word.Lemma)
            && text.Dependent(token, Relation.Nsubj) is var doer and >= 0
            && text.Tokens[doer].Tag == UniversalTag.NOUN
        )
            Aim(doer, 0);

        // "declared the accord void": the object of the verb is what the adjective judges.
        if (
            word is { Relation: Relation.Xcomp or Relation.Obl or Relation.Advcl, Tag: UniversalTag.ADJ, Head: >= 0 }
            && text.Dependent(word.Head, Relation.Obj) is var judged and >= 0
        )
            Aim(judged, 0);

        // "regards the vote as illegitimate", where the tree hangs the adjective on the noun.
        if (
            word is { Relation: Relation.Nmod, Tag: UniversalTag.ADJ, Head: >= 0 }
            && text.Tokens[word.Head].Relation == Relation.Obj
            && text.Dependent(token, Relation.Case) is var mark and >= 0
            && text.Tokens[mark].Lemma == "as"
        )
            Aim(word.Head, 0);

        // "free and legitimate": the subject of the first is that of the second; "has the support of": what has it is supported.
        if (
            word is { Relation: Relation.Conj, Tag: UniversalTag.ADJ, Head: >= 0 }
            && text.Dependent(word.Head, Relation.Nsubj) is var shared and >= 0
        )
            Aim(shared, 0);
        if (
            word is { Relation: Relation.Obj, Tag: UniversalTag.NOUN, Head: >= 0 }
            && text.Tokens[word.Head].Lemma is "have" or "enjoy" or "receive" or "win" or "find"
            && text.Dependent(word.Head, Relation.Nsubj) is var holder and >= 0
        )
            Aim(holder, 0);

        // "the closing of the border is a provocation".
        if (
            word.Tag == UniversalTag.NOUN
            && text.Dependent(token, Relation.Cop) >= 0
            && text.Dependent(token, Relation.Nsubj) is var called and >= 0
            && text.Tokens[called].Tag != UniversalTag.PRON
        )
            Aim(called, 0);

        // "the strikes were lawful acts": an adjective of what something is said to be judges that.
        if (
            word is { Relation: Relation.Amod, Head: >= 0 and var what }
            && text.Dependent(what, Relation.Cop) >= 0
            && text.Dependent(what, Relation.Nsubj) is var named and >= 0
        )
            Aim(named, 0);

        // "must stop and eliminate its enrichment": what hangs on the second is aimed at by the first.
        if (word.IsVerb && found.Count == 0)
            foreach (var joined in text.Dependents(token))
                if (
                    text.Tokens[joined] is { Relation: Relation.Conj, IsVerb: true }
                    && text.Dependent(joined, Relation.Obj) is var both and >= 0
                )
                    Aim(both, 0);

        // "stop and eliminate its enrichment", where the object hangs on the first.
        if (
            word is { Relation: Relation.Conj, IsVerb: true, Head: >= 0 and var first }
            && found.Count == 0
            && text.Dependent(first, Relation.Obj) is var common and > 0
            && common > token
        )
            Aim(common, 0);

        // "an unacceptable demand": an adjective before its noun points at it.
        if (word is { Relation: Relation.Amod, Head: >= 0 })
            Aim(word.Head, Deep - 1);
        return (found.ToImmutable(), heads.ToImmutable());
    }

    private static void Gather(ParsedText text, int token, Span clause, ImmutableArray<string>.Builder found, int depth)
    {
        var word = text.Tokens[token];
        if (!clause.Contains(word.Span) || depth > Deep)
            return;
        if (
            word.Tag is UniversalTag.NOUN or UniversalTag.VERB or UniversalTag.PROPN or UniversalTag.ADJ
            && !AccountWords.Plain.Contains(word.Lemma)
        )
        {
            // A name keeps its capital: whoever compares knows the parties, who are no targets.
            var lemma = word.Tag == UniversalTag.PROPN ? word.Lemma : word.Lemma.ToLowerInvariant();
            if (!found.Contains(lemma))
                found.Add(lemma);
        }

        // "support the fight against terrorism" aims at the fight, and what is fought is aimed at the other way.
        if (Turning.Contains(word.Lemma))
            return;
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent].Relation is not (Relation.AclRelcl or Relation.Punct))
                Gather(text, dependent, clause, found, depth + 1);
    }

    private static bool IsSetting(ParsedText text, int token) =>
        text.Dependent(token, Relation.Case) is var place and >= 0
        && text.Tokens[place].Lemma is "in" or "at" or "during" or "within" or "after" or "before" or "amid" or "since" or "until";

    /// <summary>The sign of a stance in words ("opposes", "supports a two-state solution"), by its first word; 0 where it points neither way.</summary>
    public static int SignOf(string stance)
    {
        var first = stance.Split(' ')[0];
        foreach (
            var form in (ReadOnlySpan<string>)
                [
                    first,
                    first.TrimEnd('s'),
                    first.EndsWith("es", StringComparison.Ordinal) ? first[..^2] : first,
                    first.EndsWith("ies", StringComparison.Ordinal) ? first[..^3] + "y" : first,
                ]
        )
            if (Signs.TryGetValue(form, out var sign))
                return sign;
        return 0;
    }

    private static bool CallsFor(ParsedText text, int call)
    {
        foreach (var dependent in text.Dependents(call))
            if (
                text.Tokens[dependent].Relation is Relation.Xcomp && text.Tokens[dependent].IsVerb
                || text.Tokens[dependent].Relation is Relation.Acl
                || (text.Dependent(dependent, Relation.Case) is var mark and >= 0 && text.Tokens[mark].Lemma is "for" or "on" or "upon")
            )
                return true;
        return false;
    }

    // "breaks no law": the object carries the negation.
    private static bool IsOfNothing(ParsedText text, int argument) =>
        text.Tokens[argument].Relation is Relation.Obj
        && text.Dependent(argument, Relation.Det) is var det and >= 0
        && text.Tokens[det].Lemma == "no";

    /// <summary>Whether a word stands under a negation of its own clause.</summary>
    public static bool IsNegated(ParsedText text, int token)
    {
        var at = token;
        for (var steps = 0; at >= 0 && steps < Reach; steps++)
        {
            foreach (var dependent in text.Dependents(at))
                if (
                    text.Tokens[dependent].Lemma is "not" or "never" or "no" or "n't" or "without" or "neither" or "nor"
                    || (at == token && IsOfNothing(text, dependent))
                )
                    return true;
            if (text.Tokens[at].Relation is not (Relation.Xcomp or Relation.Obj or Relation.Acl or Relation.Aux or Relation.Nmod))
                return false;
            at = text.Tokens[at].Head;
            // "refusal to accept", "failed to agree": what governs turns it round.
            if (at >= 0 && Turning.Contains(text.Tokens[at].Lemma))
                return true;
        }

        return false;
    }
}
