using DuckDB.NET.Data;

namespace Chancery.Archive;

/// <summary>
/// Questions over many documents. The tables <c>entry</c>, <c>pair</c>, <c>document</c> and <c>current</c> are documented in docs/archive.md; the pairs follow the
/// rule that is named there.
/// </summary>
public sealed class ArchiveQuery(ArchiveReader reader)
{
    /// <summary>The events of one state towards another, a row a month that has any: cooperation and conflict apart.</summary>
    /// <param name="from">The acting state, ISO 3166-1 alpha-3.</param>
    /// <param name="to">The state acted upon.</param>
    /// <param name="occurrences">Counts mentions of one type, mode and days once (rule occurrences-1) instead of every mention.</param>
    public IReadOnlyList<DyadMonth> DyadMonths(string from, string to, bool occurrences = false) =>
        Months(occurrences, "and a = $1 and b = $2", from, to);

    /// <summary>The same for every ordered pair of states.</summary>
    public IReadOnlyList<DyadMonth> DyadMonths(bool occurrences = false) => Months(occurrences, "");

    /// <summary>
    /// Both directions of a dyad, a row for every month from the first to the last, with the number of documents read of it. Where no bounds are given, the
    /// months are those between the dyad's first event and its last.
    /// </summary>
    public IReadOnlyList<IndexMonth> Index(
        string one,
        string other,
        DateOnly? since = null,
        DateOnly? until = null,
        bool occurrences = true
    ) => Index(one, other, since, until, DyadMonths(one, other, occurrences).Concat(DyadMonths(other, one, occurrences)));

    /// <summary>The same, counted over the lines of a timeline: each that took place once, in the month in which it began.</summary>
    public IReadOnlyList<IndexMonth> Index(string one, string other, DateOnly? since, DateOnly? until, IReadOnlyList<Contact> contacts) =>
        Index(one, other, since, until, Counted(contacts));

    private static IEnumerable<DyadMonth> Counted(IReadOnlyList<Contact> contacts) =>
        contacts
            .Where(contact =>
                contact.Kind == "event"
                && contact.Status is "occurred" or "ongoing" or "historical"
                && (contact.Start ?? contact.End) is not null
            )
            .SelectMany(contact =>
                contact.Both
                    ? [(contact.From, contact.To, contact), (contact.To, contact.From, contact)]
                    : new[] { (contact.From, contact.To, contact) }
            )
            .GroupBy(line => (line.Item1, line.Item2, First((line.contact.Start ?? line.contact.End)!.Value)))
            .Select(month => new DyadMonth(
                month.Key.Item1,
                month.Key.Item2,
                month.Key.Item3,
                month.LongCount(line => IsOf(line.contact, "cooperation")),
                month.LongCount(line => IsOf(line.contact, "conflict")),
                month.LongCount(),
                Tenths(month.Where(line => IsOf(line.contact, "cooperation")).Select(line => line.contact)),
                Tenths(month.Where(line => IsOf(line.contact, "conflict")).Select(line => line.contact))
            ));

    private static bool IsOf(Contact contact, string side) => contact.Quad?.EndsWith(side, StringComparison.Ordinal) == true;

    private static double Tenths(IEnumerable<Contact> contacts) =>
        contacts.Sum(contact => (long)Math.Round((contact.Score ?? 0) * 10)) / 10.0;

    private IReadOnlyList<IndexMonth> Index(string one, string other, DateOnly? since, DateOnly? until, IEnumerable<DyadMonth> counted)
    {
        var months = counted
            .Where(month => (since is null || month.Month >= First(since.Value)) && (until is null || month.Month <= until))
            .ToArray();
        if (months.Length == 0 && (since is null || until is null))
            return [];
        var read = reader
            .Asked("select date_trunc('month', day)::date, count(*) from current where day is not null and state = 'read' group by 1")
            .ToDictionary(row => ArchiveReader.Day(row[0])!.Value, row => (long)row[1]!);
        var found = months.ToDictionary(month => (month.From, month.Month));
        var rows = new List<IndexMonth>();
        DateOnly first = First(since ?? months.Min(month => month.Month)),
            last = First(until ?? months.Max(month => month.Month));
        foreach (var (from, to) in ((string, string)[])[(one, other), (other, one)])
        {
            for (var at = first; at <= last; at = at.AddMonths(1))
            {
                var month = found.GetValueOrDefault((from, at)) ?? new DyadMonth(from, to, at, 0, 0, 0, 0, 0);
                rows.Add(
                    new IndexMonth(
                        from,
                        to,
                        at,
                        month.Cooperation,
                        month.Conflict,
                        month.Events,
                        month.CooperationScore,
                        month.ConflictScore,
                        read.GetValueOrDefault(at)
                    )
                );
            }
        }

        return rows;
    }

