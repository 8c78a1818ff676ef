using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>What a person decided about the record. It is kept beside the segments as one JSON line a file and never changed; a later one takes an earlier one back.</summary>
/// <param name="Verb">What is decided: <c>withdraw</c>, <c>restore</c>, <c>merge</c>, <c>split</c>, <c>revoke</c>.</param>
/// <param name="Targets">
/// The ids of the entries, documents or decisions it is about; of <c>merge</c> and <c>split</c> the places of mentions (<c>d-…@12-19</c>), of which
/// <c>merge</c> makes one occurrence, while after <c>split</c> the first is none of the others.
/// </param>
/// <param name="By">Who decided.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Decision(string Verb, IReadOnlyList<string> Targets, string By, DateTimeOffset At, string Reason)
{
    /// <summary>The content hash.</summary>
    public string Id => Identity.Of("r", Encoding.UTF8.GetString(Line("")));

    /// <summary>The decision as a line of UTF-8 JSON with its line end.</summary>
    public byte[] ToLine() => [.. Line(Id), (byte)'\n'];

    /// <summary>Reads a line that <see cref="ToLine"/> wrote. Throws <see cref="FormatException"/> on any other.</summary>
    public static Decision Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new Decision(
                root.GetProperty("verb").GetString()!,
                [.. root.GetProperty("targets").EnumerateArray().Select(item => item.GetString()!)],
                root.GetProperty("by").GetString()!,
                root.GetProperty("at").GetDateTimeOffset(),
                root.GetProperty("reason").GetString()!
            );
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private byte[] Line(string id)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("verb", Verb);
            json.WriteStartArray("targets");
            foreach (var target in Targets)
                json.WriteStringValue(target);
            json.WriteEndArray();
            json.WriteString("by", By);
            json.WriteString("at", At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("reason", Reason);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
