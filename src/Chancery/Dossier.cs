using System.Collections.Immutable;
using Chancery.Accounts;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery;

/// <summary>A document with everything that was read from it.</summary>
/// <param name="Document">The text as received.</param>
/// <param name="Text">Its sentences, words and trees.</param>
/// <param name="Cast">Who is who in it.</param>
/// <param name="Chronology">When things are in it.</param>
/// <param name="Entries">The record, sealed, ordered by kind and then by first span.</param>
public sealed record Dossier(Document Document, ParsedText Text, Cast Cast, Chronology Chronology, ImmutableArray<Entry> Entries)
{
    /// <summary>The document as the comparison of accounts takes it.</summary>
    public Telling Telling => new(Entries.OfType<DocumentEntry>().First(), Text, Cast, Chronology, Entries);
}
