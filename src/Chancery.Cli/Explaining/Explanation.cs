using System.Globalization;
using System.Text.Json;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Explaining;

/// <summary>
/// Follows each field of an entry back to the words and to the rule, table row, mention, time expression or fact that made it. It works on the published
/// line and on its document's other lines, so that it explains what was exported and imported as well as what was read here.
/// </summary>
internal sealed class Explanation
{
    private readonly JsonElement _entry;
    private readonly IReadOnlyList<JsonElement> _mentions;
    private readonly IReadOnlyList<JsonElement> _times;
    private readonly DateOnly? _day;
    private readonly string _rule;
    private readonly List<Ground> _grounds = [];

    private Explanation(JsonElement entry, IReadOnlyList<JsonElement> record)
    {
        _entry = entry;
        _mentions = [.. record.Where(line => Text(line, "kind") == "mention")];
        _times = [.. record.Where(line => Text(line, "kind") == "time")];
        _rule = Text(entry, "rule") ?? "";
        _day = record.Where(line => Text(line, "kind") == "document").Select(line => Day(line.GetProperty("date"), "end")).FirstOrDefault();
    }

    /// <summary>The grounds of an entry, in the order of its fields.</summary>
    /// <param name="entry">The entry's published object.</param>
    /// <param name="record">All entries of its document.</param>
    public static IReadOnlyList<Ground> Of(JsonElement entry, IReadOnlyList<JsonElement> record)
    {
        var explanation = new Explanation(entry, record);
        foreach (var field in entry.EnumerateObject())
            explanation.Field(field.Name, field.Value);
        return explanation._grounds;
    }

