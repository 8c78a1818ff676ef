using System.Collections.Frozen;
using Chancery.Record;

namespace Chancery.Dating;

/// <summary>The named days of <c>codebook/time/days.csv</c>.</summary>
internal static class NamedDays
{
    private static readonly FrozenDictionary<char, NamedDay[]> ByInitial = Read();

    /// <summary>Finds the longest name that the text begins with, straight or curly apostrophes alike.</summary>
    public static bool Find(ReadOnlySpan<char> text, out NamedDay? day, out int length)
    {
        (day, length) = (null, 0);
        if (text.IsEmpty || !ByInitial.TryGetValue(text[0], out var candidates))
            return false;
        foreach (var candidate in candidates)
        {
            if (candidate.Name.Length <= length || !Begins(text, candidate.Name))
                continue;
            (day, length) = (candidate, candidate.Name.Length);
        }
        return day is not null;
    }

    private static bool Begins(ReadOnlySpan<char> text, string name)
    {
        if (text.Length < name.Length || text.Length > name.Length && char.IsLetterOrDigit(text[name.Length]))
            return false;
        for (var i = 0; i < name.Length; i++)
            if (text[i] != name[i] && !(name[i] == '\'' && text[i] == '’'))
                return false;
        return true;
    }

    private static FrozenDictionary<char, NamedDay[]> Read()
    {
        var days = EmbeddedTable
            .Rows("codebook/time/days.csv")
            .Select(row => new NamedDay(row[0], row[1], int.Parse(row[2]), int.Parse(row[3]), int.Parse(row[4]), int.Parse(row[5])));
        return days.GroupBy(day => day.Name[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }
}
