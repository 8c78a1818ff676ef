using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// What a clause leaves open or settles: that no day has been set, or a day; that a matter was not discussed, or was; and who did a deed that the
/// other side lays on it.
/// </summary>
internal static class Openness
{
    /// <summary>Whether it says that something has not been set: "no date was agreed for the next round", "no volume was fixed".</summary>
    public static bool IsWithout(ParsedText text, Proposition proposition, IReadOnlySet<string> nouns)
    {
        foreach (var token in Tokens(text, proposition))
            if (
                text.Tokens[token].Tag == UniversalTag.NOUN
                && nouns.Contains(text.Tokens[token].Lemma)
                && text.Dependent(token, Relation.Det) is var det and >= 0
                && text.Tokens[det].Lemma is "no"
            )
                return true;
        return false;
    }

    /// <summary>Whether it gives a day that lies ahead of the document: "will meet again on 13 October", "by the end of the year".</summary>
    public static bool IsDated(Telling telling, Proposition proposition)
    {
        if (
            proposition.Negated
            || telling.Head.Date.End is not { } today
            || StatusReader.Of(telling.Text, proposition.Head) is EntryStatus.Hypothetical
        )
            return false;
        foreach (var expression in telling.Chronology.Expressions)
            if (
                proposition.Span.Contains(telling.Text.Tokens[expression.FirstToken].Span)
                && expression.Date is { IsUnknown: false } date
                && date.End > today
                && (date.Start is null || date.Start > today || date.End.Value.DayNumber > today.DayNumber + 6)
            )
                return true;
        return false;
    }

    /// <summary>Whether it says that something was not discussed.</summary>
    public static bool IsUndiscussed(Telling telling, Proposition proposition) =>
        SilenceCues.In(telling.Words, proposition.Span) is { State: SilenceState.SaysNotDiscussed }
        || (
            proposition.Negated
            && AccountWords.Discussing.Contains(telling.Text.Tokens[proposition.Head].Lemma)
            && StatusReader.Of(telling.Text, proposition.Head) is EntryStatus.Negated or EntryStatus.Denied
        );

    /// <summary>Whether it says that something was discussed, raised or put to the other side.</summary>
    public static bool IsDiscussed(ParsedText text, Proposition proposition)
    {
        if (proposition.Negated)
            return false;
        foreach (var token in Tokens(text, proposition))
            if (text.Tokens[token].IsVerb && AccountWords.Urging.Contains(text.Tokens[token].Lemma) && !Polarity.IsNegated(text, token))
                return true;
        return false;
    }

    /// <summary>The states of whoever does what the clause tells; empty where it does not say.</summary>
    public static ImmutableArray<string> Doers(Telling telling, Proposition proposition)
    {
        if (!telling.Text.Tokens[proposition.Head].IsVerb || ClauseTree.Doer(telling.Text, proposition.Head) is not (>= 0 and var doer))
            return [];
        return
        [
            .. new Participants(telling.Text, telling.Cast)
                .Of(doer)
                .SelectMany(entity => entity.Members.IsDefaultOrEmpty ? [entity] : (IEnumerable<Entity>)entity.Members)
                .Select(entity => entity.State)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
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
