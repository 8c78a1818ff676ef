namespace Chancery.Knowledge;

/// <summary>The words of a person's name by keys that spellings share, so that "Sergei Lavrov" is "Sergey Lavrov".</summary>
internal static class NameKeys
{
    private static readonly char[] BetweenWords = [' ', '-', '.', '\'', ',', '’'];
    private static readonly string[] Sons = ["yev", "yeva"];
    private static readonly string[] Endings = ["skyy", "skiy", "skii", "ski", "skij"];

    /// <summary>The keys in the order of the words; particles and initials are left out. The table of spellings gives the key of a word that has one.</summary>
    public static IEnumerable<string> Of(string name, Func<string, string> spelling)
    {
        var words = Folding.Of(name).Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries);
        foreach (var written in words)
        {
            // "KP Sharma Oli": initials, of a name that has more.
            if (
                words.Length > 2
                && written.Length == 2
                && char.IsUpper(written[0])
                && char.IsUpper(written[1])
                && !words[^1].AsSpan(1).ContainsAnyInRange('A', 'Z')
            )
                continue;
            // "AlAhmad": the article is written together with the name.
            var joined =
                written.Length > 4
                && written.StartsWith("Al", StringComparison.Ordinal)
                && char.IsUpper(written[2])
                && char.IsLower(written[3]);
            var word = (joined ? written[2..] : written).ToLowerInvariant();
            if (word.Length < 2)
                continue;
            if (
                word
                is "al"
                    or "el"
                    or "bin"
                    or "ben"
                    or "ibn"
                    or "de"
                    or "da"
                    or "do"
                    or "dos"
                    or "del"
                    or "van"
                    or "von"
                    or "der"
                    or "la"
                    or "the"
                    or "ul"
                    or "ur"
                    or "jr"
                    or "sr"
                    or "zu"
            )
                continue;
            yield return spelling(Ended(word));
        }
    }

    // "Zhaparov" and "Japarov", "Kulubayev" and "Kulubaev"; a short word with "zh" may as well be Chinese.
    private static string Ended(string word)
    {
        if (word.Length > 5 && word.StartsWith("zh", StringComparison.Ordinal))
            word = "j" + word[2..];
        foreach (var ending in Sons)
            if (
                word.Length > ending.Length + 2
                && word.EndsWith(ending, StringComparison.Ordinal)
                && word[^(ending.Length + 1)] is 'a' or 'e' or 'i'
            )
                word = word[..^ending.Length] + ending[1..];
        if (word.Contains("sk", StringComparison.Ordinal))
            foreach (var ending in Endings)
                if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                    word = word[..^ending.Length] + "sky";
        return word;
    }
}
