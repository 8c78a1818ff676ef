using System.Collections.Immutable;
using Chancery.Record;
using DuckDB.NET.Data;

namespace Chancery.Archive;

/// <summary>
/// An archive as it stood when it was opened, or as of an earlier moment: whole segments, one reading a document, nothing withdrawn.
/// What others write meanwhile is not seen until it is opened again. For one thread.
/// </summary>
public sealed class ArchiveReader : IDisposable
{
    private readonly ArchiveFolder _folder;
    private readonly DuckDBConnection _engine;

    private ArchiveReader(ArchiveFolder folder, DuckDBConnection engine, ImmutableArray<string> segments)
    {
        _folder = folder;
        _engine = engine;
        Segments = segments;
    }

    /// <summary>The folder.</summary>
    public string Path => _folder.Root;

    /// <summary>The folders of the segments that are read.</summary>
    public ImmutableArray<string> Segments { get; }

    internal DuckDBConnection Connection => _engine;

    /// <summary>Opens an archive, as it is now or as it was at a moment. Throws <see cref="ArchiveException"/>.</summary>
    public static ArchiveReader Open(string path, DateTimeOffset? asOf = null, int? threads = null)
    {
        var folder = ArchiveFolder.Open(path);
        var segments = folder.Live().Select(segment => segment.Path).ToImmutableArray();
        var engine = Engine.Open(threads ?? Environment.ProcessorCount);
        try
        {
            engine.Run("set parquet_metadata_cache = true");
            Views.Create(engine, segments, Decisions.Withdrawn(folder, asOf), asOf);
        }
        catch (DuckDBException e)
        {
            engine.Dispose();
            throw Complaints.Unreadable(folder.Root, e);
        }

        return new ArchiveReader(folder, engine, segments);
    }

    /// <summary>The documents, by day and then by id.</summary>
    public IReadOnlyList<StoredDocument> Documents() => Asked("""
        select c.document, d.title, coalesce(d.publisher, c.source), c.day, c.generation, c.recorded, c.origin, c.entries
        from current c left join (select id, title, publisher from document) d on d.id = c.document order by c.day, c.document
        """)
        .Select(row => new StoredDocument(
            (string)row[0]!, row[1] as string, row[2] as string, Day(row[3]), (string)row[4]!, (DateTime)row[5]!, (string)row[6]!, (int)row[7]!))
        .ToArray();

    /// <summary>The ids of documents that begin so, at most two; an entry's id finds its document.</summary>
    public IReadOnlyList<string> FindDocuments(string prefix)
    {
        var found = Asked("select document from current where document >= $1 and document < $2 order by document limit 2", prefix, After(prefix))
            .Select(row => (string)row[0]!).ToArray();
        return found.Length > 0 ? found : [.. Find(prefix).Select(entry => entry.DocumentId).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A document with its text; null where it is not held or was added without its text.</summary>
    public Document? Document(string id)
    {
        foreach (var row in Asked(
            "select id, sha256, title, publisher, published, url, language, declared_kind, text from document where id = $1 limit 1", id))
        {
            return new Document
            {
                Id = (string)row[0]!, Sha256 = (string)row[1]!, Title = row[2] as string, Publisher = row[3] as string, Published = Day(row[4]),
                Url = row[5] as string, Language = (string)row[6]!, DeclaredKind = row[7] is string kind ? Enum.Parse<TextKind>(kind) : null,
                Text = (string)row[8]!,
            };
        }

        return null;
    }

    /// <summary>The record of one document, in its order.</summary>
    public IReadOnlyList<StoredEntry> Entries(string document)
        => Stored("select id, document, generation, json from entry where document = $1 order by ord", document);

    /// <summary>The entries whose id begins so, at most two.</summary>
    public IReadOnlyList<StoredEntry> Find(string prefix)
    {
        var places = Asked(
            "select id, document from entry_id where id >= $1 and id < $2 group by id, document order by id, document limit 2", prefix, After(prefix)).ToArray();
        return [.. places.SelectMany(place => Stored("select id, document, generation, json from entry where document = $1 and id = $2 limit 1", place[1], place[0]))];
    }

    /// <summary>Every entry, by document and then in its order: what an export writes.</summary>
    public IEnumerable<StoredEntry> All()
    {
        foreach (var row in Asked("select id, document, generation, json from entry order by document, ord, id")) yield return Stored(row);
    }

    /// <summary>Lets go of the engine.</summary>
    public void Dispose() => _engine.Dispose();

    /// <summary>The documents held under a generation, by the diaries alone.</summary>
    internal static HashSet<string> DocumentsOf(ArchiveFolder folder, string generation)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        var diaries = folder.Live().Select(segment => System.IO.Path.Combine(segment.Path, ArchiveFolder.Diary)).ToArray();
        if (diaries.Length == 0) return held;
        try
        {
            using var engine = Engine.Open(threads: 1);
            foreach (var row in engine.Rows($"select document from read_parquet({Engine.List(diaries)}) where generation = $1", generation)) held.Add(row.GetString(0));
        }
        catch (DuckDBException e)
        {
            throw Complaints.Unreadable(folder.Root, e);
        }

        return held;
    }

    internal IEnumerable<object?[]> Asked(string sql, params object?[] parameters)
    {
        using var rows = _engine.Rows(sql, parameters).GetEnumerator();
        while (true)
        {
            object?[] row;
            try
            {
                if (!rows.MoveNext()) yield break;
                row = new object?[rows.Current.FieldCount];
                for (var i = 0; i < row.Length; i++) row[i] = rows.Current.IsDBNull(i) ? null : rows.Current.GetValue(i);
            }
            catch (DuckDBException e)
            {
                throw Complaints.Unreadable(Path, e);
            }

            yield return row;
        }
    }

    internal static DateOnly? Day(object? value) => value switch
    {
        DateOnly day => day,
        DateTime moment => DateOnly.FromDateTime(moment),
        _ => null,
    };

    private IReadOnlyList<StoredEntry> Stored(string sql, params object?[] parameters) => [.. Asked(sql, parameters).Select(Stored)];

    private static StoredEntry Stored(object?[] row) => new((string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!);

    private static string After(string prefix) => prefix + "\U0010FFFF";
}
