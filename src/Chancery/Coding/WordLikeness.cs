using System.Reflection;
using Chancery.Reading.Network;

namespace Chancery.Coding;

/// <summary>How alike words are in use, by the cosine of their vectors. The vectors are those of the reader, read where they lie.</summary>
internal static unsafe class WordLikeness
{
    private static readonly UnmanagedMemoryStream Stream =
        Assembly.GetExecutingAssembly().GetManifestResourceStream("models/vectors.bin") as UnmanagedMemoryStream
        ?? throw new InvalidOperationException("The engine was built without models/vectors.bin.");

    private static readonly WordVectors Vectors = new(Stream, Stream.PositionPointer, Stream.Length);

    /// <summary>The vector of a word, of length 1; null where it is unknown.</summary>
    public static float[]? Of(ReadOnlySpan<char> word)
    {
        var row = Vectors.Find(FormFeatures.KeyOf(word));
        if (row < 0)
            return null;
        var vector = new float[Vectors.Width];
        fixed (float* to = vector)
            Vectors.AddTo(row, to);
        var norm = MathF.Sqrt(Cosine(vector, vector));
        if (norm == 0)
            return null;
        for (var i = 0; i < vector.Length; i++)
            vector[i] /= norm;
        return vector;
    }

    /// <summary>The cluster of a word, from 1; 0 where it is unknown.</summary>
    public static int Cluster(ReadOnlySpan<char> word) => Vectors.ClustersOf(Vectors.Find(FormFeatures.KeyOf(word))).Fine;

    /// <summary>The cosine of two vectors of length 1. One order of sums, so that the bytes are the same everywhere.</summary>
    public static float Cosine(float[] one, float[] other)
    {
        var sum = 0f;
        for (var i = 0; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }
}
