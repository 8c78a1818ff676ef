using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>A file of weights in memory that does not move.</summary>
internal sealed unsafe class PinnedFile
{
    private readonly byte[] _bytes;
    private readonly byte* _at;
    private readonly long _length;

    public PinnedFile(string path)
    {
        var bytes = File.ReadAllBytes(path);
        _bytes = GC.AllocateUninitializedArray<byte>(bytes.Length + 64, pinned: true);
        _length = bytes.Length;
        fixed (byte* start = _bytes)
            _at = (byte*)(((nint)start + 63) & ~63);
        bytes.CopyTo(new Span<byte>(_at, bytes.Length));
    }

    /// <summary>The file from its beginning, to be read while this lives.</summary>
    public WeightsCursor Cursor() => new(_at, _length);

    public WordVectors Vectors() => new(_bytes, _at, _length);

    public Network Network(WordVectors vectors) => new(_bytes, _at, _length, vectors);
}
