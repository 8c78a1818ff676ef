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
    private static readonly Contractions Contractions = Contractions.Load();
    private static readonly WordList Faces = WordList.Load("signs", "face");
    private static readonly WordList Stroked = WordList.Load("signs", "stroke");

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
            // An angle bracket opens an address: "name"<a@b.org>.
            while (stop < end && !IsBlank(text[stop]) && (text[stop] != '<' || text[stop - 1] == '<'))
                stop++;
            Chunk(text, at, stop, words);
            at = stop;
        }
    }

    /// <summary>Whether the form with its stop is an abbreviation ("Sept.", "U.S.", "J.").</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> form)
    {
        if (form.Length < 2 || form[^1] != '.')
            return false;
        var letters = form[..^1];
        if (letters.Length == 1)
            return char.IsUpper(letters[0]);
        return letters.Contains('.') ? IsDotted(letters) : Abbreviations.Contains(letters);
    }

    // Between blanks: peel signs off both ends, then cut what is left.
    private static void Chunk(string text, int start, int end, List<Span> words)
    {
        if (IsWhole(text, start, end))
        {
            words.Add(new Span(start, end));
            return;
        }

        var opening = start;
        while (start < end && !StartsWord(text, start, end))
            start = Sign(text, start, end, words);
        if (start == end)
            return;
        if (AddressEnd(text.AsSpan(start, end - start)) is var length and > 0)
        {
            words.Add(new Span(start, start + length));
            Signs(text, start + length, end, words);
            return;
        }

        var face = FaceStart(text, opening, start, end);
        var whole = end;
        if (face > 0)
            end = face;
        var last = end;
        while (last > start && !EndsWord(text, start, last, last == end))
            last--;
        Word(text, start, last, words);
        Signs(text, last, end, words);
        if (face > 0)
            words.Add(new Span(face, whole));
    }

    // A face, a word with a stroke ("w/", "b/c") or a word broken off ("th-") that fills the chunk.
    private static bool IsWhole(string text, int start, int end)
    {
        var length = end - start;
        if (length is < 2 or > 4)
            return false;
        if (!char.IsLetterOrDigit(text[start]))
            return Faces.Contains(text.AsSpan(start, length));
        if (text[start + 1] == '/')
            return Stroked.Contains(text.AsSpan(start, length));
        return text[end - 1] == '-' && length < 4 && char.IsLetter(text[start]) && char.IsLetter(text[end - 2]);
    }

    // Where the face at the end of a chunk begins, as in "great:)" but not in "(see:)"; 0 if there is none.
    private static int FaceStart(string text, int opening, int start, int end)
    {
        if (text[end - 1] is not (')' or '(') || end - start < 3)
            return 0;
        for (var length = 3; length > 1; length--)
        {
            var at = end - length;
            if (at > start && text[at] is ':' or ';' or '=' && at > start && Faces.Contains(text.AsSpan(at, length)))
                return text.AsSpan(opening, at - opening).Contains('(') ? 0 : at;
        }

        return 0;
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
        if (char.IsHighSurrogate(text[start]) && stop < end && char.IsLowSurrogate(text[stop]))
            stop++;
        if (text[start] is ':' or ';' && (start == 0 || IsBlank(text[start - 1])))
        {
            // ":)." and the like; a face that fills its chunk was seen before.
            for (var length = Math.Min(3, end - start); length > 1; length--)
            {
                if (!Faces.Contains(text.AsSpan(start, length)))
                    continue;
                words.Add(new Span(start, start + length));
                return start + length;
            }
        }

        if (text[start] is '.' or '!' or '?')
            while (stop < end && text[stop] is '.' or '!' or '?' && stop < end)
                stop++;
        else if (text[start] is '-' or '–' or '—' or '*' or '=' or '_' or '~' or '#' or '<' or '>' or '$' or '+' or '/' or '\\')
            while (stop < end && text[stop] == text[start])
                stop++;
        else if (IsApostrophe(text[start]) && stop < end && IsApostrophe(text[stop]))
            stop++;
        words.Add(new Span(start, stop));
        return stop;
    }

    private static void Word(string text, int start, int end, List<Span> words)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c) || IsApostrophe(c))
                continue;
            if (KeepsInside(text, from, i, end))
                continue;
            if (i > from)
                Clitics(text, from, i, words);
            i = Sign(text, i, end, words) - 1;
            from = i + 1;
        }

        if (end > from)
            Clitics(text, from, end, words);
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
                return (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) && !IsForgottenBlank(text, from, at, end))
                    || IsAbbreviation(text.AsSpan(from, at + 1 - from))
                    || (at + 1 == end && IsBeforeNumber(text, from, end));
            case ',':
                return char.IsDigit(before)
                    && char.IsDigit(after)
                    && at + 3 < end
                    && char.IsDigit(text[at + 2])
                    && char.IsDigit(text[at + 3]);
            case ':':
                return char.IsDigit(before) && char.IsDigit(after);
            case '/':
                return char.IsDigit(before) && char.IsDigit(after);
            case '&':
                return char.IsUpper(before) && char.IsUpper(after);
            case '@' or '_':
                return true;
            case '-' or '‐' or '‑':
                return at > from
                    && (
                        Prefixes.Contains(text.AsSpan(from, at - from)) && char.IsLetterOrDigit(after) && !IsInitials(text, from, at)
                        || IsTelephone(text, from, end)
                    );
            case '#':
                return at == from && char.IsLetter(after);
            case '$' or '£' or '€':
                return false;
            default:
                return false;
        }
    }

    // "UN-brokered": the organisation, and no prefix, where what follows is not in capitals too.
    private static bool IsInitials(string text, int from, int hyphen) =>
        hyphen - from > 1 && !text.AsSpan(from, hyphen - from).ContainsAnyExceptInRange('A', 'Z') && char.IsLower(text[hyphen + 1]);

    // "the end.The next": a stop without its blank between a word and a capitalised one.
    private static bool IsForgottenBlank(string text, int from, int at, int end) =>
        at - from > 1
        && char.IsLower(text[at - 1])
        && char.IsUpper(text[at + 1])
        && at + 2 < end
        && char.IsLower(text[at + 2])
        && text.AsSpan(from, at - from).IndexOf('.') < 0;

    // 555-0100, 212-555-0100, 1-800-555-0100: groups of digits that are no range.
    private static bool IsTelephone(string text, int from, int end)
    {
        Span<int> groups = stackalloc int[4];
        var count = 0;
        for (var i = from; i < end && (char.IsAsciiDigit(text[i]) || text[i] == '-'); i++)
        {
            if (text[i] == '-')
                count++;
            else if (count < 4)
                groups[count]++;
            if (count > 3 || i - from > 15)
                return false;
        }

        return groups[..(count + 1)] is [3, 4] or [3, 3, 4] or [1, 3, 3, 4];
    }

    // Parts n't, 's, 're and the like, "cannot" and others of the table, and the apostrophe of a plural possessive.
    private static void Clitics(string text, int start, int end, List<Span> words)
    {
        var form = text.AsSpan(start, end - start);
        if (Contractions.CutOf(form) is var second and > 0)
        {
            Two(start, start + second, end, words);
            return;
        }

        if (
            form.Length > 3
            && IsApostrophe(form[^2])
            && form[^1] is 't' or 'T'
            && form.Length > 3
            && form[^3] is 'n' or 'N'
            && IsApostrophe(form[^2])
        )
        {
            Two(start, end - 3, end, words);
            return;
        }

        var cut = CliticStart(form);
        if (cut > 0)
            Two(start, start + cut, end, words);
        else
            Number(text, start, end, words);
    }

    private static int CliticStart(ReadOnlySpan<char> form)
    {
        if (form.Length > 2 && IsApostrophe(form[^2]) && form[^1] is 's' or 'S' or 'm' or 'M' or 'd' or 'D' && IsApostrophe(form[^2]))
            return form.Length - 2;
        if (form.Length > 3 && IsApostrophe(form[^3]))
        {
            var tail = form[^2..];
            if (
                tail.Equals("re", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("ve", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("ll", StringComparison.OrdinalIgnoreCase)
            )
                return form.Length - 3;
        }

        return form.Length > 2 && IsApostrophe(form[^1]) && form[^2] is 's' or 'S' && IsApostrophe(form[^1]) ? form.Length - 1 : 0;
    }

    // "200bn", "5pm" and "10km" are a number and a unit.
    private static void Number(string text, int start, int end, List<Span> words)
    {
        var digits = start;
        while (
            digits < end
            && (
                char.IsDigit(text[digits])
                || (digits > start && text[digits] is '.' or ',' or ':' && digits + 1 < end && char.IsDigit(text[digits + 1]))
            )
        )
            digits++;
        var unit = text.AsSpan(digits, end - digits);
        if (
            digits > start
            && unit.Length > 0
            && unit is "bn" or "mn" or "m" or "km" or "kg" or "pm" or "am" or "PM" or "AM" or "ft" or "cm" or "mm" or "tn" or "k"
            && digits > start
        )
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
        if (char.IsLetterOrDigit(c))
            return true;
        if (char.IsSurrogate(c))
            return false;
        return (c == '.' && at + 1 < end && char.IsDigit(text[at + 1]) && (at + 2 < end || at > 0))
            || (c is '@' or '#' && at + 1 < end && char.IsLetter(text[at + 1]))
            || (IsApostrophe(c) && at + 1 < end && IsClitic(text.AsSpan(at, end - at)));
    }

    private static bool IsClitic(ReadOnlySpan<char> form) =>
        form.Length is 2 or 3 && char.IsLetter(form[1]) && (form[1..] is "s" or "S" or "re" or "ve" or "ll" or "d" or "m" or "t");

    private static bool EndsWord(string text, int start, int end, bool outermost)
    {
        var c = text[end - 1];
        if (char.IsLetterOrDigit(c) || IsMark(c))
            return true;
        if (c == '.')
            return IsAbbreviation(text.AsSpan(start, end - start))
                || IsAbbreviation(LastPart(text, start, end))
                || IsBeforeNumber(text, start, end);
        return IsApostrophe(c)
            && outermost
            && end - start > 2
            && text[end - 2] is 's' or 'S'
            && IsApostrophe(c)
            && !OpenedBefore(text, start);
    }

    // "No. 5" and "Art. 12", but not the answer "No."
    private static bool IsBeforeNumber(string text, int start, int end)
    {
        var next = end;
        while (next < text.Length && text[next] is ' ' or '\u00a0')
            next++;
        return next < text.Length && char.IsAsciiDigit(text[next]) && BeforeNumbers.Contains(text.AsSpan(start, end - 1 - start));
    }

    // An apostrophe after s closes a quotation if the same chunk's front opened one.
    private static bool OpenedBefore(string text, int start) => start > 0 && IsApostrophe(text[start - 1]);

    private static ReadOnlySpan<char> LastPart(string text, int start, int end)
    {
        var from = end - 1;
        while (from > start && text[from - 1] is not ('-' or '–' or '—' or '/' or '('))
            from--;
        return text.AsSpan(from, end - from);
    }

    private static bool IsDotted(ReadOnlySpan<char> letters)
    {
        // U.S, a.m, Ph.D: single letters (or two at most) between stops.
        var run = 0;
        foreach (var c in letters)
        {
            if (c == '.')
                run = 0;
            else if (!char.IsLetter(c) || ++run > 2)
                return false;
        }

        return true;
    }

    // The length of the address that the chunk begins with, without the signs that follow it; 0 if it is none.
    private static int AddressEnd(ReadOnlySpan<char> chunk)
    {
        var stop = chunk.IndexOfAny('<', '>', '"');
        if (stop >= 0)
            chunk = chunk[..stop];
        var at = chunk.IndexOf('@');
        var isAddress =
            chunk.StartsWith("http://")
            || chunk.StartsWith("https://")
            || chunk.StartsWith("www.")
            || (at > 0 && chunk.LastIndexOf('.') > at);
        if (!isAddress)
            return 0;
        var length = chunk.Length;
        while (length > 1 && chunk[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '”' or '\'' or '’' && length > 1)
            length--;
        return length;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '´';

    private static bool IsMark(char c) =>
        c > 127
        && char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // Control and format characters part words like blanks; a soft hyphen or joiner does not.
    private static bool IsBlank(char c) => c <= ' ' || c == '\u00a0' || c == '\ufeff' || c == '\u200b' || (c > 127 && char.IsWhiteSpace(c));
}
