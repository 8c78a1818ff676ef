using Chancery.Record;

namespace Chancery.Reading.Segmentation;

/// <summary>
/// Cuts a stretch of text into words as the English treebanks do (Universal Dependencies): contractions and possessives apart,
/// hyphens apart but for bound prefixes, abbreviations with their stops, numbers, addresses and runs of one sign whole. One pass,
/// linear in the length of the text.
/// </summary>
internal static class Tokenizer
{
    private static readonly WordList Abbreviations = WordList.Load("abbreviations", without: "number");
    private static readonly WordList BeforeNumbers = WordList.Load("abbreviations", "number");
    private static readonly WordList Prefixes = WordList.Load("prefixes");

    /// <summary>Adds the spans of the words between two offsets.</summary>
    public static void Cut(string text, int start, int end, List<Span> words)
    {
        var at = start;
        while (at < end)
        {
            if (IsBlank(text[at]))
            {
                at++;
                continue;
            }

            var stop = at + 1;
            while (stop < end && !IsBlank(text[stop])) stop++;
            Chunk(text, at, stop, words);
            at = stop;
        }
    }

    /// <summary>Whether the form with its stop is an abbreviation ("Sept.", "U.S.", "J.").</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> form)
    {
        if (form.Length < 2 || form[^1] != '.') return false;
        var letters = form[..^1];
        if (letters.Length == 1) return char.IsUpper(letters[0]);
        return letters.Contains('.') ? IsDotted(letters) : Abbreviations.Contains(letters);
    }

