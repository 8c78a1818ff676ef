using System.Globalization;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>One attribution as an annotator marked it: the stretches of its source, its cue and its content, in the order of the text.</summary>
internal sealed record LabelledAttribution(Span[] Source, Span[] Cue, Span[] Content)
{
    /// <summary>
    /// Reads a file of brat's standoff format: <c>T</c> lines mark stretches (several joined by semicolons), <c>E</c> lines join them. Lines
    /// of another kind, and those that cannot be read, are passed over. Attributions without a cue or without content are left out.
    /// </summary>
    public static List<LabelledAttribution> Read(string standoff, string text)
    {
        var places = Places(text);
        var marks = new Dictionary<string, Span[]>(StringComparer.Ordinal);
        var joined = new List<string[]>();
        foreach (var line in standoff.Split('\n'))
        {
            var cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length < 2)
                continue;
            if (line[0] == 'T' && Spans(cells[1], places) is { Length: > 0 } spans)
                marks[cells[0]] = spans;
            else if (line[0] == 'E')
                joined.Add(cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        var all = new List<LabelledAttribution>();
        foreach (var parts in joined)
        {
            List<Span> source = [],
                cue = [],
                content = [];
            foreach (var part in parts)
            {
                var colon = part.IndexOf(':', StringComparison.Ordinal);
                if (colon < 0 || !marks.TryGetValue(part[(colon + 1)..], out var spans))
                    continue;
                var role =
                    part.StartsWith("Source", StringComparison.Ordinal) ? source
                    : part.StartsWith("Cue", StringComparison.Ordinal) ? cue
                    : part.StartsWith("Content", StringComparison.Ordinal) ? content
                    : null;
                role?.AddRange(spans);
            }

            if (cue.Count > 0 && content.Count > 0)
                all.Add(new([.. source.Order()], [.. cue.Order()], [.. content.Order()]));
        }

        return all;
    }

    // brat counts code points.
    private static int[] Places(string text)
    {
        var places = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            places.Add(i);
        places.Add(text.Length);
        return [.. places];
    }

    private static Span[] Spans(string cell, int[] places)
    {
        var blank = cell.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0)
            return [];
        var spans = new List<Span>();
        foreach (var piece in cell[(blank + 1)..].Split(';'))
        {
            var ends = piece.Split(' ');
            if (
                ends.Length != 2
                || !int.TryParse(ends[0], CultureInfo.InvariantCulture, out var start)
                || !int.TryParse(ends[1], CultureInfo.InvariantCulture, out var end)
                || start < 0
                || end <= start
                || end >= places.Length
            )
                continue;
            spans.Add(new Span(places[start], places[end]));
        }

        return [.. spans];
    }
}
