using System.Runtime.CompilerServices;

namespace Chancery.Reading.Network;

/// <summary>
/// What the network sees of a word: buckets of its written form, its endings, its beginning and its shape. Digits count as 0 and a
/// curly apostrophe as a straight one, so that a form unseen in training shares what it can with those that were seen.
/// </summary>
/// <param name="Key">The form in lower case, hashed to 64 bits: the key of vocabularies.</param>
/// <param name="Form">The form as written.</param>
/// <param name="Ending3">The last three letters, lower case.</param>
/// <param name="Ending2">The last two letters, lower case.</param>
/// <param name="Beginning">The first three letters, lower case.</param>
/// <param name="Shape">Which characters are capitals, small letters, digits and other, runs cut to two.</param>
internal readonly record struct FormFeatures(ulong Key, int Form, int Ending3, int Ending2, int Beginning, int Shape)
{
    public const int Forms = 32768,
        Endings3 = 8192,
        Endings2 = 1024,
        Beginnings = 8192,
        Shapes = 512;

    /// <summary>The features of a form.</summary>
    public static FormFeatures Of(ReadOnlySpan<char> form)
    {
        var length = form.Length;
        return new FormFeatures(
            KeyOf(form),
            Bucket(form, 5, lower: false) & (Forms - 1),
            Bucket(form[Math.Max(0, length - 3)..], 13, lower: true) & (Endings3 - 1),
            Bucket(form[Math.Max(0, length - 2)..], 11, lower: true) & (Endings2 - 1),
            Bucket(form[..Math.Min(3, length)], 77, lower: true) & (Beginnings - 1),
            ShapeOf(form) & (Shapes - 1)
        );
    }

    /// <summary>The lower-case form hashed to 64 bits (FNV-1a with a final mix).</summary>
    public static ulong KeyOf(ReadOnlySpan<char> form)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in form)
            hash = (hash ^ char.ToLowerInvariant(Plain(c))) * 1099511628211UL;
        hash ^= hash >> 32;
        hash *= 0xd6e8feb86659fd93UL;
        return hash ^ (hash >> 32);
    }

    private static int Bucket(ReadOnlySpan<char> text, uint seed, bool lower)
    {
        var hash = 2166136261u ^ (seed * 0x9e3779b9u);
        foreach (var c in text)
        {
            var plain = Plain(c);
            hash = (hash ^ (lower ? char.ToLowerInvariant(plain) : plain)) * 16777619u;
        }

        return Mix(hash);
    }

    private static int ShapeOf(ReadOnlySpan<char> form)
    {
        var hash = 2166136261u;
        char last = '\0';
        var run = 0;
        foreach (var c in form)
        {
            var kind =
                char.IsUpper(c) ? 'X'
                : char.IsLower(c) ? 'x'
                : char.IsDigit(c) ? 'd'
                : Plain(c);
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2)
                hash = (hash ^ kind) * 16777619u;
        }

        return Mix(hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char Plain(char c) =>
        char.IsAsciiDigit(c) ? '0'
        : c is '’' or '‘' ? '\''
        : c;

    private static int Mix(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6du;
        return (int)(hash ^ (hash >> 12));
    }
}
