namespace Chancery.Attribution.Spotting;

/// <summary>Names a clue by 64 bits: its kind and up to three parts. What a key stands for is nowhere stored; it is only met again.</summary>
internal static class ClueKey
{
    /// <summary>A string hashed to 64 bits (FNV-1a).</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    /// <summary>The key of a clue.</summary>
    public static ulong Of(int kind, ulong a, ulong b = 0, ulong c = 0)
    {
        var hash = Mix((uint)kind + 0x9e3779b97f4a7c15UL);
        hash = Mix(hash ^ a);
        hash = Mix((hash * 3) ^ b);
        return Mix((hash * 5) ^ c);
    }

    private static ulong Mix(ulong x)
    {
        x ^= x >> 32;
        x *= 0xd6e8feb86659fd93UL;
        x ^= x >> 32;
        x *= 0xd6e8feb86659fd93UL;
        return x ^ (x >> 32);
    }
}
