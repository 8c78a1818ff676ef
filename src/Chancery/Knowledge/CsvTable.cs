using System.Text;

namespace Chancery.Knowledge;

/// <summary>The tables of the pack as they stand in the assembly. Fields may be quoted; a row is a line.</summary>
internal static class CsvTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(CsvTable).Assembly.GetManifestResourceStream("knowledge/" + name)
            ?? throw new InvalidOperationException("No such table: " + name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line.Contains('"') ? Quoted(line) : line.Split(',');
    }

    private static string[] Quoted(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var inside = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && inside && i + 1 < line.Length && line[i + 1] == '"') { field.Append('"'); i++; }
            else if (c == '"') inside = !inside;
            else if (c == ',' && !inside) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(c);
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
