using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores mentions against texts whose mentions are marked, paired by <see cref="MentionMatching"/>. A found mention that names nobody is an abstention;
/// how likely answers are said to be right is held against what is right, withheld ones included.
/// </summary>
internal static class MentionEvaluation
{
    private const double Covered = .9;

    private static readonly (string Letter, string Name)[] Forms =
    [
        ("n", "name"),
        ("t", "title"),
        ("p", "pronoun"),
        ("g", "group"),
        ("m", "metonym"),
    ];

    /// <summary>The figures, over all and by form; <paramref name="misses"/> gets a line a case that is not right.</summary>
    public static IReadOnlyList<Figure> Score(string path, IReader reader, TextWriter misses)
    {
        var clerk = new Clerk(reader);
        var tally = new Dictionary<string, (int Gold, int Answered, int Right)>(StringComparer.Ordinal);
        var calibration = new Calibration();
        var spurious = 0;
        var documents = 0;
        foreach (var labelled in LabelledText.At(path))
        {
            documents++;
            var dossier = clerk.Read(Document.Of(labelled.Text, labelled.Name, published: labelled.Published));
            var matching = new MentionMatching(labelled, AnsweredMention.Of(dossier.Text, dossier.Cast));
            foreach (var gold in labelled.Mentions)
            {
                if (!gold.Counts)
                    continue;
                var mention = matching.Of(gold);
                var right = mention is not null && MentionMatching.IsRight(gold, mention);
                if (mention is { Entities.IsEmpty: false })
                    calibration.Add(mention.Confidence, right, labelled: true);
                var answered = mention is { IsGiven: true };
                right &= answered;
                foreach (var key in (ReadOnlySpan<string>)["", gold.Form])
                {
                    var (n, a, r) = tally.GetValueOrDefault(key);
                    tally[key] = (n + 1, a + (answered ? 1 : 0), r + (right ? 1 : 0));
                }

                if (!right)
                    misses.WriteLine(
                        string.Join(
                            '\t',
                            answered ? "wrong"
                                : mention is null ? "missed"
                                : "abstained",
                            gold.Form,
                            gold.Span.In(labelled.Text).ToString(),
                            string.Join('+', gold.Who) + " " + gold.Reading,
                            Answer(mention),
                            labelled.Name
                        )
                    );
            }

            foreach (var mention in matching.Spurious)
            {
                calibration.Add(mention.Confidence, right: false, labelled: false);
                if (!mention.IsGiven)
                    continue;
                spurious++;
                misses.WriteLine(
                    string.Join('\t', "spurious", "", mention.Span.In(labelled.Text).ToString(), "", Answer(mention), labelled.Name)
                );
            }
        }

        var figures = new List<Figure>();
        var (gold1, answered1, right1) = tally.GetValueOrDefault("");
        figures.Add(new("precision", Share(right1, answered1 + spurious)));
        figures.Add(new("coverage", Share(answered1, gold1)));
        figures.Add(new("recall", Share(right1, gold1)));
        figures.Add(new("precision_at_coverage_90", calibration.PrecisionAt((int)Math.Ceiling(Covered * gold1))));
        figures.Add(new("calibration_error", calibration.Error));
        foreach (var (letter, name) in Forms)
        {
            var (n, a, r) = tally.GetValueOrDefault(letter);
            figures.Add(new(name + "_precision", Share(r, a)));
            figures.Add(new(name + "_coverage", Share(a, n)));
            figures.Add(new(name + "_cases", n));
        }

        foreach (var (tenth, answers, stated, right) in calibration.ByTenth)
        {
            figures.Add(new($"likely_{tenth}0_answers", answers));
            figures.Add(new($"likely_{tenth}0_stated", stated));
            figures.Add(new($"likely_{tenth}0_right", right));
        }

        figures.Add(new("spurious", spurious));
        figures.Add(new("documents", documents));
        figures.Add(new("n", gold1));
        return figures;
    }

    private static string Answer(AnsweredMention? mention) =>
        mention is null
            ? ""
            : $"{string.Join('+', mention.Entities.Select(e => e.Id + (e.State is null ? "" : ":" + e.State)))} {mention.Reading} [{mention.Rule}] {mention.Confidence}";

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
