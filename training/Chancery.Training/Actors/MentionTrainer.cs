using Chancery.Actors;

namespace Chancery.Training.Actors;

/// <summary>
/// Learns from answers and whether they were right what an answer is worth. Rules of few answers are weighed together. That rules were mended on a text is a piece of
/// evidence of its own while learning and is left out of the weights, so that kinder texts teach what tells right from wrong and not how often it is.
/// </summary>
internal static class MentionTrainer
{
    private const int Few = 15;
    private const double Penalty = 2,
        Faint = .01;

    /// <summary>The weights by name, as <see cref="MentionConfidence"/> takes them.</summary>
    public static SortedDictionary<string, double> Learn(IReadOnlyList<MentionAnswer> rows)
    {
        var answers = rows.Where(static row => row.IsAnswer).ToList();
        var rules = answers
            .GroupBy(static row => row.Rule, StringComparer.Ordinal)
            .Where(static rule => rule.Count() >= Few)
            .Select(static rule => rule.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        var (rare, mended) = (MentionEvidence.Names.Length + rules.Count, MentionEvidence.Names.Length + rules.Count + 1);
        var penalties = new double[mended + 1];
        Array.Fill(penalties, Penalty);
        penalties[0] = penalties[mended] = Faint;
        var weights = LogisticFit.Of(
            [.. answers.Select(row => Sample(row, rules, rare, mended))],
            [.. answers.Select(static row => row.Outcome == MentionAnswer.Right)],
            penalties
        );
        var table = new SortedDictionary<string, double>(StringComparer.Ordinal) { [MentionConfidence.RareRule] = weights[rare] };
        for (var i = 0; i < MentionEvidence.Names.Length; i++)
            table[MentionEvidence.Names[i]] = weights[i];
        for (var i = 0; i < rules.Count; i++)
            table[rules[i]] = weights[MentionEvidence.Names.Length + i];
        return table;
    }

    private static (int Column, double Value)[] Sample(MentionAnswer row, List<string> rules, int rare, int mended)
    {
        var sample = new List<(int, double)>();
        for (var i = 0; i < row.Values.Length; i++)
            if (row.Values[i] != 0)
                sample.Add((i, row.Values[i]));
        var rule = rules.BinarySearch(row.Rule, StringComparer.Ordinal);
        sample.Add((rule < 0 ? rare : MentionEvidence.Names.Length + rule, 1));
        if (row.IsMended)
            sample.Add((mended, 1));
        return [.. sample];
    }
}
