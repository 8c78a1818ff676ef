namespace Chancery.Archive;

/// <summary>The columns of a segment's files, as they are filled and as they are published. Columns are added at the end, never renamed.</summary>
internal static class Schema
{
    public const string Filling = """
        create table e (ord integer, id varchar, kind varchar, document varchar, generation varchar, span_start integer, span_end integer,
            quote varchar, words varchar, status varchar, confidence double, rule varchar, type varchar, mode varchar, actors varchar,
            actor_states varchar, recipients varchar, recipient_states varchar, sources varchar, topics varchar, date_start date,
            date_end date, date_precision varchar, date_basis varchar, score double, quad varchar, of_event varchar, json varchar);
        create table d (id varchar, sha256 varchar, title varchar, publisher varchar, published date, url varchar, language varchar,
            declared_kind varchar, text varchar);
        create table y (document varchar, generation varchar, recorded timestamp, origin varchar, source varchar, day date, state varchar,
            entries integer, problem varchar);
        """;

    public const string Published = """
        select id, kind, document, generation, ord, span_start, span_end, quote, words, status, confidence, rule, type, mode,
            string_split(coalesce(actors, ''), chr(31)).list_filter(lambda x: x <> '') as actors,
            string_split(coalesce(actor_states, ''), chr(31)).list_filter(lambda x: x <> '') as actor_states,
            string_split(coalesce(recipients, ''), chr(31)).list_filter(lambda x: x <> '') as recipients,
            string_split(coalesce(recipient_states, ''), chr(31)).list_filter(lambda x: x <> '') as recipient_states,
            string_split(coalesce(sources, ''), chr(31)).list_filter(lambda x: x <> '') as sources,
            string_split(coalesce(topics, ''), chr(31)).list_filter(lambda x: x <> '') as topics,
            date_start, date_end, date_precision, date_basis, score, quad, of_event, json
        from e order by document, ord
        """;

    /// <summary>
    /// Rule <c>pairs-1</c>: every actor state towards every recipient state; where no recipient is named and two or more states act
    /// together, every state towards every other. A state never stands against itself.
    /// </summary>
    public const string Pairs = """
        with p as (
            select *, unnest(actor_states) as a from f where kind in ('event', 'statement') and len(actor_states) > 0
        ), q as (
            select *, unnest(case when len(recipient_states) > 0 then recipient_states else actor_states end) as b from p
            where kind = 'event' or len(recipient_states) > 0
        )
        select distinct a, b, date_start, date_end, kind, type, mode, status, quad, score, confidence, id, document, generation
        from q where a <> b order by a, b, date_start, id, generation
        """;

    public const string Ids = "select id, document, generation from f order by id, generation";
}
