using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>One object of JSON a line.</summary>
internal static class LineJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>The place of a quotation in code points, with its words.</summary>
    public static void Span(Utf8JsonWriter json, Span span, string text, CodePoints points)
    {
        json.WriteStartArray("spans");
        json.WriteStartObject();
        json.WriteNumber("start", points.At(span.Start));
        json.WriteNumber("end", points.At(span.End));
        json.WriteString("quote", span.In(text));
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
