namespace Chancery.Archive;

/// <summary>One month of one state's acts towards another, as reported: events that occurred or go on, counted per mention.</summary>
/// <param name="From">The acting state.</param>
/// <param name="To">The state acted upon.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Cooperation">Cooperative events, by their quad class.</param>
/// <param name="Conflict">Conflictual events.</param>
/// <param name="Events">All events, those without a quad class too.</param>
/// <param name="CooperationScore">The sum of the scores of the cooperative events.</param>
/// <param name="ConflictScore">The sum of the scores of the conflictual ones.</param>
public sealed record DyadMonth(
    string From,
    string To,
    DateOnly Month,
    long Cooperation,
    long Conflict,
    long Events,
    double CooperationScore,
    double ConflictScore
);
