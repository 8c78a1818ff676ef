using System.Runtime.CompilerServices;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>One direction of a recurrent layer, forward and back through time, over a batch as <see cref="BatchLayout"/> lays it out.</summary>
internal sealed unsafe class RecurrentLayer
{
    private readonly FloatBuffer _gates = new(),
        _cells = new(),
        _dGates = new(),
        _dState = new(),
        _dCell = new(),
        _before = new();
    private readonly bool _backward;
    private readonly int _hidden;

    public RecurrentLayer(int input, int hidden, bool backward, Generator random)
    {
        _backward = backward;
        _hidden = hidden;
        Input = Parameter.Between(input, 4 * hidden, random);
        State = Parameter.Between(hidden, 4 * hidden, random);
        Bias = new Parameter(1, 4 * hidden, random, 0f);
        // An open forget gate lets the first steps of training see far.
        for (var i = hidden; i < 2 * hidden; i++)
            Bias.Values[i] = 1f;
    }

    public Parameter Input { get; }

    public Parameter State { get; }

    public Parameter Bias { get; }

    private static Kernel Arithmetic => Kernel.Best;

    /// <summary>From the inputs to the outputs, whose rows are <paramref name="stride"/> apart.</summary>
    public void Forward(BatchLayout layout, float* inputs, float* outputs, int stride)
    {
        int rows = layout.Rows,
            width = 4 * _hidden;
        var gates = _gates.Fit((long)rows * width);
        var cells = _cells.Fit((long)rows * _hidden);
        Arithmetic.Multiply(inputs, Input.Rows, Input.Packed, gates, width, rows, add: false);
        Arithmetic.AddRow(gates, width, rows, Bias.Values, width);
        for (var i = 0; i < layout.Steps; i++)
        {
            var (step, before, carried) = Place(layout, i);
            long start = layout.Start(step);
            if (carried > 0)
            {
                long from = layout.Start(before);
                Arithmetic.Multiply(outputs + (from * stride), stride, State.Packed, gates + (start * width), width, carried, add: true);
                Arithmetic.Cells(
                    gates + (start * width),
                    cells + (from * _hidden),
                    cells + (start * _hidden),
                    outputs + (start * stride),
                    stride,
                    carried,
                    _hidden
                );
            }

            start += carried;
            Arithmetic.Cells(
                gates + (start * width),
                null,
                cells + (start * _hidden),
                outputs + (start * stride),
                stride,
                layout.Count(step) - carried,
                _hidden
            );
        }
    }

    /// <summary>From the gradient of the outputs to those of the weights and, added, of the inputs.</summary>
    public void Backward(BatchLayout layout, float* inputs, float* outputs, float* dOutputs, int stride, float* dInputs)
    {
        int rows = layout.Rows,
            width = 4 * _hidden;
        var dGates = _dGates.Fit((long)rows * width);
        var dState = _dState.Fit((long)layout.Sentences * _hidden);
        var dCell = _dCell.Fit((long)layout.Sentences * _hidden);
        _before.Clear((long)rows * _hidden);
        var kept = 0;
        for (var i = layout.Steps - 1; i >= 0; i--)
        {
            var (step, before, carried) = Place(layout, i);
            long start = layout.Start(step);
            var count = layout.Count(step);
            if (count > kept)
            {
                new Span<float>(dState + ((long)kept * _hidden), (count - kept) * _hidden).Clear();
                new Span<float>(dCell + ((long)kept * _hidden), (count - kept) * _hidden).Clear();
            }

            for (var row = 0; row < count; row++)
            {
                var last = row < carried ? _cells.At + ((layout.Start(before) + row) * (long)_hidden) : null;
                CellBack<Lane8>(
                    _gates.At + ((start + row) * width),
                    last,
                    _cells.At + ((start + row) * _hidden),
                    dOutputs + ((start + row) * stride),
                    dState + ((long)row * _hidden),
                    dCell + ((long)row * _hidden),
                    dGates + ((start + row) * width)
                );
                if (last != null)
                {
                    new ReadOnlySpan<float>(outputs + ((layout.Start(before) + row) * (long)stride), _hidden).CopyTo(
                        new Span<float>(_before.At + ((start + row) * _hidden), _hidden)
                    );
                }
            }

            if (carried > 0)
                Arithmetic.Multiply(dGates + (start * width), width, State.Transposed, dState, _hidden, carried, add: false);
            kept = carried;
        }

        Products.AddOuter(inputs, Input.Rows, Input.Rows, dGates, width, width, rows, Input.Gradient);
        Products.AddOuter(_before.At, _hidden, _hidden, dGates, width, width, rows, State.Gradient);
        Products.AddRows(dGates, width, rows, width, Bias.Gradient);
        Arithmetic.Multiply(dGates, width, Input.Transposed, dInputs, Input.Rows, rows, add: true);
    }

    private (int Step, int Before, int Carried) Place(BatchLayout layout, int i)
    {
        var step = _backward ? layout.Steps - 1 - i : i;
        var before = _backward ? step + 1 : step - 1;
        return (step, before, i == 0 ? 0 : Math.Min(layout.Count(step), layout.Count(before)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CellBack<TLane>(float* gates, float* before, float* cell, float* dOutput, float* dState, float* dCell, float* dGates)
        where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.All(1f),
            nought = TLane.All(0f);
        for (var j = 0; j < _hidden; j += TLane.Width)
        {
            var input = Activation.Logistic(TLane.Load(gates + j));
            var forget = Activation.Logistic(TLane.Load(gates + _hidden + j));
            var output = Activation.Logistic(TLane.Load(gates + (2 * _hidden) + j));
            var update = Activation.Tanh(TLane.Load(gates + (3 * _hidden) + j));
            var seen = Activation.Tanh(TLane.Load(cell + j));
            var dOut = TLane.Add(TLane.Load(dOutput + j), TLane.Load(dState + j));
            var dc = TLane.Fuse(TLane.Multiply(dOut, output), TLane.Subtract(one, TLane.Multiply(seen, seen)), TLane.Load(dCell + j));
            var last = before == null ? nought : TLane.Load(before + j);
            TLane.Store(Slope(TLane.Multiply(dc, update), input, one), dGates + j);
            TLane.Store(Slope(TLane.Multiply(dc, last), forget, one), dGates + _hidden + j);
            TLane.Store(Slope(TLane.Multiply(dOut, seen), output, one), dGates + (2 * _hidden) + j);
            TLane.Store(
                TLane.Multiply(TLane.Multiply(dc, input), TLane.Subtract(one, TLane.Multiply(update, update))),
                dGates + (3 * _hidden) + j
            );
            TLane.Store(TLane.Multiply(dc, forget), dCell + j);
        }
    }

    private static TLane Slope<TLane>(TLane gradient, TLane gate, TLane one)
        where TLane : struct, ILane<TLane> => TLane.Multiply(TLane.Multiply(gradient, gate), TLane.Subtract(one, gate));
}
