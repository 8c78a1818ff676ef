using System.Runtime.CompilerServices;

namespace Chancery.Reading.Network;

/// <summary>Rows of bytes, each with a scale, read where they lie in the file of weights.</summary>
internal readonly unsafe struct EmbeddingTable(float* scales, sbyte* values, int rows, int width)
{
    private readonly float* _scales = scales;
    private readonly sbyte* _values = values;

    public int Rows { get; } = rows;

    public int Width { get; } = width;

    /// <summary>Adds a row to a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(int row, float* to)
    {
        var scale = _scales[row];
        var from = _values + ((long)row * Width);
        for (var i = 0; i < Width; i++)
            to[i] += from[i] * scale;
    }
}
