using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>What is gathered for one segment and not yet written. A document counts once.</summary>
internal sealed class SegmentDraft(Generation generation)
{
    private readonly SortedSet<string> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GatheredDocument> _documents = new(StringComparer.Ordinal);
    private readonly List<(CoverageMark Mark, DateTime Recorded)> _marks = [];

    public Generation Generation => generation;

    /// <summary>The documents in the order of their ids, which is the order of the segment's rows.</summary>
    public IEnumerable<GatheredDocument> Documents => _documents.Values.OrderBy(document => document.Id, StringComparer.Ordinal);

    /// <summary>Looks at sources that gave no document.</summary>
    public IReadOnlyList<(CoverageMark Mark, DateTime Recorded)> Marks => _marks;

    /// <summary>The number of documents gathered.</summary>
    public int DocumentCount => _documents.Count;

    /// <summary>The number of entries gathered.</summary>
    public long Entries { get; private set; }

    /// <summary>The number of UTF-16 code units of text gathered.</summary>
    public long Characters { get; private set; }

    public bool IsEmpty => _inputs.Count == 0;

    /// <summary>The hash of the inputs and the generation; the same ones give the same segment.</summary>
    public string Name => Identity.Of("s", [generation.Id, .. _inputs]);

    /// <summary>Adds a document with its record; nothing changes where it is gathered already.</summary>
    public void Add(Document document, ImmutableArray<Entry> entries, DateTime recorded)
    {
        if (!_documents.TryAdd(document.Id, new GatheredDocument(document.Id, document, entries, [], recorded, document.Origin)))
            return;
        _inputs.Add(document.Id);
        Entries += entries.Length;
        Characters += document.Text.Length;
    }

    /// <summary>Adds the record of a document whose text is not at hand.</summary>
    public void AddWithoutText(string document, IReadOnlyList<EntryRow> rows, DateTime recorded, string origin)
    {
        if (!_documents.TryAdd(document, new GatheredDocument(document, null, [.. rows.Select(row => row.Entry)], rows, recorded, origin)))
            return;
        _inputs.Add(document);
        Entries += rows.Count;
    }

    /// <summary>Adds a line of coverage that has no document: a source looked at in vain, or a document that could not be read.</summary>
    public void Mark(CoverageMark mark, DateTime recorded)
    {
        if (_inputs.Add(mark.Key))
            _marks.Add((mark, recorded));
    }
}
