using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Sylvan.Data.Csv;

namespace Chancery.Record;

/// <summary>Reads the tables that the engine carries: comma-separated, a heading first, every row as wide as the heading.</summary>
internal static class EmbeddedTable
{
    private static readonly CsvDataReaderOptions Options = new() { Delimiter = ',', Quote = '"' };

    /// <summary>The rows below the heading of a table, such as <c>codebook/events/verbs.csv</c>.</summary>
    /// <exception cref="InvalidOperationException">The table is not there, or a row is wider or narrower than its heading.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        // Opened anew each time that the rows are gone through.
        foreach (var row in Rows(Open(name), name))
            yield return row;
    }

    /// <summary>The bytes of a table.</summary>
    /// <exception cref="InvalidOperationException">The table is not there.</exception>
    public static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The engine was built without {name}.");

    /// <summary>The rows below the heading of a table that is given as bytes, which are closed behind the last of them; the name is for the complaint.</summary>
    /// <exception cref="InvalidOperationException">A row is wider or narrower than its heading.</exception>
    public static IEnumerable<string[]> Rows(Stream table, string name)
    {
        using var text = new StreamReader(table, Encoding.UTF8);
        foreach (var row in Rows(text, name))
            yield return row;
    }

    /// <summary>The SHA-256 of tables in the order given, each with its name, in 64 hex digits.</summary>
    public static string Digest(IEnumerable<string> names, Func<string, Stream> open)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (var name in names)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            using var stream = open(name);
            int read;
            while ((read = stream.Read(buffer)) > 0)
                hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The rows below the heading of a table that is given as text; the name is for the complaint.</summary>
    /// <exception cref="InvalidOperationException">A row is wider or narrower than its heading.</exception>
    public static IEnumerable<string[]> Rows(TextReader text, string name)
    {
        using var rows = CsvDataReader.Create(text, Options);
        while (rows.Read())
        {
            if (rows.RowFieldCount != rows.FieldCount)
                throw new InvalidOperationException(
                    $"{name}, row {rows.RowNumber + 1}: {rows.RowFieldCount} fields where {rows.FieldCount} are due."
                );
            var fields = new string[rows.FieldCount];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = rows.GetString(i);
            yield return fields;
        }
    }
}
