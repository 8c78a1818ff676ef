namespace Chancery.Accounts;

/// <summary>A ruling that could not be followed, or not in all that it says.</summary>
/// <param name="Ruling">The ruling.</param>
/// <param name="Why">Why not, in words.</param>
public sealed record UnmetRuling(OccurrenceRuling Ruling, string Why);
