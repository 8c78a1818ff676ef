using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>
/// Adds records to an archive. Nothing is seen by readers before its segment is whole; a writer that dies leaves the archive as it
/// was. Any number of writers may work on one archive. A writer is for one thread, and what it gathered is lost without <see cref="Complete"/>.
/// </summary>
public sealed class ArchiveWriter : IDisposable
{
    private const int MostEntries = 250_000;
    private const int MostCharacters = 128_000_000;

    private readonly ArchiveFolder _folder;
    private readonly Generation _generation;
    private readonly TimeProvider _clock;
    private readonly HashSet<string> _held;
    private readonly List<string> _segments = [];
    private SegmentBuilder _builder;
    private long _documents;
    private long _entries;
    private long _alreadyHeld;

    private ArchiveWriter(ArchiveFolder folder, Generation generation, TimeProvider clock)
    {
        _folder = folder;
        _generation = generation;
        _clock = clock;
        _held = ArchiveReader.DocumentsOf(folder, generation.Id);
        _builder = new SegmentBuilder(generation);
    }

    /// <summary>Called at each phase of a write, for tests that stop it there.</summary>
    internal Action<string>? Phase { get; init; }

    /// <summary>Opens an archive for writing and makes it where the folder is missing or empty. Throws <see cref="ArchiveException"/>.</summary>
    public static ArchiveWriter Open(string path, Generation generation, TimeProvider clock) => Open(path, generation, clock, null);

    internal static ArchiveWriter Open(string path, Generation generation, TimeProvider clock, Action<string>? phase)
    {
        ArgumentNullException.ThrowIfNull(generation);
        ArgumentNullException.ThrowIfNull(clock);
        return new ArchiveWriter(ArchiveFolder.OpenOrCreate(path), generation, clock) { Phase = phase };
    }

    /// <summary>Whether this document is held under this generation already, so that reading it again would change nothing.</summary>
    public bool Holds(string documentId) => _held.Contains(documentId);

    /// <summary>Adds what was read from one document. False where it was held already.</summary>
    public bool Add(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return Add(dossier.Document, dossier.Entries);
    }

    /// <summary>Adds the sealed entries of one document. False where it was held already.</summary>
    public bool Add(Document document, ImmutableArray<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!Fresh(document.Id)) return false;
        _builder.Add(document, entries, Now);
        Counted(entries.Length);
        return true;
    }

    /// <summary>Adds a line of coverage: a source looked at in vain, a document that could not be read.</summary>
    public void Mark(CoverageMark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        _builder.Mark(mark, Now);
    }

    /// <summary>Commits what was gathered and says what was added.</summary>
    public WriteResult Complete()
    {
        Flush();
        return new WriteResult(_documents, _entries, _alreadyHeld, [.. _segments]);
    }

    /// <summary>Lets go of what was gathered and not completed.</summary>
    public void Dispose() => _builder.Dispose();

    internal bool AddWithoutText(string document, IReadOnlyList<EntryRow> rows, string origin)
    {
        if (!Fresh(document)) return false;
        _builder.AddWithoutText(document, rows, Now, origin);
        Counted(rows.Count);
        return true;
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    private bool Fresh(string document)
    {
        if (_held.Add(document)) return true;
        _alreadyHeld++;
        return false;
    }

    private void Counted(int entries)
    {
        _documents++;
        _entries += entries;
        if (_builder.Entries >= MostEntries || _builder.Characters >= MostCharacters) Flush();
    }

    private void Flush()
    {
        if (_builder.IsEmpty) return;
        try
        {
            var name = _builder.Name;
            if (!_folder.Has(name))
            {
                Phase?.Invoke("begun");
                var place = _folder.Prepare(name);
                _builder.Write(place, Phase);
                if (_folder.Commit(place, name, Phase)) _segments.Add(name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDB.NET.Data.DuckDBException)
        {
            throw Complaints.Unwritable(_folder.Root, e);
        }

        _builder.Dispose();
        _builder = new SegmentBuilder(_generation);
    }
}
