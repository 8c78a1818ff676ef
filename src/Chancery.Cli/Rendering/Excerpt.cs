using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>The words around a span, cut at word boundaries: what stands before it, the span itself, what stands after.</summary>
/// <param name="Before">The words before, beginning with an ellipsis where some are left out.</param>
/// <param name="Words">The words of the span.</param>
/// <param name="After">The words after, ending with an ellipsis where some are left out.</param>
internal readonly record struct Excerpt(string Before, string Words, string After)
{
    private const int Reach = 150;
    private const int LongestSpan = 320;

    /// <summary>The excerpt around a span within bounds, the sentence as a rule.</summary>
    public static Excerpt Around(string text, Span span, Span bounds)
    {
        var start = Math.Max(bounds.Start, span.Start - Reach);
        if (start > bounds.Start && text.IndexOf(' ', start, span.Start - start) is >= 0 and var gap)
            start = gap + 1;
        var end = Math.Min(bounds.End, span.End + Reach);
        if (end < bounds.End && text.LastIndexOf(' ', end - 1, end - span.End) is >= 0 and var last)
            end = last;
        var cut = span.Length > LongestSpan;
        return new Excerpt(
            (start > bounds.Start ? "…" : "") + text[start..span.Start],
            cut ? string.Concat(text.AsSpan(span.Start, LongestSpan), "…") : text[span.Start..span.End],
            cut ? "" : text[span.End..Math.Max(span.End, end)] + (end < bounds.End ? "…" : "")
        );
    }

    /// <summary>The excerpt within the line that the span begins in, for texts whose sentences are not at hand.</summary>
    public static Excerpt InLine(string text, Span span)
    {
        var start = span.Start == 0 ? 0 : text.LastIndexOf('\n', span.Start - 1) + 1;
        var end = text.IndexOf('\n', span.End);
        return Around(text, span, new Span(start, end < 0 ? text.Length : end));
    }
}
