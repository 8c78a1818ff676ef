using System.Text;
using Chancery.Record;

namespace Chancery.Intake;

/// <summary>Turns bytes into text: UTF-8, or UTF-16 by its mark, else Windows-1252 or replaced characters with a problem that says so.</summary>
public static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text, with a problem where bytes were not as they should be; or no text and the reason.</summary>
    public static (string? Text, Problem? Problem) Decode(ReadOnlySpan<byte> bytes, string place)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        else if (bytes is [0xFF, 0xFE, ..])
            return Checked(Encoding.Unicode.GetString(bytes[2..]), place);
        else if (bytes is [0xFE, 0xFF, ..])
            return Checked(Encoding.BigEndianUnicode.GetString(bytes[2..]), place);
        if (bytes.Contains((byte)0) || IsBinary(bytes))
            return (null, Refusals.Binary(place));
        try
        {
            return (Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            var replaced = Encoding.UTF8.GetString(bytes);
            var alreadyUnicode = replaced.AsSpan().ContainsAnyExcept(Ascii);
            return alreadyUnicode
                ? (replaced, Refusals.Replaced(place, "the bad ones became U+FFFD"))
                : (Western.GetString(bytes), Refusals.Replaced(place, "it was read as Windows-1252"));
        }
    }

    private static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static System.Buffers.SearchValues<char> Ascii { get; } =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 128).Select(c => (char)c), '\uFFFD']);

    private static (string? Text, Problem? Problem) Checked(string text, string place) =>
        text.Contains('\0', StringComparison.Ordinal) ? (null, Refusals.Binary(place))
        : text.Contains('\uFFFD', StringComparison.Ordinal) ? (text, Refusals.Replaced(place, "the bad ones became U+FFFD"))
        : (text, null);

    /// <summary>Control characters that no text has, in more than one byte of fifty at its beginning, or the mark of a PDF.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
            return true;
        var head = bytes[..Math.Min(bytes.Length, 8192)];
        var controls = 0;
        foreach (var b in head)
            if (b < 32 && b is not (9 or 10 or 12 or 13 or 27))
                controls++;
        return controls * 50 > head.Length;
    }
}
