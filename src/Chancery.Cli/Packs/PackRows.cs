using System.Text;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Packs;

/// <summary>Reads a table of a user's pack and says of every row that cannot be meant so where it stands and how to mend it.</summary>
internal static class PackRows
{
    private const int MostProblems = 20;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The rows in the order of the columns that the engine's table has; problems come to the list.</summary>
    public static List<string[]> Read(string file, long most, string[] heading, int[] key, ICollection<Problem> problems)
    {
        var rows = new List<string[]>();
        if (Text(file, most, problems) is not { } text)
            return rows;
        using var lines = CsvLine.Cut(text).GetEnumerator();
        var named = lines.MoveNext() ? lines.Current.Fields.Select(static name => name.Trim()).ToArray() : [];
        var columns = heading.Select(name => Array.IndexOf(named, name)).ToArray();
        if (columns.Contains(-1))
        {
            problems.Add(
                new(
                    "CH1406",
                    $"the column {heading[Array.IndexOf(columns, -1)]} is missing.",
                    $"{file}, line 1",
                    $"The first line is {string.Join(',', heading)}."
                )
            );
            return rows;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var found = 0; found < MostProblems && lines.MoveNext();)
        {
            var (line, fields, whole) = lines.Current;
            var row = fields.Length == named.Length ? columns.Select(column => fields[column].Trim()).ToArray() : null;
            var (code, message, mend) =
                !whole ? ("CH1406", "a quotation mark is not closed.", "Close it, or write it twice where it is part of the words.")
                : row is null
                    ? (
                        "CH1406",
                        $"{fields.Length} fields where {named.Length} are due.",
                        "Put fields that hold commas into quotation marks, and write every comma of an empty field."
                    )
                : !seen.TryAdd(KnowledgePack.KeyOf(row, key), line)
                    ? (
                        "CH1407",
                        $"the same {string.Join(", ", key.Select(k => heading[k]))} as in line {seen[KnowledgePack.KeyOf(row, key)]}.",
                        "Leave one of the two out."
                    )
                : Fault(heading, row) is var (wrong, right) && wrong.Length > 0 ? ("CH1407", wrong, right)
                : ("", "", "");
            if (code.Length == 0)
                rows.Add(row!);
            else
            {
                found++;
                problems.Add(new(code, message, $"{file}, line {line}", mend));
            }
        }

        return rows;
    }

    /// <summary>What is wrong with a row and how to mend it; two empty texts where nothing is.</summary>
    public static (string Message, string Mend) Fault(string[] heading, string[] row)
    {
        string Of(string column) => Array.IndexOf(heading, column) is >= 0 and var at ? row[at] : "";
        if (row[0].Length == 0)
            return ($"the column {heading[0]} is empty.", "Every row is about something.");
        if (Of("source").Length == 0)
            return ("it has no source.", "Write where it comes from, or 'unsourced' where it is known but no source is at hand.");
        foreach (
            var (column, may) in (ReadOnlySpan<(string, bool)>)
                [("from", true), ("until", true), ("start", false), ("end", true), ("reviewed", false)]
        )
            if (Array.IndexOf(heading, column) >= 0 && !(may && Of(column).Length == 0) && DayRange.Parse(Of(column)) is null)
                return (
                    $"{column} '{Of(column)}' is no day.",
                    $"Write a day, month or year before 9999 as 2024-02-08, 2024-02 or 2024{(may ? "; leave it empty where it is open" : "")}."
                );
        foreach (var (from, until) in (ReadOnlySpan<(string, string)>)[("from", "until"), ("start", "end")])
            if (DayRange.Parse(Of(from)) is { } first && DayRange.Parse(Of(until)) is { } last && last.Last < first.First)
                return ($"it ends ({Of(until)}) before it begins ({Of(from)}).", "Mend one of the two days.");
        if (Array.IndexOf(heading, "person") == 0)
        {
            if (!Of("person").StartsWith("person/", StringComparison.Ordinal) || Of("person").Length == 7)
                return ($"'{Of("person")}' is no id of a person.", "Write person/ and the name in small letters with hyphens.");
            if (Of("name").Length == 0 || Of("state").Length == 0 || Of("office").Length == 0)
                return ("name, state or office is empty.", "A tenure needs all three.");
        }

        if (Array.IndexOf(heading, "predicate") == 1 && (Of("predicate").Length == 0 || Of("object").Length == 0))
            return ("predicate or object is empty.", "A fact needs both.");
        if (heading is ["id", "name", ..] && Of("name").Length == 0)
            return ("it has no name.", "Give it the name that it is known by.");
        if (Array.IndexOf(heading, "entity") >= 0 && Of("entity").Length == 0)
            return ("it says no entity.", "Write the id of what is meant.");
        if (heading is ["name", "gender", ..] && Of("gender") is not ("f" or "m"))
            return ($"'{Of("gender")}' is no gender of a name.", "Write f or m.");
        return ("", "");
    }

    private static string? Text(string file, long most, ICollection<Problem> problems)
    {
        try
        {
            if (new FileInfo(file).Length > most)
            {
                problems.Add(new("CH1005", "it is larger than 64 MiB.", file, "Split it into two packs."));
                return null;
            }

            var bytes = File.ReadAllBytes(file);
            try
            {
                return Strict.GetString(bytes).TrimStart('\ufeff');
            }
            catch (DecoderFallbackException)
            {
                var good = 0;
                for (var step = bytes.Length; step > 0; step /= 2)
                    while (good + step <= bytes.Length && IsText(bytes.AsSpan(0, good + step)))
                        good += step;
                problems.Add(
                    new("CH1406", "it is not UTF-8.", $"{file}, line {bytes.AsSpan(0, good).Count((byte)'\n') + 1}", "Save it as UTF-8.")
                );
                return null;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new("CH1002", "it cannot be read.", file, "Check its permissions."));
            return null;
        }
    }

    // Up to three bytes of a letter that goes on behind the cut are no fault.
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
                return true;
        return false;
    }
}
