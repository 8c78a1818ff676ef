namespace Chancery.Reading.Network;

/// <summary>Walks through a file of weights in memory. Parts begin on multiples of 64 bytes; numbers are little-endian.</summary>
internal unsafe ref struct WeightsCursor(byte* at, long length)
{
    private readonly byte* _from = at;
    private readonly long _length = length;
    private long _at;

    public int Integer()
    {
        var value = *(int*)Take(sizeof(int));
        return value;
    }

    public byte* Part(long bytes)
    {
        _at = (_at + 63) & ~63L;
        return Take(bytes);
    }

    /// <summary>Copies values.</summary>
    public T[] Values<T>(int count)
        where T : unmanaged => new ReadOnlySpan<T>(Part((long)count * sizeof(T)), count).ToArray();

    public EmbeddingTable Table(int rows, int width) =>
        new((float*)Part(rows * sizeof(float)), (sbyte*)Part((long)rows * width), rows, width);

    public FloatBuffer Row(int length)
    {
        var buffer = new FloatBuffer(length);
        new ReadOnlySpan<float>(Part(length * sizeof(float)), length).CopyTo(buffer.Span(length));
        return buffer;
    }

    /// <summary>A matrix, which may be kept in half precision: exact enough for weights and half the size.</summary>
    public PackedMatrix Matrix(int rows, int columns, bool half = false)
    {
        var packed = new PackedMatrix();
        if (!half)
        {
            packed.Pack((float*)Part((long)rows * columns * sizeof(float)), rows, columns, columns);
            return packed;
        }

        var values = new FloatBuffer();
        Halves(values.Fit((long)rows * columns), rows * columns);
        packed.Pack(values.At, rows, columns, columns);
        GC.KeepAlive(values);
        return packed;
    }

    /// <summary>Reads numbers kept in half precision.</summary>
    public void Halves(float* to, int count)
    {
        var from = (Half*)Part((long)count * sizeof(Half));
        for (var i = 0; i < count; i++)
            to[i] = (float)from[i];
    }

    private byte* Take(long bytes)
    {
        if (_at + bytes > _length)
            throw new InvalidDataException("The weights end too early.");
        var place = _from + _at;
        _at += bytes;
        return place;
    }
}
