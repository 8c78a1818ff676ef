using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>A mask that sets a share of the values to nought and scales up the rest, kept for the way back.</summary>
internal sealed unsafe class Dropout(float share, Generator random)
{
    private readonly FloatBuffer _mask = new();

    /// <summary>A mask for each value.</summary>
    public void Draw(float* from, float* to, int length)
    {
        Fill(length);
        for (var i = 0; i < length; i++)
            to[i] = from[i] * _mask.At[i];
    }

    public void Apply(float* x, int length)
    {
        for (var i = 0; i < length; i++)
            x[i] *= _mask.At[i];
    }

    /// <summary>
    /// A mask for each sentence that holds for all its words (Gal and Ghahramani 2016), so that what is hidden in one cannot be read off
    /// its neighbour.
    /// </summary>
    public void Draw(float* from, float* to, int width, BatchLayout layout)
    {
        Fill(layout.Sentences * width);
        Multiply(from, to, width, layout);
    }

    public void Apply(float* x, int width, BatchLayout layout) => Multiply(x, x, width, layout);

    private void Fill(int length)
    {
        var mask = _mask.Fit(length);
        var kept = 1f / (1f - share);
        for (var i = 0; i < length; i++)
            mask[i] = random.NextSingle() < share ? 0f : kept;
    }

    private void Multiply(float* from, float* to, int width, BatchLayout layout)
    {
        // The rows of a step are its sentences in their order, and so are the rows of the mask.
        for (var step = 0; step < layout.Steps; step++)
        {
            var at = (long)layout.Start(step) * width;
            var length = layout.Count(step) * width;
            for (var i = 0; i < length; i++)
                to[at + i] = from[at + i] * _mask.At[i];
        }
    }
}
