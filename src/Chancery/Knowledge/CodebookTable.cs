using System.Collections.Immutable;
using System.Text;

namespace Chancery.Knowledge;

/// <summary>Reads a table that the assembly carries: comma-separated, quoted where needed, a heading first.</summary>
internal static class CodebookTable
{
    /// <summary>The rows below the heading; every row has as many fields as the heading.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(string resource)
    {
        using var stream = typeof(CodebookTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The table {resource} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var heading = Cut(reader.ReadLine() ?? "");
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            var fields = Cut(line);
            if (fields.Length != heading.Length) throw new InvalidOperationException($"{resource}: {fields.Length} fields where {heading.Length} belong: {line}");
            yield return fields;
        }
    }

    private static ImmutableArray<string> Cut(string line)
    {
        var fields = ImmutableArray.CreateBuilder<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields.ToImmutable();
    }
}
