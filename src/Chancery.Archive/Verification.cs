using System.Text;
using System.Text.Json;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>
/// Derives again what the archive claims: the hash of every file, text and entry, and every quote from its offsets. It trusts nothing
/// that is written beside them.
/// </summary>
public sealed class Verification
{
    private readonly List<Problem> _findings = [];

    /// <summary>What does not hold, in the order of segments and rows.</summary>
    public IReadOnlyList<Problem> Findings => _findings;

    /// <summary>The number of segments looked at.</summary>
    public int Segments { get; private set; }

    /// <summary>The number of documents whose text was hashed again.</summary>
    public long Documents { get; private set; }

    /// <summary>The number of entries hashed again.</summary>
    public long Entries { get; private set; }

    /// <summary>The number of quotes cut out of the text again.</summary>
    public long Quotes { get; private set; }

    /// <summary>The number of entries whose text is not at hand, so that only their hash could be checked.</summary>
    public long WithoutText { get; private set; }

    /// <summary>Checks a whole archive, a segment at a time.</summary>
    public static Verification Of(string archive)
    {
        var folder = ArchiveFolder.Open(archive);
        var verification = new Verification();
        foreach (var stranger in folder.Strangers())
            verification._findings.Add(Complaints.Foreign(stranger));
        if (Directory.Exists(folder.Segments))
        {
            using var engine = Engine.Open(threads: 1);
            foreach (var path in Directory.EnumerateDirectories(folder.Segments, "s-*").Order(StringComparer.Ordinal))
                if (File.Exists(Path.Combine(path, ArchiveFolder.Manifest)))
                    verification.Segment(engine, path);
        }

        verification.People(folder);
        return verification;
    }

    private void People(ArchiveFolder folder)
    {
        if (!Directory.Exists(folder.Decisions))
            return;
        foreach (var path in Directory.EnumerateFiles(folder.Decisions, "*.jsonl").Order(StringComparer.Ordinal))
        {
            try
            {
                if (Decision.Parse(File.ReadAllText(path, Encoding.UTF8)).Id + ".jsonl" != Path.GetFileName(path))
                    _findings.Add(Complaints.Broken(path, "The decision is not the one that its name is the hash of."));
            }
            catch (FormatException e)
            {
                _findings.Add(Complaints.Damaged(path, e.Message));
            }
        }
    }

    private void Segment(DuckDB.NET.Data.DuckDBConnection engine, string path)
    {
        Segments++;
        try
        {
            var manifest = SegmentManifest.Read(Path.Combine(path, ArchiveFolder.Manifest));
            foreach (var (name, hash) in manifest.Files)
            {
                var file = Path.Combine(path, name);
                if (!File.Exists(file))
                    _findings.Add(Complaints.Damaged(file, "it is missing"));
                else if (ArchiveFolder.Sha256(file) != hash)
                    _findings.Add(Complaints.Damaged(file, "its bytes are not those that were committed"));
            }

            Rows(engine, path);
        }
        catch (ArchiveException e)
        {
            _findings.Add(e.Problem);
        }
        catch (Exception e) when (e is DuckDB.NET.Data.DuckDBException or IOException)
        {
            _findings.Add(Complaints.Damaged(path, e.Message.Split('\n')[0]));
        }
    }

    private void Rows(DuckDB.NET.Data.DuckDBConnection engine, string path)
    {
        string entries = Path.Combine(path, ArchiveFolder.Entries),
            documents = Path.Combine(path, ArchiveFolder.Documents);
        string current = "";
        Reading? reading = null;
        foreach (
            var row in engine.Rows(
                $"""
                select e.document, e.id, e.kind, e.quote, e.span_start, e.span_end, e.json, d.text, d.sha256, d.title, d.publisher, d.published, d.url, d.language,
                    d.declared_kind
                from read_parquet('{Engine.Quote(entries)}') e left join read_parquet('{Engine.Quote(documents)}') d on d.id = e.document
                order by e.document, e.generation, e.ord
                """
            )
        )
        {
            var document = row.GetString(0);
            if (document != current)
            {
                current = document;
                reading = row.IsDBNull(7) ? null : Text(path, row);
            }

            Entries++;
            if (reading is null)
                WithoutText++;
            Entry(entries, row, reading);
        }
    }

