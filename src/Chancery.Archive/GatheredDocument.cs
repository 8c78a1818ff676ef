using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Archive;

/// <summary>One document that waits to be written.</summary>
/// <param name="Id">Its content hash.</param>
/// <param name="Text">The document; null where only its record was given.</param>
/// <param name="Entries">Its sealed entries, in their order.</param>
/// <param name="Rows">The rows of entries that came without their text; empty otherwise.</param>
/// <param name="Recorded">When it was added, in UTC.</param>
/// <param name="Origin">Where it came from.</param>
internal readonly record struct GatheredDocument(
    string Id,
    Document? Text,
    ImmutableArray<Entry> Entries,
    IReadOnlyList<EntryRow> Rows,
    DateTime Recorded,
    string Origin
);
