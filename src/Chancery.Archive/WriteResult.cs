namespace Chancery.Archive;

/// <summary>What a writer added.</summary>
/// <param name="Documents">Documents that were new under this generation.</param>
/// <param name="Entries">Their entries.</param>
/// <param name="AlreadyHeld">Documents that the archive held already, and which changed nothing.</param>
/// <param name="Segments">The names of the segments committed, in order.</param>
public sealed record WriteResult(long Documents, long Entries, long AlreadyHeld, IReadOnlyList<string> Segments);
