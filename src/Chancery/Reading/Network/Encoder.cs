namespace Chancery.Reading.Network;

/// <summary>
/// Runs a network over batches of sentences. It holds the memory for one batch and so serves one thread at a time. The steps are
/// <see cref="Encode"/>, then for each sentence <see cref="ArcScores"/>, and with heads chosen, <see cref="LabelScores"/>.
/// </summary>
internal sealed unsafe class Encoder(Network network, Kernel kernel)
{
    private readonly FloatBuffer _gates = new(),
        _cells = new(),
        _first = new(),
        _second = new(),
        _output = new(),
        _queries = new();
    private readonly FloatBuffer _dependents = new(),
        _heads = new(),
        _scores = new(),
        _pairs = new(),
        _labels = new();
    private readonly PackedMatrix _candidates = new();

    public Network Network => network;

    public BatchLayout Layout { get; } = new();

    private NetworkShape Shape => network.Shape;

    /// <summary>
    /// Encodes the sentences of <see cref="Layout"/>. <paramref name="firstGates"/> gives, for each row, the projected first-layer
    /// gates of its form, both directions side by side.
    /// </summary>
    public void Encode(ReadOnlySpan<nint> firstGates)
    {
        var rows = Layout.Rows;
        var gates = _gates.Fit((long)rows * Shape.Gates);
        var first = _first.Fit((long)rows * Shape.Both);
        var second = _second.Fit((long)rows * Shape.Both);
        for (var direction = 0; direction < 2; direction++)
        {
            for (var row = 0; row < rows; row++)
            {
                var from = (float*)firstGates[row] + (direction * Shape.Gates);
                new ReadOnlySpan<float>(from, Shape.Gates).CopyTo(new Span<float>(gates + ((long)row * Shape.Gates), Shape.Gates));
            }

            Recur(network.Recurrent[direction], gates, first + (direction * Shape.Hidden), direction == 1);
        }

        for (var direction = 0; direction < 2; direction++)
        {
            var weights = network.Recurrent[2 + direction];
            kernel.Multiply(first, Shape.Both, weights.Input, gates, Shape.Gates, rows, add: false);
            kernel.AddRow(gates, Shape.Gates, rows, weights.Bias.At, Shape.Gates);
            Recur(weights, gates, second + (direction * Shape.Hidden), direction == 1);
        }

        var stride = network.Output.PaddedColumns;
        var output = _output.Fit((long)rows * stride);
        kernel.Multiply(second, Shape.Both, network.Output, output, stride, rows, add: false);
        kernel.AddRow(output, stride, rows, network.OutputBias.At, Shape.Output);
        kernel.Rectify(output + Shape.DependentAt, stride, rows, 2 * Shape.Arc);
        var queries = _queries.Fit((long)rows * network.Arc.PaddedColumns);
        kernel.Multiply(output + Shape.DependentAt, stride, network.Arc, queries, network.Arc.PaddedColumns, rows, add: false);
        kernel.AddRow(queries, network.Arc.PaddedColumns, rows, network.ArcBias.At, Shape.Arc);
    }

    /// <summary>The joint output of a row: scores of tags and name marks, at the places that <see cref="NetworkShape"/> gives.</summary>
    public ReadOnlySpan<float> Output(int row) => new(_output.At + ((long)row * network.Output.PaddedColumns), Shape.Output);

    /// <summary>
    /// The score of each head for each word of a sentence: a row a word, <paramref name="stride"/> apart; column 0 is the root,
    /// column i + 1 is word i.
    /// </summary>
    public Span<float> ArcScores(int sentence, int length, out int stride)
    {
        var arc = Shape.Arc;
        var dependents = _dependents.Fit((long)length * arc);
        var heads = _heads.Fit((long)(length + 1) * arc);
        network.RootArc.Span(arc).CopyTo(new Span<float>(heads, arc));
        for (var word = 0; word < length; word++)
        {
            long row = Layout.Row(sentence, word);
            new ReadOnlySpan<float>(_queries.At + (row * network.Arc.PaddedColumns), arc).CopyTo(
                new Span<float>(dependents + ((long)word * arc), arc)
            );
            new ReadOnlySpan<float>(_output.At + (row * network.Output.PaddedColumns) + Shape.HeadAt, arc).CopyTo(
                new Span<float>(heads + ((long)(word + 1) * arc), arc)
            );
        }

        _candidates.PackTransposed(heads, arc, length + 1, arc);
        stride = _candidates.PaddedColumns;
        var scores = _scores.Fit((long)length * stride);
        kernel.Multiply(dependents, arc, _candidates, scores, stride, length, add: false);
        return new Span<float>(scores, length * stride);
    }

    /// <summary>Readies a pair of dependent and head (-1 for the root) of a sentence for <see cref="LabelScores"/>.</summary>
    public void Pair(int index, int sentence, int word, int head)
    {
        var pairs = _pairs.Fit((long)Layout.Rows * Shape.Label);
        var output = _output.At;
        long stride = network.Output.PaddedColumns;
        var other = head < 0 ? network.RootLabel.At : output + (Layout.Row(sentence, head) * stride) + Shape.LabelHeadAt;
        kernel.RectifiedSum(
            output + (Layout.Row(sentence, word) * stride) + Shape.LabelDependentAt,
            other,
            pairs + ((long)index * Shape.Label),
            Shape.Label
        );
    }

    /// <summary>The scores of the relations for all pairs of the batch, rows <see cref="NetworkShape.Relation"/> apart.</summary>
    public ReadOnlySpan<float> LabelScores()
    {
        var rows = Layout.Rows;
        var labels = _labels.Fit((long)rows * NetworkShape.Relation);
        kernel.Multiply(_pairs.At, Shape.Label, network.Label, labels, NetworkShape.Relation, rows, add: false);
        kernel.AddRow(labels, NetworkShape.Relation, rows, network.LabelBias.At, NetworkShape.Relation);
        return new ReadOnlySpan<float>(labels, rows * NetworkShape.Relation);
    }

    private void Recur(RecurrentWeights weights, float* gates, float* outputs, bool backward)
    {
        int hidden = Shape.Hidden,
            width = Shape.Gates,
            both = Shape.Both,
            steps = Layout.Steps;
        var cells = _cells.Fit((long)Layout.Rows * hidden);
        for (var i = 0; i < steps; i++)
        {
            var step = backward ? steps - 1 - i : i;
            var before = backward ? step + 1 : step - 1;
            long start = Layout.Start(step);
            var count = Layout.Count(step);
            // Going backward, sentences that end here have no step before.
            var carried = i == 0 ? 0 : Math.Min(count, Layout.Count(before));
            if (carried > 0)
            {
                long from = Layout.Start(before);
                kernel.Multiply(outputs + (from * both), both, weights.State, gates + (start * width), width, carried, add: true);
                kernel.Cells(
                    gates + (start * width),
                    cells + (from * hidden),
                    cells + (start * hidden),
                    outputs + (start * both),
                    both,
                    carried,
                    hidden
                );
            }

            if (carried == count)
                continue;
            start += carried;
            kernel.Cells(gates + (start * width), null, cells + (start * hidden), outputs + (start * both), both, count - carried, hidden);
        }
    }
}
