using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Record;

/// <summary>
/// Writes and names the entries of one document. The bytes are the same on every machine, so that an id can be their hash. It
/// reuses one buffer: it serves one thread, and what it has written holds until it writes again.
/// </summary>
public sealed class EntryScribe : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly CodePoints _points;
    private readonly string _text;
    private readonly Utf8JsonWriter _json;

    /// <summary>A scribe for the entries of this document.</summary>
    public EntryScribe(Document document)
        : this(document, new CodePoints(document?.Text ?? "")) { }

    /// <summary>A scribe that shares a conversion of offsets made before.</summary>
    /// <param name="document">The document that the entries' spans point into.</param>
    /// <param name="points">The conversion for the document's text, or for an empty text where the entries carry none.</param>
    public EntryScribe(Document document, CodePoints points)
    {
        ArgumentNullException.ThrowIfNull(document);
        _points = points;
        _text = document.Text;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>Names the entry by the hash of its content: the form that <see cref="Identity.Of"/> gives to one part.</summary>
    public T Seal<T>(T entry)
        where T : Entry
    {
        ArgumentNullException.ThrowIfNull(entry);
        var bare = entry with { Id = "" };
        _buffer.ResetWrittenCount();
        _buffer.Write("+"u8);
        Append(bare);
        _buffer.Write("\u001f"u8);
        return bare with { Id = Identity.OfBytes(entry.Kind, _buffer.WrittenSpan) };
    }

    /// <summary>The entry as one line of UTF-8 JSON, without the line end.</summary>
    public ReadOnlySpan<byte> Write(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _buffer.ResetWrittenCount();
        Append(entry);
        return _buffer.WrittenSpan;
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Append(Entry entry)
    {
        _json.Reset();
        new EntryWriting(_json, _text, _points).Write(entry);
        _json.Flush();
    }
}
