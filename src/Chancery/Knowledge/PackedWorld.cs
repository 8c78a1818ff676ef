using System.Reflection;
using System.Runtime.InteropServices;

namespace Chancery.Knowledge;

/// <summary>
/// A compiled pack as it lies in memory: a mark, the SHA-256 of the tables that it was made from, where each part begins, then the parts, all in
/// 32-bit numbers. Nothing of it is read before it is asked for, and a text becomes a string when it is first shown.
/// </summary>
internal sealed unsafe class PackedWorld
{
    /// <summary>The first number: another one where the form changes or the bytes of a number lie the other way round.</summary>
    public const int Mark = 0x31574843;

    /// <summary>The length of the SHA-256 in numbers.</summary>
    public const int DigestLength = 8;

    /// <summary>Where the compiled pack lies among the resources of the engine. Not under <c>knowledge/</c>: it says nothing that the tables there do not.</summary>
    public const string Resource = "compiled/world.pack";

    /// <summary>How many parts there are.</summary>
    public const int Parts = (int)PackedPart.Lists + 1;

    private static readonly Lazy<PackedWorld?> Carried = new(Open);
    private readonly object _owner;
    private readonly int* _at;
    private readonly int* _texts;
    private readonly char* _letters;
    private readonly int* _lists;
    private readonly string?[] _shown;

    private PackedWorld(object owner, int* at)
    {
        _owner = owner;
        _at = at;
        _texts = Part(PackedPart.Texts) + 1;
        _letters = (char*)Part(PackedPart.Letters);
        _lists = Part(PackedPart.Lists);
        _shown = new string?[_texts[-1]];
    }

    /// <summary>The pack that the build compiled into the engine; null where it has none that this machine can read.</summary>
    public static PackedWorld? Embedded => Carried.Value;

    /// <summary>The SHA-256 of the tables, in 64 hex digits.</summary>
    public string Digest => Convert.ToHexStringLower(new ReadOnlySpan<byte>(_at + 1, DigestLength * sizeof(int)));

    /// <summary>A pack that was compiled just now.</summary>
    public static PackedWorld Of(int[] numbers)
    {
        var pinned = GC.AllocateUninitializedArray<int>(numbers.Length, pinned: true);
        numbers.CopyTo(pinned, 0);
        return new(pinned, (int*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0));
    }

    /// <summary>A table.</summary>
    public PackedTable Table(PackedPart part) => new(this, Part(part));

    /// <summary>The letters of a text.</summary>
    public ReadOnlySpan<char> Letters(int text) => new(_letters + _texts[text], _texts[text + 1] - _texts[text]);

    /// <summary>A text. Two threads may make it at once; they make the same.</summary>
    public string Text(int text) => _shown[text] ??= Letters(text).ToString();

    /// <summary>A stretch of the lists.</summary>
    public ReadOnlySpan<int> List(int start, int length) => new(_lists + start, length);

    private int* Part(PackedPart part) => _at + _at[1 + DigestLength + (int)part];

    private static PackedWorld? Open()
    {
        // The resource lies in the image of the assembly, which is never unloaded.
        if (
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource) is not UnmanagedMemoryStream stream
            || stream.Length < (1 + DigestLength + Parts) * sizeof(int)
        )
            return null;
        var at = (int*)stream.PositionPointer;
        return *at == Mark ? new(stream, at) : null;
    }
}
