using System.Text.Json;

namespace Chancery.Intake;

/// <summary>Documents in JSON: one object, an array of them, or one a line, with the fields text, title, url, published, publisher, language and kind.</summary>
internal static class JsonRecords
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowTrailingCommas = true };

    public static IEnumerable<Arrival> Lines(TextReader lines, string origin, Declared given)
    {
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                foreach (var arrival in Objects(line, $"{origin}:{number}", given))
                    yield return arrival;
        }
    }

    public static IReadOnlyList<Arrival> Objects(string text, string origin, Declared given)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Options);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
                return [One(json.RootElement, origin, given)];
            var number = 0;
            return [.. json.RootElement.EnumerateArray().Select(element => One(element, $"{origin}#{++number}", given))];
        }
        catch (JsonException error)
        {
            return [Arrival.Refused(Refusals.Json(origin, $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}"))];
        }
    }

    private static Arrival One(JsonElement element, string origin, Declared given)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return Arrival.Refused(Refusals.Json(origin, "it is not an object"));
        try
        {
            var fields = element
                .EnumerateObject()
                .Where(field => field.Value.ValueKind == JsonValueKind.String)
                .Select(field => new KeyValuePair<string, string>(field.Name, field.Value.GetString()!))
                .ToList();
            var text = fields.Find(field => string.Equals(field.Key, "text", StringComparison.OrdinalIgnoreCase)).Value;
            if (text is null)
                return Arrival.Refused(Refusals.NoText(origin));
            if (string.IsNullOrWhiteSpace(text))
                return Arrival.Refused(Refusals.Empty(origin));
            return Arrival.Of(Declared.From(fields, origin).Or(given).On(text, origin));
        }
        catch (InvalidOperationException)
        {
            return Arrival.Refused(Refusals.Json(origin, "a string holds half a surrogate pair"));
        }
    }
}
