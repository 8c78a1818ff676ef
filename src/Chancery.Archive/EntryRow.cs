using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>The columns of one entry beside its JSON: what people filter, group and sort by. Lists are joined with U+001F until the segment is written.</summary>
internal readonly record struct EntryRow
{
    private const char Joint = '\u001f';

    public required Entry Entry { get; init; }

    public required string Json { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Quote { get; init; }

    public required string Words { get; init; }

    /// <summary>The stretch of text that tells it, from its actors to its recipients; null for what is no more than a name or a day.</summary>
    public string? Excerpt { get; init; }

    public string? Type =>
        Entry switch
        {
            Event happening => Names[(int)happening.Type],
            Position position => position.Issue,
            Fact fact => fact.Predicate,
            Figure figure => figure.Indicator,
            Silence silence => silence.Topic,
            Mention mention => mention.Reading,
            Statement statement => EntryJson.Published(statement.Mood),
            DocumentEntry document => EntryJson.Published(document.TextKind),
            _ => null,
        };

    public string? Mode =>
        Entry switch
        {
            Event happening => happening.Mode,
            Position position => position.Stance,
            Silence silence => EntryJson.Published(silence.State),
            Statement statement => EntryJson.Published(statement.Form),
            Figure figure => figure.Role,
            _ => null,
        };

    public ImmutableArray<Entity> Actors =>
        Entry switch
        {
            Event happening => happening.Actors,
            Statement statement => statement.Speakers,
            Position position => position.Actors,
            Fact fact => fact.Subjects,
            Figure figure => figure.Of,
            Mention mention => mention.Entities,
            Account account => account.By,
            Silence silence => silence.By,
            _ => [],
        };

    public ImmutableArray<Entity> Recipients =>
        Entry switch
        {
            Event happening => happening.Recipients,
            Statement statement => statement.Addressees,
            Fact fact => fact.Objects,
            _ => [],
        };

    public ImmutableArray<string> Topics =>
        Entry switch
        {
            Event happening => happening.Contexts,
            Statement statement => statement.Topics,
            Account account => [.. account.Topics.Select(topic => topic.Topic)],
            Silence silence => [silence.Topic],
            Position position => [position.Issue],
            _ => [],
        };

    public DateValue Date =>
        Entry switch
        {
            Event happening => happening.Date,
            Position position => position.Date,
            Fact fact => fact.Valid,
            Figure figure => figure.Period,
            TimeReference time => time.Date,
            DocumentEntry document => document.Date,
            _ => DateValue.Unknown,
        };

    /// <summary>The ids of the chain of sources, outermost first; null where there is none.</summary>
    public string? Sources =>
        Entry.Sources switch
        {
            { IsDefaultOrEmpty: true } => null,
            [{ Entities: [var only] }] => only.Id,
            var chain => string.Join(Joint, chain.SelectMany(source => source.Entities).Select(entity => entity.Id)),
        };

    public string? Of =>
        Entry switch
        {
            Account account => account.Of,
            Silence silence => silence.Of,
            _ => null,
        };

    public static EntryRow From(Entry entry, Document document, CodePoints points)
    {
        var json = System.Text.Encoding.UTF8.GetString(EntryJson.Write(entry, document, points).Span);
        var first = entry.Spans.IsDefaultOrEmpty ? default : entry.Spans[0];
        return new EntryRow
        {
            Entry = entry,
            Json = json,
            Start = points.At(first.Start),
            End = points.At(first.End),
            Quote = first.In(document.Text).ToString(),
            Words = WordsOf(entry, document.Text),
            Excerpt = Excerpted(entry, document.Text),
        };
    }

    /// <summary>The row of a published line whose text is not at hand; its quotes stand in the line itself.</summary>
    public static EntryRow FromLine(Entry entry, string line)
    {
        using var json = System.Text.Json.JsonDocument.Parse(line);
        var root = json.RootElement;
        var quotes = root.GetProperty("spans").EnumerateArray().Select(span => span.GetProperty("quote").GetString() ?? "").ToList();
        var first = quotes[0];
        if (root.TryGetProperty("content", out var content))
            quotes.AddRange(content.EnumerateArray().Select(span => span.GetProperty("quote").GetString() ?? ""));
        return new EntryRow
        {
            Entry = entry,
            Json = line,
            Start = entry.Spans[0].Start,
            End = entry.Spans[0].End,
            Quote = first,
            Words = string.Join(" … ", quotes.Distinct(StringComparer.Ordinal)),
            Excerpt = entry is Mention or TimeReference ? null : first,
        };
    }

    /// <summary>Entities joined by id.</summary>
    public static string? Ids(ImmutableArray<Entity> entities) =>
        entities switch
        {
            { IsDefaultOrEmpty: true } => null,
            [var only] => only.Id,
            _ => string.Join(Joint, entities.Select(entity => entity.Id)),
        };

    /// <summary>The states of entities and of the members of groups, each once, in the order of the text.</summary>
    public static string? States(ImmutableArray<Entity> entities)
    {
        if (entities.IsDefaultOrEmpty)
            return null;
        if (entities is [{ Members: [] } only])
            return only.State;
        var states = entities
            .SelectMany(entity => entity.Members.IsDefaultOrEmpty ? [entity] : entity.Members.Insert(0, entity))
            .Select(entity => entity.State)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        var joined = string.Join(Joint, states);
        return joined.Length == 0 ? null : joined;
    }

    public static string? Join(ImmutableArray<string> items) => items.IsDefaultOrEmpty ? null : string.Join(Joint, items);

    private static string WordsOf(Entry entry, string text)
    {
        var content = entry is Statement statement ? statement.Content : [];
        if (content.IsDefaultOrEmpty && entry.Spans.Length == 1)
            return entry.Spans[0].In(text).ToString();
        return string.Join(" … ", entry.Spans.Concat(content).Distinct().Select(span => span.In(text).ToString()));
    }

    // Participants that stand farther off than a long sentence is are left out of the stretch.
    private static string? Excerpted(Entry entry, string text)
    {
        if (entry.Spans.IsDefaultOrEmpty || entry is Mention or TimeReference)
            return null;
        const int Farthest = 240;
        var (start, end) = (entry.Spans[0].Start, entry.Spans[0].End);
        int first = start,
            last = end;
        foreach (var span in entry.Spans)
            Take(span);
        if (entry is Event happening)
        {
            foreach (var entity in happening.Actors)
                Take(entity.Span);
            foreach (var entity in happening.Recipients)
                Take(entity.Span);
        }
        else if (entry is Statement statement)
        {
            foreach (var entity in statement.Speakers)
                Take(entity.Span);
            foreach (var span in statement.Content)
                Take(span);
        }

        return text[first..last];

        void Take(Span? found)
        {
            if (found is not { } span || span.Start < start - Farthest || span.End > end + Farthest)
                return;
            first = Math.Min(first, span.Start);
            last = Math.Max(last, span.End);
        }
    }

    private static readonly string[] Names = Enum.GetNames<EventType>();
}
