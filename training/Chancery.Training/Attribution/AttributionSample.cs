using Chancery.Attribution;
using Chancery.Attribution.Spotting;
using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Training.Attribution;

/// <summary>A document to learn from: its words with their clues, and its labelled cues with the labels of the words around each.</summary>
internal sealed class AttributionSample
{
    public required ParsedText Text { get; init; }

    public required TextView View { get; init; }

    /// <summary>The units that the recurrent layers run over, longest first.</summary>
    public required List<(int First, int End)> Units { get; init; }

    /// <summary>For each word, 0 none, 1 first of a cue, 2 further word of a cue.</summary>
    public required byte[] CueLabels { get; init; }

    public required List<CueSample> Cues { get; init; }

    public required List<LabelledAttribution> Gold { get; init; }

    /// <summary>For each word, the keys of its clues.</summary>
    public required ulong[][] Clues { get; init; }

    /// <summary>For each word, the rows of its clues among those that are learnt.</summary>
    public int[][] Rows { get; set; } = [];

    public static AttributionSample Of(ParsedText text, List<LabelledAttribution> gold, WordVectors vectors)
    {
        var view = new TextView(text, vectors);
        var labels = new byte[text.Tokens.Length];
        var clues = new ulong[text.Tokens.Length][];
        Span<ulong> keys = stackalloc ulong[WordClues.Most];
        for (var i = 0; i < clues.Length; i++)
            clues[i] = keys[..WordClues.Of(view, vectors, i, keys)].ToArray();
        var taken = new List<((int First, int End) Cue, LabelledAttribution Gold)>();
        foreach (var attribution in gold)
        {
            var stretches = AttributionScore.Cut(text, attribution.Cue);
            if (stretches.Count == 0)
                continue;
            var (first, end) = stretches[0];
            if (taken.Any(t => t.Cue.First < end && first < t.Cue.End))
                continue;
            taken.Add(((first, end), attribution));
            for (var i = first; i < end; i++)
                labels[i] = (byte)(i == first ? 1 : 2);
        }

        taken.Sort((a, b) => a.Cue.First - b.Cue.First);
        var cues = taken.ConvertAll(t => t.Cue);
        var pairs = new PairClues(view);
        return new AttributionSample
        {
            Text = text,
            View = view,
            Units = TextUnits.Of(text),
            CueLabels = labels,
            Clues = clues,
            Gold = gold,
            Cues = [.. taken.Select(t => CueSample.Of(view, pairs, t.Cue, cues, t.Gold))],
        };
    }
}
