using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;

namespace Chancery.Archive;

/// <summary>
/// The tables that queries see: <c>entry</c>, <c>document</c>, <c>pair</c>, <c>entry_id</c>, <c>diary</c>, <c>current</c>. Of a document read under several
/// generations the reading recorded last counts.
/// </summary>
internal static class Views
{
    /// <summary>Makes the tables.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="segments">The folders of the segments that count.</param>
    /// <param name="withdrawn">The ids of documents and entries that stand withdrawn.</param>
    /// <param name="asOf">Only what was recorded up to this moment; null for all.</param>
    /// <param name="generation">Only what was read under this generation; null for all.</param>
    public static void Create(
        DuckDBConnection engine,
        ImmutableArray<string> segments,
        ImmutableSortedSet<string> withdrawn,
        DateTimeOffset? asOf,
        string? generation
    )
    {
        if (segments.IsEmpty)
        {
            Empty(engine);
            return;
        }

        List<string> conditions = [];
        if (asOf is { } at)
            conditions.Add(
                $"recorded <= timestamp '{at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'"
            );
        if (generation is not null)
            conditions.Add($"(generation = '{Engine.Quote(generation)}' or document is null)");
        var condition = conditions.Count == 0 ? "" : "where " + string.Join(" and ", conditions);
        engine.Run(
            $"""
            create view diary as select * exclude (filename), left(filename, length(filename) - {ArchiveFolder.Diary.Length + 1}) as segment
                from read_parquet({Files(segments, ArchiveFolder.Diary)}, filename = true) {condition};
            create table withdrawn as select unnest({Engine.List(withdrawn)}::varchar[]) as id;
            """
        );
        // Where no document was read twice and nothing is left out, which is the common case, every row counts and no filter costs anything.
        var whole = conditions.Count == 0 && withdrawn.IsEmpty && Once(engine, segments);
        engine.Run(
            whole
                ? "create view current as from diary where document is not null"
                : """
                create table current as select * from diary where document is not null and document not in (from withdrawn)
                    qualify row_number() over (partition by document order by recorded desc, generation desc, segment) = 1
                """
        );
        var ids = withdrawn.IsEmpty ? "" : "where id not in (from withdrawn)";
        View(engine, "entry", segments, ArchiveFolder.Entries, whole, ids);
        View(engine, "pair", segments, ArchiveFolder.Pairs, whole, ids);
        View(engine, "entry_id", segments, ArchiveFolder.Ids, whole, ids);
        View(engine, "document", segments, ArchiveFolder.Documents, whole, "");
    }

    private static bool Once(DuckDBConnection engine, ImmutableArray<string> segments) =>
        engine
            .Rows($"select count(document) = count(distinct document) from read_parquet({Files(segments, ArchiveFolder.Diary)})")
            .Select(row => row.GetBoolean(0))
            .First();

    private static void View(DuckDBConnection engine, string name, ImmutableArray<string> segments, string file, bool whole, string where)
    {
        var isIndex = file == ArchiveFolder.Ids;
        if (whole)
        {
            engine.Run(
                $"create view {name} as select * from read_parquet({Files(segments, file)}{(isIndex ? ", filename = true" : "")}) {where}"
            );
            return;
        }

        var key = file == ArchiveFolder.Documents ? "t.id = c.document" : "t.document = c.document and t.generation = c.generation";
        engine.Run(
            $"""
            create view {name} as select t.*{(isIndex ? "" : " exclude (filename)")} from read_parquet({Files(
                segments,
                file
            )}, filename = true) t
                semi join current c on {key} and t.filename = c.segment || '/{file}' {where}
            """
        );
    }

    private static void Empty(DuckDBConnection engine) =>
        engine.Run(
            Schema.Filling
                + $"""
                create view entry as {Schema.Published} from e;
                create view document as from d;
                create view entry_id as select id, document, generation, '' as filename from e;
                create view pair as {Schema.Pairs("from entry")};
                create table withdrawn (id varchar);
                create table diary as select *, '' as segment from y;
                create table current as from diary;
                """
        );

    private static string Files(ImmutableArray<string> segments, string file) =>
        Engine.List(segments.Select(segment => Path.Combine(segment, file)));
}
