using System.Collections.Frozen;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// The phrases of silence, by their first word: those of <c>silence.csv</c> as they stand, and every verb of <c>raising.csv</c> in the form that each
/// denial of <c>leaving-out.csv</c> asks for ("failed to" + "mention", "was not" + "referred to").
/// </summary>
internal static class SilencePhrases
{
    /// <summary>One phrase: its words, the words that must stand before it, and whether what is left out stands before it.</summary>
    private readonly record struct Phrase(
        string[] Words,
        string[] Opener,
        SilenceState State,
        bool Before,
        bool OfAccount,
        bool Between = false
    );

    // Words that may stand within a phrase: "did not explicitly mention", "made no direct reference to".
    private const int MostFillers = 2;

    private static readonly FrozenDictionary<string, Phrase[]> ByFirst = Compile()
        .GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The phrase that begins first among the words from an index on, of two that begin together the longer; null where there is none.</summary>
    /// <param name="words">The words of a sentence.</param>
    /// <param name="from">The first that may belong to the phrase.</param>
    public static (int First, int End, int Opened, SilenceState State, bool Before, bool OfAccount)? Find(List<TopicWord> words, int from)
    {
        (int First, int End, int Opened, SilenceState State, bool Before, bool OfAccount)? best = null;
        for (var at = from; at < words.Count; at++)
        {
            if (!ByFirst.TryGetValue(words[at].Lower, out var phrases))
                continue;
            foreach (var phrase in phrases)
            {
                var end = Match(words, at, phrase.Words);
                if (end < 0)
                    continue;
                var first = phrase.Opener.Length == 0 ? at : Opened(words, from, at, phrase.Opener);
                if (first < 0 || (best is { } held && (held.First < first || (held.First == first && held.End >= end))))
                    continue;
                best = (first, end, phrase.Between ? at : -1, phrase.State, phrase.Before, phrase.OfAccount);
            }
        }

        return best;
    }

    private static int Match(List<TopicWord> words, int at, string[] phrase)
    {
        var next = at + 1;
        for (var i = 1; i < phrase.Length; i++, next++)
        {
            for (
                var skipped = 0;
                next < words.Count && skipped < MostFillers && words[next].Lower != phrase[i] && IsFiller(words[next].Lower);
                skipped++
            )
                next++;
            if (next >= words.Count || words[next].Lower != phrase[i])
                return -1;
        }

        return next;
    }

    private static bool IsFiller(string word) => word.EndsWith("ly", StringComparison.Ordinal) || AccountWords.Fillers.Contains(word);

    // "Neither A nor B mentioned", "nothing in the statement about": the phrase opens at words that stand anywhere before it.
    private static int Opened(List<TopicWord> words, int from, int at, string[] opener)
    {
        for (var first = at - opener.Length; first >= from; first--)
            if (words[first].Lower == opener[0] && Match(words, first, opener) is var end && end >= 0 && end <= at)
                return first;
        return -1;
    }

    private static IEnumerable<Phrase> Compile()
    {
        foreach (var row in EmbeddedTable.Rows("codebook/accounts/silence.csv"))
        {
            var between = row[2].StartsWith("between ", StringComparison.Ordinal);
            yield return new Phrase(
                Cut(row[0]),
                row[2] is "before" or "after" or "account" ? [] : Cut(between ? row[2]["between ".Length..] : row[2]),
                Enum.Parse<SilenceState>(row[1]),
                row[2] == "before",
                row[2] == "account",
                between
            );
        }

        var held = new List<Phrase>();
        string[][] verbs = [.. EmbeddedTable.Rows("codebook/accounts/raising.csv")];
        foreach (var denial in EmbeddedTable.Rows("codebook/accounts/leaving-out.csv"))
        {
            // "left Ukraine out of its own version": what is left out stands between.
            foreach (var whose in (ReadOnlySpan<string>)(denial[1] == "between" ? ["its", "their", "the"] : []))
                foreach (var written in AccountWords.Texts)
                    held.Add(new Phrase(Cut($"out of {whose} {written}"), Cut(denial[0]), SilenceState.Silent, false, false, true));
            foreach (var verb in denial[1] == "between" ? [] : verbs)
            {
                var form = verb[
                    denial[1] switch
                    {
                        "base" => 0,
                        "present" => 1,
                        "past" => 2,
                        "gerund" => 4,
                        _ => 3,
                    }
                ];
                var state = Enum.Parse<SilenceState>(verb[6]);
                if (denial[1] == "passive" && state != SilenceState.Silent)
                    continue;
                var words = $"{form} {verb[5]}".Trim();
                // "neither … mentioned": the denial stands anywhere before.
                held.Add(
                    denial[0].EndsWith('~') ? new Phrase(Cut(words), Cut(denial[0][..^1]), state, false, verb[7] == "account")
                    : denial[0].StartsWith('~') ? new Phrase(Cut($"{words} {denial[0][1..]}"), [], state, false, verb[7] == "account")
                    : new Phrase(Cut($"{denial[0]} {words}"), [], state, denial[1] == "passive", verb[7] == "account")
                );
            }
        }

        foreach (var phrase in held)
            yield return phrase;
    }

    private static string[] Cut(string words) => [.. TopicWord.Cut(words, new Span(0, words.Length)).Select(word => word.Lower)];
}
