using Chancery.Intake;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores whole records against labelled ones. A labelled and a found record of one kind are a pair where their words overlap and every
/// labelled field agrees; each belongs to one pair at most. Kinds that a text has no label of are not counted in it, so that a set may
/// label some kinds only.
/// </summary>
internal static class RecordEvaluation
{
    private static readonly string[] Kinds = ["event", "statement", "position", "fact", "figure", "time", "silence"];

    /// <summary>Precision, recall and F1 over all kinds and by kind; <paramref name="misses"/> gets a line for each record without a pair.</summary>
    /// <exception cref="InvalidDataException">The set, or a text that it names, cannot be used.</exception>
    public static IReadOnlyList<Figure> Score(string path, IReader reader, TextWriter misses)
    {
        var clerk = new Clerk(reader);
        var tally = Kinds.ToDictionary(kind => kind, _ => (Gold: 0, Found: 0, Right: 0), StringComparer.Ordinal);
        foreach (var (file, rows) in LabelledRecord.Rows(path))
        {
            var document =
                new Door(new Declared(), () => Stream.Null).Receive([file]).First().Document
                ?? throw new InvalidDataException($"{file}: the text of the labels cannot be read.");
            var gold = rows.Select(row => LabelledRecord.In(row, document.Text, file)).ToList();
            var entries = clerk.Read(document).Entries;
            foreach (var kind in Kinds)
            {
                var labels = gold.Where(label => label.Kind == kind).ToList();
                if (labels.Count == 0)
                    continue;
                var found = entries.Where(entry => entry.Kind == kind).ToList();
                var pairs = Pairs(labels, found, document.Text);
                var (g, f, r) = tally[kind];
                tally[kind] = (g + labels.Count, f + found.Count, r + pairs.Count);
                foreach (var label in labels.Where(label => !pairs.ContainsKey(label)))
                    misses.WriteLine(
                        $"missed\t{kind}\t{label.Span.In(document.Text)}\t{string.Join("; ", label.Fields.Select(field => $"{field.Key}={string.Join('+', field.Value)}"))}\t{file}"
                    );
                foreach (var entry in found.Where(entry => !pairs.ContainsValue(entry)))
                    misses.WriteLine(
                        $"not labelled\t{kind}\t{entry.Spans[0].In(document.Text)}\t{RecordFields.Shown(entry, document.Text)}\t{file}"
                    );
            }
        }

        var figures = new List<Figure> { new("n", tally.Values.Sum(t => t.Gold)) };
        Append(figures, "", (tally.Values.Sum(t => t.Gold), tally.Values.Sum(t => t.Found), tally.Values.Sum(t => t.Right)));
        foreach (var kind in Kinds)
            if (tally[kind].Gold > 0)
                Append(figures, kind + "_", tally[kind]);
        return figures;
    }

    private static void Append(List<Figure> figures, string name, (int Gold, int Found, int Right) t)
    {
        var precision = t.Found == 0 ? 0 : (double)t.Right / t.Found;
        var recall = t.Gold == 0 ? 0 : (double)t.Right / t.Gold;
        figures.Add(new Figure(name + "precision", precision));
        figures.Add(new Figure(name + "recall", recall));
        figures.Add(new Figure(name + "f1", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)));
    }

    /// <summary>The pairs, labels with the fewest candidates first so that none takes another's only one.</summary>
    private static Dictionary<LabelledRecord, Entry> Pairs(List<LabelledRecord> labels, List<Entry> found, string text)
    {
        var pairs = new Dictionary<LabelledRecord, Entry>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<Entry>(ReferenceEqualityComparer.Instance);
        foreach (
            var (label, candidates) in labels
                .Select(label =>
                    (
                        label,
                        found
                            .Where(entry => entry.Spans.Any(span => span.Overlaps(label.Span)) && RecordFields.Agree(label, entry, text))
                            .ToList()
                    )
                )
                .OrderBy(pair => pair.Item2.Count)
        )
        {
            if (candidates.FirstOrDefault(entry => !taken.Contains(entry)) is not { } entry)
                continue;
            pairs[label] = entry;
            taken.Add(entry);
        }

        return pairs;
    }
}
