using Chancery.Reading;

namespace Chancery.Attribution.Spotting;

/// <summary>Cuts a text into the units that the recurrent layers run over: paragraphs, long ones cut between sentences.</summary>
internal static class TextUnits
{
    private const int Longest = 128;

    /// <summary>The units as first and one past the last word, longest first, equal lengths in the order of the text.</summary>
    public static List<(int First, int End)> Of(ParsedText text)
    {
        var units = new List<(int First, int End)>();
        var paragraph = -1;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Length == 0)
                continue;
            if (units.Count > 0 && sentence.Paragraph == paragraph && sentence.EndToken - units[^1].First <= Longest)
                units[^1] = (units[^1].First, sentence.EndToken);
            else
                units.Add((sentence.FirstToken, sentence.EndToken));
            paragraph = sentence.Paragraph;
        }

        units.Sort((a, b) => (b.End - b.First) - (a.End - a.First) is var longer and not 0 ? longer : a.First - b.First);
        return units;
    }
}
