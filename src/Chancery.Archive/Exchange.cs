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
            if (buffer.Length < size) buffer = new byte[size * 2];
            var length = Encoding.UTF8.GetBytes(entry.Json, buffer);
            buffer[length] = (byte)'\n';
            output.Write(buffer, 0, length + 1);
            written++;
        }

        return written;
    }

    /// <summary>The columns of the entries without their JSON, lists joined with semicolons.</summary>
    public static void ToCsv(ArchiveReader archive, string path) => Copy(archive, path, """
        select id, kind, document, generation, span_start, span_end, quote, status, confidence, rule, type, mode, array_to_string(actors, ';') as actors,
            array_to_string(actor_states, ';') as actor_states, array_to_string(recipients, ';') as recipients,
            array_to_string(recipient_states, ';') as recipient_states, array_to_string(sources, ';') as sources, array_to_string(topics, ';') as topics,
            date_start, date_end, date_precision, date_basis, score, quad, of_event
        from entry order by document, ord, id
        """, "format csv, header true");

    /// <summary>All columns of the entries as one Parquet file.</summary>
    public static void ToParquet(ArchiveReader archive, string path)
        => Copy(archive, path, "select * from entry order by document, ord, id", "format parquet, compression zstd, row_group_size 122880");

    /// <summary>
    /// Adds entries from lines that an export wrote. Their texts stay with whoever has them. Lines that are no entries are told to
    /// <paramref name="complain"/> and left out; a document that is held already changes nothing.
    /// </summary>
    public static WriteResult Import(string origin, TextReader lines, string archive, Generation generation, TimeProvider clock, Action<Problem> complain)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(complain);
        using var writer = ArchiveWriter.Open(archive, generation, clock);
        var rows = new List<EntryRow>();
        var none = new CodePoints("");
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Row(line, none, out var what) is not { } row)
            {
                complain(Complaints.BadLine($"{origin}:{number}", what));
                continue;
            }

            if (rows.Count > 0 && rows[0].Entry.DocumentId != row.Entry.DocumentId)
            {
                writer.AddWithoutText(rows[0].Entry.DocumentId, rows, origin);
                rows = [];
            }

            rows.Add(row);
        }

        if (rows.Count > 0) writer.AddWithoutText(rows[0].Entry.DocumentId, rows, origin);
        return writer.Complete();
    }

    private static EntryRow? Row(string line, CodePoints none, out string what)
    {
        what = "";
        try
        {
            var entry = EntryReading.Read(Encoding.UTF8.GetBytes(line), none);
            if (entry.Spans.IsEmpty) throw new FormatException("It has no span.");
            if (Verification.IdOf(entry.Kind, entry.Id, line) != entry.Id) throw new FormatException("Its id is not the hash of its content.");
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
