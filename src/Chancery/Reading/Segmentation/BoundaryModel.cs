using System.Reflection;
using System.Runtime.CompilerServices;
using Chancery.Reading.Network;

namespace Chancery.Reading.Segmentation;

/// <summary>
/// Says after which words of a paragraph a sentence ends: a sum of weights over hashed features of the words on both sides, learnt
/// from the sentence boundaries of the treebanks (<c>training</c>, verb <c>boundaries</c>). All its arithmetic is in whole numbers.
/// </summary>
internal sealed unsafe class BoundaryModel
{
    /// <summary>The first number of its file: its format.</summary>
    public const int Format = 0x43484201;

    /// <summary>How many weights there are; a power of two.</summary>
    public const int Weights = 1 << 17;

    /// <summary>How many features each gap has.</summary>
    public const int Features = 30;

    private static readonly Lazy<BoundaryModel> Embedded = new(() =>
    {
        var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream("models/boundaries.bin") as UnmanagedMemoryStream
            ?? throw new InvalidOperationException("The engine was built without models/boundaries.bin.");
        return new BoundaryModel(stream, stream.PositionPointer, stream.Length);
    });

    private readonly object _owner;
    private readonly sbyte* _weights;

    /// <summary>Reads the weights in memory that <paramref name="owner"/> holds.</summary>
    public BoundaryModel(object owner, byte* at, long length)
    {
        _owner = owner;
        var cursor = new WeightsCursor(at, length);
        if (cursor.Integer() != Format)
            throw new InvalidDataException("Not a file of boundary weights, or one of another format.");
        _weights = (sbyte*)cursor.Part(Weights);
    }

    /// <summary>The model that the engine carries.</summary>
    public static BoundaryModel Shared => Embedded.Value;

    /// <summary>Whether the sum over the features speaks for a boundary.</summary>
    public bool Ends(ReadOnlySpan<int> features)
    {
        var sum = 0;
        foreach (var feature in features)
            sum += _weights[feature];
        GC.KeepAlive(_owner);
        return sum > 0;
    }

    /// <summary>The features of the gap after a word, in a sentence that began with <paramref name="start"/>.</summary>
    public static void Describe(ReadOnlySpan<BoundaryWord> words, int start, int at, SentenceState state, Span<int> features)
    {
        ref readonly var l = ref words[at];
        var l2 = at > start ? words[at - 1] : BoundaryWord.Edge;
        var l3 = at > start + 1 ? words[at - 2] : BoundaryWord.Edge;
        var r = at + 1 < words.Length ? words[at + 1] : BoundaryWord.Edge;
        var r2 = at + 2 < words.Length ? words[at + 2] : BoundaryWord.Edge;
        var length = at + 1 - start;
        var size = (uint)(
            length < 6 ? length
            : length < 10 ? 6
            : length < 20 ? 7
            : length < 40 ? 8
            : 9
        );
        var left = words.Length - 1 - at;
        var rest = (uint)(
            left < 5 ? left
            : left < 10 ? 5
            : 6
        );
        var space = r.Spaced ? 1u : 0u;
        var gap = space | (l.Spaced ? 2u : 0u) | (r2.Spaced ? 4u : 0u);
        var open = state.Open;
        var i = 0;
        features[i++] = Bucket(1, 0, 0, 0);
        features[i++] = Bucket(2, l.Lower, space, 0);
        features[i++] = Bucket(3, r.Lower, space, 0);
        features[i++] = Bucket(4, r.Form, l.Shape, space);
        features[i++] = Bucket(5, l.Lower, r.Shape, space);
        features[i++] = Bucket(6, l.Lower, r.Lower, 0);
        features[i++] = Bucket(7, l2.Lower, l.Lower, 0);
        features[i++] = Bucket(8, l.Shape, r.Shape, gap);
        features[i++] = Bucket(9, l2.Shape, l.Shape, r.Shape + (space << 30));
        features[i++] = Bucket(10, l.Shape, r.Shape, r2.Shape + (space << 30));
        features[i++] = Bucket(11, l2.Shape + (space << 30), l.Shape, Join(r.Shape, r2.Shape));
        features[i++] = Bucket(12, Join(l3.Shape, l2.Shape), l.Shape, r.Shape + (space << 30));
        features[i++] = Bucket(13, size, l.Shape, r.Shape);
        features[i++] = Bucket(14, open, l.Shape, r.Shape + (space << 30));
        features[i++] = Bucket(15, open, Join(l2.Shape, l.Shape), r.Shape);
        features[i++] = Bucket(16, rest, l.Shape, r.Shape);
        features[i++] = Bucket(17, l2.Lower, l.Shape, r.Shape);
        features[i++] = Bucket(18, r.Lower, r2.Lower, l.Shape);
        features[i++] = Bucket(19, state.Style, l.Shape, r.Shape + (space << 30));
        features[i++] = Bucket(20, state.Style, Join(l.Shape, r.Shape), size);
        features[i++] = Bucket(21, state.Style, l.Shape, r.Lower);
        features[i++] = Bucket(22, state.First, l.Shape, r.Shape);
        features[i++] = Bucket(23, l3.Lower, l2.Lower, l.Lower);
        features[i++] = Bucket(24, r.Shape, r2.Lower, l.Shape);
        features[i++] = Bucket(25, l.Class, r.Class, r.Shape);
        features[i++] = Bucket(26, l2.Class, l.Shape, Join(r.Shape, r.Class));
        features[i++] = Bucket(27, l.Class, r.Class, size);
        features[i++] = Bucket(28, l.Class, r.Shape, r2.Shape);
        features[i++] = Bucket(30, l3.Class, l2.Shape, Join(l.Shape, r.Shape));
        features[i++] = Bucket(29, l.Class, l2.Shape, Join(r.Class, r.Spaced ? 1u : 0u));
    }

    private static uint Join(uint a, uint b) => (a * 0x9e3779b1u) ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bucket(uint kind, uint a, uint b, uint c)
    {
        var hash = ((kind * 0x9e3779b1u) ^ a) * 0x85ebca6bu;
        hash = (hash ^ (hash >> 15) ^ b) * 0xc2b2ae35u;
        hash = (hash ^ (hash >> 13) ^ c) * 0x27d4eb2fu;
        hash ^= hash >> 16;
        return (int)(hash & (Weights - 1));
    }
}
