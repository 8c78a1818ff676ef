using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Takes a report apart into what it gives as the words of each side (<see cref="ReportedVoices"/>). A sentence that cites several is cut between them;
/// what the reporter tells by himself, and what he says of an account's silence, belongs to none.
/// </summary>
public static class ReportedAccounts
{
    private const int Most = 4;

    /// <summary>The sides in the order in which they are first cited; empty where the report gives the words of fewer than two, or is no report.</summary>
    public static ImmutableArray<ReportedAccount> Of(Telling report)
    {
        ArgumentNullException.ThrowIfNull(report);
        // A readout is one account, whatever it says of the other side's words.
        if (AccountOwner.IsParty(report.Head))
            return [];
        var voices = ReportedVoices.Of(report);
        var sides = Sides(report, voices);
        if (sides.Length < 2)
            return [];
        var owners = Owners(report, voices, sides);
        return
        [
            .. sides.Select(
                (side, at) =>
                    new ReportPart(report, token => owners[token].Contains(at)).Account(
                        side,
                        [.. voices.Where(voice => voice.Side == side).Select(voice => voice.By)]
                    )
            ),
        ];
    }

    // Those whom the contact joins, then those whose words fill most sentences: a mediator, a third state.
    private static ImmutableArray<string> Sides(Telling report, ImmutableArray<ReportedVoice> voices)
    {
        var parties = AccountReader.Main([.. report.Entries.OfType<Event>()]) is { } main
            ? main.Actors.Concat(main.Recipients).Select(ReportedVoices.Side).OfType<string>().ToHashSet(StringComparer.Ordinal)
            : [];
        var spoken = voices
            .GroupBy(voice => voice.Side, StringComparer.Ordinal)
            .Select(group =>
                (
                    Side: group.Key,
                    Sentences: group.Select(voice => report.Text.SentenceOf(report.Text.TokenAt(voice.Words.Start))).Distinct().Count(),
                    First: group.Min(voice => voice.Words.Start)
                )
            )
            .ToList();
        return
        [
            .. spoken
                .OrderByDescending(side => parties.Contains(side.Side))
                .ThenByDescending(side => side.Sentences)
                .ThenBy(side => side.First)
                .ThenBy(side => side.Side, StringComparer.Ordinal)
                .Take(Most)
                .OrderBy(side => side.First)
                .ThenBy(side => side.Side, StringComparer.Ordinal)
                .Select(side => side.Side),
        ];
    }

    // For every token the places of the sides to which it belongs.
    private static ImmutableArray<int>[] Owners(Telling report, ImmutableArray<ReportedVoice> voices, ImmutableArray<string> sides)
    {
        var text = report.Text;
        var owners = new ImmutableArray<int>[text.Tokens.Length];
        Array.Fill(owners, []);
        (ImmutableArray<int> Sides, int Paragraph) carried = ([], -1);
        var told = voices
            .Where(voice => sides.Contains(voice.Side))
            .SelectMany(voice => SentencesOf(text, voice.Words).Select(sentence => (Sentence: sentence, Voice: voice)))
            .ToLookup(pair => pair.Sentence, pair => pair.Voice);
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            var sentence = text.Sentences[s];
            if (
                sentence.Role is not (SentenceRole.Body or SentenceRole.Item)
                || SilenceCues.In(report.Words, sentence.Span) is { State: SilenceState.Silent }
            )
                continue;
            var own = told[s].ToList();
            var whole = own.Count > 0 ? [] : Carried(report, sentence, sides, carried);
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
                owners[i] = own.Count > 0 ? Innermost(own, text.Tokens[i].Span, sides) : whole;
            carried = (own.Count > 0 ? [sides.IndexOf(own[^1].Side)] : whole, sentence.Paragraph);
        }

        return owners;
    }

    // A quotation may run over several sentences.
    private static IEnumerable<int> SentencesOf(ParsedText text, Span words)
    {
        for (
            var s = text.SentenceOf(Math.Max(0, text.TokenAt(words.Start)));
            s < text.Sentences.Length && text.Sentences[s].Span.Start < words.End;
            s++
        )
            if (text.Sentences[s].Span.Overlaps(words))
                yield return s;
    }

    // A sentence that ascribes nothing is of the one account that it cites, or goes on with the one before it.
    private static ImmutableArray<int> Carried(
        Telling report,
        Sentence sentence,
        ImmutableArray<string> sides,
        (ImmutableArray<int> Sides, int Paragraph) before
    )
    {
        var cited = Citations
            .In(report.Words, sentence.Span)
            .Select(citation => ReportedVoices.Side(citation.Issuer))
            .OfType<string>()
            .Where(side => sides.Contains(side))
            .ToList();
        return cited is [var only] ? [sides.IndexOf(only)]
            : cited.Count == 0
            && before.Paragraph == sentence.Paragraph
            && (AccountReader.Continues(report.Words, sentence.Span) || IsShifted(report.Text, sentence))
                ? before.Sides
            : [];
    }

    // "The tanker had struck a boat", "The gate would stay shut": after what is told as somebody's words, his words still.
    private static bool IsShifted(ParsedText text, Sentence sentence)
    {
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            if (text.Tokens[token].Head < 0)
                foreach (var dependent in text.Dependents(token))
                    if (
                        text.Tokens[dependent].Relation is Relation.Aux or Relation.AuxPass
                        && (text.Tokens[dependent].Lemma == "would" || text.Tokens[dependent] is { Lemma: "have", Penn: PennTag.VBD })
                    )
                        return true;
        return false;
    }

    private static ImmutableArray<int> Innermost(List<ReportedVoice> voices, Span word, ImmutableArray<string> sides)
    {
        var holding = voices.Where(voice => voice.Words.Contains(word)).ToList();
        if (holding.Count == 0)
            return [];
        var shortest = holding.Min(voice => voice.Words.Length);
        return [.. holding.Where(voice => voice.Words.Length == shortest).Select(voice => sides.IndexOf(voice.Side)).Distinct()];
    }
}
