namespace Chancery.Record;

/// <summary>
/// Turns offsets in UTF-16 code units into the Unicode code points of the published record. A text without surrogate pairs
/// costs one scan and no table.
/// </summary>
public sealed class CodePoints
{
    private readonly int[] _lowSurrogates;

    /// <summary>Prepares the conversion for one text.</summary>
    public CodePoints(string text)
    {
        List<int>? lows = null;
        for (var i = 1; i < text.Length; i++)
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
                (lows ??= []).Add(i);
        _lowSurrogates = lows?.ToArray() ?? [];
    }

    /// <summary>The number of code points before this code unit.</summary>
    public int At(int codeUnit)
    {
        if (_lowSurrogates.Length == 0)
            return codeUnit;
        var found = Array.BinarySearch(_lowSurrogates, codeUnit);
        return codeUnit - (found >= 0 ? found : ~found);
    }

    /// <summary>The code unit at which this many code points have passed; the inverse of <see cref="At"/> on character edges.</summary>
    public int CodeUnit(int codePoint)
    {
        int low = 0,
            high = _lowSurrogates.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_lowSurrogates[middle] - middle <= codePoint)
                low = middle + 1;
            else
                high = middle;
        }

        return codePoint + low;
    }
}
