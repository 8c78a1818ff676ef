using System.Runtime.CompilerServices;
using Chancery.Record;

namespace Chancery.Reading.Segmentation;

/// <summary>What <see cref="BoundaryModel"/> sees of one word.</summary>
/// <param name="Form">The form as written, hashed; digits count as 0.</param>
/// <param name="Lower">The form in lower case, hashed.</param>
/// <param name="Shape">Its kind: the sign itself, or how it is written.</param>
/// <param name="Class">What kind of abbreviation it is, or whether it often opens a sentence: see <see cref="ClassOf"/>.</param>
/// <param name="Spaced">Whether white space stands before it.</param>
internal readonly record struct BoundaryWord(uint Form, uint Lower, uint Shape, uint Class, bool Spaced)
{
    /// <summary>The <see cref="Class"/> of a usual opening word in capitals, of letters with stops, and of an abbreviated title; the other listed kinds follow.</summary>
    public const uint Opening = 1,
        Dotted = 3,
        Title = 4;
    private const uint Nothing = 1,
        Initial = 2;
    private static readonly WordList Starters = WordList.Load("starters", "opening");
    private static readonly WordList[] Abbreviations =
    [
        .. new[] { "title", "month", "day", "firm", "number", "unit", "place", "other" }.Select(kind =>
            WordList.Load("abbreviations", kind)
        ),
    ];

    /// <summary>What stands before the first and after the last word of a paragraph.</summary>
    public static BoundaryWord Edge { get; } = new(Nothing, Nothing, Nothing, 0, true);

    /// <summary>The features of a word that follows another, which ends at <paramref name="before"/>.</summary>
    public static BoundaryWord Of(string text, Span word, int before)
    {
        uint form = 2166136261u,
            lower = 2166136261u;
        var written = word.In(text);
        foreach (var c in written)
        {
            var plain = Plain(c);
            form = (form ^ plain) * 16777619u;
            lower = (lower ^ char.ToLowerInvariant(plain)) * 16777619u;
        }

        return new BoundaryWord(form, lower, ShapeOf(written), ClassOf(written), before < word.Start);
    }

    // 0 for most words, 1 for a usual opening word in capitals, 2 for an initial, 3 for letters with stops, from 4 the listed kinds.
    private static uint ClassOf(ReadOnlySpan<char> form)
    {
        if (form[^1] != '.' || form.Length == 1)
            return char.IsUpper(form[0]) && Starters.Contains(form) ? Opening : 0u;
        var letters = form[..^1];
        if (letters.Length == 1 && char.IsUpper(letters[0]))
            return Initial;
        if (letters.Contains('.'))
            return Dotted;
        for (var kind = 0; kind < Abbreviations.Length; kind++)
            if (Abbreviations[kind].Contains(letters))
                return (uint)kind + Title;
        return 0;
    }

    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        var first = Plain(form[0]);
        if (!char.IsLetterOrDigit(first) && form.Length == 1)
            return first;
        bool small = false,
            capital = false,
            digit = false,
            sign = false;
        foreach (var c in form)
        {
            if (char.IsLower(c))
                small = true;
            else if (char.IsUpper(c))
                capital = true;
            else if (char.IsDigit(c))
                digit = true;
            else
                sign = true;
        }

        var length = form.Length > 3 ? 3u : (uint)form.Length;
        var kind =
            Bit(char.IsUpper(first), 0)
            | Bit(small, 1)
            | Bit(capital, 2)
            | Bit(digit, 3)
            | Bit(sign, 4)
            | Bit(form[^1] == '.', 5)
            | (length << 6);
        // A run of one sign is a kind of its own, whatever its length.
        return sign && !small && !capital && !digit ? 0x10000u | first : 0x20000u | kind;
    }

    // Curly and straight marks teach the same: which way they face shows in the blanks beside them.
    private static char Plain(char c) =>
        c switch
        {
            '“' or '”' or '«' or '»' => '"',
            '‘' or '’' => '\'',
            _ => char.IsAsciiDigit(c) ? '0' : c,
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bit(bool value, int place) => value ? 1u << place : 0u;
}
