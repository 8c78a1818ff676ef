using System.Reflection;
using Chancery.Reading.Network;

namespace Chancery.Reading.Naming;

/// <summary>
/// Says what a name names: for each type a sum of weights over hashed features of its words, their clusters, the words beside it and
/// its place in the tree, learnt from labelled names and from the tables of knowledge (<c>training</c>, verb <c>names</c>). All its
/// arithmetic is in whole numbers.
/// </summary>
internal sealed unsafe class NameTyper
{
    /// <summary>The first number of its file: its format.</summary>
    public const int Format = 0x43484e01;

    /// <summary>How many rows of weights there are, one a feature; a power of two.</summary>
    public const int Rows = 1 << 16;

    /// <summary>The most features that a name has.</summary>
    public const int Most = 96;

    private const int LongestName = 8;
    private static readonly Lazy<NameTyper> Embedded = new(() =>
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("models/names.bin") as UnmanagedMemoryStream
            ?? throw new InvalidOperationException("The engine was built without models/names.bin.");
        return new NameTyper(stream, stream.PositionPointer, stream.Length);
    });

    private readonly object _owner;
    private readonly sbyte* _weights;

    /// <summary>Reads the weights in memory that <paramref name="owner"/> holds.</summary>
    public NameTyper(object owner, byte* at, long length)
    {
        _owner = owner;
        var cursor = new WeightsCursor(at, length);
        if (cursor.Integer() != Format) throw new InvalidDataException("Not a file of name weights, or one of another format.");
        _weights = (sbyte*)cursor.Part(Rows * Types);
    }

    /// <summary>How many types there are.</summary>
    public static int Types { get; } = Enum.GetValues<NameType>().Length;

    /// <summary>The model that the engine carries.</summary>
    public static NameTyper Shared => Embedded.Value;

    /// <summary>Adds to the sum of each type what the features of a name speak for it.</summary>
    public void AddTo(Span<int> sums, ReadOnlySpan<int> features)
    {
        foreach (var feature in features)
            for (var type = 0; type < sums.Length; type++) sums[type] += _weights[(feature * sums.Length) + type];
        GC.KeepAlive(_owner);
    }

    /// <summary>The features of the words of a name alone.</summary>
    public static int DescribeWords(ReadOnlySpan<string> words, WordVectors vectors, Span<int> features)
    {
        var list = new FeatureList(features);
        var keys = new ulong[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            keys[i] = FormFeatures.KeyOf(words[i]);
            Word(ref list, words[i], i, words.Length, vectors);
        }

        Whole(ref list, keys);
        return list.Count;
    }

    /// <summary>The features of a name between two tokens of a sentence that begins and ends at others.</summary>
    public static int Describe(string text, ReadOnlySpan<Token> tokens, int first, int end, int sentence, int sentenceEnd, WordVectors vectors, Span<int> features)
    {
        var list = new FeatureList(features);
        Span<ulong> keys = stackalloc ulong[LongestName];
        var length = Math.Min(end - first, LongestName);
        var head = first;
        for (var i = 0; i < length; i++)
        {
            var form = tokens[end - length + i].Span.In(text);
            keys[i] = FormFeatures.KeyOf(form);
            Word(ref list, form, i, length, vectors);
        }

        Whole(ref list, keys[..length]);
        for (var i = first; i < end; i++)
            if (tokens[i].Head < first || tokens[i].Head >= end) head = i;
        Beside(ref list, text, tokens, first - 1, sentence, sentenceEnd, 20, vectors);
        Beside(ref list, text, tokens, first - 2, sentence, sentenceEnd, 22, vectors);
        Beside(ref list, text, tokens, end, sentence, sentenceEnd, 24, vectors);
        Beside(ref list, text, tokens, end + 1, sentence, sentenceEnd, 26, vectors);
        var relation = (uint)tokens[head].Relation;
        list.Add(30, relation, 0);
        if (tokens[head].Head >= 0)
        {
            var governor = tokens[tokens[head].Head].Lemma;
            list.Add(31, relation, FormFeatures.KeyOf(governor));
            list.Add(32, relation, (ulong)vectors.ClustersOf(vectors.Find(FormFeatures.KeyOf(governor))).Fine);
        }

        for (var i = sentence; i < sentenceEnd; i++)
        {
            if (tokens[i].Head != head || (i >= first && i < end)) continue;
            var kind = tokens[i].Relation switch { Relation.Case => 33u, Relation.Appos => 34u, Relation.Compound => 35u, Relation.Amod => 36u, Relation.Cop => 37u, _ => 0u };
            if (kind == 0) continue;
            var key = FormFeatures.KeyOf(tokens[i].Lemma);
            list.Add(kind, relation, key);
            if (kind != 33) list.Add(kind + 5, 0, (ulong)vectors.ClustersOf(vectors.Find(key)).Fine);
        }

        return list.Count;
    }

    private static void Word(ref FeatureList list, scoped ReadOnlySpan<char> form, int place, int length, WordVectors vectors)
    {
        var features = FormFeatures.Of(form);
        var (fine, coarse) = vectors.ClustersOf(vectors.Find(features.Key));
        list.Add(1, 0, features.Key);
        list.Add(2, 0, (ulong)fine);
        list.Add(3, 0, (ulong)coarse);
        list.Add(4, 0, (ulong)features.Ending3);
        if (place == length - 1)
        {
            list.Add(5, 0, features.Key);
            list.Add(6, 0, (ulong)fine);
            list.Add(7, (uint)Math.Min(length, 3), (ulong)features.Shape);
        }

        if (place != 0) return;
        list.Add(8, 0, features.Key);
        list.Add(9, 0, (ulong)fine);
        list.Add(10, (uint)Math.Min(length, 3), (ulong)features.Shape);
    }

    private static void Whole(ref FeatureList list, scoped ReadOnlySpan<ulong> keys)
    {
        var all = 0UL;
        foreach (var key in keys) all = (all * 0x9e3779b97f4a7c15UL) ^ key;
        list.Add(11, (uint)keys.Length, all);
        list.Add(12, (uint)Math.Min(keys.Length, 5), 0);
    }

    private static void Beside(ref FeatureList list, string text, ReadOnlySpan<Token> tokens, int at, int sentence, int sentenceEnd, uint kind, WordVectors vectors)
    {
        if (at < sentence || at >= sentenceEnd)
        {
            list.Add(kind, 1, 0);
            return;
        }

        var key = FormFeatures.KeyOf(tokens[at].Span.In(text));
        list.Add(kind, 0, key);
        list.Add(kind + 1, 0, (ulong)vectors.ClustersOf(vectors.Find(key)).Fine);
    }

    /// <summary>Features gathered into a buffer; those beyond its end are dropped.</summary>
    private ref struct FeatureList(Span<int> features)
    {
        private readonly Span<int> _features = features;

        public int Count { get; private set; }

        public void Add(uint kind, uint a, ulong b)
        {
            if (Count == _features.Length) return;
            var hash = ((kind * 0x9e3779b97f4a7c15UL) ^ b ^ ((ulong)a << 40)) * 0xd6e8feb86659fd93UL;
            hash ^= hash >> 29;
            hash *= 0xbf58476d1ce4e5b9UL;
            _features[Count++] = (int)((hash >> 32) & (Rows - 1));
        }
    }
}
