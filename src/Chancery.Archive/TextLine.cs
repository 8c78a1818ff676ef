using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>A document with its text as one line of JSON, under the names that the intake takes.</summary>
internal static class TextLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the line with its line end.</summary>
    public static void Write(Document document, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            Maybe("title", document.Title);
            Maybe("publisher", document.Publisher);
            Maybe("published", document.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Maybe("url", document.Url);
            json.WriteString("language", document.Language);
            Maybe("kind", document.DeclaredKind is { } kind ? EntryJson.Published(kind) : null);
            json.WriteString("text", document.Text);
            json.WriteEndObject();

            void Maybe(string name, string? value)
            {
                if (value is not null)
                    json.WriteString(name, value);
            }
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Reads a line. Throws <see cref="FormatException"/> where it is no document or its id is not the hash of its content.</summary>
    public static Document Read(string line, string origin)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var document = Document.Of(
                Maybe("text") ?? throw new FormatException("It has no text."),
                origin,
                Maybe("title"),
                Maybe("publisher"),
                Maybe("published") is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                Maybe("url"),
                Maybe("language") ?? "en",
                Maybe("kind") is { } kind ? EntryReading.Member<TextKind>(kind) : null
            );
            if (Maybe("id") is { } id && id != document.Id)
                throw new FormatException("Its id is not the hash of its content.");
            return document;

            string? Maybe(string name) =>
                root.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }
}
