using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Record;

/// <summary>
/// Writes entries in the published form: one JSON object, fields in a fixed order, offsets in code points, numbers in the
/// invariant form. The bytes are the same on every machine, so that an id can be their hash.
/// </summary>
public static class EntryJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Names the entry by the hash of its content.</summary>
    public static T Seal<T>(T entry, Document document) where T : Entry
    {
        var bare = entry with { Id = "" };
        var json = Encoding.UTF8.GetString(Write(bare, document, new CodePoints(document.Text)).Span);
        return bare with { Id = Identity.Of(entry.Kind, json) };
    }

    /// <summary>The entry as one line of UTF-8 JSON, without the line end.</summary>
    public static ReadOnlyMemory<byte> Write(Entry entry, Document document, CodePoints points)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options)) new EntryWriting(json, document.Text, points).Write(entry);
        return buffer.WrittenMemory;
    }

    /// <summary>An enumeration's member in the published form: <c>ArmedGroup</c> is <c>armed-group</c>.</summary>
    public static string Published<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
