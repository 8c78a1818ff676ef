using System.Runtime.InteropServices;
using Chancery.Reading;

namespace Chancery.Dating;

/// <summary>Cuts a document into atoms for the scanner of time expressions and of figures.</summary>
internal static class TimeLexer
{
    /// <summary>The atoms of the whole document in order; line ends are atoms of their own.</summary>
    public static TimeAtom[] Read(ParsedText parsed)
    {
        var text = parsed.Document.Text.AsSpan();
        var atoms = new List<TimeAtom>(text.Length / 5 + 8);
        int at = 0,
            token = 0,
            last = -1;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is '\n' or '\r')
            {
                if (atoms.Count == 0 || atoms[^1].Kind != AtomKind.Break)
                    atoms.Add(
                        new TimeAtom
                        {
                            Kind = AtomKind.Break,
                            Start = at,
                            End = at + 1,
                            Token = Token(parsed, ref token, at),
                        }
                    );
                last = -1;
                at++;
                continue;
            }
            if (char.IsWhiteSpace(c) || c == '\u200b')
            {
                at++;
                continue;
            }
            var atom =
                char.IsAsciiDigit(c) ? Digits(text, at)
                : char.IsLetter(c) ? Word(text, at)
                : new TimeAtom
                {
                    Kind = AtomKind.Mark,
                    Start = at,
                    End = at + 1,
                    Token = 0,
                    Mark = c == '’' ? '\'' : c,
                };
            atom = atom with { Token = Token(parsed, ref token, at), Glued = last == at };
            atoms.Add(atom);
            at = last = atom.End;
        }
        return CollectionsMarshal.AsSpan(atoms).ToArray();
    }

    private static int Token(ParsedText parsed, ref int token, int at)
    {
        while (token + 1 < parsed.Tokens.Length && parsed.Tokens[token + 1].Span.Start <= at)
            token++;
        return token;
    }

    private static TimeAtom Word(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        // Letters with stops between them are one word: p.m., U.S., a.m
        while (
            end - start >= 1
            && end + 1 < text.Length
            && text[end] == '.'
            && char.IsLetter(text[end + 1])
            && (end == start + 1 || text[end - 2] == '.')
            && (end + 2 >= text.Length || !char.IsLetter(text[end + 2]))
        )
            end += 2;
        if (end < text.Length && text[end] == '.' && end - start >= 3 && text[end - 2] == '.')
            end++;
        if (
            end + 5 < text.Length
            && text[end] is '\'' or '’'
            && end - start == 1
            && text[(end + 1)..].StartsWith("clock", StringComparison.OrdinalIgnoreCase)
        )
            end += 6;
        var form = text[start..end];
        return new TimeAtom
        {
            Kind = AtomKind.Word,
            Start = start,
            End = end,
            Token = 0,
            Word = form.Contains('’') ? TimeTables.Find("o'clock") : TimeTables.Find(form),
            Capital = char.IsUpper(text[start]),
        };
    }

    private static TimeAtom Digits(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        double number = 0;
        var plain = true;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            number = number * 10 + (text[end++] - '0');
        while (
            end + 3 < text.Length
            && end - start <= 15
            && text[end] == ','
            && ThreeDigits(text, end + 1)
            && (plain ? end - start <= 3 : true)
        )
        {
            for (var i = end + 1; i <= end + 3; i++)
                number = number * 10 + (text[i] - '0');
            end += 4;
            plain = false;
        }
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var scale = 0.1;
            for (end++; end < text.Length && char.IsAsciiDigit(text[end]); end++, scale /= 10)
                number += (text[end] - '0') * scale;
            plain = false;
            number = Math.Round(number, 6);
        }
        var digits = plain && end - start <= 8 ? (byte)(end - start) : (byte)0;
        bool ordinal = false,
            plural = false;
        if (plain && end + 1 < text.Length && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2])))
            ordinal = text.Slice(end, 2) is "st" or "nd" or "rd" or "th";
        if (ordinal)
            end += 2;
        else if (plain && end < text.Length && text[end] == 's' && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
        {
            plural = true;
            end++;
        }
        else if (plain && end + 1 < text.Length && text[end] is '\'' or '’' && text[end + 1] == 's' && digits == 4 && number % 10 == 0)
        {
            plural = true;
            end += 2;
        }
        return new TimeAtom
        {
            Kind = AtomKind.Digits,
            Start = start,
            End = end,
            Token = 0,
            Number = number,
            Digits = digits,
            Ordinal = ordinal,
            Plural = plural,
        };
    }

    private static bool ThreeDigits(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at])
        && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));
}
