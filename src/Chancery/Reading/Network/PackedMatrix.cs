namespace Chancery.Reading.Network;

/// <summary>
/// A matrix laid out for <see cref="Kernel.Multiply"/>: panels of 32 columns, each with its rows one after the other, so that a
/// product reads it from front to back. Missing columns of the last panel are nought.
/// </summary>
internal sealed unsafe class PackedMatrix
{
    public const int Panel = 32;
    private readonly FloatBuffer _values = new();

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    /// <summary>The columns with those that fill the last panel.</summary>
    public int PaddedColumns => (Columns + Panel - 1) / Panel * Panel;

    public float* At => _values.At;

    /// <summary>Packs a matrix whose rows stand <paramref name="stride"/> floats apart.</summary>
    public void Pack(float* source, int rows, int columns, int stride)
    {
        Reshape(rows, columns);
        for (var first = 0; first < columns; first += Panel)
        {
            var width = Math.Min(Panel, columns - first);
            var to = At + ((long)first * rows);
            for (var row = 0; row < rows; row++, to += Panel)
            {
                new ReadOnlySpan<float>(source + ((long)row * stride) + first, width).CopyTo(new Span<float>(to, Panel));
                if (width < Panel)
                    new Span<float>(to + width, Panel - width).Clear();
            }
        }
    }

    /// <summary>Packs the transpose of a matrix of <paramref name="columns"/> rows, <paramref name="stride"/> floats apart.</summary>
    public void PackTransposed(float* source, int rows, int columns, int stride)
    {
        Reshape(rows, columns);
        for (var first = 0; first < columns; first += Panel)
        {
            var width = Math.Min(Panel, columns - first);
            var panel = At + ((long)first * rows);
            if (width < Panel)
                new Span<float>(panel, rows * Panel).Clear();
            for (var column = 0; column < width; column++)
            {
                var from = source + ((long)(first + column) * stride);
                var to = panel + column;
                for (var row = 0; row < rows; row++, to += Panel)
                    *to = from[row];
            }
        }
    }

    private void Reshape(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        _values.Fit((long)rows * PaddedColumns);
    }
}
