using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Attribution.Spotting;

/// <summary>What one thread needs to spot: the memory of the encoder. Results do not depend on what it has read before.</summary>
internal sealed unsafe class SpotterBench(SpotterWeights weights)
{
    private const int BatchWords = 2048;
    private readonly Kernel _kernel = Kernel.Best;
    private readonly RecurrentPass _pass = new(Kernel.Best);
    private readonly BatchLayout _layout = new();
    private readonly LabelChain _chain = new();
    private readonly FloatBuffer _input = new(),
        _own = new(),
        _above = new(),
        _read = new(),
        _states = new();
    private readonly FloatBuffer _scores = new(),
        _asked = new(),
        _cue = new(),
        _cueAsked = new(),
        _pairs = new();
    private int[] _lengths = new int[64];
    private byte[] _labels = new byte[256];

    public List<Spotted> Find(ParsedText text)
    {
        var view = new TextView(text, weights.Vectors);
        Encode(view);
        var cues = Cues(view);
        var count = text.Tokens.Length;
        var asked = _asked.Fit((long)count * Padded(weights.Role));
        _kernel.Multiply(_states.At, 2 * weights.Hidden, weights.Word, asked, Padded(weights.Role), count, add: false);
        var clues = new PairClues(view);
        var found = new List<Spotted>(cues.Count);
        foreach (var cue in cues)
            if (Roles(view, clues, cue, cues) is { } spotted)
                found.Add(spotted);
        return found;
    }

    private static int Padded(int columns) => (columns + PackedMatrix.Panel - 1) / PackedMatrix.Panel * PackedMatrix.Panel;

    private void Encode(TextView view)
    {
        var units = TextUnits.Of(view.Text);
        var both = 2 * weights.Hidden;
        var states = _states.Fit((long)view.Text.Tokens.Length * both);
        if (_lengths.Length < units.Count)
            _lengths = new int[units.Count * 2];
        for (var from = 0; from < units.Count;)
        {
            int to = from,
                words = 0;
            while (to < units.Count && (to == from || words + units[to].End - units[to].First <= BatchWords))
                words += units[to].End - units[to++].First;
            for (var u = from; u < to; u++)
                _lengths[u - from] = units[u].End - units[u].First;
            _layout.Arrange(_lengths.AsSpan(0, to - from));
            int rows = _layout.Rows,
                stride = Padded(weights.Input),
                width = weights.Vectors.Width;
            _input.Clear((long)rows * stride);
            _own.Clear((long)rows * width);
            _above.Clear((long)rows * width);
            for (var u = from; u < to; u++)
                for (var i = units[u].First; i < units[u].End; i++)
                    Embed(view, i, _layout.Row(u - from, i - units[u].First), stride, width);
            _kernel.Multiply(_own.At, width, weights.Own, _input.At, stride, rows, add: true);
            _kernel.Multiply(_above.At, width, weights.Above, _input.At, stride, rows, add: true);
            var read = _read.Fit((long)rows * both);
            _pass.Layer(_layout, weights.Forward, weights.Backward, _input.At, stride, read, weights.Hidden);
            for (var u = from; u < to; u++)
            {
                for (var i = units[u].First; i < units[u].End; i++)
                {
                    long row = _layout.Row(u - from, i - units[u].First);
                    new ReadOnlySpan<float>(read + (row * both), both).CopyTo(new Span<float>(states + ((long)i * both), both));
                }
            }

            from = to;
        }
    }

    private void Embed(TextView view, int word, int row, int stride, int width)
    {
        Span<ulong> keys = stackalloc ulong[WordClues.Most];
        var clues = WordClues.Of(view, weights.Vectors, word, keys);
        weights.AddWord(keys[..clues], _input.At + ((long)row * stride));
        if (view.Vector[word] >= 0)
            weights.Vectors.AddTo(view.Vector[word], _own.At + ((long)row * width));
        var head = view.Text.Tokens[word].Head;
        if (head >= 0 && view.Vector[head] >= 0)
            weights.Vectors.AddTo(view.Vector[head], _above.At + ((long)row * width));
    }

