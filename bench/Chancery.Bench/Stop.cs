using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Attribution;
using Chancery.Coding;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Bench;

/// <summary>A document with what every stage needs from those before it.</summary>
internal sealed record Stop(
    Document Document,
    ParsedText Text,
    DateValue Day,
    Cast Cast,
    Chronology Chronology,
    DocumentEntry Head,
    ImmutableArray<Event> Events,
    ImmutableArray<Statement> Statements,
    ImmutableArray<Position> Positions,
    ImmutableArray<Entry> Entries
)
{
    public static Stop Of(ParsedText text, Clerk clerk)
    {
        var day = DocumentDating.Date(text);
        var cast = ActorReader.Read(text, day);
        var chronology = TimeReader.Read(text, cast, day);
        var attributed = Attributor.Read(text, cast, chronology);
        return new Stop(
            text.Document,
            text,
            day,
            cast,
            chronology,
            DocumentHead.Read(text, cast, chronology),
            EventCoder.Code(text, cast, chronology),
            attributed.Statements,
            attributed.Positions,
            clerk.Read(text.Document).Entries
        );
    }
}
