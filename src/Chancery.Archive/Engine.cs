using DuckDB.NET.Data;

namespace Chancery.Archive;

/// <summary>DuckDB in memory with nothing left to chance: no network, no files of its own beside ours, a set share of the machine.</summary>
internal static class Engine
{
    /// <summary>Opens an engine. One thread is what a writer takes, so that the bytes of a segment do not depend on the machine.</summary>
    public static DuckDBConnection Open(int threads, string memory = "2GB")
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        connection.Run(
            $"""
            set autoinstall_known_extensions = false;
            set autoload_known_extensions = false;
            set threads = {Math.Max(1, threads)};
            set memory_limit = '{memory}';
            set temp_directory = '{Quote(Path.Combine(Path.GetTempPath(), "chancery-spill-" + Environment.ProcessId))}';
            set preserve_insertion_order = true;
            set timezone = 'UTC';
            """
        );
        return connection;
    }

    /// <summary>Runs statements that give no rows.</summary>
    public static void Run(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a query; parameters are named <c>$1</c>, <c>$2</c> and so on.</summary>
    public static IEnumerable<DuckDBDataReader> Rows(this DuckDBConnection connection, string sql, params object?[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in parameters)
            command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (DuckDBDataReader)reader;
    }

    /// <summary>A string's characters inside SQL quotes.</summary>
    public static string Quote(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    /// <summary>A list of strings as SQL.</summary>
    public static string List(IEnumerable<string> items) => "[" + string.Join(", ", items.Select(item => $"'{Quote(item)}'")) + "]";
}
