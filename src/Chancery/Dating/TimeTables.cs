using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Chancery.Dating;

/// <summary>The tables of <c>codebook/time</c>, as they were compiled into the engine.</summary>
internal static class TimeTables
{
    private static readonly FrozenDictionary<string, TimeWord> Words = ReadWords();

    private static readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds the word, whatever its case; null where it has nothing to do with time.</summary>
    public static TimeWord? Find(ReadOnlySpan<char> form) => form.Length is > 0 and < 16 && BySpan.TryGetValue(form, out var word) ? word : null;

    /// <summary>The data rows of a table, without its header. The last column is the source.</summary>
    public static ImmutableArray<string[]> Rows(string name)
    {
        using var stream = typeof(TimeTables).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} was not compiled into the engine.");
        using var reader = new StreamReader(stream);
        var rows = ImmutableArray.CreateBuilder<string[]>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) rows.Add(Fields(line));
        return rows.ToImmutable();
    }

    private static string[] Fields(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"') { field.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(c);
        }
        fields.Add(field.ToString());
        return [.. fields];
    }

    private static FrozenDictionary<string, TimeWord> ReadWords()
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Rows("codebook/time/words.csv"))
        {
            if (!words.TryGetValue(row[0], out var word)) words[row[0]] = word = new TimeWord(row[0]);
            word.Add(ReadingOf(row[1]), row[2]);
        }
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static TimeReading ReadingOf(string name)
        => Enum.TryParse<TimeReading>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var reading)
            ? reading
            : throw new InvalidOperationException($"codebook/time/words.csv: there is no reading '{name}'.");
}
