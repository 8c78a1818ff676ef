namespace Chancery.Archive;

/// <summary>One line of the coverage: what became of looking at a source for a day.</summary>
/// <param name="Source">The publisher or feed.</param>
/// <param name="Day">The day looked at; null where it is not known.</param>
/// <param name="State"><c>read</c>, <c>empty</c> (looked at, nothing there) or <c>failed</c> (there, and could not be read).</param>
/// <param name="Origin">The path or address.</param>
/// <param name="Problem">The coded problem of a failure.</param>
public sealed record CoverageMark(string Source, DateOnly? Day, string State, string Origin = "", string? Problem = null)
{
    /// <summary>What makes two marks the same one.</summary>
    internal string Key => $"{State}|{Source}|{Day:yyyy-MM-dd}|{Origin}|{Problem}";
}
