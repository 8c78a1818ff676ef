using System.Collections.Immutable;
using Chancery.Knowledge;

namespace Chancery.Actors;

/// <summary>Whether the words of a name are those of another with one of them written otherwise: "Kolonda Grabar-Kitarovic", "Nicholas Maduro".</summary>
internal static class NameLikeness
{
    /// <summary>
    /// Whether the words written stand in the name in their order, the last of them its last, one of them at most in another spelling. Two words
    /// at least: of one alone nothing tells a slip from another name.
    /// </summary>
    public static bool OneOff(ImmutableArray<string> written, ImmutableArray<string> name)
    {
        if (written.Length < 2 || written.Length > name.Length)
            return false;
        var (slips, at) = (0, 0);
        for (var i = 0; i < written.Length; i++, at++)
        {
            // The last must be the last, and the words before it leave room for those that are still to come.
            if (i == written.Length - 1)
                at = name.Length - 1;
            while (at < name.Length && written[i] != name[at] && !Folding.Alike(written[i], name[at]))
                if (++at > name.Length - (written.Length - i))
                    return false;
            if (at >= name.Length || at > name.Length - (written.Length - i))
                return false;
            if (written[i] != name[at])
                slips++;
        }

        return slips <= 1;
    }
}
