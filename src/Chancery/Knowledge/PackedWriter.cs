using System.Runtime.InteropServices;

namespace Chancery.Knowledge;

/// <summary>Gathers the parts of a compiled pack and lays them one behind another, as <see cref="PackedWorld"/> reads them.</summary>
internal sealed class PackedWriter
{
    private readonly Dictionary<string, int> _texts = new(40_000, StringComparer.Ordinal);
    private readonly int[]?[] _parts = new int[]?[PackedWorld.Parts];
    private readonly List<int> _lists = [];

    /// <summary>The number of a text; below nought for null.</summary>
    public int Text(string? text)
    {
        if (text is null)
            return -1;
        if (!_texts.TryGetValue(text, out var number))
            _texts.Add(text, number = _texts.Count);
        return number;
    }

    /// <summary>Puts a list down and returns where it begins.</summary>
    public (int Start, int Length) List(IEnumerable<int> numbers)
    {
        var start = _lists.Count;
        _lists.AddRange(numbers);
        return (start, _lists.Count - start);
    }

    /// <summary>Puts a list of texts down.</summary>
    public (int Start, int Length) List(IEnumerable<string> texts) => List(texts.Select(Text));

    /// <summary>A table whose rows are found by the text of their first column.</summary>
    public void Table(PackedPart part, int columns, IEnumerable<int[]> rows)
    {
        int[][] all = [.. rows];
        var slots = 4;
        while (slots < all.Length * 2)
            slots *= 2;
        var laid = Lay(part, columns, all, slots);
        string[] texts = [.. _texts.Keys];
        for (var row = 0; row < all.Length; row++)
        {
            var slot = PackedTable.Hash(texts[all[row][0]]) & (slots - 1);
            while (laid[3 + slot] != 0)
                slot = (slot + 1) & (slots - 1);
            laid[3 + slot] = row + 1;
        }
    }

    /// <summary>A table whose rows are only counted.</summary>
    public void Rows(PackedPart part, int columns, IEnumerable<int[]> rows) => Lay(part, columns, [.. rows], 0);

    /// <summary>The whole, under the SHA-256 of the tables that it was made from.</summary>
    public int[] Whole(ReadOnlySpan<byte> digest)
    {
        var letters = string.Concat(_texts.Keys);
        var starts = new int[_texts.Count + 2];
        starts[0] = _texts.Count;
        foreach (var (text, number) in _texts)
            starts[number + 2] = starts[number + 1] + text.Length;
        _parts[(int)PackedPart.Texts] = starts;
        var packed = new int[(letters.Length + 1) / 2];
        letters.CopyTo(MemoryMarshal.Cast<int, char>(packed.AsSpan()));
        _parts[(int)PackedPart.Letters] = packed;
        _parts[(int)PackedPart.Lists] = [.. _lists];

        var head = 1 + PackedWorld.DigestLength;
        List<int> whole = [PackedWorld.Mark, .. MemoryMarshal.Cast<byte, int>(digest), .. new int[_parts.Length]];
        for (var i = 0; i < _parts.Length; i++)
        {
            whole[head + i] = whole.Count;
            whole.AddRange(_parts[i] ?? throw new InvalidOperationException($"The part {(PackedPart)i} was not written."));
        }

        return [.. whole];
    }

    private int[] Lay(PackedPart part, int columns, int[][] rows, int slots)
    {
        var numbers = new int[3 + slots + (rows.Length * columns)];
        (numbers[0], numbers[1], numbers[2]) = (rows.Length, columns, slots);
        for (var row = 0; row < rows.Length; row++)
            rows[row].AsSpan(0, columns).CopyTo(numbers.AsSpan(3 + slots + (row * columns)));
        _parts[(int)part] = numbers;
        return numbers;
    }
}
