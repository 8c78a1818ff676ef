using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>A mask that sets a share of the values to nought and scales up the rest, kept for the way back.</summary>
internal sealed unsafe class Dropout(float share, Generator random)
{
    private readonly FloatBuffer _mask = new();

    public void Draw(float* from, float* to, int length)
    {
        var mask = _mask.Fit(length);
        var kept = 1f / (1f - share);
        for (var i = 0; i < length; i++)
        {
            mask[i] = random.NextSingle() < share ? 0f : kept;
            to[i] = from[i] * mask[i];
        }
    }

    public void Apply(float* x, int length)
    {
        for (var i = 0; i < length; i++) x[i] *= _mask.At[i];
    }
}
