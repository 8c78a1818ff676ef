namespace Chancery.Cli.Packs;

/// <summary>A row of a comma-separated file and the line that it begins on. Quoted fields may hold commas, quotes written twice, and line ends.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Fields">The fields.</param>
/// <param name="IsWhole">Whether every quote in it is closed.</param>
internal readonly record struct CsvLine(int Line, string[] Fields, bool IsWhole)
{
    /// <summary>The rows of a text, its heading among them; empty lines are passed over.</summary>
    public static IEnumerable<CsvLine> Cut(string text)
    {
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var (first, fields, whole) = (line, new List<string>(), true);
            for (var more = true; more;)
            {
                fields.Add(Field(text, ref at, ref line, ref whole));
                more = at < text.Length && text[at] == ',';
                if (more)
                    at++;
            }

            if (at < text.Length && text[at] == '\r')
                at++;
            if (at < text.Length && text[at] == '\n')
                at++;
            line++;
            if (fields is not [""])
                yield return new(first, [.. fields], whole);
        }
    }

    /// <summary>A field as the files write it.</summary>
    public static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\n\r") < 0 ? field : '"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static string Field(string text, ref int at, ref int line, ref bool whole)
    {
        var start = at;
        if (at >= text.Length || text[at] != '"')
        {
            while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
                at++;
            return text[start..at];
        }

        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n')
                line++;
            if (text[at] != '"')
                continue;
            if (at + 1 >= text.Length || text[at + 1] != '"')
                break;
            at++;
        }

        whole &= at < text.Length;
        var field = text[(start + 1)..Math.Min(at, text.Length)].Replace("\"\"", "\"", StringComparison.Ordinal);
        at = Math.Min(at + 1, text.Length);
        // What stands behind the closing quote belongs to the field, as spreadsheets read it.
        var rest = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
            at++;
        return field + text[rest..at];
    }
}
