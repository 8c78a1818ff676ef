using Chancery.Actors;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Scores the typing of events between two given parties. The set has one class YIELD for CONCEDE and RETREAT, and counts it as
/// material cooperation; the codebook's own quad classes are PLOVER's of 2022.
/// </summary>
internal static class PloverScore
{
    /// <summary>The figures: macro-F1 over the roots and over the quads, accuracy, F1 by root, and what the codebook gives alone.</summary>
    public static IReadOnlyList<Figure> Of(IReadOnlyList<LabelledPair> pairs, IReader reader, EventModel model, TextWriter? errors = null)
    {
        var (gold, byModel, byCodebook) = (new string[pairs.Count], new string[pairs.Count], new string[pairs.Count]);
        for (var i = 0; i < pairs.Count; i++)
        {
            gold[i] = pairs[i].Root;
            var pair = Parse(pairs[i], reader);
            byCodebook[i] = pair is not null && PairCoder.ByCodebook(pair) is { } proposed ? RootOf(proposed) : "none";
            byModel[i] = pair is null ? "none" : Best(model.Probabilities(PairFeatures.Of(pair)));
            if (byModel[i] != gold[i] || byCodebook[i] != gold[i])
                errors?.WriteLine(
                    $"{gold[i]}\t{byModel[i]}\t{byCodebook[i]}\t{pairs[i].Sentence[pairs[i].Source.Start..pairs[i].Source.End]}\t{pairs[i].Sentence[pairs[i].Target.Start..pairs[i].Target.End]}\t{pairs[i].Sentence}"
                );
        }

        var quads = pairs.Select(pair => pair.Quad ?? QuadOf(pair.Root)).ToArray();
        var figures = new List<Figure>
        {
            new("root_macro_f1", Macro(gold, byModel)),
            new("quad_macro_f1", Macro(quads, [.. byModel.Select(QuadOf)])),
            new("accuracy", Enumerable.Range(0, gold.Length).Count(i => gold[i] == byModel[i]) / (double)Math.Max(1, gold.Length)),
            new("n", gold.Length),
            new("codebook_root_macro_f1", Macro(gold, byCodebook)),
            new("codebook_quad_macro_f1", Macro(quads, [.. byCodebook.Select(QuadOf)])),
        };
        foreach (var root in gold.Distinct().Order(StringComparer.Ordinal))
            figures.Add(new(root.ToLowerInvariant() + "_f1", F1(gold, byModel, root)));
        return figures;
    }

    /// <summary>Reads a labelled sentence and codes it with its two parties given; null where a party holds no word.</summary>
    public static Pair? Parse(LabelledPair labelled, IReader reader)
    {
        var text = reader.Read(Document.Of(labelled.Sentence));
        return Pair.Of(text, ActorReader.Read(text, DateValue.Unknown), labelled.Source, labelled.Target);
    }

    /// <summary>The root of the set that a type falls into.</summary>
    public static string RootOf(EventType type) => type is EventType.CONCEDE or EventType.RETREAT ? "YIELD" : type.ToString();

    /// <summary>The likeliest root; what two types share in one root adds up.</summary>
    public static string Best(double[] probabilities)
    {
        var roots = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < probabilities.Length; i++)
            roots[RootOf((EventType)i)] = roots.GetValueOrDefault(RootOf((EventType)i)) + probabilities[i];
        return roots.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
    }

    private static string QuadOf(string root) =>
        root switch
        {
            "AGREE" or "CONSULT" or "SUPPORT" => "1",
            "YIELD" or "AID" or "COOPERATE" => "2",
            "ACCUSE" or "REJECT" or "REQUEST" or "THREATEN" => "3",
            "PROTEST" or "SANCTION" or "MOBILIZE" or "COERCE" or "ASSAULT" => "4",
            _ => "none",
        };

    /// <summary>The mean of the F1 of the classes that the labels have.</summary>
    public static double Macro(string[] gold, string[] found) =>
        gold.Distinct().Select(label => F1(gold, found, label)).DefaultIfEmpty().Average();

    /// <summary>F1 of one label.</summary>
    public static double F1(string[] gold, string[] found, string label)
    {
        int both = 0,
            labelled = 0,
            said = 0;
        for (var i = 0; i < gold.Length; i++)
        {
            if (gold[i] == label)
                labelled++;
            if (found[i] == label)
                said++;
            if (gold[i] == label && found[i] == label)
                both++;
        }

        return labelled + said == 0 ? 0 : 2.0 * both / (labelled + said);
    }
}
