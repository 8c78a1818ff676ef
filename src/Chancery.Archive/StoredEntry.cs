namespace Chancery.Archive;

/// <summary>An entry as the archive holds it.</summary>
/// <param name="Id">Its content hash.</param>
/// <param name="DocumentId">The document that says so.</param>
/// <param name="Generation">The id of the generation that read it.</param>
/// <param name="Json">The canonical line.</param>
public sealed record StoredEntry(string Id, string DocumentId, string Generation, string Json);
