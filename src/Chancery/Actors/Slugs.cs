using System.Text;
using Chancery.Knowledge;

namespace Chancery.Actors;

/// <summary>The part of an id that a name gives: its letters and digits without accents, in lower case, with hyphens between the words.</summary>
internal static class Slugs
{
    /// <summary>The slug of a name.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in Folding.Of(name).ToLowerInvariant())
            if (char.IsLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }
}
