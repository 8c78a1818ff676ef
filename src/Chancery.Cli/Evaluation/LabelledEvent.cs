using System.Collections.Immutable;
using System.Text.Json;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>One labelled event of a text: its word and what a reader with the codebook says of it. What the label leaves out is empty.</summary>
/// <param name="Word">Where the event's word stands.</param>
/// <param name="Type">PLOVER's type.</param>
/// <param name="Mode">PLOVER's mode; null where none applies.</param>
/// <param name="Status">The status, as published.</param>
/// <param name="Actors">Who did it.</param>
/// <param name="Recipients">To whom.</param>
/// <param name="Start">The first day, as ISO 8601; null where the text gives none.</param>
/// <param name="Contexts">The contexts of its own words.</param>
/// <param name="Instrument">The words for the means; null where none are given.</param>
/// <param name="Harms">Who was harmed: the harm and the number, such as "killed 12".</param>
internal sealed record LabelledEvent(
    Span Word,
    string Type,
    string? Mode,
    string Status,
    ImmutableArray<string> Actors,
    ImmutableArray<string> Recipients,
    string? Start,
    ImmutableArray<string> Contexts,
    string? Instrument,
    ImmutableArray<string> Harms
)
{
    /// <summary>Places a row in its text: the word within its quote.</summary>
    /// <exception cref="InvalidDataException">The words are not in the text.</exception>
    public static LabelledEvent In(JsonElement row, string text, string file)
    {
        var place = LabelledRecord.In(row, text, file);
        var word = Text(row, "word") ?? text[place.Span.Start..place.Span.End];
        var at = text.IndexOf(word, place.Span.Start, place.Span.Length, StringComparison.Ordinal);
        if (at < 0)
            throw new InvalidDataException($"{file}: the word “{word}” does not stand in its quote.");
        return new LabelledEvent(
            new Span(at, at + word.Length),
            Text(row, "type") ?? "",
            Text(row, "mode"),
            Text(row, "status") ?? "occurred",
            Texts(row, "actors"),
            Texts(row, "recipients"),
            Text(row, "start"),
            Texts(row, "contexts"),
            Text(row, "instrument"),
            row.TryGetProperty("casualties", out var harms)
                ?
                [
                    .. harms
                        .EnumerateArray()
                        .Select(harm =>
                            $"{Text(harm, "harm")} {(harm.TryGetProperty("best", out var best) ? best.ToString() : "")}".TrimEnd()
                        ),
                ]
                : []
        );
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ImmutableArray<string> Texts(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.ToString())]
            : [];
}
