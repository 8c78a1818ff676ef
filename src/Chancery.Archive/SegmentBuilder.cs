using System.Collections.Immutable;
using Chancery.Record;
using DuckDB.NET.Data;

namespace Chancery.Archive;

/// <summary>
/// Gathers the rows of one segment and writes its files. One engine thread and a fixed order of rows make the bytes depend on the
/// rows alone; only the diary, which tells when and from where, differs from machine to machine.
/// </summary>
internal sealed class SegmentBuilder : IDisposable
{
    private readonly Generation _generation;
    private readonly string _generationId;
    private readonly DuckDBConnection _engine = Engine.Open(threads: 1);
    private readonly SortedSet<string> _inputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _documents = new(StringComparer.Ordinal);
    private DuckDBAppender _entries;
    private DuckDBAppender _texts;
    private DuckDBAppender _diary;

    public SegmentBuilder(Generation generation)
    {
        _generation = generation;
        _generationId = generation.Id;
        _engine.Run(Schema.Filling);
        _entries = _engine.CreateAppender("e");
        _texts = _engine.CreateAppender("d");
        _diary = _engine.CreateAppender("y");
    }

    /// <summary>The number of entries gathered.</summary>
    public long Entries { get; private set; }

    /// <summary>The number of documents gathered.</summary>
    public int Documents => _documents.Count;

    /// <summary>The number of UTF-16 code units of text gathered.</summary>
    public long Characters { get; private set; }

    public bool IsEmpty => _inputs.Count == 0;

    /// <summary>The hash of the inputs and the generation; the same ones give the same segment.</summary>
    public string Name => Identity.Of("s", [_generationId, .. _inputs]);

    /// <summary>Adds a document with its record; false where it is gathered already.</summary>
    public bool Add(Document document, ImmutableArray<Entry> entries, DateTime recorded)
    {
        if (!_documents.Add(document.Id)) return false;
        _inputs.Add(document.Id);
        Text(document);
        var points = new CodePoints(document.Text);
        for (var i = 0; i < entries.Length; i++) Row(EntryRow.From(entries[i], document, points), i);
        var day = document.Published ?? entries.OfType<DocumentEntry>().FirstOrDefault()?.Date.Start;
        var state = document.Text.AsSpan().IsWhiteSpace() ? "empty" : "read";
        Note(document.Id, recorded, document.Origin, document.Publisher ?? "", day, state, entries.Length, null);
        return true;
    }

    /// <summary>Adds the record of a document whose text is not at hand.</summary>
    public bool AddWithoutText(string document, IReadOnlyList<EntryRow> rows, DateTime recorded, string origin)
    {
        if (!_documents.Add(document)) return false;
        _inputs.Add(document);
        for (var i = 0; i < rows.Count; i++) Row(rows[i], i);
        var head = rows.Select(row => row.Entry).OfType<DocumentEntry>().FirstOrDefault();
        Note(document, recorded, origin, head?.Publisher ?? "", head?.Published ?? head?.Date.Start, "read", rows.Count, null);
        return true;
    }

    /// <summary>Adds a line of coverage that has no document: a source looked at in vain, or a document that could not be read.</summary>
    public void Mark(CoverageMark mark, DateTime recorded)
    {
        if (_inputs.Add($"{mark.State}|{mark.Source}|{mark.Day:yyyy-MM-dd}|{mark.Origin}|{mark.Problem}"))
            Note(null, recorded, mark.Origin, mark.Source, mark.Day, mark.State, 0, mark.Problem);
    }

