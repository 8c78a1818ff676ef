namespace Chancery.Reading.Segmentation;

/// <summary>
/// Tells the labels of a transcript ("MODERATOR:", "Lin Jian:", "Q:") from what is said under them: names at the head of a line with a colon, one of which
/// comes again. A label is a sentence of its own, so that nobody's name is the subject of what he says.
/// </summary>
internal static class SpeakerLabels
{
    private const int LongestLabel = 60;
    private static readonly WordList Fields = WordList.Load("starters", "field");

    /// <summary>Whether a text is a transcript.</summary>
    public static bool AreIn(string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var body = line.Trim();
            var end = EndIn(body);
            if (end > 0 && !lookup.Add(body[..end]))
                return true;
        }

        return false;
    }

    /// <summary>The number of characters of the label at the head of a line, its colon included; 0 where there is none.</summary>
    public static int EndIn(ReadOnlySpan<char> line)
    {
        // "Q    Thank you, Mr. President": the press of the White House has no colon.
        if (
            line.Length > 3
            && line[0] == 'Q'
            && char.IsWhiteSpace(line[1])
            && char.IsUpper(line[1..].TrimStart() is [var next, ..] ? next : ' ')
        )
            return 1;
        var colon = line[..Math.Min(line.Length, LongestLabel)].IndexOf(':');
        if (colon <= 0 || Fields.Contains(line[..colon]) || colon + 2 >= line.Length || !char.IsWhiteSpace(line[colon + 1]))
            return 0;
        var words = 0;
        foreach (var range in line[..colon].Split(' '))
        {
            var word = line[..colon][range].Trim("(),.\"“”");
            if (word.IsEmpty)
                continue;
            words++;
            if (
                words > 8
                || char.IsDigit(word[0])
                || char.IsLower(word[0]) && word is not ("of" or "the" or "for" or "and" or "de" or "al" or "el" or "bin" or "van" or "von")
            )
                return 0;
        }

        return words > 0 ? colon + 1 : 0;
    }
}
