using Chancery.Record;

namespace Chancery.Reading.Segmentation;

/// <summary>
/// Parts the words of one paragraph into sentences by the marks that end them, minding abbreviations, initials, quotations and
/// brackets. A run longer than <see cref="Longest"/> is cut at the best sign before it, so that no text costs more than its length.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>The most words that one tree is built over; a tree's cost grows with the square of its length.</summary>
    public const int Longest = 120;

    private static readonly WordList Starters = WordList.Load("starters");
    private static readonly WordList Titles = WordList.Load("abbreviations", "title");

    /// <summary>Adds one past the last word of every sentence among the words from first to end.</summary>
    public static void Split(string text, List<Span> words, int first, int end, List<int> ends)
    {
        var start = first;
        for (var i = first; i < end; i++)
        {
            if (EndsSentence(text, words, start, i, end, out var after))
            {
                ends.Add(after);
                start = after;
                i = after - 1;
            }
            else if (i + 1 - start >= Longest)
            {
                start = CutLong(text, words, start, i + 1);
                ends.Add(start);
            }
        }

        if (start < end) ends.Add(end);
    }

    private static bool EndsSentence(string text, List<Span> words, int start, int at, int end, out int after)
    {
        after = at + 1;
        var form = words[at].In(text);
        var abbreviated = Tokenizer.IsAbbreviation(form);
        if (!abbreviated && !IsStop(form)) return false;
        while (after < end && IsCloser(words[after].In(text), words[after - 1].End == words[after].Start)) after++;
        if (after >= end) return true;
        var next = words[after].In(text);
        if (abbreviated && after == at + 1)
        {
            // A title or an initial is followed by its name; after any other, only a usual opening word starts a sentence.
            return !Titles.Contains(form[..^1]) && !(form.Length == 2 && char.IsUpper(form[0])) && char.IsUpper(next[0]) && Starters.Contains(next);
        }

        if (form is "..." or "…" or "...." && after == at + 1 && !char.IsUpper(next[0])) return false;
        var opener = next[0];
        if (IsOpener(opener) && after + 1 < end) opener = words[after + 1].In(text)[0];
        if (char.IsLower(opener) && !IsBulletLike(next)) return false;
        if (next[0] is ',' or ';' or ':' or ')' || (next.Length > 0 && next[0] is '-' or '–' or '—' && next[0] == '—')) return false;

        // "… he asked." after a question in quotation marks goes on with a small letter and was caught above; a number after "No." was an abbreviation.
        return after - start > 1 || at + 1 < end;
    }

    private static int CutLong(string text, List<Span> words, int start, int end)
    {
        var earliest = start + ((end - start) / 2);
        for (var i = end - 1; i > earliest; i--)
            if (words[i].In(text) is ";" or ":" or "—" or "--" or "," or ")") return i + 1;
        return end;
    }

    private static bool IsStop(ReadOnlySpan<char> form) => form.Length > 0 && form[0] is '.' or '!' or '?' or '…' or '。' or '！' or '？' && form[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    private static bool IsCloser(ReadOnlySpan<char> form, bool adjacent) => form is "”" or "’" or "»" or ")" or "]" or "''" || (adjacent && form is "\"" or "'" && adjacent);

    private static bool IsOpener(char c) => c is '"' or '“' or '‘' or '«' or '(' or '[' or '\'' or '`';

    private static bool IsBulletLike(ReadOnlySpan<char> form) => form is "•" or "*" or "-";
}
