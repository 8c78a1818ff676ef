using System.Text.Json;
using Chancery.Intake;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Two labellings of the events of whole texts: which words tell an event, and for the words of both what is said of them. Parties are compared as words,
/// whatever their case and order.
/// </summary>
internal static class EventAgreement
{
    /// <summary>The figures over the texts that the second labels.</summary>
    public static IReadOnlyList<Figure> Of(string first, string second, TextWriter differences)
    {
        var texts = LabelledRecord.Rows(first).ToDictionary(text => Path.GetFullPath(text.File), text => text.Rows, StringComparer.Ordinal);
        var pairs = new List<(LabelledEvent One, LabelledEvent Other)>();
        int one = 0,
            two = 0;
        foreach (var (file, rows) in LabelledRecord.Rows(second))
        {
            if (!texts.TryGetValue(Path.GetFullPath(file), out var before))
                throw new InvalidDataException($"{second}: {file} is no text of the first labelling.");
            var text =
                new Door(new Declared(), () => Stream.Null).Receive([file]).First().Document?.Text
                ?? throw new InvalidDataException($"{file}: the text cannot be read.");
            var (gold, again) = (Events(before, text, file), Events(rows, text, file));
            (one, two) = (one + gold.Count, two + again.Count);
            foreach (var label in again)
            {
                var same =
                    gold.Find(other => other.Word == label.Word && other.Type == label.Type)
                    ?? gold.Find(other => other.Word.Overlaps(label.Word));
                if (same is null)
                {
                    differences.WriteLine($"second only\t{label.Type}\t{label.Word.In(text)}\t{file}");
                    continue;
                }

                gold.Remove(same);
                pairs.Add((same, label));
                if (same.Type != label.Type || same.Status != label.Status)
                    differences.WriteLine($"{same.Type} {same.Status}\t{label.Type} {label.Status}\t{label.Word.In(text)}\t{file}");
            }

            foreach (var label in gold)
                differences.WriteLine($"first only\t{label.Type}\t{label.Word.In(text)}\t{file}");
        }

        double Share(Func<LabelledEvent, LabelledEvent, bool> agree) =>
            Agreement.Share(pairs.Count(pair => agree(pair.One, pair.Other)), pairs.Count);
        return
        [
            new("events", Agreement.Harmonic(pairs.Count, one, two)),
            new("type", Share((a, b) => a.Type == b.Type)),
            new("type_kappa", Kappa.Of([.. pairs.Select(pair => pair.One.Type)], [.. pairs.Select(pair => pair.Other.Type)])),
            new("status", Share((a, b) => a.Status == b.Status)),
            new("actors", Share((a, b) => Same(a.Actors, b.Actors))),
            new("recipients", Share((a, b) => Same(a.Recipients, b.Recipients))),
            new("mode", Share((a, b) => a.Mode == b.Mode)),
            new(
                "contexts",
                Agreement.Harmonic(
                    pairs.Sum(pair => pair.One.Contexts.Intersect(pair.Other.Contexts).Count()),
                    pairs.Sum(pair => pair.One.Contexts.Length),
                    pairs.Sum(pair => pair.Other.Contexts.Length)
                )
            ),
            new("first.n", one),
            new("second.n", two),
            new("n", pairs.Count),
        ];
    }

    private static List<LabelledEvent> Events(IReadOnlyList<JsonElement> rows, string text, string file) =>
        [.. rows.Where(row => row.GetProperty("kind").GetString() == "event").Select(row => LabelledEvent.In(row, text, file))];

    private static bool Same(IEnumerable<string> some, IEnumerable<string> others) =>
        some.Select(name => name.ToLowerInvariant())
            .Order(StringComparer.Ordinal)
            .SequenceEqual(others.Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal));
}
