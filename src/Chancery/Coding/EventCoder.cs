using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Codes the events of a document through the codebook.</summary>
public static class EventCoder
{
    /// <summary>Codes the events. Their sources are left empty; attribution fills them.</summary>
    public static ImmutableArray<Event> Code(ParsedText text, Cast cast, Chronology chronology) => [];
}