    /// <summary>
    /// What passed between two states, as lines of a timeline: mentions of one kind, type, mode, status and days are one line (rule occurrences-1). Oldest first, undated last.
    /// </summary>
    /// <param name="one">A state, ISO 3166-1 alpha-3.</param>
    /// <param name="other">The other state.</param>
    /// <param name="since">Nothing that begins before this day.</param>
    /// <param name="until">Nothing that begins after this day.</param>
    /// <param name="limit">At most so many lines.</param>
    /// <param name="mentions">Every mention a line of its own.</param>
    public IReadOnlyList<Contact> Contacts(
        string one,
        string other,
        DateOnly? since = null,
        DateOnly? until = null,
        int limit = 10_000,
        bool mentions = false
    ) =>
        [
            .. reader.Read(
                $"""
                with p as (
                    select id, document, date_start, date_end, kind, type, mode, status, quad, score, excerpt, min(a) as a, max(b) as b, count(distinct a) > 1 as mutual
                    from (from pair where a = $1 and b = $2 union all from pair where a = $2 and b = $1)
                    where ($3 is null or coalesce(date_start, date_end) >= $3::date) and ($4 is null or coalesce(date_start, date_end) <= $4::date)
                    group by all
                ), c as (
                    select date_start, date_end, kind, type, mode, status, quad, min(score) as score, case when mutual then least(a, b) else a end as a,
                        case when mutual then greatest(a, b) else b end as b, mutual, count(*) as mentions, count(distinct document) as documents,
                        min(id) as entry, arg_min(document, id) as document, arg_min(excerpt, id) as words
                    from p group by date_start, date_end, kind, type, mode, status, quad, case when mutual then least(a, b) else a end,
                        case when mutual then greatest(a, b) else b end, mutual, {(
                    mentions ? "id" : "case when date_start is null and date_end is null then id end"
                )}
                    order by coalesce(date_start, date_end) nulls last, date_end nulls last, kind, type nulls first, mode nulls first, status, entry limit $5::bigint
                )
                select c.* from c order by coalesce(date_start, date_end) nulls last, date_end nulls last, kind, type nulls first, mode nulls first, status, entry
                """,
                [one, other, since?.ToString("yyyy-MM-dd"), until?.ToString("yyyy-MM-dd"), limit],
                Met
            ),
        ];

    /// <summary>In how many documents something passed between two states.</summary>
    public long DocumentsOf(string one, string other) =>
        (long)
            reader
                .Asked(
                    "select count(distinct document) from (select document from pair where a = $1 and b = $2 union all select document from pair where a = $2 and b = $1)",
                    one,
                    other
                )
                .First()[0]!;

    /// <summary>The events of one month of one direction, with their words: what stands behind a number of the index.</summary>
    public IReadOnlyList<DyadEntry> Behind(string from, string to, DateOnly month) =>
        [
            .. reader
                .Asked(
                    """
                    select id, document, date_start, date_end, kind, type, mode, status, quad, score, a, b, excerpt from pair
                    where a = $1 and b = $2 and kind = 'event' and status in ('occurred', 'ongoing', 'historical')
                        and coalesce(date_start, date_end) >= $3::date and coalesce(date_start, date_end) < $3::date + interval 1 month
                    order by coalesce(date_start, date_end), id
                    """,
                    from,
                    to,
                    First(month).ToString("yyyy-MM-dd")
                )
                .Select(Line),
        ];

    /// <summary>What passed between two states in either direction, mention by mention, oldest first, undated last.</summary>
    public IReadOnlyList<DyadEntry> Timeline(
        string one,
        string other,
        DateOnly? since = null,
        DateOnly? until = null,
        int limit = 10_000
    ) =>
        [
            .. reader
                .Asked(
                    """
                    with t as (
                        select id, document, min(date_start) as date_start, min(date_end) as date_end, min(kind) as kind, min(type) as type,
                            min(mode) as mode, min(status) as status, min(quad) as quad, min(score) as score, min(a) as a, min(b) as b, min(excerpt) as words
                        from (from pair where a = $1 and b = $2 union all from pair where a = $2 and b = $1)
                        where ($3 is null or coalesce(date_start, date_end) >= $3::date) and ($4 is null or coalesce(date_start, date_end) <= $4::date)
                        group by id, document order by coalesce(min(date_start), min(date_end)) nulls last, id limit $5::bigint
                    )
                    select t.* from t order by coalesce(t.date_start, t.date_end) nulls last, t.id
                    """,
                    one,
                    other,
                    since?.ToString("yyyy-MM-dd"),
                    until?.ToString("yyyy-MM-dd"),
                    limit
                )
                .Select(Line),
        ];

