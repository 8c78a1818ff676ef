using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chancery.Tests.House;

/// <summary>Checks JSON against the published schema, with the words of JSON Schema that the schema uses.</summary>
internal sealed class RecordSchema
{
    private readonly JsonElement _root = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "record.schema.json")))
        .RootElement;

    /// <summary>What is wrong with a line of the record, by its kind; empty where it fits.</summary>
    public List<string> Faults(JsonElement line)
    {
        var faults = new List<string>();
        var kind = line.GetProperty("kind").GetString()!;
        Check(line, _root.GetProperty("$defs").GetProperty(kind), kind, faults);
        return faults;
    }

    private void Check(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (schema.TryGetProperty("type", out var type) && !IsOfAny(value, type))
        {
            faults.Add($"{path}: type");
            return;
        }

        foreach (var word in schema.EnumerateObject())
        {
            var fits = word.Name switch
            {
                "$ref" => Fits(value, _root.GetProperty("$defs").GetProperty(word.Value.GetString()!["#/$defs/".Length..]), path, faults),
                "anyOf" => word.Value.EnumerateArray().Any(choice => Silent(value, choice)),
                "const" => value.ValueKind == JsonValueKind.String && value.GetString() == word.Value.GetString(),
                "enum" => value.ValueKind == JsonValueKind.String
                    && word.Value.EnumerateArray().Any(choice => choice.GetString() == value.GetString()),
                "pattern" => value.ValueKind != JsonValueKind.String
                    || Regex.IsMatch(value.GetString()!, word.Value.GetString()!, RegexOptions.NonBacktracking),
                "minimum" => value.GetDouble() >= word.Value.GetDouble(),
                "maximum" => value.GetDouble() <= word.Value.GetDouble(),
                "minItems" => value.GetArrayLength() >= word.Value.GetInt32(),
                "required" => word.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "items" => value.EnumerateArray().All(item => Fits(item, word.Value, path + "[]", faults)),
                "properties" => Fields(value, word.Value, path, faults),
                "type" or "additionalProperties" => true,
                _ => throw new NotSupportedException(word.Name),
            };
            if (!fits)
                faults.Add($"{path}: {word.Name}");
        }
    }

    private bool Fields(JsonElement value, JsonElement properties, string path, List<string> faults)
    {
        foreach (var field in value.EnumerateObject())
        {
            if (properties.TryGetProperty(field.Name, out var schema))
                Check(field.Value, schema, $"{path}.{field.Name}", faults);
            else
                faults.Add($"{path}.{field.Name}: not in the schema");
        }

        return true;
    }

    private bool Fits(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        var before = faults.Count;
        Check(value, schema, path, faults);
        return faults.Count == before;
    }

    private bool Silent(JsonElement value, JsonElement schema) => Fits(value, schema, "", []);

    private static bool IsOfAny(JsonElement value, JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => IsOf(value, one.GetString()!))
            : IsOf(value, type.GetString()!);

    private static bool IsOf(JsonElement value, string type) =>
        type switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => value.ValueKind == JsonValueKind.Null,
        };
}
