using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>
/// What stands in quotation marks in a text, as runs of words with their marks. Marks are paired within a paragraph; one that is never closed
/// runs to the paragraph's end.
/// </summary>
internal sealed class Quotations
{
    private readonly ParsedText _text;
    private readonly int[] _run;
    private readonly List<(int First, int End)> _runs = [];

    public Quotations(ParsedText text)
    {
        _text = text;
        _run = new int[text.Tokens.Length];
        Array.Fill(_run, -1);
        int paragraph = -1,
            open = -1;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Paragraph != paragraph && open >= 0)
                Close(open, sentence.FirstToken, ref open);
            paragraph = sentence.Paragraph;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                var form = text.Form(i);
                if (open < 0 && form is "“" or "\"" or "``" or "''" or "«")
                    open = i;
                else if (open >= 0 && form is "”" or "\"" or "''" or "»")
                    Close(open, i + 1, ref open);
            }
        }

        if (open >= 0)
            Close(open, text.Tokens.Length, ref open);
    }

    /// <summary>Whether a word stands in quotation marks.</summary>
    public bool Inside(int token) => _run[token] >= 0;

    /// <summary>The quotation in which a word stands, with its marks.</summary>
    public Span? Around(int token) => _run[token] is >= 0 and var run ? _text.SpanOf(_runs[run].First, _runs[run].End) : null;

    /// <summary>The quotations, of more than two words, of a sentence that a word outside them belongs to.</summary>
    public Span[]? Of(Sentence sentence)
    {
        var spans = new List<Span>();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (_run[i] is var run and >= 0 && (i == sentence.FirstToken || _run[i - 1] != run) && _runs[run].End - _runs[run].First > 4)
                spans.Add(_text.SpanOf(_runs[run].First, _runs[run].End));
        return spans.Count > 0 ? [.. spans] : null;
    }

    /// <summary>
    /// Takes in the whole of each quotation that a content touches, with its marks, and the quotations that go on in the sentences after the
    /// cue in its paragraph where nobody else is said to speak.
    /// </summary>
    public Ascription Complete(Ascription ascription, Func<Sentence, bool> speaks)
    {
        if (ascription.Hedged || ascription.Word.Class is "mental" or "evidence" || Inside(ascription.Token))
            return ascription;
        var ranges = new List<(int First, int End)>();
        var quoted = false;
        foreach (var span in ascription.Content)
        {
            int first = AttributionScore.At(_text, span.Start),
                end = AttributionScore.At(_text, span.End);
            for (var i = first; i < end; i++)
            {
                if (_run[i] is not (>= 0 and var run))
                    continue;
                quoted |= _runs[run].End - _runs[run].First > 4;
                (first, end) = (Math.Min(first, _runs[run].First), Math.Max(end, _runs[run].End));
            }

            ranges.Add((first, end));
        }

        var at = _text.SentenceOf(ascription.Token);
        // "“The talks,” she said, “have failed.”"
        var opening = _text.Sentences[at].FirstToken;
        if (quoted && ranges[0].First > ascription.Token && _run[opening] is >= 0 and var before && _runs[before].End <= ascription.Token)
            ranges.Add(_runs[before]);
        if (quoted && ranges[0].First < ascription.Token)
        {
            for (
                var next = at + 1;
                next < _text.Sentences.Length && _text.Sentences[next].Paragraph == _text.Sentences[at].Paragraph;
                next++
            )
            {
                var sentence = _text.Sentences[next];
                if (_run[sentence.FirstToken] is not (>= 0 and var run) || _run[sentence.EndToken - 1] != run || speaks(sentence))
                    break;
                ranges.Add(_runs[run]);
            }
        }

        return ascription with
        {
            Content = Merged(ranges),
        };
    }

    private Span[] Merged(List<(int First, int End)> ranges)
    {
        ranges.Sort();
        var merged = new List<(int First, int End)>();
        foreach (var range in ranges)
        {
            if (merged.Count > 0 && range.First <= merged[^1].End)
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].End, range.End));
            else
                merged.Add(range);
        }

        return [.. merged.Select(range => _text.SpanOf(range.First, range.End))];
    }

    private void Close(int first, int end, ref int open)
    {
        for (var i = first; i < end; i++)
            _run[i] = _runs.Count;
        _runs.Add((first, end));
        open = -1;
    }
}
