using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>
/// Adds records to an archive. Nothing is seen by readers before its segment is whole; a writer that dies leaves the archive as it
/// was. Any number of writers may work on one archive. A writer is for one thread; it writes full segments behind the caller's back, and what it gathered
/// since the last one is lost without <see cref="Commit"/> or <see cref="Complete"/>.
/// </summary>
public sealed class ArchiveWriter : IDisposable
{
    private const int MostEntries = 200_000;

    private readonly ArchiveFolder _folder;
    private readonly Generation _generation;
    private readonly TimeProvider _clock;
    private readonly HashSet<string> _held;
    private readonly List<string> _segments = [];
    private readonly Queue<Task<string?>> _writing = new();
    private SegmentDraft _draft;
    private long _documents;
    private long _entries;
    private long _alreadyHeld;

    private ArchiveWriter(ArchiveFolder folder, Generation generation, TimeProvider clock)
    {
        _folder = folder;
        _generation = generation;
        _clock = clock;
        _held = ArchiveReader.DocumentsOf(folder, generation.Id);
        _draft = new SegmentDraft(generation);
    }

    /// <summary>Called at each phase of a write, for tests that stop it there.</summary>
    internal Action<string>? Phase { get; init; }

    private long CharactersPerSegment { get; init; }

    /// <summary>Opens an archive for writing and makes it where the folder is missing or empty. Throws <see cref="ArchiveException"/>.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="generation">What makes the records.</param>
    /// <param name="clock">The clock of the diary.</param>
    /// <param name="charactersPerSegment">
    /// The number of characters of text after which a segment is committed, at most. Fewer lose less to a power cut, more make fewer and larger segments.
    /// </param>
    public static ArchiveWriter Open(string path, Generation generation, TimeProvider clock, long charactersPerSegment = 64_000_000) =>
        Open(path, generation, clock, null, charactersPerSegment);

    internal static ArchiveWriter Open(
        string path,
        Generation generation,
        TimeProvider clock,
        Action<string>? phase,
        long charactersPerSegment = 64_000_000
    )
    {
        ArgumentNullException.ThrowIfNull(generation);
        ArgumentNullException.ThrowIfNull(clock);
        return new ArchiveWriter(ArchiveFolder.OpenOrCreate(path), generation, clock)
        {
            Phase = phase,
            CharactersPerSegment = charactersPerSegment,
        };
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
        if (!Fresh(document.Id))
            return false;
        _draft.Add(document, entries, Now);
        Counted(entries.Length);
        return true;
    }

    /// <summary>Adds a line of coverage: a source looked at in vain, a document that could not be read. One that is held already changes nothing.</summary>
    public void Mark(CoverageMark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        if (_held.Add(mark.Key))
            _draft.Mark(mark, Now);
    }

    /// <summary>Commits what was gathered so far and waits until it is on the disk.</summary>
    public void Commit()
    {
        Hand();
        while (_writing.Count > 0)
            Land();
    }

    /// <summary>Commits what was gathered and says what was added in all.</summary>
    public WriteResult Complete()
    {
        Commit();
        return new WriteResult(_documents, _entries, _alreadyHeld, [.. _segments]);
    }

    /// <summary>Waits for segments on their way and lets go of what was gathered and not committed.</summary>
    public void Dispose()
    {
        while (_writing.TryDequeue(out var writing))
            writing.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
    }

    internal bool AddWithoutText(string document, IReadOnlyList<EntryRow> rows, string origin)
    {
        if (!Fresh(document))
            return false;
        _draft.AddWithoutText(document, rows, Now, origin);
        Counted(rows.Count);
        return true;
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    private bool Fresh(string document)
    {
        if (_held.Add(document))
            return true;
        _alreadyHeld++;
        return false;
    }

    private void Counted(int entries)
    {
        _documents++;
        _entries += entries;
        if (_draft.Entries >= MostEntries || _draft.Characters >= CharactersPerSegment)
            Hand();
    }

    // Two segments at most are written while a third is gathered, so that memory is bounded.
    private void Hand()
    {
        if (_draft.IsEmpty)
            return;
        while (_writing.Count >= Math.Clamp(Environment.ProcessorCount, 1, 2))
            Land();
        var draft = _draft;
        _draft = new SegmentDraft(_generation);
        _writing.Enqueue(Task.Run(() => Write(draft)));
    }

    private void Land()
    {
        if (_writing.Dequeue().GetAwaiter().GetResult() is { } name)
            _segments.Add(name);
    }

    private string? Write(SegmentDraft draft)
    {
        try
        {
            var name = draft.Name;
            if (_folder.Has(name))
                return null;
            Phase?.Invoke("begun");
            var place = _folder.Prepare(name);
            SegmentBuilder.Write(draft, place, Phase);
            return _folder.Commit(place, name, Phase) ? name : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDB.NET.Data.DuckDBException)
        {
            throw Complaints.Unwritable(_folder.Root, e);
        }
    }
}
