using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Attribution;

/// <summary>
/// The class of a cue that the table does not list, from the listed words that are nearest to it among the word vectors. Most cues that
/// a text holds are listed; of the rest many are met once in thousands of pages.
/// </summary>
internal static class CueKin
{
    private const int Neighbours = 5;

    // Below this cosine a word has no kin among the listed: "drop" has its nearest at 0.61, "retort" at 0.93.
    private const float Kin = 0.75f;
    private static readonly Lazy<(string Class, float[] Vector)[]> Listed = new(List);

    /// <summary><c>communication</c>, <c>mental</c>, <c>evidence</c>, or <c>other</c> for a word without kin or without a vector.</summary>
    public static string ClassOf(string lemma)
    {
        if (VectorOf(lemma) is not { } vector)
            return "other";
        var nearest = Listed
            .Value.Select((listed, place) => (Near: Product(listed.Vector, vector), listed.Class, Place: place))
            .OrderByDescending(n => n.Near)
            .ThenBy(n => n.Place)
            .Take(Neighbours)
            .ToList();
        var (kind, _, near) = nearest
            .GroupBy(n => n.Class, StringComparer.Ordinal)
            .Select(g => (g.Key, Weight: g.Sum(n => n.Near), Near: g.Max(n => n.Near)))
            .OrderByDescending(g => g.Weight)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First();
        return near < Kin ? "other" : kind;
    }

    private static (string Class, float[] Vector)[] List() =>
        [
            .. AttributionTables
                .Cues.OrderBy(c => c.Key, StringComparer.Ordinal)
                .Where(c => c.Key.StartsWith("verb:", StringComparison.Ordinal) && !c.Value.Lemma.Contains(' ', StringComparison.Ordinal))
                .Select(c => (c.Value.Class, VectorOf(c.Value.Lemma)!))
                .Where(c => c.Item2 is not null),
        ];

    private static unsafe float[]? VectorOf(string lemma)
    {
        var vectors = NeuralReader.SharedVectors;
        if (vectors.Find(FormFeatures.KeyOf(lemma)) is not (>= 0 and var row))
            return null;
        var vector = new float[vectors.Width];
        fixed (float* at = vector)
            vectors.AddTo(row, at);
        var length = MathF.Sqrt(Product(vector, vector));
        if (length == 0)
            return null;
        for (var i = 0; i < vector.Length; i++)
            vector[i] /= length;
        return vector;
    }

    private static float Product(float[] a, float[] b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
