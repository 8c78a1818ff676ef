namespace Chancery.Archive;

/// <summary>One month of one direction of a dyad, months without any event among them.</summary>
/// <param name="From">The acting state.</param>
/// <param name="To">The state acted upon.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Cooperation">Cooperative events, by their quad class.</param>
/// <param name="Conflict">Conflictual events.</param>
/// <param name="Events">All events.</param>
/// <param name="CooperationScore">The sum of the scores of the cooperative events.</param>
/// <param name="ConflictScore">The sum of the scores of the conflictual ones.</param>
/// <param name="Documents">The documents of that month in the archive. With none, that there is no event says nothing.</param>
public sealed record IndexMonth(
    string From,
    string To,
    DateOnly Month,
    long Cooperation,
    long Conflict,
    long Events,
    double CooperationScore,
    double ConflictScore,
    long Documents
)
{
    /// <summary>Whether any document of that month was read.</summary>
    public bool IsWatched => Documents > 0;
}
