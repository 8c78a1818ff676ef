using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;

namespace Chancery.Archive;

/// <summary>
/// The tables that queries see: <c>entry</c>, <c>document</c>, <c>pair</c>, <c>entry_id</c>, <c>diary</c>, <c>current</c>. Of a document read under several
/// generations the reading recorded last counts. Where every reading counts, which is the common case, no filter costs anything.
/// </summary>
internal static class Views
{
    public static void Create(DuckDBConnection engine, ImmutableArray<string> segments, ImmutableSortedSet<string> withdrawn, DateTimeOffset? asOf)
    {
        if (segments.IsEmpty)
        {
            Empty(engine);
            return;
        }

        var moment = asOf is { } at ? $"where recorded <= timestamp '{at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'" : "";
        engine.Run($"""
            create table diary as select * exclude (filename), left(filename, length(filename) - {ArchiveFolder.Diary.Length + 1}) as segment
                from read_parquet({Files(segments, ArchiveFolder.Diary)}, filename = true) {moment};
            create table withdrawn as select unnest({Engine.List(withdrawn)}::varchar[]) as id;
            create table current as select * from diary where document is not null and document not in (from withdrawn)
                qualify row_number() over (partition by document order by recorded desc, generation desc, segment) = 1;
            """);
        var whole = asOf is null && Count(engine, "diary where document is not null") == Count(engine, "current");
        var ids = withdrawn.IsEmpty ? "" : "where id not in (from withdrawn)";
        View(engine, "entry", segments, ArchiveFolder.Entries, whole, "document, generation", ids);
        View(engine, "pair", segments, ArchiveFolder.Pairs, whole, "document, generation", ids);
        View(engine, "entry_id", segments, ArchiveFolder.Ids, whole, "document, generation", ids);
        View(engine, "document", segments, ArchiveFolder.Documents, whole, "id", "");
    }

    private static void View(
        DuckDBConnection engine, string name, ImmutableArray<string> segments, string file, bool whole, string keys, string where)
    {
        if (whole)
        {
            engine.Run($"create view {name} as select * from read_parquet({Files(segments, file)}) {where}");
            return;
        }

        var key = keys == "id" ? "t.id = c.document" : "t.document = c.document and t.generation = c.generation";
        engine.Run($"""
            create view {name} as select t.* exclude (filename) from read_parquet({Files(segments, file)}, filename = true) t
                semi join current c on {key} and t.filename = c.segment || '/{file}' {where}
            """);
    }

    private static void Empty(DuckDBConnection engine) => engine.Run(Schema.Filling + $"""
        create view entry as {Schema.Published};
        create table f as from entry;
        create view document as from d;
        create view entry_id as {Schema.Ids};
        create view pair as {Schema.Pairs};
        create table diary as select *, '' as segment from y;
        create table current as from diary;
        """);

    private static string Files(ImmutableArray<string> segments, string file) => Engine.List(segments.Select(segment => Path.Combine(segment, file)));

    private static long Count(DuckDBConnection engine, string table) => engine.Rows($"select count(*) from {table}").Select(row => row.GetInt64(0)).First();
}
