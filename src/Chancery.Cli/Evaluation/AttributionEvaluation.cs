using Chancery.Actors;
using Chancery.Attribution;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores who says what against labelled texts: brat's standoff beside each text (<c>NAME.ann</c> and <c>NAME.txt</c> in one folder, or in
/// folders <c>attributions</c> and <c>text</c>, with the annotator's code after the last underscore; of several annotators the first counts).
/// Such sets mark no attribution within another, so what is found within a content is not scored.
/// </summary>
internal static class AttributionEvaluation
{
    public static IReadOnlyList<Figure> Score(string folder, IReader reader, TextWriter misses)
    {
        var score = new AttributionScore();
        foreach (var (annotation, place) in Pairs(folder))
        {
            var content = File.ReadAllText(place);
            var gold = LabelledAttribution.Read(File.ReadAllText(annotation), content);
            if (gold.Count == 0)
                continue;
            var text = reader.Read(Document.Of(content, Path.GetFileName(place)));
            var date = DocumentDating.Date(text);
            var cast = ActorReader.Read(text, date);
            var found = Attributor.Outermost(text, TimeReader.Read(text, cast, date));
            score.Add(text, gold, found);
            Tell(text, gold, found, misses);
        }

        var figures = new List<Figure>();
        var names = new[] { "source", "cue", "content" };
        for (var role = 0; role < 3; role++)
            figures.Add(new($"{names[role]}_exact_f1", score.Spans[role].ExactF1));
        for (var role = 0; role < 3; role++)
            figures.Add(new($"{names[role]}_overlap_f1", score.Spans[role].OverlapF1));
        figures.Add(new("relation_f1", score.RelationF1));
        figures.Add(new("n", score.Gold));
        foreach (var (name, count) in score.Classes)
        {
            figures.Add(new($"{name}_share", (double)count.Gold / Math.Max(1, score.Gold)));
            figures.Add(new($"{name}_cue_recall", (double)count.Cue / count.Gold));
            figures.Add(new($"{name}_source", (double)count.Source / Math.Max(1, count.Cue)));
            figures.Add(new($"{name}_content", (double)count.Content / Math.Max(1, count.Cue)));
            figures.Add(new($"{name}_relation_recall", (double)count.Right / count.Gold));
        }

        return figures;
    }

    private static void Tell(ParsedText text, List<LabelledAttribution> gold, List<LabelledAttribution> found, TextWriter misses)
    {
        if (misses == TextWriter.Null)
            return;
        foreach (var labelled in gold)
        {
            var mine = found.Find(f => f.Cue.Any(cue => labelled.Cue.Any(cue.Overlaps)));
            if (mine is null)
                misses.WriteLine($"missed\t{Words(labelled.Cue)}\t{Words(labelled.Source)}\t{Words(labelled.Content)}");
            else
            {
                Differ("cue", labelled.Cue, mine.Cue);
                Differ("source", labelled.Source, mine.Source);
                Differ("content", labelled.Content, mine.Content);
            }
        }

        foreach (var mine in found.Where(f => !gold.Exists(g => g.Cue.Any(cue => f.Cue.Any(cue.Overlaps)))))
            misses.WriteLine($"extra\t{Words(mine.Cue)}\t{Words(mine.Source)}\t{Words(mine.Content)}");

        void Differ(string role, Span[] wanted, Span[] got)
        {
            if (!AttributionScore.Cut(text, wanted).SequenceEqual(AttributionScore.Cut(text, got)))
                misses.WriteLine($"{role}\t{Words(wanted)}\t{Words(got)}");
        }

        string Words(Span[] spans) =>
            string.Join(" ... ", spans.Select(span => span.In(text.Document.Text).ToString().ReplaceLineEndings(" ")));
    }

    private static IEnumerable<(string Annotation, string Text)> Pairs(string folder)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var annotation in Directory.EnumerateFiles(folder, "*.ann", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (TextOf(annotation) is { } text && seen.Add(text))
                yield return (annotation, text);
    }

    private static string? TextOf(string annotation)
    {
        var name = Path.GetFileNameWithoutExtension(annotation);
        var bare = name.LastIndexOf('_') is var code and > 0 ? name[..code] : name;
        var folder = Path.GetDirectoryName(annotation)!;
        return new[]
        {
            Path.Combine(folder, name),
            Path.Combine(folder, bare),
            Path.Combine(folder, "..", "text", name),
            Path.Combine(folder, "..", "text", bare),
        }
            .Select(place => Path.GetFullPath(place + ".txt"))
            .FirstOrDefault(File.Exists);
    }
}
