using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Chancery.Record;

/// <summary>The fields of one published object, read by name; the mirror of <see cref="EntryWriting"/>.</summary>
internal readonly struct EntryFields(JsonElement json, CodePoints points)
{
    public Entry Entry()
    {
        var kind = Text("kind");
        Entry body = kind switch
        {
            "document" => Document(),
            "event" => Event(),
            "statement" => Statement(),
            "position" => Position(),
            "fact" => Fact(),
            "figure" => Figure(),
            "time" => Time(),
            "mention" => Mention(),
            "account" => Account(),
            "silence" => Silence(),
            _ => throw new FormatException($"'{kind}' is no kind of entry."),
        };
        return body with
        {
            Id = Text("id"),
            Sources = [.. Entities("sources").Select(entity => new Source([entity], entity.Span, ""))],
            Status = EntryReading.Member<EntryStatus>(Text("status")),
            Confidence = json.GetProperty("confidence").GetDouble(),
            Reasons = json.TryGetProperty("why", out var why) ? [.. Items(why).Select(Reason)] : [],
        };
    }

    private string DocumentId => Text("document");

    private string Rule => Text("rule");

    private DocumentEntry Document() =>
        new()
        {
            DocumentId = DocumentId,
            Spans = Spans("spans"),
            Rule = Rule,
            Title = Maybe("title"),
            Dateline = Entity("dateline"),
            Publisher = Maybe("publisher"),
            Published = Day("published"),
            Url = Maybe("url"),
            Language = Text("language"),
            TextKind = EntryReading.Member<TextKind>(Text("text_kind")),
            Issuer = Entity("issuer"),
            Contexts = Get("contexts") is null ? [] : Strings("contexts"),
            Knowledge = Maybe("knowledge"),
            Sha256 = Text("sha256"),
            Date = Date("date"),
        };

    private Event Event() =>
        new()
        {
            DocumentId = DocumentId,
            Spans = Spans("spans"),
            Rule = Rule,
            Type = EntryReading.Member<EventType>(Text("type")),
            Mode = Maybe("mode"),
            Contexts = Strings("contexts"),
            Cameo = Maybe("cameo"),
            Score = Number("score"),
            Quad = Maybe("quad"),
            Actors = Entities("actors"),
            Recipients = Entities("recipients"),
            Date = Date("date"),
            Place = Entity("place"),
            Instrument = Get("instrument") is { } means
                ? new Instrument(new EntryFields(means, points).Text("means"), SpanOf(means.GetProperty("span")))
                : null,
            Casualties = [.. Items("casualties").Select(Harm)],
        };

    private Statement Statement() =>
        new()
        {
            DocumentId = DocumentId,
            Spans = Spans("spans"),
            Rule = Rule,
            Speakers = Entities("speakers"),
            Addressees = Entities("addressees"),
            Cue = Get("cue") is { } cue ? new Cue(new EntryFields(cue, points).Text("lemma"), SpanOf(cue)) : null,
            Content = Spans("content"),
            Form = EntryReading.Member<StatementForm>(Text("form")),
            Mood = EntryReading.Member<Mood>(Text("mood")),
            Topics = Strings("topics"),
        };

    private Position Position() =>
        new()
        {
            DocumentId = DocumentId,
            Spans = Spans("spans"),
            Rule = Rule,
            Actors = Entities("actors"),
            Issue = Text("issue"),
            Stance = Text("stance"),
            Object = Maybe("object"),
            Date = Date("date"),
        };

    private Fact Fact() =>
        new()
        {
            DocumentId = DocumentId,
            Spans = Spans("spans"),
            Rule = Rule,
            Subjects = Entities("subjects"),
            Predicate = Text("predicate"),
            Objects = Entities("objects"),
            Valid = Date("valid"),
        };

    private Figure Figure() =>
        new()
        {
            DocumentId = DocumentId,
            Spans = Spans("spans"),
            Rule = Rule,
            Indicator = Text("indicator"),
            Value = json.GetProperty("value").GetDouble(),
            Unit = Maybe("unit"),
            Comparator = Maybe("comparator"),
            Role = Maybe("role"),
            Period = Date("period"),
            Of = Entities("of"),
            Approximate = json.GetProperty("approximate").GetBoolean(),
            Low = Number("low"),
            High = Number("high"),
        };

    private TimeReference Time() =>
        new()
        {
            DocumentId = DocumentId,
            Spans = Spans("spans"),
            Rule = Rule,
            Date = Dates(json),
            Value = Maybe("value"),
            Expression = Text("expression"),
        };

    private Mention Mention() =>
        new()
        {
            DocumentId = DocumentId,
            Spans = Spans("spans"),
            Rule = Rule,
            Entities = Entities("entities"),
            Reading = Maybe("reading"),
            Form = EntryReading.Member<MentionForm>(Text("form")),
            Candidates = json.TryGetProperty("candidates", out _) ? Entities("candidates") : [],
        };

    private Account Account() =>
        new()
        {
            DocumentId = DocumentId,
            Spans = Spans("spans"),
            Rule = Rule,
            Of = Text("of"),
            By = Entities("by"),
            Topics = [.. Items("topics").Select(Topic)],
            Length = Get("length")?.GetInt32(),
            Initiator = Entity("initiator"),
        };

    private Silence Silence() =>
        new()
        {
            DocumentId = DocumentId,
            Spans = Spans("spans"),
            Rule = Rule,
            Of = Text("of"),
            By = Entities("by"),
            Topic = Text("topic"),
            State = EntryReading.Member<SilenceState>(Text("state")),
            Basis = EntryReading.Member<SilenceBasis>(Text("basis")),
            Checked = Check(json.GetProperty("checked")),
        };

    private Check Check(JsonElement element)
    {
        var fields = new EntryFields(element, points);
        return new Check(fields.Strings("terms"), fields.Text("method"));
    }

    private TopicSpans Topic(JsonElement element)
    {
        var fields = new EntryFields(element, points);
        return new TopicSpans(fields.Text("topic"), fields.Spans("spans"));
    }

    private Casualties Harm(JsonElement element)
    {
        var fields = new EntryFields(element, points);
        return new Casualties(
            fields.Text("harm"),
            fields.Get("low")?.GetInt64(),
            fields.Get("best")?.GetInt64(),
            fields.Get("high")?.GetInt64(),
            SpanOf(element.GetProperty("span"))
        );
    }

    private Reason Reason(JsonElement element)
    {
        var fields = new EntryFields(element, points);
        return new Reason(fields.Text("field"), fields.Text("basis"), fields.Text("detail"));
    }

    private Entity? Entity(string name) => Get(name) is { } found ? EntityOf(found) : null;

    private Entity EntityOf(JsonElement element)
    {
        var fields = new EntryFields(element, points);
        return new Entity
        {
            Id = fields.Text("entity"),
            Name = fields.Text("name"),
            Type = EntryReading.Member<EntityType>(fields.Text("type")),
            State = fields.Maybe("state"),
            Office = fields.Maybe("office"),
            Span = fields.Get("span") is { } span ? SpanOf(span) : null,
            Members = fields.Entities("members"),
        };
    }

    private ImmutableArray<Entity> Entities(string name) => [.. Items(name).Select(EntityOf)];

    private ImmutableArray<Span> Spans(string name) => [.. Items(name).Select(SpanOf)];

    private Span SpanOf(JsonElement element)
    {
        int start = element.GetProperty("start").GetInt32(),
            end = element.GetProperty("end").GetInt32();
        if (start < 0 || end < start)
            throw new FormatException($"The span {start}..{end} runs backwards.");
        return new Span(points.CodeUnit(start), points.CodeUnit(end));
    }

    private DateValue Date(string name) => Dates(json.GetProperty(name));

    private DateValue Dates(JsonElement element)
    {
        var fields = new EntryFields(element, points);
        return new DateValue
        {
            Start = fields.Day("start"),
            End = fields.Day("end"),
            Precision = EntryReading.Member<Precision>(fields.Text("precision")),
            Basis = EntryReading.Member<DateBasis>(fields.Text("basis")),
            Reasons = fields.Strings("reasons"),
        };
    }

    private DateOnly? Day(string name) =>
        Maybe(name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private double? Number(string name) => Get(name)?.GetDouble();

    private string Text(string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"The field '{name}' is null.");

    private string? Maybe(string name) => Get(name)?.GetString();

    private ImmutableArray<string> Strings(string name) => [.. Items(name).Select(item => item.GetString() ?? "")];

    private IEnumerable<JsonElement> Items(string name) => Get(name) is { } array ? Items(array) : [];

    private static IEnumerable<JsonElement> Items(JsonElement array) => array.EnumerateArray();

    private JsonElement? Get(string name) =>
        json.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
}
