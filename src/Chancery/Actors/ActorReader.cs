using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Finds who is mentioned in a document and who is meant, as of its date.</summary>
public static class ActorReader
{
    /// <summary>Reads the mentions. The date is the document's own; it may be unknown.</summary>
    public static Cast Read(ParsedText text, DateValue documentDate) => new Linker(text, documentDate.End ?? documentDate.Start).Read();
}
