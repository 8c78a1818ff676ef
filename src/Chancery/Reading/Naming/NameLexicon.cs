using Chancery.Reading.Network;

namespace Chancery.Reading.Naming;

/// <summary>
/// What published lists know of words: in which lists of names they stand, alone or in a row, and which kinds of thing a common noun
/// means (the fields of WordNet, the likeliest first). It holds hashes and no words.
/// </summary>
internal sealed class NameLexicon(uint[] keys, ushort[] lists, byte[] senses, WordVectors vectors)
{
    /// <summary>The most fields that a noun has.</summary>
    public const int Senses = 3;

    /// <summary>The word vectors, whose words alone have senses.</summary>
    public WordVectors Vectors => vectors;

    /// <summary>The key of words in a row, from the key of those before and the key of the next; begin with 0.</summary>
    public static ulong Follow(ulong before, ulong word) => (before * 0x9e3779b97f4a7c15UL) ^ word;

    /// <summary>The lists of words in a row.</summary>
    public NameLists ListsOf(ulong words)
    {
        var at = Array.BinarySearch(keys, Short(words));
        return at < 0 ? NameLists.None : (NameLists)lists[at];
    }

    /// <summary>The fields of a word as a noun, from 1; empty where it is not known as one.</summary>
    public ReadOnlySpan<byte> SensesOf(ulong word)
    {
        var row = vectors.Find(word);
        if (row < 0)
            return [];
        var own = senses.AsSpan(row * Senses, Senses);
        var end = own.IndexOf((byte)0);
        return end < 0 ? own : own[..end];
    }

    /// <summary>The short form under which words are kept.</summary>
    public static uint Short(ulong words) => (uint)((words * 0xd6e8feb86659fd93UL) >> 32);
}
