namespace Chancery.Archive;

/// <summary>
/// One line of what passed between two states. By rule occurrences-1, mentions of one kind, type, mode, status and days between the same two sides are one line;
/// only an undated mention stands alone.
/// </summary>
/// <param name="Start">The first day; null where it is not known.</param>
/// <param name="End">The last day.</param>
/// <param name="Kind"><c>event</c> or <c>statement</c>.</param>
/// <param name="Type">The event's type or the statement's mood.</param>
/// <param name="Mode">The event's mode or the statement's form.</param>
/// <param name="Status">How it stands to the world.</param>
/// <param name="Quad">The quad class of an event.</param>
/// <param name="Score">The score of an event.</param>
/// <param name="From">The acting state; the first in the order of codes where both act.</param>
/// <param name="To">The other state.</param>
/// <param name="Both">Whether both act.</param>
/// <param name="Mentions">The number of entries that say so.</param>
/// <param name="Documents">The number of documents that say so.</param>
/// <param name="Entry">The id of one of them: the first in the order of ids.</param>
/// <param name="Document">The document that it stands in.</param>
/// <param name="Words">The stretch of text from its actors to its recipients.</param>
public sealed record Contact(
    DateOnly? Start,
    DateOnly? End,
    string Kind,
    string? Type,
    string? Mode,
    string Status,
    string? Quad,
    double? Score,
    string From,
    string To,
    bool Both,
    long Mentions,
    long Documents,
    string Entry,
    string Document,
    string? Words
)
{
    /// <summary>The lane of a timeline: calls, visits, meetings, agreements, statements, measures or other.</summary>
    public string Lane =>
        (Kind, Type, Mode) switch
        {
            ("statement", _, _) => "statements",
            (_, "CONSULT", "phone") => "calls",
            (_, "CONSULT", "visit") => "visits",
            (_, "CONSULT", _) => "meetings",
            (_, "AGREE", _) => "agreements",
            (_, "SUPPORT" or "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN", _) => "statements",
            (_, "COOPERATE" or "AID" or "CONCEDE" or "RETREAT" or "SANCTION" or "COERCE" or "MOBILIZE" or "ASSAULT" or "PROTEST", _) =>
                "measures",
            _ => "other",
        };

    /// <summary>The lanes in the order in which they are drawn.</summary>
    public static IReadOnlyList<string> Lanes { get; } = ["calls", "visits", "meetings", "agreements", "statements", "measures", "other"];
}
