namespace Chancery.Reading.Network;

/// <summary>
/// Vectors of words learnt from raw text, with the clusters that they fall into. All models share one such table.
/// </summary>
internal sealed unsafe class WordVectors
{
    public const int Clusters = 512,
        CoarseClusters = 64;
    private readonly object _owner;
    private readonly Keys _keys;
    private readonly ushort* _clusters;
    private readonly EmbeddingTable _table;

    /// <summary>Reads a table of vectors in memory that <paramref name="owner"/> holds.</summary>
    public WordVectors(object owner, byte* at, long length)
    {
        _owner = owner;
        var cursor = new WeightsCursor(at, length);
        var count = cursor.Integer();
        Width = cursor.Integer();
        _keys = new Keys((ulong*)cursor.Part(count * sizeof(ulong)), count);
        _clusters = (ushort*)cursor.Part(count * sizeof(uint));
        _table = cursor.Table(count, Width);
    }

    public int Width { get; }

    public int Count => _keys.Count;

    /// <summary>The row of a word, or -1.</summary>
    public int Find(ulong key) => _keys.Find(key);

    /// <summary>The fine and the coarse cluster of a row; 0 and 0 where there is none.</summary>
    public (int Fine, int Coarse) ClustersOf(int row) => row < 0 ? (0, 0) : (_clusters[2 * row], _clusters[(2 * row) + 1]);

    /// <summary>Adds the vector of a row.</summary>
    public void AddTo(int row, float* to)
    {
        _table.AddTo(row, to);
        GC.KeepAlive(_owner);
    }
}
