namespace Chancery.Reading;

/// <summary>What part of a report a sentence is.</summary>
public enum SentenceRole
{
    /// <summary>The running text.</summary>
    Body,

    /// <summary>A title above the text, often without a stop and in the headline present.</summary>
    Headline,

    /// <summary>A place, and perhaps a date or agency, that opens the report.</summary>
    Dateline,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>The label of who speaks in a transcript.</summary>
    Speaker,

    /// <summary>What stands in the document and is no part of what is looked at, as in a report that is cut down to one side's words.</summary>
    Elsewhere,
}
