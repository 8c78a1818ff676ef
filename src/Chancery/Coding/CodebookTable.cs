using System.Reflection;
using System.Text;

namespace Chancery.Coding;

/// <summary>Reads the tables of <c>codebook/</c> that coding needs: CSV with a header line and a source in the last column.</summary>
internal static class CodebookTable
{
    /// <summary>The rows below the header, each with as many fields as the header has.</summary>
    public static List<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"codebook/{name}.csv")
            ?? throw new InvalidOperationException($"The engine was built without codebook/{name}.csv.");
        using var lines = new StreamReader(stream, Encoding.UTF8);
        var width = Split(lines.ReadLine() ?? "").Length;
        var rows = new List<string[]>();
        while (lines.ReadLine() is { } line)
        {
            var fields = Split(line);
            if (fields.Length != width)
                throw new InvalidOperationException($"codebook/{name}.csv, row {rows.Count + 2}: {fields.Length} fields where {width} are due.");
            rows.Add(fields);
        }

        return rows;
    }

    private static string[] Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') { field.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(c);
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
