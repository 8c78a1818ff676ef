using System.Security.Cryptography;
using System.Text;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores time expressions against TimeML and MEANTIME files as TempEval-3 does: the expression that is the document's own date
/// is given and not scored, a pair is counted once, and value and type are asked of every pair that overlaps.
/// </summary>
internal static class TimeEvaluation
{
    /// <summary>
    /// Scores every file below a folder. <paramref name="part"/> is <c>all</c>, or <c>tune</c> or <c>held</c> for the two halves into which
    /// the SHA-256 of the file's name puts it (even or odd first byte), so that one can be looked at and the other not.
    /// </summary>
    public static TimeScore Score(string folder, IReader reader, string part = "all")
    {
        int gold = 0,
            found = 0,
            strict = 0,
            relaxed = 0,
            type = 0,
            value = 0;
        var misses = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path) is not (".xml" or ".tml") || !seen.Add(Path.GetFileName(path)) || !InPart(path, part))
                continue;
            if (LabelledTimes.Read(path) is not { } labelled)
                continue;
            var text = reader.Read(Document.Of(labelled.Text, path, published: labelled.Day));
            var chronology = TimeReader.Read(text, new Cast([], text.Tokens.Length), DocumentDating.Date(text));
            var mine = chronology
                .Expressions.Where(expression => !labelled.Skipped.Any(skipped => skipped.Overlaps(expression.Span)))
                .ToList();
            gold += labelled.Times.Count;
            found += mine.Count;
            foreach (var time in labelled.Times)
            {
                var pair = mine.FindIndex(expression => expression.Span == time.Span);
                if (pair < 0)
                    pair = mine.FindIndex(expression => expression.Span.Overlaps(time.Span));
                if (pair < 0)
                {
                    misses.Add($"missed\t{time.Span.In(labelled.Text)}\t{time.Value}\t\t{Path.GetFileName(path)}");
                    continue;
                }
                var expression = mine[pair];
                mine.RemoveAt(pair);
                relaxed++;
                if (expression.Span == time.Span)
                    strict++;
                if (expression.Type.ToString().Equals(time.Type, StringComparison.OrdinalIgnoreCase))
                    type++;
                if (expression.Value == time.Value)
                    value++;
                else
                    misses.Add(
                        $"value\t{time.Span.In(labelled.Text)}\t{time.Value}\t{expression.Value} [{expression.Span.In(labelled.Text)}] {expression.Rule}\t{labelled.Day:yyyy-MM-dd} {Path.GetFileName(path)}"
                    );
            }
            foreach (var extra in mine)
                misses.Add($"extra\t{extra.Span.In(labelled.Text)}\t\t{extra.Value}\t{Context(labelled.Text, extra.Span)}");
        }
        return new TimeScore(gold, found, F(strict), F(relaxed), F(type), F(value), misses);

        double F(int hits) => gold + found == 0 ? 0 : 2.0 * hits / (gold + found);
    }

    /// <summary>The figures of a score under their published names; what was missed goes to a writer.</summary>
    public static IReadOnlyList<Figure> Figures(TimeScore score, TextWriter? errors)
    {
        foreach (var miss in score.Misses)
            errors?.WriteLine(miss);
        return
        [
            new("strict_f1", score.Strict),
            new("relaxed_f1", score.Relaxed),
            new("type_f1", score.Type),
            new("value_f1", score.Value),
            new("n", score.N),
        ];
    }

    private static string Context(string text, Span span) =>
        text[Math.Max(0, span.Start - 30)..Math.Min(text.Length, span.End + 20)].Replace('\n', ' ');

    private static bool InPart(string path, string part)
    {
        if (part == "all")
            return true;
        var even = (SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileNameWithoutExtension(path)))[0] & 1) == 0;
        return even == (part == "tune");
    }
}
