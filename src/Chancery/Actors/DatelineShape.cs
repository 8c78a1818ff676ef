using System.Collections.Immutable;

namespace Chancery.Actors;

/// <summary>
/// Whether a place that opens a paragraph is its dateline: "LIMA –", "KUALA LUMPUR:", "RABAT, Morocco:", "Lilongwe, 3 August (Agency) -".
/// What may stand between the place and the mark that closes it is another place, an agency in brackets and a day.
/// </summary>
internal static class DatelineShape
{
    // A region and a country, an agency in brackets, a day and a year.
    private const int Longest = 14;

    /// <summary>Whether a mark closes the dateline within a few words of the end of the place.</summary>
    /// <param name="words">The words of the text.</param>
    /// <param name="end">One past the last word of the place.</param>
    /// <param name="limit">One past the last word that may be looked at.</param>
    /// <param name="calendar">Whether a word is of a date.</param>
    public static bool Closes(IReadOnlyList<string> words, int end, int limit, Func<int, bool> calendar)
    {
        limit = Math.Min(limit, end + Longest);
        var bracket = false;
        for (var at = end; at < limit; at++)
        {
            var word = words[at];
            if (Marks.Contains(word) && !bracket)
                return at + 1 < words.Count && at > end - 1 && OpensText(words[at + 1]);
            if (word == "(")
                bracket = true;
            else if (word == ")")
                bracket = false;
            else if (!bracket && word is not ("," or "/" or ".") && !calendar(at) && !char.IsUpper(word[0]) && !char.IsDigit(word[0]))
                return false;
        }

        return false;
    }

    private static readonly ImmutableArray<string> Marks = [":", "-", "–", "—", "--"];

    private static bool OpensText(string word) => char.IsUpper(word[0]) || word is "\"" or "“" or "‘";
}
