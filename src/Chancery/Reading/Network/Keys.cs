namespace Chancery.Reading.Network;

/// <summary>A vocabulary as sorted keys; the place of a key is its row.</summary>
internal readonly unsafe struct Keys(ulong* keys, int count)
{
    private readonly ulong* _keys = keys;

    public int Count { get; } = count;

    /// <summary>The row of a key, or -1.</summary>
    public int Find(ulong key) => new ReadOnlySpan<ulong>(_keys, Count).BinarySearch(key) is var row and >= 0 ? row : -1;
}
