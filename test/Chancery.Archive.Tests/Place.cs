namespace Chancery.Archive.Tests;

/// <summary>A folder of one test, gone with it.</summary>
internal sealed class Place : IDisposable
{
    public Place() => Root = Directory.CreateTempSubdirectory("chancery-archive-").FullName;

    public string Root { get; }

    public string Archive => Path.Combine(Root, "archive");

    public string In(string name) => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Every file's name and bytes under the segments, diary apart.</summary>
    public SortedDictionary<string, string> Contents()
    {
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var segments = Path.Combine(Archive, "segments");
        foreach (var path in Directory.EnumerateFiles(segments, "*", SearchOption.AllDirectories))
            if (!path.EndsWith("diary.parquet", StringComparison.Ordinal))
                contents.Add(Path.GetRelativePath(segments, path), ArchiveFolder.Sha256(path));
        return contents;
    }

    public string Export(string name = "all.jsonl", int? threads = null)
    {
        using var archive = ArchiveReader.Open(Archive, threads: threads);
        using var output = File.Create(In(name));
        Exchange.ToLines(archive, output);
        output.Dispose();
        return File.ReadAllText(In(name));
    }
}
