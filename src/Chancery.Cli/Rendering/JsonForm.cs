using System.Buffers;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>The published JSON: a record a line, or one array of all.</summary>
internal sealed class JsonForm(bool array) : IRecordForm
{
    public ReadOnlyMemory<byte> Opening => array ? "[\n"u8.ToArray() : default;

    public ReadOnlyMemory<byte> Between => array ? ",\n"u8.ToArray() : default;

    public ReadOnlyMemory<byte> Closing => array ? "\n]\n"u8.ToArray() : default;

    public ReadOnlyMemory<byte> Write(Dossier dossier)
    {
        using var scribe = new EntryScribe(dossier.Document);
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        var first = true;
        foreach (var entry in dossier.Entries)
        {
            if (array && !first)
                buffer.Write(",\n"u8);
            first = false;
            buffer.Write(scribe.Write(entry));
            if (!array)
                buffer.Write("\n"u8);
        }

        return buffer.WrittenMemory;
    }
}
