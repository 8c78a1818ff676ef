using System.Text.Json;

namespace Chancery.Record;

/// <summary>
/// Turns the published form back into entries. What it gives writes the same bytes again; what the published form leaves out
/// (which source entities stood in one link, the rule of a link) is not there to be had. A joint source comes back as one link an entity.
/// </summary>
public static class EntryReading
{
    /// <summary>
    /// The entry of one line. Offsets are turned into code units by <paramref name="points"/>; those of an empty text leave them as they are.
    /// Throws <see cref="FormatException"/> with the field where the line is not an entry.
    /// </summary>
    public static Entry Read(ReadOnlyMemory<byte> line, CodePoints points)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return new EntryFields(json.RootElement, points).Entry();
        }
        catch (JsonException e)
        {
            throw new FormatException("The line is not a JSON object: " + e.Message, e);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            throw new FormatException("A field is missing or of another type: " + e.Message, e);
        }
    }

    /// <summary>The member that a published name stands for: <c>armed-group</c> is <c>ArmedGroup</c>.</summary>
    public static T Member<T>(string published)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (EntryJson.Published(value) == published || value.ToString() == published)
                return value;
        throw new FormatException($"'{published}' is no {typeof(T).Name}.");
    }
}