    /// <summary>Writes the files of the segment into a folder.</summary>
    public void Write(string folder, Action<string>? phase)
    {
        _entries.Dispose();
        _texts.Dispose();
        _diary.Dispose();
        _engine.Run("create table f as " + Schema.Published);
        Copy("select * from f", folder, ArchiveFolder.Entries);
        phase?.Invoke("entries");
        Copy("select * from d order by id", folder, ArchiveFolder.Documents);
        phase?.Invoke("documents");
        Copy(Schema.Pairs, folder, ArchiveFolder.Pairs);
        phase?.Invoke("pairs");
        Copy(Schema.Ids, folder, ArchiveFolder.Ids);
        phase?.Invoke("ids");
        Copy("select * from y order by document, source, day, state, origin", folder, ArchiveFolder.Diary);
        phase?.Invoke("diary");
        var manifest = new SegmentManifest
        {
            Name = Name, Generations = [_generation], Documents = Documents, Entries = Entries, Files = Hashes(folder),
        };
        File.WriteAllBytes(Path.Combine(folder, ArchiveFolder.Manifest), manifest.Write());
        phase?.Invoke("manifest");
    }

    /// <summary>The hashes of the files whose bytes depend on the rows alone.</summary>
    public static ImmutableSortedDictionary<string, string> Hashes(string folder)
        => new[] { ArchiveFolder.Entries, ArchiveFolder.Documents, ArchiveFolder.Pairs, ArchiveFolder.Ids }.ToImmutableSortedDictionary(
            name => name, name => ArchiveFolder.Sha256(Path.Combine(folder, name)), StringComparer.Ordinal);

    public void Dispose()
    {
        _entries.Dispose();
        _texts.Dispose();
        _diary.Dispose();
        _engine.Dispose();
    }

    private void Text(Document document)
    {
        Characters += document.Text.Length;
        _texts.CreateRow()
            .AppendValue(document.Id).AppendValue(document.Sha256).AppendValue(document.Title).AppendValue(document.Publisher)
            .AppendValue(document.Published).AppendValue(document.Url).AppendValue(document.Language)
            .AppendValue(document.DeclaredKind?.ToString()).AppendValue(document.Text)
            .EndRow();
    }

    private void Row(EntryRow row, int order)
    {
        Entries++;
        var entry = row.Entry;
        var date = row.Date;
        var actors = row.Actors;
        var recipients = row.Recipients;
        var happening = entry as Event;
        _entries.CreateRow()
            .AppendValue(order).AppendValue(entry.Id).AppendValue(entry.Kind).AppendValue(entry.DocumentId).AppendValue(_generationId)
            .AppendValue(row.Start).AppendValue(row.End).AppendValue(row.Quote).AppendValue(row.Words)
            .AppendValue(EntryJson.Published(entry.Status)).AppendValue(Math.Round(entry.Confidence, 3)).AppendValue(entry.Rule)
            .AppendValue(row.Type).AppendValue(row.Mode).AppendValue(EntryRow.Ids(actors)).AppendValue(EntryRow.States(actors))
            .AppendValue(EntryRow.Ids(recipients)).AppendValue(EntryRow.States(recipients))
            .AppendValue(EntryRow.Ids([.. entry.Sources.SelectMany(source => source.Entities)])).AppendValue(EntryRow.Join(row.Topics))
            .AppendValue(date.Start).AppendValue(date.End).AppendValue(EntryJson.Published(date.Precision))
            .AppendValue(EntryJson.Published(date.Basis)).AppendValue(happening?.Score).AppendValue(happening?.Quad).AppendValue(row.Of)
            .AppendValue(row.Json)
            .EndRow();
    }

    private void Note(string? document, DateTime recorded, string origin, string source, DateOnly? day, string state, int entries, string? problem)
        => _diary.CreateRow()
            .AppendValue(document).AppendValue(document is null ? null : _generationId).AppendValue(recorded).AppendValue(origin)
            .AppendValue(source).AppendValue(day).AppendValue(state).AppendValue(entries).AppendValue(problem)
            .EndRow();

    private void Copy(string query, string folder, string file)
    {
        var path = Engine.Quote(Path.Combine(folder, file));
        _engine.Run($"copy ({query}) to '{path}' (format parquet, compression zstd, row_group_size {RowGroup(file)})");
    }

    /// <summary>Small groups where one row is looked for, large ones where many are read.</summary>
    internal static int RowGroup(string file) => file == ArchiveFolder.Ids ? 20_480 : file == ArchiveFolder.Entries ? 40_960 : 122_880;
}