    private void Field(string name, JsonElement value)
    {
        switch (name)
        {
            case "id" or "document" or "why" or "rule" or "sha256" or "language":
                return;
            case "kind":
                Add(name, value.GetString()!, _entry.GetProperty("spans")[0], _rule, RuleRow.Of(_rule));
                return;
            case "spans":
                for (var i = 1; i < value.GetArrayLength(); i++)
                    Add($"spans[{i}]", "further words", value[i], _rule, null);
                return;
            case "topics" when value.ValueKind == JsonValueKind.Array:
                foreach (var topic in value.EnumerateArray())
                    Topic(topic);
                return;
            case "date" or "valid" or "period":
                Date(name, value);
                return;
        }

        if (value.ValueKind == JsonValueKind.Object)
            Part(name, value);
        else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0)
            Nobody(name);
        else if (value.ValueKind == JsonValueKind.Array)
            for (var i = 0; i < value.GetArrayLength(); i++)
                Part($"{name}[{i}]", value[i]);
        else if (value.ValueKind != JsonValueKind.Null)
            Scalar(name, value);
    }

    // Why a field is left empty, where the entry says so.
    private void Nobody(string name)
    {
        if (!_entry.TryGetProperty("why", out var why))
            return;
        foreach (var reason in why.EnumerateArray())
            if (Text(reason, "field") == name)
                Add(name, "nobody", null, Text(reason, "basis")!, Text(reason, "detail"));
    }

    private void Part(string field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            Scalar(field, value);
        else if (value.TryGetProperty("entity", out _))
            Entity(field, value);
        else if (value.TryGetProperty("quote", out var quote))
            Add(field, Text(value, "lemma") ?? quote.GetString()!, value, _rule, RuleRow.Of(_rule));
        else if (value.TryGetProperty("span", out var span))
            Add(field, Scalars(value), span, _rule, null);
        else if (value.TryGetProperty("terms", out var terms))
            Add(
                field,
                Text(value, "method") ?? "",
                null,
                _rule,
                "looked for: " + string.Join(", ", terms.EnumerateArray().Select(term => term.GetString()))
            );
        else
            Add(field, Scalars(value), null, _rule, null);
    }

    private void Scalar(string name, JsonElement value)
    {
        var written = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var (basis, detail) = name switch
        {
            "status" when Text(_entry, "kind") is "event" or "fact" => (
                "codebook/events/veridicality.csv",
                written == "occurred"
                    ? "no word of that table governs it, nor does the tense make it otherwise"
                    : "a word of that table governs it, or the tense of its verb says so"
            ),
            "score" => (
                Named("codebook/events/scores.csv", "cameo"),
                RuleRow.First("codebook/events/scores.csv", Text(_entry, "cameo") ?? "")
            ),
            "quad" => (Named("codebook/events/quad.csv", "type"), RuleRow.First("codebook/events/quad.csv", Text(_entry, "type") ?? "")),
            _ => (_rule, null),
        };
        if (_entry.TryGetProperty("why", out var why))
        {
            foreach (var reason in why.EnumerateArray())
                if (Text(reason, "field") == name)
                    (basis, detail) = (Text(reason, "basis")!, Text(reason, "detail"));
        }

        Add(name, written, null, basis, detail);
        string Named(string table, string key) => $"{table}:{Text(_entry, key)}";
    }

    // Words, then the mention that they are, then the entity that the mention stands for, then the fact that gives its office.
    private void Entity(string field, JsonElement entity)
    {
        var id = Text(entity, "entity")!;
        var value = $"{Text(entity, "name")} ({id})";
        if (!entity.TryGetProperty("span", out var span))
            Add(field, value, null, id == "this-report" ? "report" : _rule, id == "this-report" ? "the document itself says so" : null);
        else if (MentionAt(span, id) is { } mention)
        {
            var how =
                $"{Text(mention, "form")}{(Text(mention, "reading") is { } reading ? ", read as " + reading : "")}, mention {Text(mention, "id")}";
            if (mention.TryGetProperty("why", out var why) && why.GetArrayLength() > 0)
                how +=
                    ": "
                    + string.Join(
                        "; ",
                        why.EnumerateArray().Select(reason => $"{Text(reason, "detail")} ({Text(reason, "basis")})").Distinct()
                    );
            Add(field, value, span, Text(mention, "rule")!, how);
        }
        else
            Add(field, value, span, _rule, "no mention of its own stands at these words");

        if (Text(entity, "office") is { } office && World.Default.OfficeOf(id, _day) is { } tenure)
            Add(
                field + ".office",
                office,
                null,
                $"knowledge:{id} holds {tenure.Fact.Object}",
                $"from {Days(tenure.Fact.From) ?? "an unknown day"} until {Days(tenure.Fact.Until) ?? "now"}, reviewed {tenure.Fact.Reviewed:yyyy-MM-dd}; source: {tenure.Fact.Source}"
            );
        if (entity.TryGetProperty("members", out var members))
            for (var i = 0; i < members.GetArrayLength(); i++)
                Entity($"{field}.members[{i}]", members[i]);
    }

    private JsonElement? MentionAt(JsonElement span, string id)
    {
        int start = span.GetProperty("start").GetInt32(),
            end = span.GetProperty("end").GetInt32();
        JsonElement? best = null;
        var distance = int.MaxValue;
        foreach (var mention in _mentions)
        {
            var at = mention.GetProperty("spans")[0];
            int from = at.GetProperty("start").GetInt32(),
                to = at.GetProperty("end").GetInt32();
            if (to <= start || from >= end)
                continue;
            var away = Math.Abs(from - start) + Math.Abs(to - end) + (Means(mention, id) ? 0 : 1_000_000);
            if (away >= distance)
                continue;
            distance = away;
            best = mention;
        }

        return best;
    }

    private static bool Means(JsonElement mention, string id) =>
        IsAmong(mention.GetProperty("entities"), id) || mention.TryGetProperty("candidates", out var candidates) && IsAmong(candidates, id);

    private static bool IsAmong(JsonElement entities, string id) =>
        entities
            .EnumerateArray()
            .Any(entity =>
                Text(entity, "entity") == id
                || entity.TryGetProperty("members", out var members) && members.EnumerateArray().Any(member => Text(member, "entity") == id)
            );

    private void Date(string name, JsonElement date)
    {
        string basis = Text(date, "basis") ?? "unknown",
            precision = Text(date, "precision") ?? "unknown";
        if (precision == "unknown")
        {
            Add(name, "unknown", null, "dating", "no time expression belongs to it, and nothing else dates it");
            return;
        }

        string? start = Text(date, "start"),
            end = Text(date, "end");
        var value = $"{start ?? "…"}{(start == end ? "" : " to " + (end ?? "…"))} ({precision}, {basis})";
        var reasons = date.TryGetProperty("reasons", out var list)
            ? string.Join("; ", list.EnumerateArray().Select(reason => reason.GetString()))
            : null;
        var predicate = _entry.GetProperty("spans")[0].GetProperty("start").GetInt32();
        var time = _times
            .Where(line => Text(line, "start") == start && Text(line, "end") == end)
            .OrderBy(line => Math.Abs(line.GetProperty("spans")[0].GetProperty("start").GetInt32() - predicate))
            .Cast<JsonElement?>()
            .FirstOrDefault();
        if (reasons is null && time is { } found)
            Add(
                name,
                value,
                found.GetProperty("spans")[0],
                Text(found, "rule")!,
                $"the nearest expression of these days, time {Text(found, "id")}"
            );
        else
            Add(name, value, null, "dating/" + basis, reasons);
    }

    private void Topic(JsonElement topic)
    {
        if (topic.ValueKind == JsonValueKind.Object)
        {
            foreach (var span in topic.GetProperty("spans").EnumerateArray())
                Pattern(Text(topic, "topic")!, span);
            return;
        }

        var name = topic.GetString()!;
        if (_entry.TryGetProperty("content", out var content))
            foreach (var span in content.EnumerateArray())
                if (Pattern(name, span))
                    return;
        Add("topics", name, null, "codebook/topics/topics.csv:" + name, null);
    }

    private bool Pattern(string topic, JsonElement span)
    {
        var quote = Text(span, "quote")!;
        foreach (var match in Topics.Standard.Find(quote, new Span(0, quote.Length)))
        {
            if (!string.Equals(match.Topic.Name, topic, StringComparison.OrdinalIgnoreCase))
                continue;
            Add(
                "topics",
                topic,
                span,
                "codebook/topics/topics.csv:" + topic,
                $"pattern \"{match.Pattern}\" met by \"{match.Span.In(quote)}\""
            );
            return true;
        }

        return false;
    }

    private void Add(string field, string value, JsonElement? span, string basis, string? detail) =>
        _grounds.Add(
            new Ground(
                field,
                value,
                span is { } words ? Text(words, "quote") : null,
                span?.GetProperty("start").GetInt32(),
                span?.GetProperty("end").GetInt32(),
                basis,
                detail
            )
        );

    private static string Scalars(JsonElement value) =>
        string.Join(
            ", ",
            value
                .EnumerateObject()
                .Where(part => part.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                .Select(part => $"{part.Name} {part.Value}")
        );

    private static string? Days(DayRange? range) =>
        range is { } days
            ? days.First == days.Last
                ? $"{days.First:yyyy-MM-dd}"
                : $"between {days.First:yyyy-MM-dd} and {days.Last:yyyy-MM-dd}"
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static DateOnly? Day(JsonElement date, string name) =>
        Text(date, name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
