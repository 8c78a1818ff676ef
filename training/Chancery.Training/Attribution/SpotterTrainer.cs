using Chancery.Attribution.Spotting;
using Chancery.Reading.Network;
using Chancery.Training.Reading;

namespace Chancery.Training.Attribution;

/// <summary>One document forward and back: the loss of its cue labels, and of the roles around each labelled cue.</summary>
internal sealed unsafe class SpotterTrainer
{
    private readonly LearntSpotter _model;
    private readonly Generator _random;
    private readonly int[] _wordCounts,
        _pairCounts;
    private readonly Dropout _onInput,
        _onStates;
    private readonly BatchLayout _layout = new();
    private readonly ChainLoss _cueLoss = new(SpotterWeights.CueLabels),
        _roleLoss = new(SpotterWeights.RoleLabels);
    private readonly FloatBuffer _input = new(),
        _own = new(),
        _above = new(),
        _dropped = new(),
        _read = new();
    private readonly FloatBuffer _states = new(),
        _scores = new(),
        _asked = new(),
        _pairs = new(),
        _mean = new(),
        _cueAsked = new();
    private readonly FloatBuffer _dAsked = new(),
        _dPairs = new(),
        _dStates = new(),
        _dInput = new(),
        _dCue = new(),
        _dMean = new();
    private int[] _place = [];
    private readonly List<int> _used = [];

    public SpotterTrainer(LearntSpotter model, int[] wordCounts, int[] pairCounts, float dropout, Generator random)
    {
        (_model, _wordCounts, _pairCounts, _random) = (model, wordCounts, pairCounts, random);
        (_onInput, _onStates) = (new Dropout(dropout, random), new Dropout(dropout, random));
    }

    private static Kernel Arithmetic => Kernel.Best;

    /// <summary>Adds the gradient of a document and gives its loss.</summary>
    public double Learn(AttributionSample sample)
    {
        _model.Pack();
        var units = sample.Units;
        _layout.Arrange([.. units.Select(u => u.End - u.First)]);
        int rows = _layout.Rows,
            both = 2 * _model.Hidden,
            width = _model.Input,
            role = _model.Role;
        if (_place.Length < rows)
            _place = new int[rows * 2];
        for (var u = 0; u < units.Count; u++)
            for (var i = units[u].First; i < units[u].End; i++)
                _place[i] = _layout.Row(u, i - units[u].First);
        var drawn = Embed(sample, rows);
        var dropped = _dropped.Fit((long)rows * width);
        _onInput.Draw(_input.At, dropped, rows * width);
        var read = _read.Fit((long)rows * both);
        _model.Recurrent[0].Forward(_layout, dropped, read, both);
        _model.Recurrent[1].Forward(_layout, dropped, read + _model.Hidden, both);
        var states = _states.Fit((long)rows * both);
        _onStates.Draw(read, states, rows * both);

        _dStates.Clear((long)rows * both);
        var weight = 1f / rows;
        var loss = Cues(sample, rows, weight);
        var asked = _asked.Fit((long)rows * role);
        Arithmetic.Multiply(states, both, _model.OfWord.Packed, asked, role, rows, add: false);
        _dAsked.Clear((long)rows * role);
        foreach (var cue in sample.Cues)
            loss += Roles(cue, weight);
        Products.AddOuter(states, both, both, _dAsked.At, role, role, rows, _model.OfWord.Gradient);
        Arithmetic.Multiply(_dAsked.At, role, _model.OfWord.Transposed, _dStates.At, both, rows, add: true);

        _onStates.Apply(_dStates.At, rows * both);
        _dInput.Clear((long)rows * width);
        _model.Recurrent[0].Backward(_layout, dropped, read, _dStates.At, both, _dInput.At);
        _model.Recurrent[1].Backward(_layout, dropped, read + _model.Hidden, _dStates.At + _model.Hidden, both, _dInput.At);
        _onInput.Apply(_dInput.At, rows * width);
        Products.AddOuter(_own.At, _model.Vectors.Width, _model.Vectors.Width, _dInput.At, width, width, rows, _model.Own.Gradient);
        Products.AddOuter(_above.At, _model.Vectors.Width, _model.Vectors.Width, _dInput.At, width, width, rows, _model.Above.Gradient);
        for (var i = 0; i < drawn.Length; i++)
            foreach (var row in drawn[i])
                _model.Word.AddGradient(row, _dInput.At + ((long)_place[i] * width));
        return loss;
    }

    private double Cues(AttributionSample sample, int rows, float weight)
    {
        const int Row = SpotterWeights.Row;
        var both = 2 * _model.Hidden;
        // In the order of the text, so that a sentence's rows stand together.
        var states = _mean.Fit((long)rows * both);
        for (var i = 0; i < rows; i++)
            Copy(_states.At + ((long)_place[i] * both), states + ((long)i * both), both);
        var scores = _scores.Fit((long)rows * Row);
        Arithmetic.Multiply(states, both, _model.CueScore.Packed, scores, Row, rows, add: false);
        Arithmetic.AddRow(scores, Row, rows, _model.CueBias.Values, Row);
        double loss = 0;
        foreach (var sentence in sample.Text.Sentences)
        {
            loss += _cueLoss.Learn(
                scores + ((long)sentence.FirstToken * Row),
                Row,
                sentence.Length,
                sample.CueLabels.AsSpan(sentence.FirstToken, sentence.Length),
                _model.CuePairs.Values,
                _model.CuePairs.Gradient,
                weight
            );
        }

        Products.AddOuter(states, both, both, scores, Row, Row, rows, _model.CueScore.Gradient);
        Products.AddRows(scores, Row, rows, Row, _model.CueBias.Gradient);
        Arithmetic.Multiply(scores, Row, _model.CueScore.Transposed, states, both, rows, add: false);
        for (var i = 0; i < rows; i++)
            Arithmetic.Accumulate(states + ((long)i * both), _dStates.At + ((long)_place[i] * both), both);
        return loss;
    }

