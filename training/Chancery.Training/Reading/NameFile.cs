using Chancery.Reading;
using Chancery.Reading.Network;

namespace Chancery.Training.Reading;

/// <summary>Sentences whose names are marked, one word a line, the mark in the second column (B-politician, I-politician, O).</summary>
internal static class NameFile
{
    private const int Longest = 120;

    public static IEnumerable<(string[] Words, Targets Names)> Read(string path)
    {
        var words = new List<string>();
        var marks = new List<int>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0)
            {
                if (words.Count is > 0 and <= Longest)
                    yield return ([.. words], Targets.Of(marks));
                words.Clear();
                marks.Clear();
                continue;
            }

            var columns = line.Split('\t');
            words.Add(columns[0]);
            marks.Add(MarkOf(columns[1]));
        }
    }

    // The types of CrossNER politics (Liu et al. 2021).
    private static int MarkOf(string mark)
    {
        NameType? type = mark.AsSpan(Math.Min(2, mark.Length)) switch
        {
            "politician" or "person" => NameType.Person,
            "politicalparty" or "organisation" => NameType.Organisation,
            "country" or "location" => NameType.Place,
            "election" or "event" => NameType.Event,
            "misc" => NameType.Other,
            _ => null,
        };
        return type is not { } known ? 0
            : mark[0] == 'B' ? NameMarks.Begin(known)
            : NameMarks.Inside(known);
    }
}
