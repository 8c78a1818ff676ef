namespace Chancery.Archive;

/// <summary>A document as the archive's list shows it, without its text.</summary>
/// <param name="Id">Its content hash.</param>
/// <param name="Title">The title, declared or read.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Day">The day of publication, or on which it speaks.</param>
/// <param name="Generation">The id of the generation whose reading counts.</param>
/// <param name="Recorded">When it was added, in UTC.</param>
/// <param name="Origin">Where it was read from.</param>
/// <param name="Entries">The number of its entries.</param>
public sealed record StoredDocument(
    string Id,
    string? Title,
    string? Publisher,
    DateOnly? Day,
    string Generation,
    DateTime Recorded,
    string Origin,
    int Entries
);
