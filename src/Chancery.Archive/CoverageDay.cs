namespace Chancery.Archive;

/// <summary>What became of one source on one day.</summary>
/// <param name="Source">The publisher or feed; empty where the documents name none.</param>
/// <param name="Day">The day; null for documents without one.</param>
/// <param name="Read">Documents read.</param>
/// <param name="Empty">Looks that found nothing.</param>
/// <param name="Failed">Documents that could not be read.</param>
public sealed record CoverageDay(string Source, DateOnly? Day, long Read, long Empty, long Failed)
{
    /// <summary><c>read</c>, <c>empty</c>, <c>failed</c> or <c>not watched</c>; the best that the day has.</summary>
    public string State =>
        Read > 0 ? "read"
        : Empty > 0 ? "empty"
        : Failed > 0 ? "failed"
        : "not watched";
}
