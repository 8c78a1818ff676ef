using System.Buffers;
using System.Text;

namespace Chancery.Knowledge;

/// <summary>The part of an id that a name gives: its letters and digits without accents, in lower case, with hyphens between the words.</summary>
internal static class Slugs
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>The slug of a name.</summary>
    public static string Of(string name)
    {
        // Most names are one plain word.
        if (!name.AsSpan().ContainsAnyExcept(Letters))
            return name.ToLowerInvariant();
        var slug = new StringBuilder();
        foreach (var c in Folding.Of(name).ToLowerInvariant())
            if (char.IsLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }
}
