using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>
/// Writes many segments as fewer that name those they replace. No row is lost or changed, readings that no longer count among them; a
/// document and generation that stood in two segments stands in one. Readers and writers go on meanwhile.
/// </summary>
public static class Compaction
{
    private const long FullSize = 1_000_000;
    private const int ManySmall = 16;

    /// <summary>
    /// Compacts the live segments, those that are full already apart, into as few as hold a million entries each; returns the name of the last one written,
    /// or null where there was nothing to do. Memory does not grow with the archive.
    /// </summary>
    public static string? Run(string archive, int? threads = null) => Run(archive, threads, null);

    /// <summary>Compacts only where many small segments have gathered, as daily additions make them, and only where nobody else is at it.</summary>
    public static string? Tidy(string archive)
    {
        var folder = ArchiveFolder.Open(archive);
        if (folder.Live().Count(segment => segment.Manifest.Entries < FullSize / 2) < ManySmall)
            return null;
        try
        {
            return Run(archive);
        }
        catch (ArchiveException e) when (e.Problem.Code == "CH5005")
        {
            return null;
        }
    }

    internal static string? Run(string archive, int? threads, Action<string>? phase)
    {
        var folder = ArchiveFolder.Open(archive);
        try
        {
            using var only = Lock(folder);
            string? last = null;
            foreach (var batch in Batches(folder.Live()))
                last = Merge(folder, batch, threads ?? Environment.ProcessorCount, phase);
            return last;
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
                if (!Alive(left))
                    Directory.Delete(left, recursive: true);
            return gone.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Complaints.Unwritable(folder.Root, e);
        }
    }

    // A segment of half the full size is left alone: it would be written again and again.
    private static IEnumerable<ImmutableArray<(string Path, SegmentManifest Manifest)>> Batches(
        ImmutableArray<(string Path, SegmentManifest Manifest)> live
    )
    {
        var batch = ImmutableArray.CreateBuilder<(string Path, SegmentManifest Manifest)>();
        long size = 0;
        foreach (var segment in live.Where(segment => segment.Manifest.Entries < FullSize / 2))
        {
            batch.Add(segment);
            size += segment.Manifest.Entries;
            if (size < FullSize)
                continue;
            yield return batch.ToImmutable();
            batch.Clear();
            size = 0;
        }

        if (batch.Count > 1)
            yield return batch.ToImmutable();
    }

    private static string Merge(
        ArchiveFolder folder,
        ImmutableArray<(string Path, SegmentManifest Manifest)> live,
        int threads,
        Action<string>? phase
    )
    {
        var name = Identity.Of("s", ["compaction", .. live.Select(segment => segment.Manifest.Name)]);
        phase?.Invoke("begun");
        var place = folder.Prepare(name);
        using var engine = Engine.Open(threads, "4GB");
        engine.Run(
            $"""
            create table diary as select *, left(filename, length(filename) - {ArchiveFolder.Diary.Length + 1}) as segment
                from read_parquet({Files(ArchiveFolder.Diary)}, filename = true);
            create table kept as select document, generation, min(segment) as segment from diary where document is not null group by all;
            """
        );
        var twice =
            engine
                .Rows("select (select count(*) from diary where document is not null) - (select count(*) from kept)")
                .Select(row => row.GetInt64(0))
                .First() > 0;
        Copy(ArchiveFolder.Entries, "document, generation, ord");
        phase?.Invoke("entries");
        engine.Run(
            $"""
            copy (select distinct on (id) * from read_parquet({Files(ArchiveFolder.Documents)}) order by id)
            to '{Target(ArchiveFolder.Documents)}' (format parquet, compression zstd, row_group_size 2048)
            """
        );
        phase?.Invoke("documents");
        Copy(ArchiveFolder.Pairs, "a, b, date_start, id, generation");
        phase?.Invoke("pairs");
        Copy(ArchiveFolder.Ids, "id, generation");
        phase?.Invoke("ids");
        engine.Run(
            $"""
            copy (select * exclude (segment, filename) from diary
                qualify row_number() over (partition by document, generation, source, day, state, origin, problem order by recorded, segment) = 1
                order by document, generation, source, day, state, origin, recorded)
            to '{Target(ArchiveFolder.Diary)}' (format parquet, compression zstd)
            """
        );
        phase?.Invoke("diary");
        var manifest = new SegmentManifest
        {
            Name = name,
            Generations =
            [
                .. live.SelectMany(segment => segment.Manifest.Generations)
                    .DistinctBy(generation => generation.Id)
                    .OrderBy(generation => generation.Id, StringComparer.Ordinal),
            ],
            Documents = Count($"read_parquet('{Target(ArchiveFolder.Documents)}')"),
            Entries = Count($"read_parquet('{Target(ArchiveFolder.Entries)}')"),
            Replaces =
            [
                .. live.SelectMany(segment => segment.Manifest.Replaces.Add(segment.Manifest.Name))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
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
            engine.Run(
                $"copy ({from} order by {order}) to '{Target(file)}' (format parquet, compression zstd, row_group_size {SegmentBuilder.RowGroup(file)})"
            );
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
        if (parts.Length < 3 || !int.TryParse(parts[1], out var id) || id == 0)
            return false;
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
