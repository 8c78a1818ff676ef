using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>Embeddings that are learnt; only the rows that a batch touched are stepped.</summary>
internal sealed unsafe class EmbeddingParameter
{
    private readonly FloatBuffer _values,
        _gradient,
        _mean,
        _square;
    private readonly bool[] _touched;
    private readonly List<int> _rows = [];

    public EmbeddingParameter(int rows, int width, Generator random)
    {
        Rows = rows;
        Width = width;
        _touched = new bool[rows];
        var length = (long)rows * width;
        _values = new FloatBuffer(length);
        _gradient = new FloatBuffer(length);
        _mean = new FloatBuffer(length);
        _square = new FloatBuffer(length);
        for (long i = 0; i < length; i++)
            _values.At[i] = ((random.NextSingle() * 2f) - 1f) * 0.1f;
        _gradient.Clear(length);
        _mean.Clear(length);
        _square.Clear(length);
        Trained = new bool[rows];
    }

    public int Rows { get; }

    public int Width { get; }

    /// <summary>Which rows were ever stepped; the others carry no knowledge and are written as nought.</summary>
    public bool[] Trained { get; }

    public float* Values => _values.At;

    public void AddTo(int row, float* to) => Kernel.Best.Accumulate(_values.At + ((long)row * Width), to, Width);

    public void AddGradient(int row, float* gradient)
    {
        if (!_touched[row])
        {
            _touched[row] = true;
            Trained[row] = true;
            _rows.Add(row);
        }

        Kernel.Best.Accumulate(gradient, _gradient.At + ((long)row * Width), Width);
    }

    public void Step(float rate)
    {
        foreach (var row in _rows)
        {
            var at = (long)row * Width;
            Parameter.Adam(_values.At + at, _gradient.At + at, _mean.At + at, _square.At + at, Width, rate, 1f);
            new Span<float>(_gradient.At + at, Width).Clear();
            _touched[row] = false;
        }

        _rows.Clear();
    }

    /// <summary>Adds a share of the rows of a table; those that carry something count as trained.</summary>
    public void AddShare(EmbeddingTable table, float share)
    {
        var row = new FloatBuffer(Width);
        for (var i = 0; i < Rows; i++)
        {
            row.Clear(Width);
            table.AddTo(i, row.At);
            for (var x = 0; x < Width; x++)
            {
                if (row.At[x] != 0f)
                    Trained[i] = true;
                _values.At[((long)i * Width) + x] += row.At[x] * share;
            }
        }
    }

    public void ClearUntrained()
    {
        for (var row = 0; row < Rows; row++)
            if (!Trained[row])
                new Span<float>(_values.At + ((long)row * Width), Width).Clear();
    }
}