    private List<(int First, int End)> Cues(TextView view)
    {
        int count = view.Text.Tokens.Length,
            both = 2 * weights.Hidden;
        var scores = _scores.Fit((long)count * SpotterWeights.Row);
        _kernel.Multiply(_states.At, both, weights.CueScore, scores, SpotterWeights.Row, count, add: false);
        _kernel.AddRow(scores, SpotterWeights.Row, count, weights.CueBias.At, SpotterWeights.Row);
        var cues = new List<(int First, int End)>();
        foreach (var sentence in view.Text.Sentences)
        {
            var labels = Labels(sentence.Length);
            var rows = new ReadOnlySpan<float>(
                scores + ((long)sentence.FirstToken * SpotterWeights.Row),
                sentence.Length * SpotterWeights.Row
            );
            _chain.Best(rows, SpotterWeights.Row, sentence.Length, SpotterWeights.CueLabels, weights.CuePairs.Span(9), labels);
            Stretches(labels, 1, sentence.FirstToken, cues);
        }

        return cues;
    }

    private Spotted? Roles(TextView view, PairClues clues, (int First, int End) cue, List<(int First, int End)> cues)
    {
        int both = 2 * weights.Hidden,
            role = Padded(weights.Role);
        clues.Take(cue.First, cue.End, cues);
        var (from, to) = PairClues.Window(view, cue.First);
        var rows = to - from;
        var mean = _cue.Fit(both);
        new Span<float>(mean, both).Clear();
        for (var i = cue.First; i < cue.End; i++)
            _kernel.Accumulate(_states.At + ((long)i * both), mean, both);
        for (var i = 0; i < both; i++)
            mean[i] /= cue.End - cue.First;
        var asked = _cueAsked.Fit(role);
        _kernel.Multiply(mean, both, weights.Cue, asked, role, 1, add: false);
        _kernel.Accumulate(weights.RoleBias.At, asked, weights.Role);
        var pairs = _pairs.Fit((long)rows * role);
        Span<ulong> keys = stackalloc ulong[PairClues.Most];
        for (var i = from; i < to; i++)
        {
            var pair = pairs + ((long)(i - from) * role);
            new ReadOnlySpan<float>(_asked.At + ((long)i * role), role).CopyTo(new Span<float>(pair, role));
            _kernel.Accumulate(asked, pair, weights.Role);
            weights.AddPair(keys[..clues.Of(i, keys)], pair);
        }

        _kernel.Rectify(pairs, role, rows, weights.Role);
        var scores = _scores.Fit((long)rows * SpotterWeights.Row);
        _kernel.Multiply(pairs, role, weights.RoleScore, scores, SpotterWeights.Row, rows, add: false);
        _kernel.AddRow(scores, SpotterWeights.Row, rows, weights.LabelBias.At, SpotterWeights.Row);
        var labels = Labels(rows);
        _chain.Best(
            new ReadOnlySpan<float>(scores, rows * SpotterWeights.Row),
            SpotterWeights.Row,
            rows,
            SpotterWeights.RoleLabels,
            weights.RolePairs.Span(25),
            labels
        );
        List<(int First, int End)> source = [],
            content = [];
        Stretches(labels, 1, from, source);
        Stretches(labels, 3, from, content);
        return content.Count == 0 ? null : new Spotted(cue, [.. source], [.. content]);
    }

    private Span<byte> Labels(int length)
    {
        if (_labels.Length < length)
            _labels = new byte[length * 2];
        return _labels.AsSpan(0, length);
    }

    private static void Stretches(ReadOnlySpan<byte> labels, int begin, int offset, List<(int First, int End)> found)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != begin)
                continue;
            var end = i + 1;
            while (end < labels.Length && labels[end] == begin + 1)
                end++;
            found.Add((offset + i, offset + end));
        }
    }
}
