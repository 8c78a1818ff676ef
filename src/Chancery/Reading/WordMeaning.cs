using System.Runtime.Intrinsics;
using Chancery.Reading.Network;

namespace Chancery.Reading;

/// <summary>
/// How near in use two words are, by the cosine of the vectors that the reader carries. Words that the vectors do not hold are near to
/// themselves alone. Without state but for what it has looked up; for one thread.
/// </summary>
internal sealed unsafe class WordMeaning
{
    private readonly Dictionary<string, float[]?> _known = new(StringComparer.Ordinal);

    /// <summary>The nearness of two words, from -1 to 1; 1 for one and the same.</summary>
    public float Nearness(string left, string right)
    {
        if (left == right)
            return 1;
        if (Vector(left) is not { } a || Vector(right) is not { } b)
            return 0;
        // Four lanes on every machine, so that the sum is the same to the bit.
        var sum = Vector128<float>.Zero;
        var at = 0;
        for (; at <= a.Length - Vector128<float>.Count; at += Vector128<float>.Count)
            sum += Vector128.LoadUnsafe(ref a[at]) * Vector128.LoadUnsafe(ref b[at]);
        var product = sum[0] + sum[1] + sum[2] + sum[3];
        for (; at < a.Length; at++)
            product += a[at] * b[at];
        return product;
    }

    private float[]? Vector(string word)
    {
        if (_known.TryGetValue(word, out var known))
            return known;
        var vectors = NeuralReader.SharedVectors;
        var row = vectors.Find(FormFeatures.KeyOf(word));
        float[]? vector = null;
        if (row >= 0)
        {
            vector = new float[vectors.Width];
            fixed (float* to = vector)
                vectors.AddTo(row, to);
            var length = MathF.Sqrt(vector.Sum(x => x * x));
            if (length > 0)
                for (var i = 0; i < vector.Length; i++)
                    vector[i] /= length;
        }

        _known[word] = vector;
        return vector;
    }
}
