using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>The products that gradients need.</summary>
internal static unsafe class Products
{
    [ThreadStatic]
    private static FloatBuffer? s_transposed;

    [ThreadStatic]
    private static PackedMatrix? s_packed;

    /// <summary>to += Xᵀ × Y over rows of X and Y.</summary>
    public static void AddOuter(float* x, int xStride, int xWidth, float* y, int yStride, int yWidth, int rows, float* to)
    {
        var transposed = (s_transposed ??= new FloatBuffer()).Fit((long)rows * xWidth);
        for (var first = 0; first < rows; first += 16)
        {
            var end = Math.Min(rows, first + 16);
            for (var column = 0; column < xWidth; column++)
                for (var row = first; row < end; row++)
                    transposed[((long)column * rows) + row] = x[((long)row * xStride) + column];
        }

        var packed = s_packed ??= new PackedMatrix();
        packed.Pack(y, rows, yWidth, yStride);
        Kernel.Best.Multiply(transposed, rows, packed, to, yWidth, xWidth, add: true);
    }

    /// <summary>to += the sum of rows.</summary>
    public static void AddRows(float* x, int stride, int rows, int width, float* to)
    {
        for (var row = 0; row < rows; row++)
            Kernel.Best.Accumulate(x + ((long)row * stride), to, width);
    }
}
