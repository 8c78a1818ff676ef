using Chancery.Attribution;
using Chancery.Attribution.Spotting;
using Chancery.Record;

namespace Chancery.Training.Attribution;

/// <summary>A labelled cue: the window of words around it, their labels and the clues of each beside the cue.</summary>
internal sealed class CueSample
{
    public required (int First, int End) Cue { get; init; }

    public required (int First, int End) Window { get; init; }

    /// <summary>For each word of the window: 0 none, 1 and 2 source, 3 and 4 content.</summary>
    public required byte[] Labels { get; init; }

    public required ulong[][] Clues { get; init; }

    public int[][] Rows { get; set; } = [];

    public static CueSample Of(
        TextView view,
        PairClues pairs,
        (int First, int End) cue,
        List<(int First, int End)> cues,
        LabelledAttribution gold
    )
    {
        pairs.Take(cue.First, cue.End, cues);
        var window = PairClues.Window(view, cue.First);
        var labels = new byte[window.End - window.First];
        Mark(gold.Content, 3);
        Mark(gold.Source, 1);
        var clues = new ulong[labels.Length][];
        Span<ulong> keys = stackalloc ulong[PairClues.Most];
        for (var i = 0; i < clues.Length; i++)
            clues[i] = keys[..pairs.Of(window.First + i, keys)].ToArray();
        return new CueSample
        {
            Cue = cue,
            Window = window,
            Labels = labels,
            Clues = clues,
        };

        void Mark(Span[] spans, byte begin)
        {
            // Labels run on over the end of a sentence; only a gap begins anew.
            var last = -2;
            foreach (var (first, end) in AttributionScore.Cut(view.Text, spans))
            {
                for (var i = first; i < end; i++)
                {
                    if (i < window.First || i >= window.End)
                        continue;
                    labels[i - window.First] = (byte)(last == i - 1 ? begin + 1 : begin);
                    last = i;
                }
            }
        }
    }
}
