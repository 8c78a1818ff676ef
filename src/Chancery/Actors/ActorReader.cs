using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>Finds who is mentioned in a document and who is meant, as of its date.</summary>
public static class ActorReader
{
    /// <summary>Reads the mentions. The date is the document's own; it may be unknown. The world is the one that the engine carries where none is given.</summary>
    public static Cast Read(ParsedText text, DateValue documentDate, World? world = null) =>
        Abstention.Weigh(text, Resolve(text, documentDate, world), documentDate, world ?? World.Default);

    /// <summary>The mentions as the rules resolve them, before any answer is weighed.</summary>
    internal static Cast Resolve(ParsedText text, DateValue documentDate, World? world = null) =>
        new Linker(text, documentDate.End ?? documentDate.Start, world ?? World.Default).Read();
}
