using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>One batch forward and back. The heads' losses are added up: arcs and labels in full, tags and names by half.</summary>
internal sealed unsafe class NetworkTrainer
{
    private readonly LearntNetwork _network;
    private readonly FormTable _forms;
    private readonly Generator _random;
    private readonly Dropout _onInput,
        _onFirst,
        _onSecond;
    private readonly bool _bySentence;
    private readonly BatchLayout _layout = new();
    private readonly FloatBuffer _input = new(),
        _vectors = new(),
        _dropped = new(),
        _first = new(),
        _firstDropped = new(),
        _second = new();
    private readonly FloatBuffer _secondDropped = new(),
        _output = new(),
        _dOutput = new(),
        _dSecond = new(),
        _dFirst = new(),
        _dInput = new();
    private readonly Heads _heads;
    private int[] _words = [];

    public NetworkTrainer(LearntNetwork network, FormTable forms, float dropout, bool bySentence, Generator random)
    {
        _bySentence = bySentence;
        _network = network;
        _forms = forms;
        _random = random;
        _onInput = new Dropout(dropout, random);
        _onFirst = new Dropout(dropout, random);
        _onSecond = new Dropout(dropout, random);
        _heads = new Heads(network, _layout);
    }

    private static Kernel Arithmetic => Kernel.Best;

    private NetworkShape Shape => _network.Shape;

    /// <summary>Adds the gradient of a batch, longest sentence first, and gives its loss.</summary>
    public double Learn(Sample[] batch)
    {
        _network.Pack();
        _layout.Arrange([.. batch.Select(s => s.Length)]);
        int rows = _layout.Rows,
            both = Shape.Both;
        Embed(batch);
        var dropped = _dropped.Fit((long)rows * Shape.Input);
        Draw(_onInput, _input.At, dropped, Shape.Input);
        var first = _first.Fit((long)rows * both);
        Forward(0, dropped, first);
        var firstDropped = _firstDropped.Fit((long)rows * both);
        Draw(_onFirst, first, firstDropped, both);
        var second = _second.Fit((long)rows * both);
        Forward(2, firstDropped, second);
        var secondDropped = _secondDropped.Fit((long)rows * both);
        Draw(_onSecond, second, secondDropped, both);
        var output = _output.Fit((long)rows * Shape.Output);
        Arithmetic.Multiply(secondDropped, both, _network.Output.Packed, output, Shape.Output, rows, add: false);
        Arithmetic.AddRow(output, Shape.Output, rows, _network.OutputBias.Values, Shape.Output);
        Arithmetic.Rectify(output + Shape.DependentAt, Shape.Output, rows, 2 * Shape.Arc);

        _dOutput.Clear((long)rows * Shape.Output);
        var loss = _heads.Learn(batch, output, _dOutput.At, 1f / rows);

        Products.AddOuter(secondDropped, both, both, _dOutput.At, Shape.Output, Shape.Output, rows, _network.Output.Gradient);
        Products.AddRows(_dOutput.At, Shape.Output, rows, Shape.Output, _network.OutputBias.Gradient);
        var dSecond = _dSecond.Fit((long)rows * both);
        Arithmetic.Multiply(_dOutput.At, Shape.Output, _network.Output.Transposed, dSecond, both, rows, add: false);
        Apply(_onSecond, dSecond, both);
        _dFirst.Clear((long)rows * both);
        Backward(2, firstDropped, second, dSecond, _dFirst.At);
        Apply(_onFirst, _dFirst.At, both);
        _dInput.Clear((long)rows * Shape.Input);
        Backward(0, dropped, first, _dFirst.At, _dInput.At);
        Apply(_onInput, _dInput.At, Shape.Input);
        Products.AddOuter(
            _vectors.At,
            Shape.Vector,
            Shape.Vector,
            _dInput.At,
            Shape.Input,
            Shape.Input,
            rows,
            _network.Projection.Gradient
        );
        EmbedBack(batch);
        return loss;
    }

