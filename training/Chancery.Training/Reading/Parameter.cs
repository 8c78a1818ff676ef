using System.Runtime.Intrinsics;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>A matrix that is learnt, with its gradient and the two moments of Adam.</summary>
internal sealed unsafe class Parameter
{
    public const float First = 0.9f,
        Second = 0.95f;
    private readonly FloatBuffer _values,
        _gradient,
        _mean,
        _square;

    public Parameter(int rows, int columns, Generator random, float reach)
    {
        Rows = rows;
        Columns = columns;
        var length = (long)rows * columns;
        _values = new FloatBuffer(length);
        _gradient = new FloatBuffer(length);
        _mean = new FloatBuffer(length);
        _square = new FloatBuffer(length);
        for (long i = 0; i < length; i++)
            _values.At[i] = ((random.NextSingle() * 2f) - 1f) * reach;
        _gradient.Clear(length);
        _mean.Clear(length);
        _square.Clear(length);
    }

    /// <summary>A matrix between two layers, filled as Glorot and Bengio (2010) advise.</summary>
    public static Parameter Between(int rows, int columns, Generator random) =>
        new(rows, columns, random, MathF.Sqrt(6f / (rows + columns)));

    public int Rows { get; }

    public int Columns { get; }

    public int Length => Rows * Columns;

    public float* Values => _values.At;

    public float* Gradient => _gradient.At;

    /// <summary>For products with this matrix on the right.</summary>
    public PackedMatrix Packed { get; } = new();

    /// <summary>For products with its transpose on the right.</summary>
    public PackedMatrix Transposed { get; } = new();

    public void Pack()
    {
        Packed.Pack(Values, Rows, Columns, Columns);
        Transposed.PackTransposed(Values, Columns, Rows, Columns);
    }

    public double SquaredGradient()
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < Length; i += 8)
        {
            var g = Vector256.Load(Gradient + i);
            sum = Vector256.FusedMultiplyAdd(g, g, sum);
        }

        return Vector256.Sum(sum);
    }

    /// <summary>One step of Adam with the gradient scaled, which is then cleared.</summary>
    public void Step(float rate, float scale)
    {
        Adam(Values, Gradient, _mean.At, _square.At, Length, rate, scale);
        _gradient.Clear(Length);
    }

    public static void Adam(float* values, float* gradient, float* mean, float* square, int length, float rate, float scale)
    {
        for (var i = 0; i < length; i += 8)
        {
            var g = Vector256.Load(gradient + i) * scale;
            var m = (Vector256.Load(mean + i) * First) + (g * (1 - First));
            var v = (Vector256.Load(square + i) * Second) + (g * g * (1 - Second));
            m.Store(mean + i);
            v.Store(square + i);
            (Vector256.Load(values + i) - (m * rate / (Vector256.Sqrt(v) + Vector256.Create(1e-8f)))).Store(values + i);
        }
    }
}
