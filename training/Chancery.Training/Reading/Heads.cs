using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>The losses of tags, names, labels and arcs over one batch's joint output, and their gradient.</summary>
internal sealed unsafe class Heads(LearntNetwork network, BatchLayout layout)
{
    private static readonly int Tags = Enum.GetValues<UniversalTag>().Length,
        PennTags = Enum.GetValues<PennTag>().Length;
    private static readonly int Relations = Enum.GetValues<Relation>().Length;
    private readonly FloatBuffer _queries = new(),
        _dQueries = new(),
        _dependents = new(),
        _candidates = new(),
        _scores = new(),
        _dCandidates = new();
    private readonly FloatBuffer _dDependents = new(),
        _pairs = new(),
        _labels = new(),
        _dPairs = new();
    private readonly PackedMatrix _packed = new();

    private static Kernel Arithmetic => Kernel.Best;

    private NetworkShape Shape => network.Shape;

    /// <summary>Adds to the gradient of the output and gives the loss a word.</summary>
    public double Learn(Sample[] batch, float* output, float* dOutput, float weight)
    {
        var loss = Choices(batch, output, dOutput, weight * 0.5f);
        loss += Labels(batch, output, dOutput, weight);
        loss += Arcs(batch, output, dOutput, weight);
        // The output of the arc heads was rectified: nothing flows back where it was nought.
        for (var row = 0; row < layout.Rows; row++)
        {
            var at = ((long)row * Shape.Output) + Shape.DependentAt;
            for (var i = 0; i < 2 * Shape.Arc; i++)
                if (output[at + i] <= 0f)
                    dOutput[at + i] = 0f;
        }

        return loss * weight;
    }

    private double Choices(Sample[] batch, float* output, float* dOutput, float weight)
    {
        var loss = 0.0;
        for (var sentence = 0; sentence < batch.Length; sentence++)
        {
            var sample = batch[sentence];
            for (var word = 0; word < sample.Length; word++)
            {
                var at = (long)layout.Row(sentence, word) * Shape.Output;
                loss += Choice(output + at, dOutput + at, Tags, sample.Universal, word, weight);
                loss += Choice(output + at + Shape.PennAt, dOutput + at + Shape.PennAt, PennTags, sample.Penn, word, weight);
                if (sample.Names is { } names)
                    loss += Choice(output + at + Shape.NameAt, dOutput + at + Shape.NameAt, NameMarks.Count, names, word, weight);
            }
        }

        return loss * 0.5;
    }

    private static double Choice(float* scores, float* gradient, int count, Targets targets, int word, float weight)
    {
        new ReadOnlySpan<float>(scores, count).CopyTo(new Span<float>(gradient, count));
        return Loss.Choice(gradient, count, targets, word, weight);
    }

    private double Labels(Sample[] batch, float* output, float* dOutput, float weight)
    {
        int rows = layout.Rows,
            width = Shape.Label;
        var pairs = _pairs.Fit((long)rows * width);
        for (var sentence = 0; sentence < batch.Length; sentence++)
            for (var word = 0; word < batch[sentence].Length; word++)
            {
                long row = layout.Row(sentence, word);
                var head = batch[sentence].Heads[word];
                var other =
                    head == 0 ? network.RootLabel.Values : output + (layout.Row(sentence, head - 1) * (long)Shape.Output) + Shape.LabelHeadAt;
                Arithmetic.RectifiedSum(output + (row * Shape.Output) + Shape.LabelDependentAt, other, pairs + (row * width), width);
            }

        var labels = _labels.Fit((long)rows * NetworkShape.Relation);
        Arithmetic.Multiply(pairs, width, network.Label.Packed, labels, NetworkShape.Relation, rows, add: false);
        Arithmetic.AddRow(labels, NetworkShape.Relation, rows, network.LabelBias.Values, NetworkShape.Relation);
        var loss = 0.0;
        for (var sentence = 0; sentence < batch.Length; sentence++)
            for (var word = 0; word < batch[sentence].Length; word++)
            {
                var at = labels + ((long)layout.Row(sentence, word) * NetworkShape.Relation);
                loss += Loss.Choice(at, Relations, batch[sentence].Labels, word, weight);
                new Span<float>(at + Relations, NetworkShape.Relation - Relations).Clear();
            }

        Products.AddOuter(pairs, width, width, labels, NetworkShape.Relation, NetworkShape.Relation, rows, network.Label.Gradient);
        Products.AddRows(labels, NetworkShape.Relation, rows, NetworkShape.Relation, network.LabelBias.Gradient);
        var dPairs = _dPairs.Fit((long)rows * width);
        Arithmetic.Multiply(labels, NetworkShape.Relation, network.Label.Transposed, dPairs, width, rows, add: false);
        for (var sentence = 0; sentence < batch.Length; sentence++)
            for (var word = 0; word < batch[sentence].Length; word++)
            {
                long row = layout.Row(sentence, word);
                var head = batch[sentence].Heads[word];
                var other =
                    head == 0
                        ? network.RootLabel.Gradient
                        : dOutput + (layout.Row(sentence, head - 1) * (long)Shape.Output) + Shape.LabelHeadAt;
                var own = dOutput + (row * Shape.Output) + Shape.LabelDependentAt;
                for (var i = 0; i < width; i++)
                {
                    if (pairs[(row * width) + i] <= 0f)
                        continue;
                    own[i] += dPairs[(row * width) + i];
                    other[i] += dPairs[(row * width) + i];
                }
            }

        return loss;
    }