    private double Roles(CueSample cue, float weight)
    {
        const int Row = SpotterWeights.Row;
        int both = 2 * _model.Hidden,
            role = _model.Role,
            rows = cue.Labels.Length,
            length = cue.Cue.End - cue.Cue.First;
        var mean = _mean.Fit(both);
        new Span<float>(mean, both).Clear();
        for (var i = cue.Cue.First; i < cue.Cue.End; i++)
            Arithmetic.Accumulate(_states.At + ((long)_place[i] * both), mean, both);
        for (var i = 0; i < both; i++)
            mean[i] /= length;
        var cueAsked = _cueAsked.Fit(role);
        Arithmetic.Multiply(mean, both, _model.OfCue.Packed, cueAsked, role, 1, add: false);
        Arithmetic.Accumulate(_model.RoleBias.Values, cueAsked, role);
        var pairs = _pairs.Fit((long)rows * role);
        _used.Clear();
        for (var i = 0; i < rows; i++)
        {
            var pair = pairs + ((long)i * role);
            Copy(_asked.At + ((long)_place[cue.Window.First + i] * role), pair, role);
            Arithmetic.Accumulate(cueAsked, pair, role);
            foreach (var row in cue.Rows[i])
            {
                var kept = Keep(_pairCounts[row]) ? row : -1;
                _used.Add(kept);
                if (kept >= 0)
                    _model.Pair.AddTo(row, pair);
            }
        }

        Arithmetic.Rectify(pairs, role, rows, role);
        var scores = _scores.Fit((long)rows * Row);
        Arithmetic.Multiply(pairs, role, _model.RoleScore.Packed, scores, Row, rows, add: false);
        Arithmetic.AddRow(scores, Row, rows, _model.LabelBias.Values, Row);
        var loss = _roleLoss.Learn(scores, Row, rows, cue.Labels, _model.RolePairs.Values, _model.RolePairs.Gradient, weight);
        Products.AddOuter(pairs, role, role, scores, Row, Row, rows, _model.RoleScore.Gradient);
        Products.AddRows(scores, Row, rows, Row, _model.LabelBias.Gradient);
        var dPairs = _dPairs.Fit((long)rows * role);
        Arithmetic.Multiply(scores, Row, _model.RoleScore.Transposed, dPairs, role, rows, add: false);
        var dCue = _dCue.Fit(role);
        new Span<float>(dCue, role).Clear();
        var at = 0;
        for (var i = 0; i < rows; i++)
        {
            float* pair = pairs + ((long)i * role),
                gradient = dPairs + ((long)i * role);
            for (var j = 0; j < role; j++)
                if (pair[j] <= 0f)
                    gradient[j] = 0f;
            Arithmetic.Accumulate(gradient, dCue, role);
            Arithmetic.Accumulate(gradient, _dAsked.At + ((long)_place[cue.Window.First + i] * role), role);
            for (var k = 0; k < cue.Rows[i].Length; k++)
                if (_used[at++] is var row and >= 0)
                    _model.Pair.AddGradient(row, gradient);
        }

        Arithmetic.Accumulate(dCue, _model.RoleBias.Gradient, role);
        Products.AddOuter(mean, both, both, dCue, role, role, 1, _model.OfCue.Gradient);
        var dMean = _dMean.Fit(both);
        Arithmetic.Multiply(dCue, role, _model.OfCue.Transposed, dMean, both, 1, add: false);
        for (var i = 0; i < both; i++)
            dMean[i] /= length;
        for (var i = cue.Cue.First; i < cue.Cue.End; i++)
            Arithmetic.Accumulate(dMean, _dStates.At + ((long)_place[i] * both), both);
        return loss;
    }

    private int[][] Embed(AttributionSample sample, int rows)
    {
        int width = _model.Input,
            vector = _model.Vectors.Width;
        _input.Clear((long)rows * width);
        _own.Clear((long)rows * vector);
        _above.Clear((long)rows * vector);
        var drawn = new int[rows][];
        for (var i = 0; i < rows; i++)
        {
            drawn[i] = Array.FindAll(sample.Rows[i], row => Keep(_wordCounts[row]));
            var input = _input.At + ((long)_place[i] * width);
            foreach (var row in drawn[i])
                _model.Word.AddTo(row, input);
            if (sample.View.Vector[i] >= 0)
                _model.Vectors.AddTo(sample.View.Vector[i], _own.At + ((long)_place[i] * vector));
            var head = sample.Text.Tokens[i].Head;
            if (head >= 0 && sample.View.Vector[head] >= 0)
                _model.Vectors.AddTo(sample.View.Vector[head], _above.At + ((long)_place[i] * vector));
        }

        Arithmetic.Multiply(_own.At, vector, _model.Own.Packed, _input.At, width, rows, add: true);
        Arithmetic.Multiply(_above.At, vector, _model.Above.Packed, _input.At, width, rows, add: true);
        return drawn;
    }

    // Rare clues are hidden more often, so that the others learn to stand alone.
    private bool Keep(int count) => _random.NextSingle() >= 0.03f + (0.5f / (0.5f + count));

    private static void Copy(float* from, float* to, int length) =>
        new ReadOnlySpan<float>(from, length).CopyTo(new Span<float>(to, length));
}