    // Between blanks: peel signs off both ends, then cut what is left.
    private static void Chunk(string text, int start, int end, List<Span> words)
    {
        if (IsAddress(text.AsSpan(start, end - start)))
        {
            var tail = end;
            while (tail > start + 1 && text[tail - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '"' or '”' or '\'' or '’') tail--;
            words.Add(new Span(start, tail));
            Signs(text, tail, end, words);
            return;
        }

        while (start < end && !StartsWord(text, start, end)) start = Sign(text, start, end, words);
        var last = end;
        while (last > start && !EndsWord(text, start, last, last == end)) last--;
        Word(text, start, last, words);
        Signs(text, last, end, words);
    }

    private static void Signs(string text, int start, int end, List<Span> words)
    {
        while (start < end)
        {
            if (StartsWord(text, start, end))
            {
                Chunk(text, start, end, words);
                return;
            }

            start = Sign(text, start, end, words);
        }
    }

    // One sign, or a run of the same one where a run is a sign of its own (dots, dashes, asterisks).
    private static int Sign(string text, int start, int end, List<Span> words)
    {
        var stop = start + 1;
        if (char.IsHighSurrogate(text[start]) && stop < end && char.IsLowSurrogate(text[stop])) stop++;
        if (text[start] is '.' or '-' or '–' or '—' or '*' or '=' or '_' or '!' or '?' or '~' or '#')
            while (stop < end && text[stop] == text[start]) stop++;
        words.Add(new Span(start, stop));
        return stop;
    }

    private static void Word(string text, int start, int end, List<Span> words)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c) || IsApostrophe(c)) continue;
            if (KeepsInside(text, from, i, end)) continue;
            if (i > from) Clitics(text, from, i, words);
            i = Sign(text, i, end, words) - 1;
            from = i + 1;
        }

        if (end > from) Clitics(text, from, end, words);
    }

    // A sign inside a word that does not part it.
    private static bool KeepsInside(string text, int from, int at, int end)
    {
        var c = text[at];
        var before = at > from ? text[at - 1] : ' ';
        var after = at + 1 < end ? text[at + 1] : ' ';
        switch (c)
        {
            case '.':
                return (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) || IsAbbreviation(text.AsSpan(from, at + 1 - from))
                    || (at + 1 == end && IsBeforeNumber(text, from, end));
            case ',':
                return char.IsDigit(before) && char.IsDigit(after) && at + 3 < end && char.IsDigit(text[at + 2]) && char.IsDigit(text[at + 3]);
            case ':':
                return char.IsDigit(before) && char.IsDigit(after);
            case '/':
                return char.IsDigit(before) && char.IsDigit(after);
            case '&':
                return char.IsUpper(before) && char.IsUpper(after);
            case '@' or '_':
                return true;
            case '-' or '‐' or '‑':
                return at == from ? false : Prefixes.Contains(text.AsSpan(from, at - from)) && char.IsLetterOrDigit(after);
            case '$' or '£' or '€':
                return false;
            default:
                return false;
        }
    }

    // Parts n't, 's, 're and the like, "cannot", and the apostrophe of a plural possessive.
    private static void Clitics(string text, int start, int end, List<Span> words)
    {
        var form = text.AsSpan(start, end - start);
        if (form.Equals("cannot", StringComparison.OrdinalIgnoreCase))
        {
            Two(start, start + 3, end, words);
            return;
        }

        if (form.Equals("gonna", StringComparison.OrdinalIgnoreCase) || form.Equals("wanna", StringComparison.OrdinalIgnoreCase))
        {
            Two(start, end - 2, end, words);
            return;
        }

        if (form.Length > 3 && IsApostrophe(form[^2]) && form[^1] is 't' or 'T' && form.Length > 3 && form[^3] is 'n' or 'N' && IsApostrophe(form[^2]))
        {
            Two(start, end - 3, end, words);
            return;
        }

        var cut = CliticStart(form);
        if (cut > 0) Two(start, start + cut, end, words); else Number(text, start, end, words);
    }

    private static int CliticStart(ReadOnlySpan<char> form)
    {
        if (form.Length > 2 && IsApostrophe(form[^2]) && form[^1] is 's' or 'S' or 'm' or 'M' or 'd' or 'D' && IsApostrophe(form[^2])) return form.Length - 2;
        if (form.Length > 3 && IsApostrophe(form[^3]))
        {
            var tail = form[^2..];
            if (tail.Equals("re", StringComparison.OrdinalIgnoreCase) || tail.Equals("ve", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("ll", StringComparison.OrdinalIgnoreCase)) return form.Length - 3;
        }

        return form.Length > 2 && IsApostrophe(form[^1]) && form[^2] is 's' or 'S' && IsApostrophe(form[^1]) ? form.Length - 1 : 0;
    }

    // "200bn", "5pm" and "10km" are a number and a unit.
    private static void Number(string text, int start, int end, List<Span> words)
    {
        var digits = start;
        while (digits < end && (char.IsDigit(text[digits]) || (digits > start && text[digits] is '.' or ',' && digits + 1 < end && char.IsDigit(text[digits + 1])))) digits++;
        var unit = text.AsSpan(digits, end - digits);
        if (digits > start && unit.Length > 0 && unit is "bn" or "mn" or "m" or "km" or "kg" or "pm" or "am" or "cm" or "mm" or "tn" or "k" && digits > start)
        {
            Two(start, digits, end, words);
            return;
        }

        words.Add(new Span(start, end));
    }

    private static void Two(int start, int cut, int end, List<Span> words)
    {
        words.Add(new Span(start, cut));
        words.Add(new Span(cut, end));
    }

    private static bool StartsWord(string text, int at, int end)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c)) return true;
        if (char.IsSurrogate(c)) return false;
        return (c == '.' && at + 1 < end && char.IsDigit(text[at + 1]) && (at + 2 < end || at > 0))
            || (c is '@' or '#' && at + 1 < end && char.IsLetter(text[at + 1]))
            || (IsApostrophe(c) && at + 1 < end && IsClitic(text.AsSpan(at, end - at)));
    }

    private static bool IsClitic(ReadOnlySpan<char> form) => form.Length is 2 or 3 && char.IsLetter(form[1])
        && (form[1..] is "s" or "S" or "re" or "ve" or "ll" or "d" or "m" or "t");

    private static bool EndsWord(string text, int start, int end, bool outermost)
    {
        var c = text[end - 1];
        if (char.IsLetterOrDigit(c) || IsMark(c)) return true;
        if (c == '.') return IsAbbreviation(text.AsSpan(start, end - start)) || IsAbbreviation(LastPart(text, start, end)) || IsBeforeNumber(text, start, end);
        return IsApostrophe(c) && outermost && end - start > 2 && text[end - 2] is 's' or 'S' && IsApostrophe(c) && !OpenedBefore(text, start);
    }

    // "No. 5" and "Art. 12", but not the answer "No."
    private static bool IsBeforeNumber(string text, int start, int end)
    {
        var next = end;
        while (next < text.Length && text[next] is ' ' or '\u00a0') next++;
        return next < text.Length && char.IsAsciiDigit(text[next]) && BeforeNumbers.Contains(text.AsSpan(start, end - 1 - start));
    }

    // An apostrophe after s closes a quotation if the same chunk's front opened one.
    private static bool OpenedBefore(string text, int start) => start > 0 && IsApostrophe(text[start - 1]);

    private static ReadOnlySpan<char> LastPart(string text, int start, int end)
    {
        var from = end - 1;
        while (from > start && text[from - 1] is not ('-' or '–' or '—' or '/' or '(')) from--;
        return text.AsSpan(from, end - from);
    }

    private static bool IsDotted(ReadOnlySpan<char> letters)
    {
        // U.S, a.m, Ph.D: single letters (or two at most) between stops.
        var run = 0;
        foreach (var c in letters)
        {
            if (c == '.') run = 0;
            else if (!char.IsLetter(c) || ++run > 2) return false;
        }

        return true;
    }

    private static bool IsAddress(ReadOnlySpan<char> chunk)
        => chunk.StartsWith("http://") || chunk.StartsWith("https://") || chunk.StartsWith("www.") || (chunk.IndexOf('@') > 0 && chunk.LastIndexOf('.') > chunk.IndexOf('@'));

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '´';

    private static bool IsMark(char c) => c > 127 && char.GetUnicodeCategory(c)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // Control and format characters part words like blanks; a soft hyphen or joiner does not.
    private static bool IsBlank(char c) => c <= ' ' || c == '\u00a0' || c == '\ufeff' || c == '\u200b' || (c > 127 && char.IsWhiteSpace(c));
}
