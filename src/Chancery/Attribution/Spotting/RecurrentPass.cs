using Chancery.Reading.Network;

namespace Chancery.Attribution.Spotting;

/// <summary>Runs recurrent layers over units of words laid out side by side.</summary>
internal sealed unsafe class RecurrentPass(Kernel kernel)
{
    private readonly FloatBuffer _gates = new(),
        _cells = new();

    /// <summary>Both directions of one layer, from its inputs to its outputs, <paramref name="hidden"/> wide each.</summary>
    public void Layer(
        BatchLayout layout,
        RecurrentWeights forward,
        RecurrentWeights backward,
        float* inputs,
        int inputStride,
        float* outputs,
        int hidden
    )
    {
        Direction(layout, forward, inputs, inputStride, outputs, hidden, backward: false);
        Direction(layout, backward, inputs, inputStride, outputs + hidden, hidden, backward: true);
    }

    private void Direction(
        BatchLayout layout,
        RecurrentWeights weights,
        float* inputs,
        int inputStride,
        float* outputs,
        int hidden,
        bool backward
    )
    {
        int width = 4 * hidden,
            stride = 2 * hidden,
            steps = layout.Steps;
        var gates = _gates.Fit((long)layout.Rows * width);
        var cells = _cells.Fit((long)layout.Rows * hidden);
        kernel.Multiply(inputs, inputStride, weights.Input, gates, width, layout.Rows, add: false);
        kernel.AddRow(gates, width, layout.Rows, weights.Bias.At, width);
        for (var i = 0; i < steps; i++)
        {
            var step = backward ? steps - 1 - i : i;
            var before = backward ? step + 1 : step - 1;
            long start = layout.Start(step);
            var count = layout.Count(step);
            var carried = i == 0 ? 0 : Math.Min(count, layout.Count(before));
            if (carried > 0)
            {
                long from = layout.Start(before);
                kernel.Multiply(outputs + (from * stride), stride, weights.State, gates + (start * width), width, carried, add: true);
                kernel.Cells(
                    gates + (start * width),
                    cells + (from * hidden),
                    cells + (start * hidden),
                    outputs + (start * stride),
                    stride,
                    carried,
                    hidden
                );
            }

            if (carried == count)
                continue;
            start += carried;
            kernel.Cells(
                gates + (start * width),
                null,
                cells + (start * hidden),
                outputs + (start * stride),
                stride,
                count - carried,
                hidden
            );
        }
    }
}
