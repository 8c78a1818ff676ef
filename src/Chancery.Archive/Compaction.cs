using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>
/// Writes many segments as one that names those it replaces. No row is lost or changed, readings that no longer count among them; a
/// document and generation that stood in two segments stands in one. Readers and writers go on meanwhile.
/// </summary>
public static class Compaction
{
    /// <summary>Compacts the live segments into one; returns its name, or null where there is at most one.</summary>
    public static string? Run(string archive, int? threads = null) => Run(archive, threads, null);

    internal static string? Run(string archive, int? threads, Action<string>? phase)
    {
        var folder = ArchiveFolder.Open(archive);
        try
        {
            using var only = Lock(folder);
            var live = folder.Live();
            return live.Length < 2 ? null : Merge(folder, live, threads ?? Environment.ProcessorCount, phase);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDB.NET.Data.DuckDBException)
        {
            throw Complaints.Unwritable(folder.Root, e);
        }
    }

    /// <summary>
    /// Removes segments that a whole one replaces, and half-written ones of processes that are gone. Readers that opened before the
    /// compaction should have ended. Returns the number of segments removed.
    /// </summary>
    public static int Prune(string archive)
    {
        var folder = ArchiveFolder.Open(archive);
        try
        {
            using var only = Lock(folder);
            var live = folder.Live().Select(segment => segment.Path).ToHashSet(StringComparer.Ordinal);
            var gone = folder.All().Where(segment => !live.Contains(segment.Path)).ToArray();
            foreach (var segment in gone)
            {
                // Out of the segments first, so that one that dies here leaves no half of a segment among them.
                var aside = Path.Combine(folder.Writing, Path.GetFileName(segment.Path) + ".0.old");
                Directory.Move(segment.Path, aside);
                Directory.Delete(aside, recursive: true);
            }

            foreach (var left in Directory.EnumerateDirectories(folder.Writing))
                if (!Alive(left)) Directory.Delete(left, recursive: true);
            return gone.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Complaints.Unwritable(folder.Root, e);
        }
    }

    private static string Merge(ArchiveFolder folder, ImmutableArray<(string Path, SegmentManifest Manifest)> live, int threads, Action<string>? phase)
    {
        var name = Identity.Of("s", ["compaction", .. live.Select(segment => segment.Manifest.Name)]);
        phase?.Invoke("begun");
        var place = folder.Prepare(name);
        using var engine = Engine.Open(threads, "4GB");
        engine.Run($"""
            create table diary as select *, left(filename, length(filename) - {ArchiveFolder.Diary.Length + 1}) as segment
                from read_parquet({Files(ArchiveFolder.Diary)}, filename = true);
            create table kept as select document, generation, min(segment) as segment from diary where document is not null group by all;
            """);
        var twice = engine.Rows("select (select count(*) from diary where document is not null) - (select count(*) from kept)").Select(row => row.GetInt64(0)).First() > 0;
        Copy(ArchiveFolder.Entries, "document, generation, ord");
        phase?.Invoke("entries");
        engine.Run($"""
            copy (select distinct on (id) * from read_parquet({Files(ArchiveFolder.Documents)}) order by id)
            to '{Target(ArchiveFolder.Documents)}' (format parquet, compression zstd, row_group_size 2048)
            """);
        phase?.Invoke("documents");
        Copy(ArchiveFolder.Pairs, "a, b, date_start, id, generation");
        phase?.Invoke("pairs");
        Copy(ArchiveFolder.Ids, "id, generation");
        phase?.Invoke("ids");
        engine.Run($"""
            copy (select * exclude (segment, filename) from diary
                qualify row_number() over (partition by document, generation, source, day, state, origin, problem order by recorded, segment) = 1
                order by document, generation, source, day, state, origin, recorded)
            to '{Target(ArchiveFolder.Diary)}' (format parquet, compression zstd)
            """);
        phase?.Invoke("diary");
        var manifest = new SegmentManifest
        {
            Name = name,
            Generations = [.. live.SelectMany(segment => segment.Manifest.Generations).DistinctBy(generation => generation.Id).OrderBy(generation => generation.Id, StringComparer.Ordinal)],
            Documents = Count($"read_parquet('{Target(ArchiveFolder.Documents)}')"),
            Entries = Count($"read_parquet('{Target(ArchiveFolder.Entries)}')"),
            Replaces = [.. live.SelectMany(segment => segment.Manifest.Replaces.Add(segment.Manifest.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Files = SegmentBuilder.Hashes(place),
        };
        File.WriteAllBytes(Path.Combine(place, ArchiveFolder.Manifest), manifest.Write());
        phase?.Invoke("manifest");
        folder.Commit(place, name, phase);
        return name;

        void Copy(string file, string order)
        {
            var from = twice
                ? $"""
                    select t.* exclude (filename) from read_parquet({Files(file)}, filename = true) t
                    semi join kept k on t.document = k.document and t.generation = k.generation and t.filename = k.segment || '/{file}'
                    """
                : $"select * from read_parquet({Files(file)})";
            engine.Run($"copy ({from} order by {order}) to '{Target(file)}' (format parquet, compression zstd, row_group_size {SegmentBuilder.RowGroup(file)})");
        }

        string Files(string file) => Engine.List(live.Select(segment => Path.Combine(segment.Path, file)));
        string Target(string file) => Engine.Quote(Path.Combine(place, file));
        long Count(string table) => engine.Rows($"select count(*) from {table}").Select(row => row.GetInt64(0)).First();
    }

    private static FileStream Lock(ArchiveFolder folder)
    {
        var path = Path.Combine(folder.Root, "compacting");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw Complaints.Compacting(path, e);
        }
    }

    private static bool Alive(string writing)
    {
        var parts = Path.GetFileName(writing).Split('.');
        if (parts.Length < 3 || !int.TryParse(parts[1], out var id) || id == 0) return false;
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
