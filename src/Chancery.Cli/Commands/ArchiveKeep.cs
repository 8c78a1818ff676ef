using Chancery.Archive;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary>
/// Keeps what the read command reads. It stands between, so that the archive's engine is loaded only where an archive is named. What is read is committed
/// every few seconds' worth of text, so that work that is cut off goes on where it was when the same command is given again.
/// </summary>
internal sealed class ArchiveKeep(string path, ArchiveWriter writer) : IDisposable
{
    private const long CharactersPerSegment = 1_500_000;

    /// <summary>Opens the archive for what this reader and this pack read: each is a generation of its own.</summary>
    public static ArchiveKeep Open(string path, string? model, KnowledgePack? pack)
    {
        var built = Generation.Of(typeof(Clerk).Assembly);
        if (ReaderChoice.SizeOf(model) != ReaderSize.Fast)
            built = built with { Models = Identity.Of("m", built.Models, model) };
        if (pack is not null)
            built = built with { Knowledge = Identity.Of("k", built.Knowledge, pack.Hash) };
        return new(path, ArchiveWriter.Open(path, built, TimeProvider.System, CharactersPerSegment));
    }

    /// <summary>Whether the document is held under this generation, so that reading it again would change nothing.</summary>
    public bool Holds(Document document) => writer.Holds(document.Id);

    /// <summary>Counts a document that is held already.</summary>
    public void Pass(Document document) => writer.Add(document, []);

    public void Add(Dossier dossier) => writer.Add(dossier);

    /// <summary>Keeps that a document could not be read.</summary>
    public void Mark(string publisher, DateOnly? day, Problem refusal) =>
        writer.Mark(new CoverageMark(publisher, day, "failed", refusal.Place, refusal.Code));

    public void Complete(TextWriter report)
    {
        var result = writer.Complete();
        report.WriteLine(
            $"archive: {result.Documents} documents and {result.Entries} entries added, {result.AlreadyHeld} documents held already"
        );
        if (result.Segments.Count > 0 && Compaction.Tidy(path) is not null)
            report.WriteLine("archive: many small segments were compacted; 'chancery compact --prune' removes the old ones");
    }

    public void Dispose() => writer.Dispose();
}
