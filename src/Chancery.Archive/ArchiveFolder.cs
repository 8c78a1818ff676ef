using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace Chancery.Archive;

/// <summary>
/// The folder on disk. A segment is a folder under <c>segments/</c> that appears whole by one rename; whatever lies under
/// <c>writing/</c> is not part of the archive. No file of a segment is ever changed.
/// </summary>
internal sealed class ArchiveFolder
{
    public const string Entries = "entries.parquet",
        Documents = "documents.parquet",
        Pairs = "pairs.parquet",
        Ids = "ids.parquet";
    public const string Diary = "diary.parquet",
        Manifest = "segment.json";
    private const string Marker = "CHANCERY-ARCHIVE";

    private ArchiveFolder(string root) => Root = root;

    public string Root { get; }

    public string Segments => Path.Combine(Root, "segments");

    public string Writing => Path.Combine(Root, "writing");

    public string Decisions => Path.Combine(Root, "decisions");

    /// <summary>Opens an archive that is there.</summary>
    public static ArchiveFolder Open(string path)
    {
        var folder = new ArchiveFolder(Path.GetFullPath(path));
        if (!File.Exists(Path.Combine(folder.Root, Marker)))
            throw Complaints.NoArchive(folder.Root);
        return folder;
    }

    /// <summary>Opens an archive, making it in a missing or empty folder.</summary>
    public static ArchiveFolder OpenOrCreate(string path)
    {
        var folder = new ArchiveFolder(Path.GetFullPath(path));
        var marker = Path.Combine(folder.Root, Marker);
        try
        {
            if (!File.Exists(marker) && Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any(Foreign))
                throw Complaints.NoArchive(folder.Root);
            Directory.CreateDirectory(folder.Segments);
            Directory.CreateDirectory(folder.Writing);
            Directory.CreateDirectory(folder.Decisions);
            Durable.WriteWhole(marker, "chancery archive, format 1; see docs/archive.md\n"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Complaints.Unwritable(folder.Root, e);
        }

        return folder;
    }

    /// <summary>The segments that count, in the order of names: whole ones that no whole one replaces.</summary>
    public ImmutableArray<(string Path, SegmentManifest Manifest)> Live()
    {
        var all = All();
        var replaced = all.SelectMany(segment => segment.Manifest.Replaces).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(segment => !replaced.Contains(segment.Manifest.Name))];
    }

    /// <summary>Every whole segment, replaced ones too.</summary>
    public ImmutableArray<(string Path, SegmentManifest Manifest)> All()
    {
        if (!Directory.Exists(Segments))
            return [];
        return
        [
            .. Directory
                .EnumerateDirectories(Segments, "s-*")
                .Order(StringComparer.Ordinal)
                .Where(path => File.Exists(Path.Combine(path, Manifest)))
                .Select(path => (path, SegmentManifest.Read(Path.Combine(path, Manifest)))),
        ];
    }

    /// <summary>What lies among the segments without being one.</summary>
    public IEnumerable<string> Strangers() =>
        Directory.Exists(Segments)
            ? Directory
                .EnumerateFileSystemEntries(Segments)
                .Order(StringComparer.Ordinal)
                .Where(path => !File.Exists(Path.Combine(path, Manifest)))
            : [];

    public bool Has(string segment) => Directory.Exists(Path.Combine(Segments, segment));

    /// <summary>A place of this process alone to build a segment in.</summary>
    public string Prepare(string segment)
    {
        for (var attempt = 0; ; attempt++)
        {
            var path = Path.Combine(Writing, string.Create(CultureInfo.InvariantCulture, $"{segment}.{Environment.ProcessId}.{attempt}"));
            if (Directory.Exists(path))
                continue;
            Directory.CreateDirectory(path);
            return path;
        }
    }

    /// <summary>
    /// Makes a built segment part of the archive by one rename. False where another writer was first with the same segment, which
    /// by its name holds the same rows.
    /// </summary>
    public bool Commit(string built, string segment, Action<string>? phase)
    {
        foreach (var file in Directory.EnumerateFiles(built))
            Durable.File(file);
        Durable.Folder(built);
        phase?.Invoke("flushed");
        var place = Path.Combine(Segments, segment);
        try
        {
            Directory.Move(built, place);
        }
        catch (IOException) when (Directory.Exists(place))
        {
            Directory.Delete(built, recursive: true);
            return false;
        }

        phase?.Invoke("renamed");
        Durable.Folder(Segments);
        phase?.Invoke("synced");
        return true;
    }

    public static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static bool Foreign(string path) => Path.GetFileName(path) is not ("segments" or "writing" or "decisions" or "compacting");
}
