using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>What a clause says that a state did not do: "Rwanda has never supported the group", "had nothing to do with the strikes", "India rejects the allegations".</summary>
/// <param name="State">The state that did not do it.</param>
/// <param name="Deed">The words of the deed; empty where charges are dismissed without saying which.</param>
/// <param name="IsWhole">Whether all part in it is disowned, or the charge as such: "nothing to do with", "rejects the allegations".</param>
/// <param name="IsByPhrase">Whether all part in it is disowned by a phrase: "nothing to do with".</param>
internal sealed record Disowned(string State, ImmutableArray<string> Deed, bool IsWhole, bool IsByPhrase)
{
    private static readonly string[] Dismissing = ["allege", "reject", "baseless"];

    /// <summary>What a clause disowns; null where it disowns nothing.</summary>
    public static Disowned? Of(Bearing bearing)
    {
        var words = bearing.Said.Words;
        var lower = bearing.Said.Span.In(bearing.Telling.Words).ToString();
        var phrase = AccountWords.Disowning.Any(cue => lower.Contains(cue, StringComparison.OrdinalIgnoreCase));
        var rejects =
            words.Any(word => Senses.Has(word, "reject")) || bearing.Tokens.Any(token => Refutation.IsBaseless(bearing.Text, token));
        var dismissed = (rejects || bearing.Denied.Length > 0) && words.Any(word => Senses.Has(word, "allege"));
        if (!bearing.Said.Negated && !phrase && !dismissed && bearing.Head.Lemma != "deny")
            return null;
        if (Whose(bearing) is not { } state)
            return null;
        return new Disowned(state, words.RemoveAll(word => Senses.HasAny(word, Dismissing)), phrase || dismissed, phrase);
    }

    // The subject; of "we" and of what has no state for its subject, whoever's account it is.
    private static string? Whose(Bearing bearing)
    {
        if (
            bearing.IsParty
            && bearing.Owner.Length == 3
            && ClauseTree.Doer(bearing.Text, bearing.Said.Head) is var doer and >= 0
            && IsOwn(bearing.Text, doer)
        )
            return bearing.Owner;
        if (bearing.Said.Actors is [var one])
            return one;
        if (bearing.Said.Actors.Length > 1)
            return null;
        return bearing.IsParty && bearing.Owner.Length == 3 ? bearing.Owner : null;
    }

    // "we", "our forces".
    private static bool IsOwn(ParsedText text, int subject)
    {
        if (IsFirst(text.Form(subject)))
            return true;
        foreach (var dependent in text.Dependents(subject))
            if (text.Tokens[dependent].Relation == Relation.NmodPoss && IsFirst(text.Form(dependent)))
                return true;
        return false;
    }

    private static bool IsFirst(ReadOnlySpan<char> form) => form is "we" or "We" or "our" or "Our" or "I" or "my" or "My";
}
