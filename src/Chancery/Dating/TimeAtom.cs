namespace Chancery.Dating;

/// <summary>The sorts of atoms that the time lexer tells apart.</summary>
internal enum AtomKind : byte
{
    Word,
    Digits,
    Mark,
    Break,
}

/// <summary>A run of letters, a run of digits or a mark, finer than a token, so that reading time does not hang on the tokenizer.</summary>
internal readonly record struct TimeAtom
{
    public required AtomKind Kind { get; init; }

    /// <summary>The first code unit in the text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code unit, ordinal ending or plural s of digits included.</summary>
    public required int End { get; init; }

    /// <summary>The index of the token that it lies in.</summary>
    public required int Token { get; init; }

    /// <summary>The mark itself.</summary>
    public char Mark { get; init; }

    /// <summary>The entry of the word table, if there is one.</summary>
    public TimeWord? Word { get; init; }

    /// <summary>The number that the digits write.</summary>
    public double Number { get; init; }

    /// <summary>How many digits are written; 0 where a grouping comma or a decimal point is among them.</summary>
    public byte Digits { get; init; }

    /// <summary>Whether "st", "nd", "rd" or "th" follows the digits.</summary>
    public bool Ordinal { get; init; }

    /// <summary>Whether a plural s follows the digits ("1990s").</summary>
    public bool Plural { get; init; }

    /// <summary>Whether the word begins with a capital.</summary>
    public bool Capital { get; init; }

    /// <summary>Whether nothing stands between it and the atom before it.</summary>
    public bool Glued { get; init; }

    /// <summary>The whole number of a run of so many digits without comma or point; -1 for anything else.</summary>
    public int Whole => Kind == AtomKind.Digits && Digits > 0 && !Plural ? (int)Number : -1;

    /// <summary>Whether the word has one of the readings.</summary>
    public bool Is(TimeReading any) => Word is { } word && word.Is(any);

    /// <summary>Whether it is this mark.</summary>
    public bool IsMark(char mark) => Kind == AtomKind.Mark && Mark == mark;

    /// <summary>Whether it is a hyphen or dash.</summary>
    public bool IsDash => Kind == AtomKind.Mark && Mark is '-' or '–' or '—' or '‑' or '−';

    /// <summary>The kind and mark together, for matching.</summary>
    public void Deconstruct(out AtomKind kind, out char mark) => (kind, mark) = (Kind, Mark);
}
