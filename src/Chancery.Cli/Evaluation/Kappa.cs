namespace Chancery.Cli.Evaluation;

/// <summary>How far two annotators agree over one list of cases, each with one label by either.</summary>
internal static class Kappa
{
    /// <summary>The share of cases with the same label.</summary>
    public static double Share(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        first.Count == 0 ? 0 : (double)first.Zip(second).Count(pair => pair.First == pair.Second) / first.Count;

    /// <summary>
    /// Cohen's kappa: the share beyond what the two would share if each dealt out labels by chance as often as it did (Cohen 1960). Where chance
    /// alone would bring full agreement, since both use one label only, it is 1.
    /// </summary>
    public static double Of(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        if (first.Count == 0)
            return 0;
        double cases = first.Count;
        var chance = first
            .Distinct()
            .Sum(label => first.Count(said => said == label) / cases * (second.Count(said => said == label) / cases));
        return chance >= 1 ? 1 : (Share(first, second) - chance) / (1 - chance);
    }
}
