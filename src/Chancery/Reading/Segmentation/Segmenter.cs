using Chancery.Record;

namespace Chancery.Reading.Segmentation;

/// <summary>
/// Parts a document into paragraphs (lines), words and sentences, and tells which sentences are its title, dateline, byline or
/// items of a list. Linear in the length of the text, whatever it holds.
/// </summary>
internal static class Segmenter
{
    private const int HeadLines = 6;
    private static readonly WordList Bylines = WordList.Load("starters", "byline");
    private static readonly WordList Headings = WordList.Load("starters", "heading");

    /// <summary>The words and sentences of a text.</summary>
    public static (List<Span> Words, List<SentenceDraft> Sentences) Cut(string text)
    {
        var words = new List<Span>((text.Length / 5) + 8);
        var sentences = new List<SentenceDraft>((text.Length / 100) + 4);
        var ends = new List<int>();
        var splitter = new SentenceSplitter(BoundaryModel.Shared, SentenceSplitter.StyleOf(text));
        int at = 0,
            paragraph = 0,
            lines = CountLines(text);
        var titled = false;
        var isTranscript = SpeakerLabels.AreIn(text);
        while (at < text.Length)
        {
            var stop = text.AsSpan(at).IndexOfAny('\n', '\r', '\u2028');
            var end = stop < 0 ? text.Length : at + stop;
            var first = words.Count;
            Tokenizer.Cut(text, at, end, words);
            if (words.Count > first)
            {
                var role = RoleOf(text, words, first, paragraph, lines, titled);
                titled |= role == SentenceRole.Headline;
                ends.Clear();
                var body = first;
                if (role == SentenceRole.Body && paragraph < HeadLines && DatelineEnd(text, words, first) is var split and > 0)
                {
                    sentences.Add(new SentenceDraft(first, split, paragraph, SentenceRole.Dateline));
                    body = split;
                }

                if (isTranscript && LabelEnd(text, words, body, at, end) is var label and > 0)
                {
                    sentences.Add(new SentenceDraft(body, label, paragraph, SentenceRole.Speaker));
                    (body, role) = (label, SentenceRole.Body);
                }

                if (role is SentenceRole.Body or SentenceRole.Item or SentenceRole.Headline)
                    splitter.Split(text, words, body, words.Count, ends);
                else
                    Whole(body, words.Count, ends);
                foreach (var sentenceEnd in ends)
                {
                    sentences.Add(new SentenceDraft(body, sentenceEnd, paragraph, role));
                    body = sentenceEnd;
                }

                paragraph++;
            }

            at = end + 1;
        }

        return (words, sentences);
    }

    // One past the colon of a speaker's label at the head of a line; 0 where it has none.
    private static int LabelEnd(string text, List<Span> words, int first, int start, int end)
    {
        if (words[first].Start < start)
            return 0;
        var line = text.AsSpan(words[first].Start, end - words[first].Start);
        var length = SpeakerLabels.EndIn(line);
        if (length == 0)
            return 0;
        var at = first;
        while (at < words.Count && words[at].End <= words[first].Start + length)
            at++;
        return at < words.Count && at > first && words[at - 1].In(text) is ":" or "Q" ? at : 0;
    }

    private static void Whole(int first, int end, List<int> ends)
    {
        for (var i = first + SentenceSplitter.Longest; i < end; i += SentenceSplitter.Longest)
            ends.Add(i);
        ends.Add(end);
    }

    private static SentenceRole RoleOf(string text, List<Span> words, int first, int paragraph, int lines, bool titled)
    {
        var count = words.Count - first;
        var opening = words[first].In(text);
        if (opening is "•" or "*" or "–" or "-" or "·" or "▪")
            return SentenceRole.Item;
        if (paragraph >= HeadLines || lines < 2)
            return SentenceRole.Body;
        var stopped = words[^1].In(text) is "." or "!" or "?" or "\"" or "”" && !Tokenizer.IsAbbreviation(words[^1].In(text));
        if (stopped || count > 30)
            return SentenceRole.Body;
        if (count <= 14 && Bylines.Contains(opening) && count > 1 && char.IsUpper(words[first + 1].In(text)[0]))
            return SentenceRole.Byline;
        if (!titled && paragraph == 0)
            return count >= 3 && !PlaceAndDay(text, words, first) ? SentenceRole.Headline : SentenceRole.Dateline;
        return count <= 8 && AllNameLike(text, words, first) && !HasHeading(words, text, first) ? SentenceRole.Dateline : SentenceRole.Body;
    }

