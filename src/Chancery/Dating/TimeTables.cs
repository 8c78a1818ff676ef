using System.Collections.Frozen;
using Chancery.Record;

namespace Chancery.Dating;

/// <summary>The tables of <c>codebook/time</c>, as they were compiled into the engine.</summary>
internal static class TimeTables
{
    private static readonly FrozenDictionary<string, TimeWord> Words = ReadWords();

    private static readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Finds the word, whatever its case; null where it has nothing to do with time.</summary>
    public static TimeWord? Find(ReadOnlySpan<char> form) =>
        form.Length is > 0 and < 16 && BySpan.TryGetValue(form, out var word) ? word : null;

    private static FrozenDictionary<string, TimeWord> ReadWords()
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in EmbeddedTable.Rows("codebook/time/words.csv"))
        {
            if (!words.TryGetValue(row[0], out var word))
                words[row[0]] = word = new TimeWord(row[0]);
            word.Add(ReadingOf(row[1]), row[2]);
        }
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static TimeReading ReadingOf(string name) =>
        Enum.TryParse<TimeReading>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var reading)
            ? reading
            : throw new InvalidOperationException($"codebook/time/words.csv: there is no reading '{name}'.");
}
