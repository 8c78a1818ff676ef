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
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) (lows ??= []).Add(i);
        _lowSurrogates = lows?.ToArray() ?? [];
    }

    /// <summary>The number of code points before this code unit.</summary>
    public int At(int codeUnit)
    {
        if (_lowSurrogates.Length == 0) return codeUnit;
        var found = Array.BinarySearch(_lowSurrogates, codeUnit);
        return codeUnit - (found >= 0 ? found : ~found);
    }
}
