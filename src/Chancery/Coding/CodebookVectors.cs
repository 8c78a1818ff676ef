using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Where the words of the codebook lie among the word vectors, so that a word outside it can be compared with them.</summary>
internal static class CodebookVectors
{
    private static readonly ImmutableArray<(EventType Type, string Lemma, float[] Vector)> Words =
    [
        .. Codebook
            .Verbs.Concat(Codebook.Nouns)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.Select(frame => frame.Type).Distinct().Select(type => (type, pair.Key)))
            .Select(row => (row.type, row.Key, Vector: WordLikeness.Of(row.Key)))
            .Where(row => row.Vector is not null)
            .Select(row => (row.type, row.Key, row.Vector!)),
    ];

    /// <summary>For each type the cosine of its word that is most alike.</summary>
    public static (EventType Type, float Cosine)[] Nearest(float[] vector)
    {
        var best = new (EventType Type, float Cosine)[Enum.GetValues<EventType>().Length];
        for (var i = 0; i < best.Length; i++)
            best[i] = ((EventType)i, -1);
        foreach (var (type, _, known) in Words)
        {
            var cosine = WordLikeness.Cosine(vector, known);
            if (cosine > best[(int)type].Cosine)
                best[(int)type].Cosine = cosine;
        }

        return best;
    }
}
