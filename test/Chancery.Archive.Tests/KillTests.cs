using System.Diagnostics;

namespace Chancery.Archive.Tests;

/// <summary>Real processes that die as by kill -9 at each phase of a write and of a compaction, and real writers and readers at once.</summary>
public sealed class KillTests : IDisposable
{
    private const int Documents = 40;
    private static readonly string[] Phases =
    [
        "begun",
        "entries",
        "documents",
        "pairs",
        "ids",
        "diary",
        "manifest",
        "flushed",
        "renamed",
        "synced",
    ];

    // The ordinary run dies before, within and after the rename; the full one at every phase.
    private static readonly string[] Chosen = IsFull ? Phases : ["entries", "flushed", "renamed"];

    private readonly Place _place = new();

    public void Dispose() => _place.Dispose();

    private static bool IsFull => Environment.GetEnvironmentVariable("CHANCERY_SLOW_TESTS") == "1";

    [Fact]
    public void Killed_at_any_phase_of_a_write_it_loses_nothing_and_doubles_nothing()
    {
        // Two hundred runs, at the first to the fifth segment of each phase, in the full one.
        var deaths = 0;
        for (var nth = 1; nth <= (IsFull ? 20 : 1); nth++)
        {
            foreach (var phase in Chosen)
            {
                var died = Run("write", "0", $"{Documents}", phase, $"{1 + (nth - 1) % 5}") != 0;
                deaths += died ? 1 : 0;
                if (!died)
                    Directory.Delete(_place.Archive, recursive: true);
                else
                    Sound();
            }
        }

        Assert.True(deaths >= (IsFull ? 140 : 3), $"only {deaths} died");
        Whole();
    }

    [Fact]
    public void Killed_at_any_phase_of_a_compaction_it_loses_nothing_and_doubles_nothing()
    {
        Run("write", "0", $"{Documents}", "-", "1");
        foreach (var phase in Chosen)
        {
            // A compaction that died after its rename has done its work: more documents give the next one something to do.
            Run("write", $"{Documents + Array.IndexOf(Chosen, phase)}", "1", "-", "1");
            Assert.NotEqual(0, Run("compact", phase, "1"));
            Sound();
            Assert.Equal(Documents + Array.IndexOf(Chosen, phase) + 1, Count());
        }

        Compaction.Run(_place.Archive);
        Compaction.Prune(_place.Archive);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_place.Archive, "writing")));
        Assert.Equal(Documents + Chosen.Length, Count());
        Sound();
    }

    [Fact]
    public void Two_writers_and_a_reader_at_once_see_whole_documents_only()
    {
        Records.Write(_place.Archive, []);
        var size = IsFull ? 900 : 60;
        using Process one = Start("write", "0", $"{size * 2 / 3}", "-", "1"),
            other = Start("write", $"{size / 3}", $"{size * 2 / 3}", "-", "1");
        var seen = 0;
        while (!one.HasExited || !other.HasExited)
        {
            var count = Sound();
            Assert.True(count >= seen, "a reader lost documents that an earlier one had seen");
            seen = count;
        }

        Assert.Equal((0, 0), (one.ExitCode, other.ExitCode));
        Assert.Equal(size, Count());
        Assert.Equal(Golden(size), _place.Export());
        Compaction.Run(_place.Archive);
        Assert.Equal(Golden(size), _place.Export());
        Assert.Empty(Verification.Of(_place.Archive).Findings);
    }

    // Every document that is there is there once and whole, and nothing that verify looks at is broken.
    private int Sound()
    {
        if (!File.Exists(Path.Combine(_place.Archive, "CHANCERY-ARCHIVE")))
            return 0;
        using var archive = ArchiveReader.Open(_place.Archive, threads: 1);
        var documents = archive
            .All()
            .GroupBy(entry => entry.DocumentId)
            .Select(group => (group.Key, Count: group.Count(), Different: group.Select(entry => entry.Id).Distinct().Count()))
            .ToArray();
        Assert.All(documents, document => Assert.Equal((4, 4), (document.Count, document.Different)));
        Assert.Equal(documents.Length, archive.Documents().Count);
        Assert.Empty(Verification.Of(_place.Archive).Findings);
        return documents.Length;
    }

    private int Count()
    {
        using var archive = ArchiveReader.Open(_place.Archive, threads: 1);
        return archive.Documents().Count;
    }

    private void Whole()
    {
        Assert.Equal(0, Run("write", "0", $"{Documents}", "-", "1"));
        Assert.Equal(Golden(Documents), _place.Export());
        Assert.Empty(Verification.Of(_place.Archive).Findings);
        Assert.Equal(0, Records.Write(_place.Archive, Enumerable.Range(0, Documents)).Documents);
    }

    private static string Golden(int documents)
    {
        using var golden = new Place();
        Records.Write(golden.Archive, Enumerable.Range(0, documents));
        return golden.Export();
    }

    private int Run(params string[] arguments)
    {
        using var process = Start(arguments);
        process.WaitForExit();
        return process.ExitCode;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Chancery.Archive.Victim.exe" : "Chancery.Archive.Victim"),
            [arguments[0], _place.Archive, .. arguments[1..]]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
