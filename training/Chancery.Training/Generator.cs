using System.Numerics;

namespace Chancery.Training;

/// <summary>Seeded random numbers that are the same on every platform (xoshiro256**, Blackman and Vigna 2018; seeded by SplitMix64).</summary>
internal sealed class Generator
{
    private ulong _a,
        _b,
        _c,
        _d;

    public Generator(ulong seed)
    {
        _a = Seed(ref seed);
        _b = Seed(ref seed);
        _c = Seed(ref seed);
        _d = Seed(ref seed);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number from 0 to just below 1.</summary>
    public float NextSingle() => (Next() >> 40) * (1f / 16777216f);

    /// <summary>A whole number from 0 to just below a bound.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Seed(ref ulong state)
    {
        state += 0x9e3779b97f4a7c15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9UL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebUL;
        return z ^ (z >> 31);
    }
}
