using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>Spherical k-means over word vectors, from the most frequent words, for a fixed number of rounds.</summary>
internal static unsafe class Clustering
{
    /// <summary>The cluster of each row of unit vectors, from 1 to <paramref name="clusters"/> - 1; 0 is left for unknown words.</summary>
    public static int[] Of(float* vectors, int rows, int width, int clusters, int rounds)
    {
        var k = clusters - 1;
        var centres = new FloatBuffer((long)k * width);
        // The most frequent words stand first; every eighth of them spreads the centres over kinds of words.
        for (var c = 0; c < k; c++)
            new Span<float>(vectors + ((long)(c * 8 % rows) * width), width).CopyTo(new Span<float>(centres.At + ((long)c * width), width));
        var of = new int[rows];
        var packed = new PackedMatrix();
        for (var round = 0; round < rounds; round++)
        {
            packed.PackTransposed(centres.At, width, k, width);
            var scores = new FloatBuffer((long)rows * packed.PaddedColumns);
            Kernel.Best.Multiply(vectors, width, packed, scores.At, packed.PaddedColumns, rows, add: false);
            new Span<float>(centres.At, k * width).Clear();
            for (var row = 0; row < rows; row++)
            {
                var line = new ReadOnlySpan<float>(scores.At + ((long)row * packed.PaddedColumns), k);
                var best = 0;
                for (var c = 1; c < k; c++)
                    if (line[c] > line[best])
                        best = c;
                of[row] = best + 1;
                Kernel.Best.Accumulate(vectors + ((long)row * width), centres.At + ((long)best * width), width);
            }

            for (var c = 0; c < k; c++)
                Normalise(centres.At + ((long)c * width), width);
        }

        return of;
    }

    public static void Normalise(float* vector, int width)
    {
        var sum = 0f;
        for (var i = 0; i < width; i++)
            sum += vector[i] * vector[i];
        if (sum == 0f)
            return;
        var by = 1f / MathF.Sqrt(sum);
        for (var i = 0; i < width; i++)
            vector[i] *= by;
    }
}
