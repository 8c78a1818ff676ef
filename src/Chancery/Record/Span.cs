namespace Chancery.Record;

/// <summary>
/// A half-open stretch of a document's text, in UTF-16 code units of <see cref="Document.Text"/>. It is not a copy of the
/// words, and not the offsets of the published record, which are Unicode code points (see <see cref="CodePoints"/>).
/// </summary>
/// <param name="Start">The first code unit, from 0.</param>
/// <param name="End">One past the last code unit; never less than <paramref name="Start"/>.</param>
public readonly record struct Span(int Start, int End) : IComparable<Span>
{
    /// <summary>The number of code units covered.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>Whether the other span lies wholly within this one.</summary>
    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    /// <summary>The words themselves, as a slice of the text.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>The smallest span that covers both.</summary>
    public Span Cover(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(Span other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>Whether the left span begins (or, at one start, ends) before the right one.</summary>
    public static bool operator <(Span left, Span right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left span begins (or, at one start, ends) after the right one.</summary>
    public static bool operator >(Span left, Span right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left span does not come after the right one.</summary>
    public static bool operator <=(Span left, Span right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left span does not come before the right one.</summary>
    public static bool operator >=(Span left, Span right) => left.CompareTo(right) >= 0;
}
