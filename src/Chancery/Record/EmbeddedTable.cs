using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Record;

/// <summary>Reads the tables that the engine carries: comma-separated, a heading first, every row as wide as the heading.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows below the heading of a table, such as <c>codebook/events/verbs.csv</c>.</summary>
    /// <exception cref="InvalidOperationException">The table is not there, or a row is wider or narrower than its heading.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The engine was built without {name}.");
        foreach (var row in Below(Text(stream), name)) yield return row;
    }

    /// <summary>The SHA-256 of tables in the order given, each with its name, in 64 hex digits.</summary>
    public static string Digest(IEnumerable<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (var name in names)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The engine was built without {name}.");
            int read;
            while ((read = stream.Read(buffer)) > 0) hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The rows below the heading of a table that is given as text; the name is for the complaint.</summary>
    /// <exception cref="InvalidOperationException">A row is wider or narrower than its heading.</exception>
    public static IEnumerable<string[]> Rows(TextReader text, string name)
    {
        return Below(text.ReadToEnd(), name);
    }

    // A resource lies in memory already: it is decoded at one go.
    private static unsafe string Text(Stream stream)
    {
        if (stream is not UnmanagedMemoryStream memory) return new StreamReader(stream, Encoding.UTF8).ReadToEnd();
        var bytes = new ReadOnlySpan<byte>(memory.PositionPointer, checked((int)memory.Length));
        return Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
    }

    private static IEnumerable<string[]> Below(string text, string name)
    {
        var (due, row) = (-1, 0);
        foreach (var fields in CsvLines.Rows(text))
        {
            row++;
            if (due < 0) { due = fields.Length; continue; }
            if (fields.Length != due) throw new InvalidOperationException($"{name}, row {row}: {fields.Length} fields where {due} are due.");
            yield return fields;
        }
    }
}
