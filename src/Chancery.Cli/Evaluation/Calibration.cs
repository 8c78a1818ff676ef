namespace Chancery.Cli.Evaluation;

/// <summary>How far the likelihoods that are stated for answers are borne out, and what precision they buy at a given coverage.</summary>
internal sealed class Calibration
{
    private const int Tenths = 10;

    private readonly List<(double Stated, bool Right, bool Labelled)> _answers = [];

    /// <summary>Takes one answer, given or withheld.</summary>
    /// <param name="stated">How likely it is said to be right.</param>
    /// <param name="right">Whether it is.</param>
    /// <param name="labelled">Whether it answers for a labelled mention.</param>
    public void Add(double stated, bool right, bool labelled) => _answers.Add((stated, right, labelled));

    /// <summary>The mean distance between what is stated and what is right over tenths of likelihood, each counted by its answers.</summary>
    public double Error =>
        _answers.Count == 0
            ? 0
            : _answers
                .GroupBy(static answer => Tenth(answer.Stated))
                .Sum(static tenth => Math.Abs(tenth.Sum(static answer => answer.Stated - (answer.Right ? 1 : 0)))) / _answers.Count;

    /// <summary>For each tenth of likelihood that has answers: how many, what is stated on average, what share is right.</summary>
    public IEnumerable<(int Tenth, int Answers, double Stated, double Right)> ByTenth =>
        _answers
            .GroupBy(static answer => Tenth(answer.Stated))
            .OrderBy(static tenth => tenth.Key)
            .Select(static tenth =>
                (
                    tenth.Key,
                    tenth.Count(),
                    tenth.Average(static answer => answer.Stated),
                    tenth.Average(static answer => answer.Right ? 1.0 : 0)
                )
            );

    /// <summary>
    /// The precision of the likeliest answers that reach so many labelled mentions; of all answers where they are too few. Equally likely answers
    /// count together.
    /// </summary>
    public double PrecisionAt(int labelled)
    {
        int reached = 0,
            right = 0,
            taken = 0;
        foreach (var equal in _answers.GroupBy(static answer => answer.Stated).OrderByDescending(static equal => equal.Key))
        {
            if (taken > 0 && reached >= labelled)
                break;
            taken += equal.Count();
            reached += equal.Count(static answer => answer.Labelled);
            right += equal.Count(static answer => answer.Right);
        }

        return taken == 0 ? 0 : (double)right / taken;
    }

    private static int Tenth(double stated) => Math.Clamp((int)(stated * Tenths), 0, Tenths - 1);
}
