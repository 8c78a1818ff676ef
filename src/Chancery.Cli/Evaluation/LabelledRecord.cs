using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// One labelled record: its kind, where its words stand, and the fields that the labeller was sure of, each an array of texts. A
/// field that is left out is not compared.
/// </summary>
/// <param name="Kind">The kind, as published.</param>
/// <param name="Span">The words that carry it.</param>
/// <param name="Fields">The labelled fields by name.</param>
internal sealed record LabelledRecord(string Kind, Span Span, ImmutableSortedDictionary<string, ImmutableArray<string>> Fields)
{
    /// <summary>
    /// Reads a set: JSON lines with <c>file</c> (beside the set, or below the folder where the command runs), <c>kind</c>, <c>quote</c>,
    /// <c>occurrence</c> (from 1, where the words stand more than once) and the fields.
    /// </summary>
    /// <returns>The labels by file, in the order of the files' first lines.</returns>
    /// <exception cref="InvalidDataException">A line is no label, or its words are not in its text.</exception>
    public static IReadOnlyList<(string File, IReadOnlyList<JsonElement> Rows)> Rows(string path)
    {
        var files = new List<(string File, List<JsonElement> Rows)>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            JsonElement row;
            try
            {
                row = JsonDocument.Parse(line).RootElement;
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{path}:{number}: not a JSON object: {error.Message}", error);
            }

            if (row.ValueKind != JsonValueKind.Object || !row.TryGetProperty("file", out var file) || !row.TryGetProperty("kind", out _))
                throw new InvalidDataException($"{path}:{number}: a label needs file, kind and quote.");
            var place = Beside(path, file.GetString() ?? "");
            var list = files.FirstOrDefault(entry => entry.File == place).Rows;
            if (list is null)
                files.Add((place, list = []));
            list.Add(row);
        }

        return [.. files.Select(entry => (entry.File, (IReadOnlyList<JsonElement>)entry.Rows))];
    }

    /// <summary>Places a label in its text.</summary>
    /// <exception cref="InvalidDataException">Its words are not in the text.</exception>
    public static LabelledRecord In(JsonElement row, string text, string file)
    {
        var quote = row.TryGetProperty("quote", out var words) ? words.GetString() ?? "" : "";
        var occurrence = row.TryGetProperty("occurrence", out var count) ? count.GetInt32() : 1;
        var start = -1;
        for (var i = 0; i < occurrence; i++)
        {
            start = quote.Length == 0 || start + 1 >= text.Length ? -1 : text.IndexOf(quote, start + 1, StringComparison.Ordinal);
            if (start < 0)
                throw new InvalidDataException($"{file}: the labelled words “{quote}” do not stand in the text ({occurrence}).");
        }

        var fields = row.EnumerateObject()
            .Where(field => field.Name is not ("file" or "kind" or "quote" or "occurrence"))
            .ToImmutableSortedDictionary(field => field.Name, field => Texts(field.Value), StringComparer.Ordinal);
        return new LabelledRecord(row.GetProperty("kind").GetString() ?? "", new Span(start, start + quote.Length), fields);
    }

    private static ImmutableArray<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.ToString())] : [value.ToString()];

    private static string Beside(string path, string file)
    {
        var beside = Path.Combine(Path.GetDirectoryName(path) ?? "", file);
        return File.Exists(beside) ? beside : file;
    }
}