    private double Arcs(Sample[] batch, float* output, float* dOutput, float weight)
    {
        int rows = layout.Rows,
            arc = Shape.Arc;
        var queries = _queries.Fit((long)rows * arc);
        Arithmetic.Multiply(output + Shape.DependentAt, Shape.Output, network.Arc.Packed, queries, arc, rows, add: false);
        Arithmetic.AddRow(queries, arc, rows, network.ArcBias.Values, arc);
        var dQueries = _dQueries.Fit((long)rows * arc);
        var loss = 0.0;
        for (var sentence = 0; sentence < batch.Length; sentence++)
            loss += Arcs(batch[sentence], sentence, output, dOutput, weight);
        Products.AddRows(dQueries, arc, rows, arc, network.ArcBias.Gradient);
        Products.AddOuter(output + Shape.DependentAt, Shape.Output, arc, dQueries, arc, arc, rows, network.Arc.Gradient);
        var dDependents = _dDependents.Fit((long)rows * arc);
        Arithmetic.Multiply(dQueries, arc, network.Arc.Transposed, dDependents, arc, rows, add: false);
        for (var row = 0; row < rows; row++)
            Arithmetic.Accumulate(dDependents + ((long)row * arc), dOutput + ((long)row * Shape.Output) + Shape.DependentAt, arc);
        return loss;
    }

    private double Arcs(Sample sample, int sentence, float* output, float* dOutput, float weight)
    {
        int length = sample.Length,
            arc = Shape.Arc;
        var dependents = _dependents.Fit((long)length * arc);
        var candidates = _candidates.Fit((long)(length + 1) * arc);
        Copy(network.RootArc.Values, candidates, arc);
        for (var word = 0; word < length; word++)
        {
            long row = layout.Row(sentence, word);
            Copy(_queries.At + (row * arc), dependents + ((long)word * arc), arc);
            Copy(output + (row * Shape.Output) + Shape.HeadAt, candidates + ((long)(word + 1) * arc), arc);
        }

        _packed.PackTransposed(candidates, arc, length + 1, arc);
        var stride = _packed.PaddedColumns;
        var scores = _scores.Fit((long)length * stride);
        Arithmetic.Multiply(dependents, arc, _packed, scores, stride, length, add: false);
        var loss = 0.0;
        for (var word = 0; word < length; word++)
            loss += Loss.Choice(scores + ((long)word * stride), length + 1, sample.Arcs, word, weight);

        _dCandidates.Clear((long)(length + 1) * arc);
        Products.AddOuter(scores, stride, length + 1, dependents, arc, arc, length, _dCandidates.At);
        _packed.Pack(candidates, length + 1, arc, arc);
        Arithmetic.Multiply(scores, stride, _packed, dependents, arc, length, add: false);
        Arithmetic.Accumulate(_dCandidates.At, network.RootArc.Gradient, arc);
        for (var word = 0; word < length; word++)
        {
            long row = layout.Row(sentence, word);
            Copy(dependents + ((long)word * arc), _dQueries.At + (row * arc), arc);
            Arithmetic.Accumulate(_dCandidates.At + ((long)(word + 1) * arc), dOutput + (row * Shape.Output) + Shape.HeadAt, arc);
        }

        return loss;
    }

    private static void Copy(float* from, float* to, int length) =>
        new ReadOnlySpan<float>(from, length).CopyTo(new Span<float>(to, length));
}
