using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores mentions against texts whose mentions are marked. A labelled phrase and a found one are a pair where they share more than half of
/// their letters or end alike; each belongs to one pair. A found mention that names nobody is an abstention. One that stands inside a
/// labelled phrase which has its pair is part of that phrase; every other one without a pair is wrong.
/// </summary>
internal static class MentionEvaluation
{
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
        var spurious = 0;
        var documents = 0;
        foreach (var labelled in LabelledText.At(path))
        {
            documents++;
            var document = Document.Of(labelled.Text, labelled.Name, published: labelled.Published);
            var found = clerk.Read(document).Entries.OfType<Mention>().ToList();
            var pairs = Pairs(labelled, found);
            foreach (var gold in labelled.Mentions)
            {
                if (!gold.Counts)
                    continue;
                var mention = pairs.GetValueOrDefault(gold);
                var answered = mention is { Entities.Length: > 0 };
                var right = answered && Right(gold, mention!);
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

            foreach (var mention in found)
            {
                // The sets mark pronouns of the third person alone.
                if (mention.Entities.Length == 0 || mention.Rule == "actors/speaker" || pairs.ContainsValue(mention))
                    continue;
                if (
                    labelled.Mentions.Any(gold =>
                        gold.Span.Overlaps(mention.Spans[0])
                        && (!gold.Counts || pairs.ContainsKey(gold) && gold.Span.Contains(mention.Spans[0]))
                    )
                )
                    continue;
                spurious++;
                misses.WriteLine(
                    string.Join('\t', "spurious", "", mention.Spans[0].In(labelled.Text).ToString(), "", Answer(mention), labelled.Name)
                );
            }
        }

        var figures = new List<Figure>();
        var (gold1, answered1, right1) = tally.GetValueOrDefault("");
        figures.Add(new("precision", Share(right1, answered1 + spurious)));
        figures.Add(new("coverage", Share(answered1, gold1)));
        figures.Add(new("recall", Share(right1, gold1)));
        foreach (var (letter, name) in Forms)
        {
            var (n, a, r) = tally.GetValueOrDefault(letter);
            figures.Add(new(name + "_precision", Share(r, a)));
            figures.Add(new(name + "_coverage", Share(a, n)));
            figures.Add(new(name + "_cases", n));
        }

        figures.Add(new("spurious", spurious));
        figures.Add(new("documents", documents));
        figures.Add(new("n", gold1));
        return figures;
    }

    private static Dictionary<LabelledMention, Mention> Pairs(LabelledText labelled, List<Mention> found)
    {
        var candidates = new List<(double Share, LabelledMention Gold, Mention Mention)>();
        foreach (var gold in labelled.Mentions)
        {
            foreach (var mention in found)
            {
                var span = mention.Spans[0];
                if (!gold.Span.Overlaps(span))
                    continue;
                var shared = Math.Min(gold.Span.End, span.End) - Math.Max(gold.Span.Start, span.Start);
                var share = (double)shared / (gold.Span.Length + span.Length - shared);
                if (share > .5 || gold.Span.End == span.End)
                    candidates.Add((share, gold, mention));
            }
        }

        var pairs = new Dictionary<LabelledMention, Mention>(ReferenceEqualityComparer.Instance);
        foreach (
            var (_, gold, mention) in candidates
                .OrderByDescending(static c => c.Share)
                .ThenBy(static c => c.Gold.Span.Start)
                .ThenBy(static c => c.Mention.Spans[0].Start)
        )
            if (!pairs.ContainsKey(gold) && !pairs.Values.Contains(mention, ReferenceEqualityComparer.Instance))
                pairs.Add(gold, mention);
        return pairs;
    }

    private static bool Right(LabelledMention gold, Mention mention) =>
        MentionIdentity.Same(gold.Who, mention.Entities)
        && !(gold.Reading == "g" && mention.Reading == "place")
        && !(gold.Reading == "p" && mention.Reading is "government" or "people");

    private static string Answer(Mention? mention) =>
        mention is null
            ? ""
            : $"{string.Join('+', mention.Entities.Select(e => e.Id + (e.State is null ? "" : ":" + e.State)))} {mention.Reading} [{mention.Rule}]";

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
