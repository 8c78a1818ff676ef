using System.Runtime.InteropServices;

namespace Chancery.Training.Reading;

/// <summary>Writes what <c>WeightsCursor</c> reads: parts on multiples of 64 bytes, embeddings as bytes with a scale a row.</summary>
internal sealed unsafe class WeightsWriter(Stream stream)
{
    public void Integer(int value) => stream.Write(BitConverter.GetBytes(value));

    public void Part<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        while ((stream.Position & 63) != 0)
            stream.WriteByte(0);
        stream.Write(MemoryMarshal.AsBytes(values));
    }

    public void Floats(float* values, int count) => Part(new ReadOnlySpan<float>(values, count));

    public void Halves(float* values, int count)
    {
        var halves = new Half[count];
        for (var i = 0; i < count; i++)
            halves[i] = (Half)values[i];
        Part<Half>(halves);
    }

    public void Table(float* values, int rows, int width)
    {
        var scales = new float[rows];
        var bytes = new sbyte[rows * width];
        for (var row = 0; row < rows; row++)
        {
            var from = new ReadOnlySpan<float>(values + ((long)row * width), width);
            var largest = 0f;
            foreach (var value in from)
                largest = MathF.Max(largest, MathF.Abs(value));
            scales[row] = largest / 127f;
            if (largest == 0f)
                continue;
            for (var i = 0; i < width; i++)
                bytes[(row * width) + i] = (sbyte)MathF.Round(from[i] / scales[row]);
        }

        Part<float>(scales);
        Part<sbyte>(bytes);
    }
}
