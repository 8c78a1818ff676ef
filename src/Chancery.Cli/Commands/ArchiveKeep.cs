using Chancery.Archive;

namespace Chancery.Cli.Commands;

/// <summary>Keeps what the read command reads. It stands between, so that the archive's engine is loaded only where an archive is named.</summary>
internal sealed class ArchiveKeep(ArchiveWriter writer) : IDisposable
{
    public static ArchiveKeep Open(string path) => new(ArchiveWriter.Open(path, Generation.Of(typeof(Clerk).Assembly), TimeProvider.System));

    public void Add(Dossier dossier) => writer.Add(dossier);

    public void Complete(TextWriter report)
    {
        var result = writer.Complete();
        report.WriteLine($"archive: {result.Documents} documents and {result.Entries} entries added, {result.AlreadyHeld} documents held already");
    }

    public void Dispose() => writer.Dispose();
}
