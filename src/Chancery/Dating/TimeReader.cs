using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Dating;

/// <summary>Finds the time expressions of a document and the days they mean.</summary>
public static class TimeReader
{
    /// <summary>Reads the time expressions against the document's date.</summary>
    public static Chronology Read(ParsedText text, Cast cast, DateValue documentDate) => new(text, documentDate, []);
}
