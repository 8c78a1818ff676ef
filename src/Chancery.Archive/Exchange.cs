using System.Text;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>The whole record out of an archive and into one. The order is by document, then as read, so that the bytes of an export depend on the record alone.</summary>
public static class Exchange
{
    /// <summary>Every entry's canonical line. Returns their number.</summary>
    public static long ToLines(ArchiveReader archive, Stream output)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(output);
        long written = 0;
        var buffer = new byte[4096];
        foreach (var entry in archive.All())
        {
            var size = Encoding.UTF8.GetMaxByteCount(entry.Json.Length) + 1;
            if (buffer.Length < size)
                buffer = new byte[size * 2];
            var length = Encoding.UTF8.GetBytes(entry.Json, buffer);
            buffer[length] = (byte)'\n';
            output.Write(buffer, 0, length + 1);
            written++;
        }

        return written;
    }

    /// <summary>The columns of the entries, lists joined with semicolons. The last is the canonical line, from which an import takes the whole entry.</summary>
    public static void ToCsv(ArchiveReader archive, string path) =>
        Copy(
            archive,
            path,
            """
            select id, kind, document, generation, span_start, span_end, quote, status, confidence, rule, type, mode, array_to_string(actors, ';') as actors,
                array_to_string(actor_states, ';') as actor_states, array_to_string(recipients, ';') as recipients,
                array_to_string(recipient_states, ';') as recipient_states, array_to_string(sources, ';') as sources, array_to_string(topics, ';') as topics,
                date_start, date_end, date_precision, date_basis, score, quad, of_event, excerpt, json
            from entry order by document, ord, id
            """,
            "format csv, header true"
        );

    /// <summary>All columns of the entries as one Parquet file.</summary>
    public static void ToParquet(ArchiveReader archive, string path) =>
        Copy(archive, path, "select * from entry order by document, ord, id", "format parquet, compression zstd, row_group_size 122880");

    /// <summary>Every text that is held, as a line of JSON that an import and <c>chancery read</c> take. Returns their number.</summary>
    public static long TextsToLines(ArchiveReader archive, Stream output)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(output);
        long written = 0;
        foreach (var document in archive.Texts())
        {
            TextLine.Write(document, output);
            written++;
        }

        return written;
    }

    /// <summary>The canonical lines of a file that an export wrote, be it JSON lines, CSV or Parquet, with the number of each.</summary>
    /// <exception cref="ArchiveException">The file cannot be read.</exception>
    public static IEnumerable<(long Number, string Line)> Lines(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".parquet" => Column(path, $"read_parquet('{Engine.Quote(path)}')"),
            ".csv" => Column(path, $"read_csv('{Engine.Quote(path)}', header = true, all_varchar = true)"),
            _ => Plain(path),
        };
    }

    /// <summary>The texts of a file that <see cref="TextsToLines"/> wrote. Lines that are none are told to <paramref name="complain"/> and left out.</summary>
    public static IEnumerable<Document> Texts(string path, Action<Problem> complain)
    {
        ArgumentNullException.ThrowIfNull(complain);
        foreach (var (number, line) in Plain(path))
        {
            Document? document = null;
            try
            {
                document = TextLine.Read(line, $"{path}:{number}");
            }
            catch (FormatException e)
            {
                complain(Complaints.BadLine($"{path}:{number}", e.Message));
            }

            if (document is not null)
                yield return document;
        }
    }

    /// <summary>
    /// Adds entries from lines that an export wrote. Lines that are no entries are told to <paramref name="complain"/> and left out; a document that
    /// is held already changes nothing.
    /// </summary>
    /// <param name="origin">The file, for problems and for the archive's diary.</param>
    /// <param name="lines">The canonical lines with their numbers, those of one document together.</param>
    /// <param name="texts">The texts that were exported beside them; those of other documents stay with whoever has them.</param>
    /// <param name="archive">The folder of the archive, made where it is missing.</param>
    /// <param name="generation">What made the records.</param>
    /// <param name="clock">The clock of the diary.</param>
    /// <param name="complain">Told of each line that is no entry.</param>
    public static WriteResult Import(
        string origin,
        IEnumerable<(long Number, string Line)> lines,
        IEnumerable<Document> texts,
        string archive,
        Generation generation,
        TimeProvider clock,
        Action<Problem> complain
    )
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(complain);
        using var writer = ArchiveWriter.Open(archive, generation, clock);
        using var beside = new TextsBeside(texts);
        var rows = new List<EntryRow>();
        var none = new CodePoints("");
        foreach (var (number, line) in lines)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Row(line, none, out var what) is not { } row)
            {
                complain(Complaints.BadLine($"{origin}:{number}", what));
                continue;
            }

            if (rows.Count > 0 && rows[0].Entry.DocumentId != row.Entry.DocumentId)
            {
                Add(writer, beside, rows, origin);
                rows = [];
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
            Add(writer, beside, rows, origin);
        return writer.Complete();
    }

    private static void Add(ArchiveWriter writer, TextsBeside beside, List<EntryRow> rows, string origin)
    {
        var document = rows[0].Entry.DocumentId;
        if (beside.Find(document) is not { } text)
        {
            writer.AddWithoutText(document, rows, origin);
            return;
        }

        var points = new CodePoints(text.Text);
        writer.Add(text, [.. rows.Select(row => EntryReading.Read(Encoding.UTF8.GetBytes(row.Json), points))]);
    }

    private static IEnumerable<(long Number, string Line)> Plain(string path)
    {
        using var reader = Opened(path);
        long number = 0;
        while (reader.ReadLine() is { } line)
            yield return (++number, line);
    }

    private static StreamReader Opened(string path)
    {
        try
        {
            return new StreamReader(path, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Complaints.NoImport(path, e);
        }
    }

    private static IEnumerable<(long Number, string Line)> Column(string path, string table)
    {
        using var engine = Engine.Open(threads: 1);
        using var rows = engine.Rows($"select json from {table}").GetEnumerator();
        for (long number = 1; ; number++)
        {
            string line;
            try
            {
                if (!rows.MoveNext())
                    yield break;
                line = rows.Current.IsDBNull(0) ? "" : rows.Current.GetString(0);
            }
            catch (DuckDB.NET.Data.DuckDBException e)
            {
                throw Complaints.NoImport(path, e);
            }

            yield return (number, line);
        }
    }

    private static EntryRow? Row(string line, CodePoints none, out string what)
    {
        what = "";
        try
        {
            var entry = EntryReading.Read(Encoding.UTF8.GetBytes(line), none);
            if (entry.Spans.IsEmpty)
                throw new FormatException("It has no span.");
            if (Verification.IdOf(entry.Kind, entry.Id, line) != entry.Id)
                throw new FormatException("Its id is not the hash of its content.");
            return EntryRow.FromLine(entry, line);
        }
        catch (FormatException e)
        {
            what = e.Message;
            return null;
        }
    }

    // One thread: the groups of rows in a file must not depend on how many there were.
    private static void Copy(ArchiveReader archive, string path, string query, string format)
    {
        ArgumentNullException.ThrowIfNull(archive);
        try
        {
            archive.Connection.Run("set threads = 1");
            archive.Connection.Run($"copy ({query}) to '{Engine.Quote(path)}' ({format})");
        }
        catch (DuckDB.NET.Data.DuckDBException e)
        {
            throw Complaints.Unwritable(path, e);
        }
    }
}
