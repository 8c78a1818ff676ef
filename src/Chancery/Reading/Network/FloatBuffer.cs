namespace Chancery.Reading.Network;

/// <summary>A growing stretch of floats at an address that stays, on a boundary of 64 bytes.</summary>
internal sealed unsafe class FloatBuffer
{
    private const int Alignment = 64;
    private float[] _array = [];

    public FloatBuffer() { }

    public FloatBuffer(long length) => Fit(length);

    /// <summary>The first float. It moves only when <see cref="Fit"/> grows the buffer.</summary>
    public float* At { get; private set; }

    /// <summary>How many floats there is room for.</summary>
    public long Length { get; private set; }

    /// <summary>Makes room for as many; what stood there is lost when it grows.</summary>
    public float* Fit(long length)
    {
        if (length <= Length)
            return At;
        // Half as much again, so that growing documents do not grow it each time.
        var wanted = Length == 0 ? length : Math.Max(length, Length + (Length >> 1));
        _array = GC.AllocateUninitializedArray<float>(checked((int)(wanted + (Alignment / sizeof(float)))), pinned: true);
        var address = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _array[0]);
        At = (float*)((address + Alignment - 1) & -Alignment);
        Length = wanted;
        return At;
    }

    public Span<float> Span(int length) => new(At, length);

    public void Clear(long length) => new Span<float>(Fit(length), checked((int)length)).Clear();
}
