using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>The sector that the words of a phrase tell: <c>codebook/actors/sectors.csv</c> first, then what the pack knows of nouns for people.</summary>
internal static class SectorWords
{
    private const int LongestPhrase = 4;
    private static readonly string[][] Rows = [.. EmbeddedTable.Rows("codebook/actors/sectors.csv")];

    /// <summary>The sectors of organs by their code.</summary>
    public static readonly FrozenDictionary<string, string> Organs = Of("organ");

    /// <summary>The sectors of those who are known for what they do and hold no office of a state.</summary>
    public static readonly FrozenDictionary<string, string> Callings = Of("calling");

    private static readonly FrozenDictionary<string, string> Roles = Of("role");
    private static readonly FrozenDictionary<string, string> Words = Of("word");
    private static readonly FrozenDictionary<string, string> Weak = Of("weak");

    /// <summary>
    /// The sector of a phrase; null where no word tells. What stands before "of", "in" and the like tells first. There the last word that is of
    /// a sort of its own wins ("army spokesman", "opposition leader"), then the last of government and the people; a word for any
    /// office ("leader", "head") counts where nothing else does.
    /// </summary>
    public static string? Sector(string phrase, World world)
    {
        var words = Split(phrase);
        var cut = words.FindIndex(static word => word is "of" or "in" or "from" or "at" or "for" or "to" or "with" or "against" or "on");
        return (cut > 0 ? Told(words[..cut], world).Strong : null) ?? (Told(words, world) is var (strong, weak) ? strong ?? weak : null);
    }

    private static (string? Strong, string? Weak) Told(List<string> words, World world)
    {
        string? own = null,
            common = null,
            weak = null;
        for (var at = 0; at < words.Count; at++)
        {
            // "General Labour Union", "inspector general": no officer.
            if (
                words[at] == "general"
                && at > 0
                && (at + 1 < words.Count || world.Role(words[at - 1]) is { Kind: "person", Sector: not "military" })
            )
                continue;
            for (var length = Math.Min(LongestPhrase, words.Count - at); length > 0; length--)
            {
                var said = string.Join(' ', words[at..(at + length)]);
                var plain = Single(said);
                if (!Words.TryGetValue(said, out var code) && !Words.TryGetValue(plain, out code))
                {
                    if (length > 1)
                        continue;
                    if (Weak.TryGetValue(said, out var any) || Weak.TryGetValue(plain, out any))
                    {
                        weak ??= any;
                        break;
                    }
                    if (world.Role(said) is not { Sector: { Length: > 0 } sector } || !Roles.TryGetValue(sector, out code))
                        break;
                }

                if (code is "GOV" or "CVL")
                    common = code;
                else
                    own = code;
                // A minister of police is of the government.
                if (
                    code == "GOV"
                    && at + length == words.Count
                    && own is not ("OPP" or "REB")
                    && said is not ("government" or "administration")
                )
                    own = null;
                // "Sunni tribesmen": what they are and not what they believe.
                if (code == "CVL" && at + length == words.Count && own == "REL")
                    own = null;
                at += length - 1;
                break;
            }
        }

        return (own ?? common, weak);
    }

    // "policemen", "bodies", "workers": the form that the table lists.
    private static string Single(string word)
    {
        if (word.EndsWith("men", StringComparison.Ordinal))
            return word[..^2] + "an";
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        if (word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal))
            return word[..^2];
        return word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
    }

    private static List<string> Split(string phrase)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Folding.Of(phrase).ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsLetterOrDigit(c) || c == '-' && word.Length > 0 && Joins(word))
                word.Append(c);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        // "workers' union", "people's party": the mark of the owner is no word.
        words.RemoveAll(static w => w is "s" or "the" or "a" or "an");
        return words;

        // "non-governmental" and "self-defense" are one word; "Saudi-led" is two.
        static bool Joins(StringBuilder begun) => begun.ToString() is "non" or "self" or "state";
    }

    private static FrozenDictionary<string, string> Of(string kind) =>
        Rows.Where(row => row[0] == kind)
            .GroupBy(static row => row[1], StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.First()[2], StringComparer.Ordinal);
}
