using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Dating;

/// <summary>Finds the day on which a document speaks: declared, from its dateline, or inferred from what it says, with the reasons.</summary>
public static class DocumentDating
{
    /// <summary>The date of the document. It runs before the actors are known, since who holds an office hangs on the day.</summary>
    public static DateValue Date(ParsedText text) => text.Document.Published is { } day
        ? DateValue.Day(day, DateBasis.Publication, "declared by the carrier")
        : DateValue.Unknown;
}
