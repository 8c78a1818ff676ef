using System.Collections.Immutable;
using System.Text.Json;

namespace Chancery.Archive;

/// <summary>What a segment says of itself: its contents in numbers, the hash of each file, and the segments whose rows it took over.</summary>
internal sealed record SegmentManifest
{
    /// <summary>The format that this version writes.</summary>
    public const int Format = 1;

    public required string Name { get; init; }

    public ImmutableArray<Generation> Generations { get; init; } = [];

    public long Documents { get; init; }

    public long Entries { get; init; }

    public ImmutableArray<string> Replaces { get; init; } = [];

    /// <summary>SHA-256 of each file by name, in the order of names. The diary is left out: it tells of this machine.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("segment", Name);
            json.WriteNumber("documents", Documents);
            json.WriteNumber("entries", Entries);
            json.WriteStartArray("generations");
            foreach (var generation in Generations)
                Write(json, generation);
            json.WriteEndArray();
            json.WriteStartArray("replaces");
            foreach (var name in Replaces)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartObject("files");
            foreach (var (name, hash) in Files)
                json.WriteString(name, hash);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    public static SegmentManifest Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var format = root.GetProperty("format").GetInt32();
            if (format > Format)
                throw Complaints.Newer(path, format);
            return new SegmentManifest
            {
                Name = root.GetProperty("segment").GetString()!,
                Documents = root.GetProperty("documents").GetInt64(),
                Entries = root.GetProperty("entries").GetInt64(),
                Generations = [.. root.GetProperty("generations").EnumerateArray().Select(Read)],
                Replaces = [.. root.GetProperty("replaces").EnumerateArray().Select(item => item.GetString()!)],
                Files = root.GetProperty("files")
                    .EnumerateObject()
                    .ToImmutableSortedDictionary(item => item.Name, item => item.Value.GetString()!, StringComparer.Ordinal),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            throw Complaints.Unreadable(path, e);
        }
    }

    private static void Write(Utf8JsonWriter json, Generation generation)
    {
        json.WriteStartObject();
        json.WriteString("id", generation.Id);
        json.WriteString("version", generation.Version);
        json.WriteString("code", generation.Code);
        json.WriteString("codebook", generation.Codebook);
        json.WriteString("knowledge", generation.Knowledge);
        json.WriteString("models", generation.Models);
        json.WriteEndObject();
    }

    private static Generation Read(JsonElement json) =>
        new(
            json.GetProperty("version").GetString()!,
            json.GetProperty("code").GetString()!,
            json.GetProperty("codebook").GetString()!,
            json.GetProperty("knowledge").GetString()!,
            json.GetProperty("models").GetString()!
        );
}