    /// <summary>Entries that fit all that is asked.</summary>
    public IReadOnlyList<StoredEntry> Search(SearchTerms terms, int limit = 100)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var where = new List<string>();
        var values = new List<object?>();
        foreach (var word in terms.Words)
            Add("(contains(lower(words), lower($0)) or contains(lower(excerpt), lower($0)))", word);
        foreach (var actor in terms.Actors)
            Add(
                "(list_contains(actors, $0) or list_contains(recipients, $0) or list_contains(actor_states, $0) or list_contains(recipient_states, $0))",
                actor
            );
        if (terms.Topic is { } topic)
            Add("(list_contains(topics, $0) or type = $0)", topic);
        if (terms.Kind is { } kind)
            Add("kind = $0", kind);
        if (terms.Type is { } type)
            Add("type = $0", type);
        if (terms.Status is { } status)
            Add("status = $0", status);
        if (terms.Source is { } source)
            Add("(list_contains(sources, $0) or document in (select document from current where source = $0))", source);
        if (terms.Since is { } since)
            Add("date_start >= $0::date", since.ToString("yyyy-MM-dd"));
        if (terms.Until is { } until)
            Add("date_start <= $0::date", until.ToString("yyyy-MM-dd"));
        var filter = where.Count == 0 ? "" : "where " + string.Join(" and ", where);
        values.Add(limit);
        // The lines are wide: first which ones, by the narrow columns, then those alone.
        return reader.Fetch([
            .. reader
                .Asked(
                    $"select document, id from entry {filter} order by date_start nulls last, document, ord limit ${values.Count}::bigint",
                    [.. values]
                )
                .Select(row => ((string)row[0]!, (string)row[1]!)),
        ]);

        void Add(string condition, object value)
        {
            values.Add(value);
            where.Add(condition.Replace("$0", $"${values.Count}", StringComparison.Ordinal));
        }
    }

    /// <summary>
    /// Source by day: how many documents were read, found empty, failed. A day between a source's first and last on which nothing was
    /// looked for is <c>not watched</c>, so that silence and absence never look alike.
    /// </summary>
    public IReadOnlyList<CoverageDay> Coverage() =>
        [
            .. reader
                .Asked(
                    """
                    with watched as (
                        select source, day, count(*) filter (state = 'read') as read, count(*) filter (state = 'empty') as empty,
                            count(*) filter (state = 'failed') as failed
                        from (select distinct source, day, state, document, origin, problem from diary where document is null
                              union all select source, day, state, document, origin, problem from current) group by source, day
                    ), calendar as (
                        select source, unnest(generate_series(min(day), max(day), interval 1 day))::date as day from watched where day is not null group by source
                    )
                    select source, day, coalesce(read, 0), coalesce(empty, 0), coalesce(failed, 0)
                    from (select source, day from calendar union select source, day from watched) full_calendar
                    left join watched w using (source, day) order by source, day nulls last
                    """
                )
                .Select(row => new CoverageDay((string)row[0]!, ArchiveReader.Day(row[1]), (long)row[2]!, (long)row[3]!, (long)row[4]!)),
        ];

    /// <summary>Any query over the tables, for what no method here asks. Rows as values; null for SQL null.</summary>
    public IEnumerable<object?[]> Rows(string sql, params object?[] parameters) => reader.Asked(sql, parameters);

    private IReadOnlyList<DyadMonth> Months(bool occurrences, string condition, params object?[] parameters) =>
        [
            .. reader.Read(
                $"""
                select a, b, date_trunc('month', day)::date as month, count(*) filter (quad in ('verbal-cooperation', 'material-cooperation')) as cooperation,
                    count(*) filter (quad in ('verbal-conflict', 'material-conflict')) as conflict, count(*) as events,
                    (sum(round(score * 10)::bigint) filter (quad in ('verbal-cooperation', 'material-cooperation')))::bigint as cooperation_score,
                    (sum(round(score * 10)::bigint) filter (quad in ('verbal-conflict', 'material-conflict')))::bigint as conflict_score
                from (select {(
                    occurrences
                        ? "distinct a, b, coalesce(date_start, date_end) as day, date_start, date_end, type, mode, quad, score"
                        : "a, b, coalesce(date_start, date_end) as day, quad, score"
                )} from pair
                    where kind = 'event' and status in ('occurred', 'ongoing', 'historical') and day is not null {condition})
                group by all order by a, b, month
                """,
                parameters,
                row => new DyadMonth(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetFieldValue<DateOnly>(2),
                    row.GetInt64(3),
                    row.GetInt64(4),
                    row.GetInt64(5),
                    Tenths(row, 6),
                    Tenths(row, 7)
                )
            ),
        ];

    private static Contact Met(DuckDBDataReader row) =>
        new(
            Day(row, 0),
            Day(row, 1),
            row.GetString(2),
            Text(row, 3),
            Text(row, 4),
            row.GetString(5),
            Text(row, 6),
            row.IsDBNull(7) ? null : row.GetDouble(7),
            row.GetString(8),
            row.GetString(9),
            row.GetBoolean(10),
            row.GetInt64(11),
            row.GetInt64(12),
            row.GetString(13),
            row.GetString(14),
            Text(row, 15)
        );

    private static DateOnly? Day(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static string? Text(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    // Scores have one decimal place. Summed as whole tenths, the sum does not depend on the order of rows.
    private static double Tenths(DuckDBDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt64(column) / 10.0;

    private static DyadEntry Line(object?[] row) =>
        new(
            (string)row[0]!,
            (string)row[1]!,
            ArchiveReader.Day(row[2]),
            ArchiveReader.Day(row[3]),
            (string)row[4]!,
            row[5] as string,
            row[6] as string,
            (string)row[7]!,
            row[8] as string,
            row[9] as double?,
            (string)row[10]!,
            (string)row[11]!,
            row[12] as string
        );
}