    // "FOR IMMEDIATE RELEASE", "Office of the Press Secretary": the head of a paper, and no place.
    private static bool HasHeading(List<Span> words, string text, int first)
    {
        for (var i = first; i < words.Count; i++)
            if (Headings.Contains(words[i].In(text)))
                return true;
        return false;
    }

    // "LONDON, 3 March (Agency) —" at the head of a paragraph: capitals, a place, and a dash or bracket before the text.
    private static int DatelineEnd(string text, List<Span> words, int first)
    {
        var end = Math.Min(words.Count, first + 16);
        for (var i = first + 1; i < end; i++)
        {
            var form = words[i].In(text);
            if (
                form is "—" or "–" or "--" or "-"
                && i + 1 < words.Count
                && char.IsUpper(words[i + 1].In(text)[0])
                && words[i].Start > words[i - 1].End
            )
                return DatelineLike(text, words, first, i) ? i + 1 : 0;
            // "Havana, Sep 5 (Agency) The minister ...", "MOSCOW, October 20. /AGENCY/. The minister ...".
            if (form is ")" or "/" && i + 2 < words.Count && IsDay(text, words, first, i) && DatelineLike(text, words, first, i))
            {
                var after = words[i + 1].In(text) is "." or "-" or "–" or "—" or "--" or ":" ? i + 2 : i + 1;
                if (char.IsUpper(words[after].In(text)[0]) || words[after].In(text) is "\"" or "“")
                    return after;
            }

            if (form is "." && words[i + 1 < words.Count ? i + 1 : i].In(text) is "/" && IsDay(text, words, first, i))
            {
                i++;
                continue;
            }
            // "Kyiv, 3 October 2025. Overnight, ..."
            if (
                form is "."
                && i >= first + 4
                && i <= first + 8
                && words[i - 1].Length == 4
                && char.IsAsciiDigit(text[words[i - 1].Start])
                && words[first + 1].In(text) is ","
                && DatelineLike(text, words, first, i)
            )
                return i + 1 < words.Count && words[i + 1].In(text) is "-" or "–" or "—" ? i + 2 : i + 1;
            if (form is "." or "!" or "?")
                return 0;
        }

        return 0;
    }

    // A place, a comma or a bracket, and a day of the month: "LIMA, Sept 5", "LIMA (Agency - 5th Sept, 2024)".
    private static bool IsDay(string text, List<Span> words, int first, int end)
    {
        for (var i = first + 2; i < end; i++)
            if (IsDayNumber(words[i].In(text)))
                return words[first + 1].In(text) is "," or "(" || words[Math.Min(first + 2, end)].In(text) is "," or "(";
        return false;
    }

    private static bool IsDayNumber(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && (word.EndsWith("th") || word.EndsWith("st") || word.EndsWith("nd") || word.EndsWith("rd")))
            word = word[..^2];
        return word.Length <= 2 && !word.ContainsAnyExceptInRange('0', '9');
    }

    private static bool DatelineLike(string text, List<Span> words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var form = words[i].In(text);
            if (char.IsLetter(form[0]) && !char.IsUpper(form[0]) && form is not ("de" or "al" or "el" or "of" or "the" or "and"))
                return false;
        }

        return true;
    }

    // "Kampala, 3 May 2023" above a text without a title; "Joint Statement, 3 May 2023" is one.
    private static bool PlaceAndDay(string text, List<Span> words, int first)
    {
        var comma = first;
        while (comma < words.Count && comma <= first + 3 && words[comma].In(text) is not ",")
        {
            if (Headings.Contains(words[comma].In(text)))
                return false;
            comma++;
        }

        return comma > first
            && comma <= first + 3
            && words.Count - first <= 8
            && AllNameLike(text, words, first)
            && words[^1].In(text) is { Length: 4 } year
            && char.IsAsciiDigit(year[0])
            && char.IsAsciiDigit(year[3]);
    }

    private static bool AllNameLike(string text, List<Span> words, int first)
    {
        for (var i = first; i < words.Count; i++)
        {
            var c = words[i].In(text)[0];
            if (char.IsLower(c))
                return false;
        }

        return true;
    }

    private static int CountLines(string text)
    {
        var lines = 0;
        var filled = false;
        foreach (var c in text)
        {
            if (c is '\n' or '\r')
            {
                if (filled)
                    lines++;
                filled = false;
            }
            else if (c > ' ')
            {
                filled = true;
            }
        }

        return filled ? lines + 1 : lines;
    }
}
