using System.Globalization;
using System.Text.Json;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>One sentence with an event whose status is labelled: a line of a set such as test/gold/status/events.jsonl.</summary>
/// <param name="Id">The name of the row within the set.</param>
/// <param name="Part">The part of the set it is in.</param>
/// <param name="Published">The day the sentence is of.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Predicate">The words of the event.</param>
/// <param name="Type">The type of the event.</param>
/// <param name="Status">The label.</param>
internal sealed record LabelledStatus(string Id, string Part, DateOnly Published, string Text, Span Predicate, string Type, string Status)
{
    /// <summary>Reads a set, in its order.</summary>
    public static IEnumerable<LabelledStatus> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0)
                continue;
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var predicate = row.GetProperty("predicate");
            yield return new(
                Word(row, "id"),
                Word(row, "part"),
                DateOnly.Parse(Word(row, "published"), CultureInfo.InvariantCulture),
                Word(row, "text"),
                new Span(predicate.GetProperty("start").GetInt32(), predicate.GetProperty("end").GetInt32()),
                Word(row, "type"),
                Word(row, "status")
            );
        }
    }

    private static string Word(JsonElement row, string field) => row.GetProperty(field).GetString()!;
}
