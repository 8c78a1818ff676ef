using System.Globalization;
using Chancery.Actors;
using Chancery.Cli.Evaluation;

namespace Chancery.Training.Actors;

/// <summary>
/// Learns how likely answers are right: <c>confidence OUT.csv TABLE.csv [FURTHER.csv...]</c>, tables as <c>mention-features</c> makes them. It prints what leaving out each lot in turn
/// gives, chooses by that the least likelihood with which an answer is given, and writes the weights. Lots on which rules were mended are learnt from and never
/// measured on; further tables are measured on and never learnt from.
/// </summary>
internal static class ConfidenceVerb
{
    // An answer is withheld as long as so many labelled mentions still get one.
    private const double LeastCoverage = .9;

    private static readonly double[] Coverages = [.80, .85, .88, .90, .91, .92, .93];

    public static int Run(string[] arguments)
    {
        var rows = MentionAnswer.Read(arguments[1]);
        var judged = new List<(MentionAnswer Row, double Likely)>();
        foreach (var lot in rows.Where(static row => !row.IsMended).Select(static row => row.Lot).Distinct().Order(StringComparer.Ordinal))
        {
            var left = Judge([.. rows.Where(row => row.Lot == lot)], new(MentionTrainer.Learn([.. rows.Where(row => row.Lot != lot)])));
            Report(lot + ", left out", left);
            judged.AddRange(left);
        }

        Report("as the rules state it", [.. judged.Select(static answer => (answer.Row, Stated(answer.Row)))]);
        var calibration = Report("left out in turn", judged);
        foreach (var (tenth, answers, stated, right) in calibration.ByTenth)
            Console.WriteLine(Invariant($"  from .{tenth}: {answers} answers, stated {stated:F3}, right {right:F3}"));

        var weights = MentionTrainer.Learn(rows);
        var enough = Enough(judged);
        weights[MentionConfidence.EnoughRow] = enough;
        foreach (var least in (ReadOnlySpan<double>)[.2, .3, .4, .5, .6, .7, .8])
            Console.WriteLine("  " + Given(judged, least));
        Console.WriteLine("chosen: " + Given(judged, enough));
        foreach (var further in arguments.Skip(2))
        {
            var other = MentionAnswer.Read(further);
            Report(Path.GetFileName(further) + ", as stated", [.. other.Select(static row => (row, Stated(row)))]);
            Report(Path.GetFileName(further), Judge(other, new(weights)));
        }

        Write(arguments[0], weights);
        return 0;
    }

    private static string Given(List<(MentionAnswer Row, double Likely)> judged, double least)
    {
        var given = judged.Where(answer => answer.Row.IsAnswer && answer.Likely >= least).ToList();
        var right = Share(given.Count(static answer => answer.Row.Outcome == MentionAnswer.Right), given.Count);
        var covered = Share(given.Count(static answer => answer.Row.IsLabelled), judged.Count(static answer => answer.Row.IsLabelled));
        return Invariant($"given from {least:F2}: precision {right:F3} at coverage {covered:F3}");
    }

    private static List<(MentionAnswer Row, double Likely)> Judge(List<MentionAnswer> rows, MentionConfidence model) =>
        [.. rows.Select(row => (row, row.IsAnswer ? model.Of(row.Values, row.Rule) : 0))];

    // What the rule said, back from its odds.
    private static double Stated(MentionAnswer row) => 1 / (1 + Math.Exp(-row.Values[MentionEvidence.Names.IndexOf("stated")]));

    // The hundredth above which precision is best of those that still reach enough labelled mentions; the lowest of equals.
    private static double Enough(List<(MentionAnswer Row, double Likely)> judged)
    {
        var labelled = judged.Count(static answer => answer.Row.IsLabelled);
        var (best, enough) = (0.0, 0.0);
        for (var hundredth = 0; hundredth < 100; hundredth++)
        {
            var given = judged.Where(answer => answer.Row.IsAnswer && answer.Likely >= hundredth / 100.0).ToList();
            var precision = Share(given.Count(static answer => answer.Row.Outcome == MentionAnswer.Right), given.Count);
            if (Share(given.Count(static answer => answer.Row.IsLabelled), labelled) >= LeastCoverage && precision > best)
                (best, enough) = (precision, hundredth / 100.0);
        }

        return enough;
    }

    private static Calibration Report(string name, List<(MentionAnswer Row, double Likely)> judged)
    {
        var calibration = new Calibration();
        var answers = judged.Where(static answer => answer.Row.IsAnswer).ToList();
        foreach (var (row, likely) in answers)
            calibration.Add(likely, row.Outcome == MentionAnswer.Right, row.IsLabelled);
        var labelled = judged.Count(static answer => answer.Row.IsLabelled);
        var right = answers.Count(static answer => answer.Row.Outcome == MentionAnswer.Right);
        var loss = answers.Average(static answer =>
            -Math.Log(answer.Row.Outcome == MentionAnswer.Right ? answer.Likely : 1 - answer.Likely)
        );
        var at = Coverages
            .Where(share => share * labelled <= answers.Count(static answer => answer.Row.IsLabelled))
            .Select(share => Invariant($"{share:F2} {calibration.PrecisionAt((int)Math.Ceiling(share * labelled)):F3}"));
        Console.WriteLine(
            Invariant(
                $"{name}: {answers.Count} answers, precision {Share(right, answers.Count):F3} at coverage {Share(answers.Count(static answer => answer.Row.IsLabelled), labelled):F3}, calibration error {calibration.Error:F3}, loss {loss:F3}; precision at coverage {string.Join(", ", at)}"
            )
        );
        return calibration;
    }

    private static void Write(string path, SortedDictionary<string, double> weights)
    {
        using var output = new StreamWriter(path) { NewLine = "\n" };
        output.WriteLine("evidence,weight");
        foreach (var (name, weight) in weights)
            output.WriteLine(Invariant($"{name},{weight:F2}"));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