    private void Draw(Dropout dropout, float* from, float* to, int width)
    {
        if (_bySentence)
            dropout.Draw(from, to, width, _layout);
        else
            dropout.Draw(from, to, _layout.Rows * width);
    }

    private void Apply(Dropout dropout, float* x, int width)
    {
        if (_bySentence)
            dropout.Apply(x, width, _layout);
        else
            dropout.Apply(x, _layout.Rows * width);
    }

    private void Forward(int layer, float* inputs, float* outputs)
    {
        _network.Recurrent[layer].Forward(_layout, inputs, outputs, Shape.Both);
        _network.Recurrent[layer + 1].Forward(_layout, inputs, outputs + Shape.Hidden, Shape.Both);
    }

    private void Backward(int layer, float* inputs, float* outputs, float* dOutputs, float* dInputs)
    {
        _network.Recurrent[layer].Backward(_layout, inputs, outputs, dOutputs, Shape.Both, dInputs);
        _network.Recurrent[layer + 1].Backward(_layout, inputs, outputs + Shape.Hidden, dOutputs + Shape.Hidden, Shape.Both, dInputs);
    }

    private void Embed(Sample[] batch)
    {
        int rows = _layout.Rows,
            width = Shape.Input;
        _input.Clear((long)rows * width);
        _vectors.Clear((long)rows * Shape.Vector);
        if (_words.Length < rows)
            _words = new int[rows * 2];
        for (var sentence = 0; sentence < batch.Length; sentence++)
        {
            for (var word = 0; word < batch[sentence].Length; word++)
            {
                var row = _layout.Row(sentence, word);
                var features = _forms.Features[batch[sentence].Forms[word]];
                var known = Array.BinarySearch(_network.Vocabulary, features.Key) is var found and >= 0 ? found + 1 : 0;
                var rare = 0.25f / (0.25f + _forms.Count(features.Key));
                // Known words are hidden now and then, rare ones more often, so that the other features learn to stand alone.
                if (known > 0 && _random.NextSingle() < rare + 0.03f)
                    known = 0;
                _words[row] = known;
                var vector = _random.NextSingle() < 0.02f ? -1 : _network.Vectors.Find(features.Key);
                var input = _input.At + ((long)row * width);
                _network.Word.AddTo(known, input);
                _network.Form.AddTo(features.Form, input);
                _network.Ending3.AddTo(features.Ending3, input);
                _network.Ending2.AddTo(features.Ending2, input);
                _network.Beginning.AddTo(features.Beginning, input);
                _network.Signature.AddTo(features.Shape, input);
                var (fine, coarse) = _network.Vectors.ClustersOf(_network.Vectors.Find(features.Key));
                _network.Cluster.AddTo(fine, input);
                _network.Coarse.AddTo(coarse, input);
                if (vector >= 0)
                    _network.Vectors.AddTo(vector, _vectors.At + ((long)row * Shape.Vector));
            }
        }

        Arithmetic.Multiply(_vectors.At, Shape.Vector, _network.Projection.Packed, _input.At, width, rows, add: true);
    }

    private void EmbedBack(Sample[] batch)
    {
        for (var sentence = 0; sentence < batch.Length; sentence++)
        {
            for (var word = 0; word < batch[sentence].Length; word++)
            {
                var row = _layout.Row(sentence, word);
                var features = _forms.Features[batch[sentence].Forms[word]];
                var gradient = _dInput.At + ((long)row * Shape.Input);
                _network.Word.AddGradient(_words[row], gradient);
                _network.Form.AddGradient(features.Form, gradient);
                _network.Ending3.AddGradient(features.Ending3, gradient);
                _network.Ending2.AddGradient(features.Ending2, gradient);
                _network.Beginning.AddGradient(features.Beginning, gradient);
                _network.Signature.AddGradient(features.Shape, gradient);
                var (fine, coarse) = _network.Vectors.ClustersOf(_network.Vectors.Find(features.Key));
                _network.Cluster.AddGradient(fine, gradient);
                _network.Coarse.AddGradient(coarse, gradient);
            }
        }
    }
}
