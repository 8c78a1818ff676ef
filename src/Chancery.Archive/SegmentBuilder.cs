using System.Collections.Immutable;
using Chancery.Record;
using DuckDB.NET.Data;

namespace Chancery.Archive;

/// <summary>
/// Writes the files of one segment. One engine thread and a fixed order of rows make the bytes depend on the rows alone; only the diary, which tells
/// when and from where, differs from machine to machine.
/// </summary>
internal sealed class SegmentBuilder : IDisposable
{
    private readonly SegmentDraft _draft;
    private readonly string _generation;
    private readonly DuckDBConnection _engine = Engine.Open(threads: 1);

    private SegmentBuilder(SegmentDraft draft)
    {
        _draft = draft;
        _generation = draft.Generation.Id;
    }

    /// <summary>Writes the files of the segment into a folder.</summary>
    public static void Write(SegmentDraft draft, string folder, Action<string>? phase)
    {
        using var builder = new SegmentBuilder(draft);
        builder.Write(folder, phase);
    }

    /// <summary>The hashes of the files whose bytes depend on the rows alone.</summary>
    public static ImmutableSortedDictionary<string, string> Hashes(string folder) =>
        new[] { ArchiveFolder.Entries, ArchiveFolder.Documents, ArchiveFolder.Pairs, ArchiveFolder.Ids }.ToImmutableSortedDictionary(
            name => name,
            name => ArchiveFolder.Sha256(Path.Combine(folder, name)),
            StringComparer.Ordinal
        );

    /// <summary>Small groups of rows where few are looked for by a sorted key, large ones where most are read.</summary>
    internal static int RowGroup(string file) =>
        file switch
        {
            ArchiveFolder.Ids => 2048,
            ArchiveFolder.Documents => 2048,
            ArchiveFolder.Entries => 8192,
            ArchiveFolder.Pairs => 16_384,
            _ => 122_880,
        };

    public void Dispose() => _engine.Dispose();

    private void Write(string folder, Action<string>? phase)
    {
        _engine.Run(Schema.Filling);
        Fill();
        Copy(Schema.Published + " from e", folder, ArchiveFolder.Entries);
        phase?.Invoke("entries");
        Copy("select * from d", folder, ArchiveFolder.Documents);
        phase?.Invoke("documents");
        Copy(Schema.Pairs($"{Schema.Published} from e where kind in ('event', 'statement')"), folder, ArchiveFolder.Pairs);
        phase?.Invoke("pairs");
        Copy("select id, document, generation from e order by id, generation", folder, ArchiveFolder.Ids);
        phase?.Invoke("ids");
        Copy("select * from y order by document, source, day, state, origin", folder, ArchiveFolder.Diary);
        phase?.Invoke("diary");
        var manifest = new SegmentManifest
        {
            Name = _draft.Name,
            Generations = [_draft.Generation],
            Documents = _draft.DocumentCount,
            Entries = _draft.Entries,
            Files = Hashes(folder),
        };
        File.WriteAllBytes(Path.Combine(folder, ArchiveFolder.Manifest), manifest.Write());
        phase?.Invoke("manifest");
    }

    private void Fill()
    {
        using var entries = _engine.CreateAppender("e");
        using var texts = _engine.CreateAppender("d");
        using var diary = _engine.CreateAppender("y");
        foreach (var document in _draft.Documents)
        {
            var head = document.Entries.OfType<DocumentEntry>().FirstOrDefault();
            if (document.Text is { } text)
            {
                Text(texts, text);
                var points = new CodePoints(text.Text);
                for (var i = 0; i < document.Entries.Length; i++)
                    Row(entries, EntryRow.From(document.Entries[i], text, points), i);
                var state = text.Text.AsSpan().IsWhiteSpace() ? "empty" : "read";
                Note(diary, document, text.Publisher ?? "", text.Published ?? head?.Date.Start, state, document.Entries.Length);
            }
            else
            {
                for (var i = 0; i < document.Rows.Count; i++)
                    Row(entries, document.Rows[i], i);
                Note(diary, document, head?.Publisher ?? "", head?.Published ?? head?.Date.Start, "read", document.Rows.Count);
            }
        }

        foreach (var (mark, recorded) in _draft.Marks)
            Note(diary, null, recorded, mark.Origin, mark.Source, mark.Day, mark.State, 0, mark.Problem);
    }

    private static void Text(DuckDBAppender texts, Document document) =>
        texts
            .CreateRow()
            .AppendValue(document.Id)
            .AppendValue(document.Sha256)
            .AppendValue(document.Title)
            .AppendValue(document.Publisher)
            .AppendValue(document.Published)
            .AppendValue(document.Url)
            .AppendValue(document.Language)
            .AppendValue(document.DeclaredKind?.ToString())
            .AppendValue(document.Text)
            .EndRow();

    private void Row(DuckDBAppender entries, EntryRow row, int order)
    {
        var entry = row.Entry;
        var date = row.Date;
        var actors = row.Actors;
        var recipients = row.Recipients;
        var happening = entry as Event;
        entries
            .CreateRow()
            .AppendValue(order)
            .AppendValue(entry.Id)
            .AppendValue(entry.Kind)
            .AppendValue(entry.DocumentId)
            .AppendValue(_generation)
            .AppendValue(row.Start)
            .AppendValue(row.End)
            .AppendValue(row.Quote)
            .AppendValue(row.Words)
            .AppendValue(EntryJson.Published(entry.Status))
            .AppendValue(Math.Round(entry.Confidence, 3))
            .AppendValue(entry.Rule)
            .AppendValue(row.Type)
            .AppendValue(row.Mode)
            .AppendValue(EntryRow.Ids(actors))
            .AppendValue(EntryRow.States(actors))
            .AppendValue(EntryRow.Ids(recipients))
            .AppendValue(EntryRow.States(recipients))
            .AppendValue(row.Sources)
            .AppendValue(EntryRow.Join(row.Topics))
            .AppendValue(date.Start)
            .AppendValue(date.End)
            .AppendValue(EntryJson.Published(date.Precision))
            .AppendValue(EntryJson.Published(date.Basis))
            .AppendValue(happening?.Score)
            .AppendValue(happening?.Quad)
            .AppendValue(row.Of)
            .AppendValue(row.Json)
            .AppendValue(row.Excerpt)
            .EndRow();
    }

    private void Note(DuckDBAppender diary, GatheredDocument document, string source, DateOnly? day, string state, int entries) =>
        Note(diary, document.Id, document.Recorded, document.Origin, source, day, state, entries, null);

    private void Note(
        DuckDBAppender diary,
        string? document,
        DateTime recorded,
        string origin,
        string source,
        DateOnly? day,
        string state,
        int entries,
        string? problem
    ) =>
        diary
            .CreateRow()
            .AppendValue(document)
            .AppendValue(document is null ? null : _generation)
            .AppendValue(recorded)
            .AppendValue(origin)
            .AppendValue(source)
            .AppendValue(day)
            .AppendValue(state)
            .AppendValue(entries)
            .AppendValue(problem)
            .EndRow();

    private void Copy(string query, string folder, string file)
    {
        var path = Engine.Quote(Path.Combine(folder, file));
        _engine.Run($"copy ({query}) to '{path}' (format parquet, compression zstd, row_group_size {RowGroup(file)})");
    }
}
