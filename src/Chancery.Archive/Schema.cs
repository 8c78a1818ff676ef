namespace Chancery.Archive;

/// <summary>The columns of a segment's files, as they are filled and as they are published. Columns are added at the end, never renamed.</summary>
internal static class Schema
{
    public const string Filling = """
        create table e (ord integer, id varchar, kind varchar, document varchar, generation varchar, span_start integer, span_end integer,
            quote varchar, words varchar, status varchar, confidence double, rule varchar, type varchar, mode varchar, actors varchar,
            actor_states varchar, recipients varchar, recipient_states varchar, sources varchar, topics varchar, date_start date,
            date_end date, date_precision varchar, date_basis varchar, score double, quad varchar, of_event varchar, json varchar, excerpt varchar);
        create table d (id varchar, sha256 varchar, title varchar, publisher varchar, published date, url varchar, language varchar,
            declared_kind varchar, text varchar);
        create table y (document varchar, generation varchar, recorded timestamp, origin varchar, source varchar, day date, state varchar,
            entries integer, problem varchar);
        """;

    /// <summary>The columns of <c>entries.parquet</c>, from the table as it is filled.</summary>
    public static readonly string Published = $"""
        select id, kind, document, generation, ord, span_start, span_end, quote, words, status, confidence, rule, type, mode, {List(
            "actors"
        )},
            {List("actor_states")}, {List("recipients")}, {List("recipient_states")}, {List("sources")}, {List("topics")},
            date_start, date_end, date_precision, date_basis, score, quad, of_event, json, excerpt
        """;

    /// <summary>
    /// Rule <c>pairs-1</c>: every actor state towards every recipient state; where no recipient is named and two or more states act
    /// together, every state towards every other. A state never stands against itself.
    /// </summary>
    /// <param name="entries">A query of events and statements with the published columns.</param>
    public static string Pairs(string entries) =>
        $"""
            with p as (
                select *, unnest(actor_states) as a from ({entries}) where len(actor_states) > 0
            ), q as (
                select *, unnest(case when len(recipient_states) > 0 then recipient_states else actor_states end) as b from p
                where kind = 'event' or len(recipient_states) > 0
            )
            select distinct a, b, date_start, date_end, kind, type, mode, status, quad, score, confidence, id, document, generation, excerpt
            from q where a <> b order by a, b, date_start, id, generation
            """;

    private static string List(string column) =>
        $"case when {column} is null then []::varchar[] else string_split({column}, chr(31)) end as {column}";
}
