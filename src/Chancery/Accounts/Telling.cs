using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>One document as the comparison takes it: what it is, its words and trees, who is who and when, and its record.</summary>
/// <param name="Head">What the document is.</param>
/// <param name="Text">Its sentences, words and trees.</param>
/// <param name="Cast">Who is who in it.</param>
/// <param name="Chronology">When things are in it.</param>
/// <param name="Entries">Its record, sealed.</param>
public sealed record Telling(DocumentEntry Head, ParsedText Text, Cast Cast, Chronology Chronology, ImmutableArray<Entry> Entries)
{
    /// <summary>The words as received.</summary>
    public string Words => Text.Document.Text;

    /// <summary>The document's id.</summary>
    public string Id => Text.Document.Id;
}
