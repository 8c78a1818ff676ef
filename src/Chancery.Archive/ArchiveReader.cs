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
    private const string Texted = "id, sha256, title, publisher, published, url, language, declared_kind, text";

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
    /// <param name="path">The folder.</param>
    /// <param name="asOf">Only what was recorded and decided up to this moment; null for all.</param>
    /// <param name="threads">The threads that answer queries; as many as there are cores where null.</param>
    /// <param name="generation">Only what was read under the generation whose id begins so; null for the newest reading of each document.</param>
    public static ArchiveReader Open(string path, DateTimeOffset? asOf = null, int? threads = null, string? generation = null)
    {
        var folder = ArchiveFolder.Open(path);
        var live = folder.Live();
        var only = generation is null ? null : Only(folder, live, generation);
        var segments = live.Where(segment => only is null || segment.Manifest.Generations.Any(held => held.Id == only))
            .Select(segment => segment.Path)
            .ToImmutableArray();
        var engine = Engine.Open(threads ?? Environment.ProcessorCount);
        try
        {
            engine.Run("set parquet_metadata_cache = true");
            Views.Create(engine, segments, Chancery.Archive.Decisions.Withdrawn(folder, asOf), asOf, only);
        }
        catch (DuckDBException e)
        {
            engine.Dispose();
            throw Complaints.Unreadable(folder.Root, e);
        }

        return new ArchiveReader(folder, engine, segments)
        {
            Generations =
            [
                .. live.SelectMany(segment => segment.Manifest.Generations)
                    .DistinctBy(held => held.Id)
                    .OrderBy(held => held.Id, StringComparer.Ordinal),
            ],
            Size = live.Sum(segment => segment.Manifest.Entries),
            Decided = Chancery.Archive.Decisions.All(folder, asOf),
        };
    }

    /// <summary>Every generation under which anything in the archive was read, by id.</summary>
    public ImmutableArray<Generation> Generations { get; private init; } = [];

    /// <summary>What people had decided when the archive stood so, in the order in which they did.</summary>
    public ImmutableArray<Decision> Decided { get; private init; } = [];

    /// <summary>The number of entries in the live segments, those that no longer count among them.</summary>
    internal long Size { get; private init; }

    /// <summary>The documents, by day and then by id.</summary>
    public IReadOnlyList<StoredDocument> Documents() =>
        Asked(
                """
                select c.document, d.title, coalesce(d.publisher, c.source), c.day, c.generation, c.recorded, c.origin, c.entries
                from current c left join (select id, title, publisher from document) d on d.id = c.document order by c.day, c.document
                """
            )
            .Select(row => new StoredDocument(
                (string)row[0]!,
                row[1] as string,
                row[2] as string,
                Day(row[3]),
                (string)row[4]!,
                (DateTime)row[5]!,
                (string)row[6]!,
                (int)row[7]!
            ))
            .ToArray();

    /// <summary>The ids of documents that begin so, at most two; an entry's id finds its document.</summary>
    public IReadOnlyList<string> FindDocuments(string prefix)
    {
        var found = Asked(
                "select document from current where document >= $1 and document < $2 order by document limit 2",
                prefix,
                After(prefix)
            )
            .Select(row => (string)row[0]!)
            .ToArray();
        return found.Length > 0 ? found : [.. Find(prefix).Select(entry => entry.DocumentId).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a document or an entry of this whole id counts.</summary>
    public bool Holds(string id) =>
        Asked("select 1 from current where document = $1 limit 1", id).Any()
        || Asked("select 1 from entry_id where id = $1 limit 1", id).Any();

    /// <summary>A document with its text; null where it is not held or was added without its text.</summary>
    public Document? Document(string id)
    {
        foreach (var place in Asked("select segment from current where document = $1 limit 1", id))
        {
            var table = Table(System.IO.Path.Combine((string)place[0]!, ArchiveFolder.Documents));
            foreach (var row in Asked($"select {Texted} from {table} where id = $1 limit 1", id))
                return DocumentOf(row);
        }

        return null;
    }

    /// <summary>The record of one document, in its order.</summary>
    public IReadOnlyList<StoredEntry> Entries(string document)
    {
        // One document lies in one segment, so that only that one's file is opened.
        foreach (var row in Asked("select segment, generation from current where document = $1 limit 1", document))
        {
            return Size == 0
                ? []
                : Stored(
                    $"""
                    select id, document, generation, json from {Table(System.IO.Path.Combine((string)row[0]!, ArchiveFolder.Entries))}
                    where document = $1 and generation = $2 and id not in (select id from withdrawn) order by ord
                    """,
                    document,
                    row[1]
                );
        }

        return [];
    }

    /// <summary>The entries whose id begins so, at most two.</summary>
    public IReadOnlyList<StoredEntry> Find(string prefix)
    {
        var places = Asked(
                "select id, document, generation, min(filename) from entry_id where id >= $1 and id < $2 group by id, document, generation order by id, document limit 2",
                prefix,
                After(prefix)
            )
            .ToArray();
        return
        [
            .. places.SelectMany(place =>
                Stored(
                    $"select id, document, generation, json from {Table(Beside((string)place[3]!, ArchiveFolder.Entries))} where document = $1 and id = $2 and generation = $3 limit 1",
                    place[1],
                    place[0],
                    place[2]
                )
            ),
        ];
    }

    /// <summary>Every entry, by document and then in its order: what an export writes.</summary>
    public IEnumerable<StoredEntry> All()
    {
        foreach (var range in Ranges())
            foreach (var row in Asked($"select id, document, generation, json from entry {range} order by document, ord, id"))
                yield return Stored(row);
    }

    /// <summary>Every document with its text, by id. Those whose text is not held are left out.</summary>
    public IEnumerable<Document> Texts()
    {
        foreach (var range in Ranges())
            foreach (
                var row in Asked($"select {Texted} from document {range.Replace("document ", "id ", StringComparison.Ordinal)} order by id")
            )
                yield return DocumentOf(row);
    }

    /// <summary>Lets go of the engine.</summary>
    public void Dispose() => _engine.Dispose();

    /// <summary>The documents held under a generation and the looks at sources that gave none, by the diaries alone.</summary>
    internal static HashSet<string> DocumentsOf(ArchiveFolder folder, string generation)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        var diaries = folder.Live().Select(segment => System.IO.Path.Combine(segment.Path, ArchiveFolder.Diary)).ToArray();
        if (diaries.Length == 0)
            return held;
        try
        {
            using var engine = Engine.Open(threads: 1);
            foreach (var row in engine.Rows($"select document from read_parquet({Engine.List(diaries)}) where generation = $1", generation))
                held.Add(row.GetString(0));
            foreach (
                var row in engine.Rows(
                    $"select distinct source, day, state, origin, problem from read_parquet({Engine.List(diaries)}) where document is null"
                )
            )
            {
                held.Add(
                    new CoverageMark(
                        row.GetString(0),
                        row.IsDBNull(1) ? null : row.GetFieldValue<DateOnly>(1),
                        row.GetString(2),
                        row.GetString(3),
                        row.IsDBNull(4) ? null : row.GetString(4)
                    ).Key
                );
            }
        }
        catch (DuckDBException e)
        {
            throw Complaints.Unreadable(folder.Root, e);
        }

        return held;
    }

    internal IEnumerable<object?[]> Asked(string sql, params object?[] parameters) =>
        Read(
            sql,
            parameters,
            static row =>
            {
                var values = new object?[row.FieldCount];
                for (var i = 0; i < values.Length; i++)
                    values[i] = row.IsDBNull(i) ? null : row.GetValue(i);
                return values;
            }
        );

    internal IEnumerable<T> Read<T>(string sql, object?[] parameters, Func<DuckDBDataReader, T> shape)
    {
        using var rows = _engine.Rows(sql, parameters).GetEnumerator();
        while (true)
        {
            T row;
            try
            {
                if (!rows.MoveNext())
                    yield break;
                row = shape(rows.Current);
            }
            catch (DuckDBException e)
            {
                throw Complaints.Unreadable(Path, e);
            }

            yield return row;
        }
    }

    /// <summary>The entries at these places, in the order asked, from the segments that hold their documents.</summary>
    internal IReadOnlyList<StoredEntry> Fetch(IReadOnlyList<(string Document, string Id)> places)
    {
        if (places.Count == 0)
            return [];
        var documents = Engine.List(places.Select(place => place.Document).Distinct(StringComparer.Ordinal));
        var found = new Dictionary<(string, string), StoredEntry>();
        foreach (var segment in Asked($"select segment, list(document) from current where document in {documents} group by segment"))
        {
            var table = Table(System.IO.Path.Combine((string)segment[0]!, ArchiveFolder.Entries));
            var held = ((IEnumerable<string>)segment[1]!).ToHashSet(StringComparer.Ordinal);
            var ids = Engine.List(places.Where(place => held.Contains(place.Document)).Select(place => place.Id));
            foreach (
                var entry in Stored(
                    $"""
                    select e.id, e.document, e.generation, e.json from {table} e
                    semi join current c on e.document = c.document and e.generation = c.generation
                    where e.document in {Engine.List(held)} and e.id in {ids}
                    """
                )
            )
                found[(entry.DocumentId, entry.Id)] = entry;
        }

        return [.. places.Select(place => found[place])];
    }

    internal static DateOnly? Day(object? value) =>
        value switch
        {
            DateOnly day => day,
            DateTime moment => DateOnly.FromDateTime(moment),
            _ => null,
        };

    private static string? Only(ArchiveFolder folder, ImmutableArray<(string Path, SegmentManifest Manifest)> live, string generation)
    {
        var held = live.SelectMany(segment => segment.Manifest.Generations)
            .Select(found => found.Id)
            .Where(id => id.StartsWith(generation, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Take(2)
            .ToArray();
        if (held is [var only])
            return only;
        throw new ArchiveException(
            held.Length == 0 ? Complaints.Unknown(generation, folder.Root) : Complaints.Ambiguous(generation, folder.Root)
        );
    }

    private static string Beside(string path, string file) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, file);

    private static string Table(string path) => $"read_parquet('{Engine.Quote(path)}')";

    // A large archive is sorted a sixteenth at a time, so that memory does not grow with it.
    private IEnumerable<string> Ranges()
    {
        if (Size < 500_000)
            return [""];
        const string Digits = "0123456789abcdef";
        return
        [
            "where document < 'd-1'",
            .. Enumerable.Range(1, 14).Select(i => $"where document >= 'd-{Digits[i]}' and document < 'd-{Digits[i + 1]}'"),
            "where document >= 'd-f'",
        ];
    }

    private static Document DocumentOf(object?[] row) =>
        new()
        {
            Id = (string)row[0]!,
            Sha256 = (string)row[1]!,
            Title = row[2] as string,
            Publisher = row[3] as string,
            Published = Day(row[4]),
            Url = row[5] as string,
            Language = (string)row[6]!,
            DeclaredKind = row[7] is string kind ? Enum.Parse<TextKind>(kind) : null,
            Text = (string)row[8]!,
        };

    private IReadOnlyList<StoredEntry> Stored(string sql, params object?[] parameters) => [.. Asked(sql, parameters).Select(Stored)];

    private static StoredEntry Stored(object?[] row) => new((string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!);

    private static string After(string prefix) => prefix + "\U0010FFFF";
}
