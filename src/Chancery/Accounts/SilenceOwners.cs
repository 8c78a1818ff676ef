using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Tells whose account is said to leave something out: of "neither Paris nor Beijing said anything about", the two; else the account that is cited, the
/// one cited last where only "the statement" stands there, or the state or organ that is named last before the cue or, where what is left out stands
/// before it, first after it ("does not appear in the Chinese text").
/// </summary>
/// <param name="words">The text of the report.</param>
/// <param name="gathered">The accounts that the report cited so far.</param>
/// <param name="sides">Those whom the contact joins, one a state.</param>
internal sealed class SilenceOwners(string words, Gathering gathered, ImmutableArray<Citation> sides)
{
    /// <summary>Whose accounts a cue is about; empty where nothing tells.</summary>
    /// <param name="passage">The sentence, or what of it stands behind an earlier cue.</param>
    /// <param name="silence">The cue.</param>
    /// <param name="subject">The subject of the cue's verb, where the tree shows one.</param>
    /// <param name="cited">The accounts that the sentence cites, or goes on with.</param>
    /// <param name="latest">The account cited last before the sentence.</param>
    public ImmutableArray<Citation> Of(Span passage, SilenceCue silence, Span? subject, ImmutableArray<Citation> cited, Citation? latest)
    {
        var cue = silence.Cue;
        var all = gathered.All.Length > 1 || sides.Length < 2 ? gathered.All : sides;
        if (cue.In(words).StartsWith("neither", StringComparison.OrdinalIgnoreCase))
            return Citations.Parties(words, passage, cue) is { Length: > 1 } both ? [.. both.Select(gathered.Same)]
                : all.Length > 0 ? all
                : cited;
        // "the Kremlin's omission of the grain deal"
        if (
            Citations.Parties(words, passage, new Span(passage.Start, cue.Start)) is [.., var owner]
            && cue.Start - owner.Span.End is > 0 and <= 3
            && words[owner.Span.End] is '\'' or '\u2019'
        )
            return [gathered.Same(owner)];
        // "The embassy's omission": a giver of accounts whom nobody names.
        if (
            !silence.IsAfter
            && cue.Start > passage.Start + 3
            && words.AsSpan(passage.Start, cue.Start - passage.Start).TrimEnd() is var owning
            && (owning.EndsWith("'s") || owning.EndsWith("’s"))
            && TopicWord.Cut(words, new Span(passage.Start, cue.Start)) is [.., var giver]
            && !giver.Capital
            && (AccountWords.Givers.Contains(giver.Lower) || AccountWords.Texts.Contains(giver.Lower))
        )
            return cited.Length > 0 ? cited : [];
        if (Citations.IsOfAll(words, passage) && (cited.IsEmpty || all.Length > cited.Length))
            return all;
        if (!silence.IsAfter && subject is { } place && cited.FirstOrDefault(citation => citation.Span.Contains(place)) is { } own)
            return [own];
        var (near, far) = (new Span(passage.Start, cue.Start), new Span(cue.End, passage.End));
        if (silence.IsAfter)
            (near, far) = (far, near);
        // "no comment from Washington about the list": whose it is stands within the phrase.
        else if (cited.Length == 0 && Citations.Parties(words, passage, near).IsEmpty)
            near = new Span(passage.Start, cue.End);
        // "The readout does not mention the roadmap, as Ankara's version does": who is cited after the cue alone is compared.
        if (
            !silence.IsAfter
            && (Citations.TellsOfText(words, near) || !Citations.Parties(words, passage, near).IsEmpty)
            && cited.All(citation => citation.Span.Start >= cue.End && citation.Span.Start >= passage.Start)
        )
            cited = [];
        if (!silence.IsAfter)
            cited = cited.RemoveAll(citation => Citations.IsAside(words, passage, citation.Span, cue.Start));
        // "a line that was not included in Chinese reports": who is named after it, and not who was cited before.
        else if (
            cited.All(citation => citation.Span.End <= cue.Start)
            && Citations.TellsOfGiver(words, near)
            && Citations.Parties(words, passage, near) is [var after, ..]
        )
            return [gathered.Same(after)];

        if (cited.Length > 0)
            return Citations.Nearest(words, passage, cited, cue, silence.IsAfter);
        if (IsJoint(passage, cue))
            return sides;
        if (Citations.TellsOfText(words, near))
            return latest is { } last ? [last] : [];
        if (silence.OfAccount && !Citations.TellsOfGiver(words, near))
            return [];
        var named = Citations.Parties(words, passage, near);
        if (named.Length > 0)
            return [gathered.Same(silence.IsAfter ? named[0] : named[^1])];
        // "no word on Taiwan from the ministry"; "asked about Taiwan, a spokesman for the ministry declined to comment": the other side of the cue, its last name.
        named = Citations.Parties(words, passage, far);
        if (!silence.IsAfter)
            named = named.RemoveAll(citation => !Citations.IsSource(words, passage, citation));
        return named.IsEmpty
            ? Citations.TellsOfText(words, far) && latest is { } held
                ? [held]
                : []
            : [gathered.Same(named[^1])];
    }

    private bool IsJoint(Span passage, Span cue)
    {
        var before = words.AsSpan(passage.Start, cue.Start - passage.Start);
        foreach (var phrase in AccountWords.JointTexts)
            if (before.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
