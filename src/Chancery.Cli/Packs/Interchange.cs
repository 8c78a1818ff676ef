using System.Text.Json;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Cli.Packs;

/// <summary>Persons and their offices in the forms of others: FollowTheMoney (JSON lines), Popolo (JSON), Wikidata answers (CSV of statements P39).</summary>
internal static class Interchange
{
    /// <summary>Writes persons, posts and occupancies as FollowTheMoney entities, a line each.</summary>
    public static void WriteFollowTheMoney(World world, TextWriter output)
    {
        // A post has one name; where it was called otherwise in somebody's time, that stands with the occupancy.
        var posts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var person in world
                .Tenures.GroupBy(static t => t.Person, StringComparer.Ordinal)
                .OrderBy(static g => g.Key, StringComparer.Ordinal)
        )
        {
            Line(output, person.Key, "Person", ("name", person.First().Name), ("country", Country(world, person.First().State)));
            foreach (var tenure in person)
            {
                var post = tenure.Fact.Object;
                if (posts.TryAdd(post, tenure.Title))
                    Line(output, post, "Position", ("name", tenure.Title), ("country", Country(world, tenure.State)));
                Line(
                    output,
                    Identity.Of("occupancy", tenure.Person, post, Day(tenure.Fact.From)),
                    "Occupancy",
                    ("holder", tenure.Person),
                    ("post", post),
                    ("startDate", Day(tenure.Fact.From)),
                    ("endDate", Day(tenure.Fact.Until)),
                    ("description", tenure.Title == posts[post] ? "" : tenure.Title)
                );
            }
        }
    }

    /// <summary>Writes persons with their memberships as one Popolo document.</summary>
    public static void WritePopolo(World world, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new() { Indented = true });
        json.WriteStartObject();
        json.WriteStartArray("persons");
        foreach (
            var person in world
                .Tenures.GroupBy(static t => t.Person, StringComparer.Ordinal)
                .OrderBy(static g => g.Key, StringComparer.Ordinal)
        )
        {
            json.WriteStartObject();
            json.WriteString("id", person.Key);
            json.WriteString("name", person.First().Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("memberships");
        foreach (var tenure in world.Tenures)
        {
            json.WriteStartObject();
            json.WriteString("person_id", tenure.Person);
            json.WriteString("post_id", tenure.Fact.Object);
            json.WriteString("role", tenure.Title);
            json.WriteString("area_id", tenure.State);
            if (Day(tenure.Fact.From) is { Length: > 0 } from)
                json.WriteString("start_date", from);
            if (Day(tenure.Fact.Until) is { Length: > 0 } until)
                json.WriteString("end_date", until);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads FollowTheMoney lines: occupancies with the persons and posts that they name; countries are ISO 3166-1 alpha-2. Of an entity that stands on several lines each property is kept where it first stands.</summary>
    public static void ReadFollowTheMoney(string text, Gathered to)
    {
        var all = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var occupancies = new List<(string Place, Dictionary<string, string> Held)>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0)
                continue;
            using var json = Parsed(line, $", line {number}", to);
            if (json?.RootElement is not { ValueKind: JsonValueKind.Object } entity)
            {
                if (json is not null)
                    to.Refuse($", line {number}", "no object.");
                continue;
            }
            var (id, schema) = (Text(entity, "id"), Text(entity, "schema"));
            if (id.Length == 0 || schema.Length == 0)
            {
                to.Refuse($", line {number}", "an entity has 'id' and 'schema'.");
                continue;
            }
            if (!all.TryGetValue(id, out var held))
            {
                all[id] = held = new(StringComparer.Ordinal);
                if (schema == "Occupancy")
                    occupancies.Add(($", line {number}", held));
            }

            if (!entity.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var property in properties.EnumerateObject())
                if (
                    property.Value.ValueKind == JsonValueKind.Array
                    && property.Value.GetArrayLength() > 0
                    && property.Value[0].ValueKind == JsonValueKind.String
                )
                    held.TryAdd(property.Name, property.Value[0].GetString()!);
        }

        foreach (var (place, held) in occupancies)
        {
            var (holder, post) = (held.GetValueOrDefault("holder", ""), held.GetValueOrDefault("post", ""));
            if (!all.TryGetValue(holder, out var person) || !all.TryGetValue(post, out var position))
                to.Refuse(place, $"the holder '{holder}' or the post '{post}' is not in the file.");
            else
                to.Add(
                    place,
                    holder,
                    person.GetValueOrDefault("name", ""),
                    post,
                    position.GetValueOrDefault("country", ""),
                    post.StartsWith("office/", StringComparison.Ordinal) && held.TryGetValue("description", out var called)
                        ? called
                        : position.GetValueOrDefault("name", ""),
                    held.GetValueOrDefault("startDate", ""),
                    held.GetValueOrDefault("endDate", "")
                );
        }
    }

    /// <summary>Reads a Popolo document: its persons and their memberships; the area is the ISO code of the state.</summary>
    public static void ReadPopolo(string text, Gathered to)
    {
        using var json = Parsed(text, "", to);
        if (json is null)
            return;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, person) in List(json.RootElement, "persons", to))
            names.TryAdd(Text(person, "id"), Text(person, "name"));
        foreach (var (place, held) in List(json.RootElement, "memberships", to))
        {
            if (names.TryGetValue(Text(held, "person_id"), out var name))
                to.Add(
                    place,
                    Text(held, "person_id"),
                    name,
                    Text(held, "post_id"),
                    Text(held, "area_id"),
                    Text(held, "role"),
                    Text(held, "start_date"),
                    Text(held, "end_date")
                );
            else
                to.Refuse(place, $"person_id '{Text(held, "person_id")}' is not among the persons.");
        }
    }

    /// <summary>
    /// Reads an answer of Wikidata's query service: the columns person, position, country (ISO code or name), start, end; or personLabel, positionLabel,
    /// countryLabel, as the service calls names. The columns id and office are ours and may be missing.
    /// </summary>
    public static void ReadWikidata(string text, Gathered to)
    {
        using var lines = CsvLine.Cut(text).GetEnumerator();
        var heading = lines.MoveNext() ? lines.Current.Fields.Select(static name => name.Trim()).ToArray() : [];
        int Column(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (Array.IndexOf(heading, name) is >= 0 and var at)
                    return at;
            return -1;
        }

        var (person, position, country, start, end) = (
            Column("personLabel", "person"),
            Column("positionLabel", "position"),
            Column("iso3", "iso2", "countryLabel", "country"),
            Column("start"),
            Column("end")
        );
        var (id, office) = (Column("id"), Column("office"));
        foreach (
            var (name, at) in (ReadOnlySpan<(string, int)>)
                [("person", person), ("position", position), ("country", country), ("start", start), ("end", end)]
        )
            if (at < 0)
                to.Refuse(", line 1", $"the column {name} is missing.");
        if (to.Faults.Count > 0)
            return;
        while (lines.MoveNext())
        {
            var (line, fields, whole) = lines.Current;
            if (!whole || fields.Length != heading.Length)
                to.Refuse(
                    $", line {line}",
                    whole ? $"{fields.Length} fields where {heading.Length} are due." : "a quotation mark is not closed."
                );
            else
                to.Add(
                    $", line {line}",
                    id < 0 ? "" : fields[id],
                    fields[person],
                    office < 0 ? "" : fields[office],
                    fields[country],
                    fields[position],
                    fields[start],
                    fields[end]
                );
        }
    }

    /// <summary>Writes what <see cref="ReadWikidata"/> reads.</summary>
    public static void WriteWikidata(World world, TextWriter output)
    {
        output.Write("person,position,country,start,end,id,office\n");
        foreach (var tenure in world.Tenures)
            output.Write(
                string.Join(
                    ',',
                    new[]
                    {
                        tenure.Name,
                        tenure.Title,
                        tenure.State,
                        Day(tenure.Fact.From),
                        Day(tenure.Fact.Until),
                        tenure.Person,
                        tenure.Fact.Object,
                    }.Select(CsvLine.Quoted)
                ) + "\n"
            );
    }

    private static JsonDocument? Parsed(string text, string place, Gathered to)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException error)
        {
            to.Refuse(place.Length > 0 ? place : $", line {error.LineNumber + 1}", "no JSON: " + error.Message.Split(" LineNumber:")[0]);
            return null;
        }
    }

    private static IEnumerable<(string Place, JsonElement Entry)> List(JsonElement root, string name, Gathered to)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            to.Refuse("", $"it has no list '{name}'.");
            yield break;
        }

        var number = 0;
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object)
                yield return ($", {name}[{number}]", entry);
            else
                to.Refuse($", {name}[{number}]", "no object.");
            number++;
        }
    }

    private static string Country(World world, string state) => world.Iso2(state) ?? state.ToLowerInvariant();

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Day(DayRange? range) =>
        range is not { } r ? ""
        : r.First == r.Last ? r.First.ToString("yyyy-MM-dd")
        : r.First.Month == r.Last.Month && r.First.Year == r.Last.Year ? r.First.ToString("yyyy-MM")
        : r.First.ToString("yyyy");

    private static void Line(TextWriter output, string id, string schema, params ReadOnlySpan<(string Name, string Value)> properties)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("schema", schema);
            json.WriteStartObject("properties");
            foreach (var (name, value) in properties)
            {
                if (value.Length == 0)
                    continue;
                json.WriteStartArray(name);
                json.WriteStringValue(value);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }
}
