using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Chancery.Record;

/// <summary>One pass of writing an entry. The order of fields is part of the format: a field is added at its kind's end, never moved.</summary>
internal readonly struct EntryWriting(Utf8JsonWriter json, string text, CodePoints points)
{
    public void Write(Entry entry)
    {
        json.WriteStartObject();
        json.WriteString("kind", entry.Kind);
        json.WriteString("id", entry.Id);
        json.WriteString("document", entry.DocumentId);
        Spans("spans", entry.Spans);
        Sources(entry.Sources);
        json.WriteString("status", EntryJson.Published(entry.Status));
        json.WriteNumber("confidence", Math.Round(entry.Confidence, 3));
        json.WriteString("rule", entry.Rule);
        switch (entry)
        {
            case DocumentEntry document:
                Body(document);
                break;
            case Event happening:
                Body(happening);
                break;
            case Statement statement:
                Body(statement);
                break;
            case Position position:
                Body(position);
                break;
            case Fact fact:
                Body(fact);
                break;
            case Figure figure:
                Body(figure);
                break;
            case TimeReference time:
                Body(time);
                break;
            case Mention mention:
                Body(mention);
                break;
            case Account account:
                Body(account);
                break;
            case Silence silence:
                Body(silence);
                break;
        }

        Reasons(entry.Reasons);
        json.WriteEndObject();
    }

    private void Body(DocumentEntry document)
    {
        json.WriteString("title", document.Title);
        Entity("dateline", document.Dateline);
        json.WriteString("publisher", document.Publisher);
        Day("published", document.Published);
        json.WriteString("url", document.Url);
        json.WriteString("language", document.Language);
        json.WriteString("text_kind", EntryJson.Published(document.TextKind));
        Entity("issuer", document.Issuer);
        Strings("contexts", document.Contexts);
        json.WriteString("knowledge", document.Knowledge);
        json.WriteString("sha256", document.Sha256);
        Date("date", document.Date);
    }

    private void Body(Event happening)
    {
        json.WriteString("type", happening.Type.ToString());
        json.WriteString("mode", happening.Mode);
        Strings("contexts", happening.Contexts);
        json.WriteString("cameo", happening.Cameo);
        Number("score", happening.Score);
        json.WriteString("quad", happening.Quad);
        Entities("actors", happening.Actors);
        Entities("recipients", happening.Recipients);
        Date("date", happening.Date);
        Entity("place", happening.Place);
        if (happening.Instrument is { } means)
        {
            json.WriteStartObject("instrument");
            json.WriteString("means", means.Means);
            Span("span", means.Span);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("instrument");
        }

        json.WriteStartArray("casualties");
        foreach (var harm in happening.Casualties)
        {
            json.WriteStartObject();
            json.WriteString("harm", harm.Harm);
            Number("low", harm.Low);
            Number("best", harm.Best);
            Number("high", harm.High);
            Span("span", harm.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Body(Statement statement)
    {
        Entities("speakers", statement.Speakers);
        Entities("addressees", statement.Addressees);
        if (statement.Cue is { } cue)
        {
            json.WriteStartObject("cue");
            json.WriteString("lemma", cue.Lemma);
            Place(cue.Span);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("cue");
        }

        Spans("content", statement.Content);
        json.WriteString("form", EntryJson.Published(statement.Form));
        json.WriteString("mood", EntryJson.Published(statement.Mood));
        Strings("topics", statement.Topics);
    }

    private void Body(Position position)
    {
        Entities("actors", position.Actors);
        json.WriteString("issue", position.Issue);
        json.WriteString("stance", position.Stance);
        json.WriteString("object", position.Object);
        Date("date", position.Date);
    }

    private void Body(Fact fact)
    {
        Entities("subjects", fact.Subjects);
        json.WriteString("predicate", fact.Predicate);
        Entities("objects", fact.Objects);
        Date("valid", fact.Valid);
    }

    private void Body(Figure figure)
    {
        json.WriteString("indicator", figure.Indicator);
        json.WriteNumber("value", figure.Value);
        json.WriteString("unit", figure.Unit);
        json.WriteString("comparator", figure.Comparator);
        json.WriteString("role", figure.Role);
        Date("period", figure.Period);
        Entities("of", figure.Of);
        json.WriteBoolean("approximate", figure.Approximate);
        Number("low", figure.Low);
        Number("high", figure.High);
    }

    private void Body(TimeReference time)
    {
        Dates(time.Date);
        json.WriteString("value", time.Value);
        json.WriteString("expression", time.Expression);
    }

    private void Body(Mention mention)
    {
        Entities("entities", mention.Entities);
        json.WriteString("reading", mention.Reading);
        json.WriteString("form", EntryJson.Published(mention.Form));
        if (!mention.Candidates.IsDefaultOrEmpty)
            Entities("candidates", mention.Candidates);
    }

    private void Body(Account account)
    {
        json.WriteString("of", account.Of);
        Entities("by", account.By);
        json.WriteStartArray("topics");
        foreach (var topic in account.Topics)
        {
            json.WriteStartObject();
            json.WriteString("topic", topic.Topic);
            Spans("spans", topic.Spans);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Number("length", account.Length);
        Entity("initiator", account.Initiator);
    }

    private void Body(Silence silence)
    {
        json.WriteString("of", silence.Of);
        Entities("by", silence.By);
        json.WriteString("topic", silence.Topic);
        json.WriteString("state", EntryJson.Published(silence.State));
        json.WriteString("basis", EntryJson.Published(silence.Basis));
        json.WriteStartObject("checked");
        Strings("terms", silence.Checked.Terms);
        json.WriteString("method", silence.Checked.Method);
        json.WriteEndObject();
    }

    private void Sources(ImmutableArray<Source> sources)
    {
        json.WriteStartArray("sources");
        foreach (var source in sources)
            foreach (var entity in source.Entities)
                Entity(null, entity with { Span = entity.Span ?? source.Span });
        json.WriteEndArray();
    }

    private void Reasons(ImmutableArray<Reason> reasons)
    {
        if (reasons.IsDefaultOrEmpty)
            return;
        json.WriteStartArray("why");
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("field", reason.Field);
            json.WriteString("basis", reason.Basis);
            json.WriteString("detail", reason.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Entities(string name, ImmutableArray<Entity> entities)
    {
        json.WriteStartArray(name);
        foreach (var entity in entities)
            Entity(null, entity);
        json.WriteEndArray();
    }

    private void Entity(string? name, Entity? entity)
    {
        if (name is not null)
            json.WritePropertyName(name);
        if (entity is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("entity", entity.Id);
        json.WriteString("name", entity.Name);
        json.WriteString("type", EntryJson.Published(entity.Type));
        if (entity.State is not null)
            json.WriteString("state", entity.State);
        if (entity.Iso3 is not null)
            json.WriteString("iso3", entity.Iso3);
        if (entity.Office is not null)
            json.WriteString("office", entity.Office);
        if (entity.Span is { } span)
            Span("span", span);
        if (!entity.Members.IsDefaultOrEmpty)
            Entities("members", entity.Members);
        json.WriteEndObject();
    }

    private void Spans(string name, ImmutableArray<Span> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
            Span(null, span);
        json.WriteEndArray();
    }

    private void Span(string? name, Span span)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
        Place(span);
        json.WriteEndObject();
    }

    private void Place(Span span)
    {
        json.WriteString("quote", span.In(text));
        json.WriteNumber("start", points.At(span.Start));
        json.WriteNumber("end", points.At(span.End));
    }

    private void Date(string name, DateValue date)
    {
        json.WriteStartObject(name);
        Dates(date);
        if (!date.Reasons.IsDefaultOrEmpty)
            Strings("reasons", date.Reasons);
        json.WriteEndObject();
    }

    private void Dates(DateValue date)
    {
        Day("start", date.Start);
        Day("end", date.End);
        json.WriteString("precision", EntryJson.Published(date.Precision));
        json.WriteString("basis", EntryJson.Published(date.Basis));
    }

    private void Day(string name, DateOnly? day) => json.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private void Number(string name, double? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    private void Strings(string name, ImmutableArray<string> strings)
    {
        json.WriteStartArray(name);
        foreach (var value in strings)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
