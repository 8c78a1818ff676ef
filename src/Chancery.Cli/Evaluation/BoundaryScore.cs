using Chancery.Reading.Segmentation;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores where sentences end inside paragraphs, against a file of one sentence a line and an empty line between paragraphs. The end
/// of a paragraph, which no one can miss, does not count.
/// </summary>
internal static class BoundaryScore
{
    public static IReadOnlyList<Figure> Of(string path, TextWriter? errors = null)
    {
        int gold = 0,
            ours = 0,
            same = 0;
        foreach (var paragraph in File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var ends = new HashSet<int>();
            var at = 0;
            foreach (var line in lines[..^1])
                ends.Add((at += line.Length + 1) - 1);
            var text = string.Join(' ', lines);
            var (words, sentences) = Segmenter.Cut(text);
            var found = sentences.Take(sentences.Count - 1).Select(s => words[s.EndWord - 1].End).ToList();
            gold += ends.Count;
            ours += found.Count;
            same += found.Count(ends.Contains);
            foreach (var end in found.Where(e => !ends.Contains(e)).Concat(ends.Where(e => !found.Contains(e))).Order())
                errors?.WriteLine(
                    $"{(ends.Contains(end) ? "missed" : "false ")} {text[Math.Max(0, end - 50)..end]} | {text[end..Math.Min(text.Length, end + 30)]}"
                );
        }

        double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
        return
        [
            new("n", gold),
            new("precision", Share(same, ours)),
            new("recall", Share(same, gold)),
            new("boundary_f1", Share(2 * same, ours + gold)),
        ];
    }
}