    private Reading Text(string path, DuckDB.NET.Data.DuckDBDataReader row)
    {
        Documents++;
        var text = row.GetString(7);
        var place = $"{Path.Combine(path, ArchiveFolder.Documents)} {row.GetString(0)}";
        if (Identity.Sha256(text) != row.GetString(8))
            _findings.Add(Complaints.Broken(place, "The text is not the one that its SHA-256 was taken of."));
        var again = Document.Of(
            text,
            "",
            Maybe(9),
            Maybe(10),
            row.IsDBNull(11) ? null : row.GetFieldValue<DateOnly>(11),
            Maybe(12),
            row.GetString(13),
            Maybe(14) is { } kind ? Enum.Parse<TextKind>(kind) : null
        );
        if (again.Id != row.GetString(0))
            _findings.Add(Complaints.Broken(place, "The document's id is not the hash of its text and of what its carrier declared."));
        return new Reading(again, new CodePoints(text));

        string? Maybe(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    private void Entry(string path, DuckDB.NET.Data.DuckDBDataReader row, Reading? reading)
    {
        string id = row.GetString(1),
            kind = row.GetString(2),
            json = row.GetString(6);
        var place = $"{path} {id}";
        if (IdOf(kind, id, json) != id)
            _findings.Add(Complaints.Broken(place, "The entry's id is not the hash of its content."));
        try
        {
            using var parsed = JsonDocument.Parse(json);
            var root = parsed.RootElement;
            var first = root.GetProperty("spans")[0];
            if (
                root.GetProperty("document").GetString() != row.GetString(0)
                || root.GetProperty("kind").GetString() != kind
                || first.GetProperty("quote").GetString() != row.GetString(3)
                || first.GetProperty("start").GetInt32() != row.GetInt32(4)
                || first.GetProperty("end").GetInt32() != row.GetInt32(5)
            )
                _findings.Add(Complaints.Broken(place, "The columns do not say what the entry's JSON says."));
            if (reading is not null)
                Spans(root, place, reading);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            _findings.Add(Complaints.Broken(place, "The entry's JSON cannot be read: " + e.Message));
        }
    }

    // The parser itself refuses anything nested deeper than 64, so that this walk is bounded.
    private void Spans(JsonElement element, string place, Reading reading)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                Spans(item, place, reading);
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (
            element.TryGetProperty("quote", out var quote)
            && element.TryGetProperty("start", out var start)
            && element.TryGetProperty("end", out var end)
        )
            Quote(quote.GetString()!, start.GetInt32(), end.GetInt32(), place, reading);
        foreach (var property in element.EnumerateObject())
            Spans(property.Value, place, reading);
    }

    private void Quote(string quote, int start, int end, string place, Reading reading)
    {
        Quotes++;
        int from = reading.Points.CodeUnit(start),
            to = reading.Points.CodeUnit(end);
        if (
            from < 0
            || to < from
            || to > reading.Document.Text.Length
            || !reading.Document.Text.AsSpan(from, to - from).SequenceEqual(quote)
        )
            _findings.Add(Complaints.Broken(place, $"The words at {start}..{end} of the text are not '{Short(quote)}'."));
    }

    /// <summary>The id that an entry's canonical line must bear: the hash of the line with its id left empty.</summary>
    internal static string IdOf(string kind, string id, string json)
    {
        var written = $"\"id\":\"{id}\"";
        var at = json.IndexOf(written, StringComparison.Ordinal);
        return at < 0 ? "" : Identity.Of(kind, string.Concat(json.AsSpan(0, at), "\"id\":\"\"", json.AsSpan(at + written.Length)));
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private sealed record Reading(Document Document, CodePoints Points);
}
