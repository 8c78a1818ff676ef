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
        foreach (var person in world.Tenures.GroupBy(static t => t.Person, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            Line(output, person.Key, "Person", ("name", person.First().Name), ("country", Country(world, person.First().State)));
            foreach (var tenure in person)
            {
                var post = tenure.Fact.Object;
                Line(output, post, "Position", ("name", tenure.Title), ("country", Country(world, tenure.State)));
                Line(output, Identity.Of("occupancy", tenure.Person, post, Day(tenure.Fact.From)), "Occupancy", ("holder", tenure.Person), ("post", post), ("startDate", Day(tenure.Fact.From)), ("endDate", Day(tenure.Fact.Until)));
            }
        }
    }

    /// <summary>Writes persons with their memberships as one Popolo document.</summary>
    public static void WritePopolo(World world, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new() { Indented = true });
        json.WriteStartObject();
        json.WriteStartArray("persons");
        foreach (var person in world.Tenures.GroupBy(static t => t.Person, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
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
            if (Day(tenure.Fact.From) is { Length: > 0 } from) json.WriteString("start_date", from);
            if (Day(tenure.Fact.Until) is { Length: > 0 } until) json.WriteString("end_date", until);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads FollowTheMoney lines into rows of <c>holders-hand</c>; countries are ISO 3166-1 alpha-2.</summary>
    public static List<string[]> ReadFollowTheMoney(IEnumerable<string> lines, World world, string source, string reviewed)
    {
        var all = lines.Where(static line => line.Trim().Length > 0).Select(static line => JsonDocument.Parse(line).RootElement).ToDictionary(static e => e.GetProperty("id").GetString()!, StringComparer.Ordinal);
        var rows = new List<string[]>();
        foreach (var entity in all.Values)
        {
            if (entity.GetProperty("schema").GetString() != "Occupancy") continue;
            if (!all.TryGetValue(Value(entity, "holder"), out var person) || !all.TryGetValue(Value(entity, "post"), out var post)) continue;
            rows.Add(Row(Value(person, "name"), State(world, Value(post, "country")), Value(post, "name"), Value(entity, "startDate"), Value(entity, "endDate"), source, reviewed));
        }

        return rows;
    }

    /// <summary>Reads a Popolo document into rows of <c>holders-hand</c>; the area is the ISO code of the state.</summary>
    public static List<string[]> ReadPopolo(string text, World world, string source, string reviewed)
    {
        using var document = JsonDocument.Parse(text);
        var names = document.RootElement.GetProperty("persons").EnumerateArray().ToDictionary(static p => p.GetProperty("id").GetString()!, static p => p.GetProperty("name").GetString()!, StringComparer.Ordinal);
        return
        [
            .. document.RootElement.GetProperty("memberships").EnumerateArray().Where(m => names.ContainsKey(Text(m, "person_id")))
                .Select(m => Row(names[Text(m, "person_id")], State(world, Text(m, "area_id")), Text(m, "role"), Text(m, "start_date"), Text(m, "end_date"), source, reviewed)),
        ];
    }

    /// <summary>Reads an answer of Wikidata's query service with the columns person, position, country (alpha-3 or alpha-2), start, end.</summary>
    public static List<string[]> ReadWikidata(TextReader text, World world, string source, string reviewed)
        => [.. EmbeddedTable.Rows(text, source).Select(r => Row(r[0], State(world, r[2]), r[1], r[3].Split('T')[0], r[4].Split('T')[0], source, reviewed))];

    /// <summary>Writes what <see cref="ReadWikidata"/> reads.</summary>
    public static void WriteWikidata(World world, TextWriter output)
    {
        output.Write("person,position,country,start,end\n");
        foreach (var tenure in world.Tenures)
            output.Write(string.Join(',', new[] { tenure.Name, tenure.Title, tenure.State, Day(tenure.Fact.From), Day(tenure.Fact.Until) }.Select(PackFolder.Quoted)) + "\n");
    }

    private static string[] Row(string name, string state, string position, string from, string until, string source, string reviewed)
    {
        var title = position.ToLowerInvariant();
        var of = title.IndexOf(" of ", StringComparison.Ordinal);
        var office = World.Default.Title(title) ?? (of > 0 ? World.Default.Title(title[..of]) : null) ?? PetrarchActors.Slug(title);
        return ["person/" + PetrarchActors.Slug(name), name, state, office, title, from, until, source, reviewed];
    }

    private static string Country(World world, string state) => world.Iso2(state) ?? state.ToLowerInvariant();

    private static string State(World world, string code) => code.Length == 2 ? world.Iso3(code.ToUpperInvariant()) ?? code.ToUpperInvariant() : code.ToUpperInvariant();

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Value(JsonElement entity, string property)
        => entity.GetProperty("properties").TryGetProperty(property, out var values) && values.GetArrayLength() > 0 ? values[0].GetString() ?? "" : "";

    private static string Day(DayRange? range)
        => range is not { } r ? "" : r.First == r.Last ? r.First.ToString("yyyy-MM-dd") : r.First.Month == r.Last.Month && r.First.Year == r.Last.Year ? r.First.ToString("yyyy-MM") : r.First.ToString("yyyy");

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
                if (value.Length == 0) continue;
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
