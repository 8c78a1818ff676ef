using System.Collections.Frozen;
using System.Text;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Packs;

/// <summary>A folder of tables that lie over the pack of the engine: those of its files that bear the name of a table.</summary>
internal sealed class PackFolder
{
    private const long LargestTable = 64 << 20;
    private static readonly FrozenDictionary<string, string[]> Headings = KnowledgePack.Tables.ToFrozenDictionary(
        static t => t.Table,
        static t => Heading(t.Table),
        StringComparer.Ordinal
    );
    private readonly string _path;
    private readonly Dictionary<string, List<string[]>> _tables = new(StringComparer.Ordinal);

    private PackFolder(string path) => _path = path;

    /// <summary>Opens a folder and checks every row. Null where something in it is wrong; the problems tell what, and what was passed over.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="isNew">Whether it may be missing, because something is about to be written to it.</param>
    public static PackFolder? Open(string path, ICollection<Problem> problems, bool isNew = false)
    {
        var folder = new PackFolder(path);
        if (!Directory.Exists(path))
        {
            if (isNew && !File.Exists(path))
                return folder;
            problems.Add(new("CH1001", "there is no such folder.", path, "Check the path given with --pack."));
            return null;
        }

        var (broken, files) = (false, Directory.GetFiles(path, "*.csv").Order(StringComparer.Ordinal).ToList());
        foreach (var file in files)
        {
            var table = Path.GetFileNameWithoutExtension(file);
            if (!Headings.TryGetValue(table, out var heading))
            {
                problems.Add(
                    new(
                        "CH1405",
                        "no table of a pack has this name; it was passed over.",
                        file,
                        $"Tables are {string.Join(", ", Headings.Keys.Order(StringComparer.Ordinal))}."
                    )
                );
                continue;
            }

            var before = problems.Count;
            folder._tables[table] = PackRows.Read(
                file,
                LargestTable,
                heading,
                KnowledgePack.Tables.First(t => t.Table == table).Key,
                problems
            );
            broken |= problems.Count > before;
        }

        if (folder._tables.Count > 0 || isNew)
            return broken ? null : folder;
        problems.Add(
            new(
                "CH1405",
                "the folder holds no table of a pack.",
                path,
                $"Tables are {string.Join(", ", Headings.Keys.Order(StringComparer.Ordinal))}, each with .csv behind its name."
            )
        );
        return null;
    }

    /// <summary>The pack of the engine with this folder over it.</summary>
    public KnowledgePack Pack() => KnowledgePack.Embedded.With(Rows);

    /// <summary>The rows of a table; none where the folder does not have it.</summary>
    public IReadOnlyList<string[]> Rows(string table) => _tables.TryGetValue(table, out var rows) ? rows : [];

    /// <summary>Adds rows to a table, in place of those with the same key, writes it, and returns how many were new.</summary>
    public int Add(string table, IEnumerable<string[]> rows)
    {
        Directory.CreateDirectory(_path);
        var key = KnowledgePack.Tables.First(t => t.Table == table).Key;
        var kept = Rows(table).ToDictionary(row => KnowledgePack.KeyOf(row, key), StringComparer.Ordinal);
        var added = 0;
        foreach (var row in rows)
        {
            if (!kept.ContainsKey(KnowledgePack.KeyOf(row, key)))
                added++;
            kept[KnowledgePack.KeyOf(row, key)] = row;
        }

        _tables[table] = [.. kept.Values.OrderBy(row => KnowledgePack.KeyOf(row, key), StringComparer.Ordinal)];
        var text = new StringBuilder().AppendJoin(',', Headings[table]).Append('\n');
        foreach (var row in _tables[table])
            text.AppendJoin(',', row.Select(CsvLine.Quoted)).Append('\n');
        // Beside it first: a table is never half written.
        var file = Path.Combine(_path, table + ".csv");
        File.WriteAllText(file + ".new", text.ToString());
        File.Move(file + ".new", file, overwrite: true);
        return added;
    }

    /// <summary>The columns of a table.</summary>
    public static string[] HeadingOf(string table) => Headings[table];

    private static string[] Heading(string table)
    {
        using var text = new StreamReader(EmbeddedTable.Open($"knowledge/{table}.csv"), Encoding.UTF8);
        return text.ReadLine()!.Split(',');
    }
}
