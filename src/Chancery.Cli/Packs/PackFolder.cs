using System.Text;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Packs;

/// <summary>A folder of tables that lie over the pack of the engine: those of its files that bear the name of a table.</summary>
internal sealed class PackFolder(string path)
{
    /// <summary>The heading of every table that a user may write.</summary>
    public static readonly IReadOnlyDictionary<string, string> Headings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["holders-hand"] = "person,name,state,office,title,from,until,source,reviewed",
        ["facts"] = "subject,predicate,object,from,until,status,according_to,source,reviewed",
        ["names"] = "alias,entity,kind,source",
        ["bodies"] = "id,name,type,state,aliases,source",
    };

    /// <summary>The pack of the engine, with this folder over it where one is given.</summary>
    public static KnowledgePack Open(string? path) => path is null ? KnowledgePack.Embedded : KnowledgePack.Embedded.With(new PackFolder(path).Rows);

    /// <summary>The rows of a table; none where the folder does not have it.</summary>
    public IReadOnlyList<string[]> Rows(string table)
    {
        var file = Path.Combine(path, table + ".csv");
        if (!File.Exists(file)) return [];
        using var text = new StreamReader(file, Encoding.UTF8);
        return [.. EmbeddedTable.Rows(text, file)];
    }

    /// <summary>Adds rows to a table, in place of those with the same key, and returns how many were new.</summary>
    public int Add(string table, IEnumerable<string[]> rows)
    {
        Directory.CreateDirectory(path);
        var key = KnowledgePack.Tables.First(t => t.Table == table).Key;
        var kept = Rows(table).ToDictionary(row => KnowledgePack.KeyOf(row, key), StringComparer.Ordinal);
        var added = 0;
        foreach (var row in rows)
        {
            if (!kept.ContainsKey(KnowledgePack.KeyOf(row, key))) added++;
            kept[KnowledgePack.KeyOf(row, key)] = row;
        }

        var text = new StringBuilder(Headings[table]).Append('\n');
        foreach (var row in kept.Values.OrderBy(row => KnowledgePack.KeyOf(row, key), StringComparer.Ordinal)) text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        File.WriteAllText(Path.Combine(path, table + ".csv"), text.ToString());
        return added;
    }

    /// <summary>A field as CSV writes it.</summary>
    public static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\n\r") < 0 ? field : '"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
