using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>One line of a ledger of positions: who stood where on what, when, in which words, and how that stands to what they held before.</summary>
/// <param name="Holder">Who holds it.</param>
/// <param name="Issue">The issue, a topic's name.</param>
/// <param name="Stance">The stance in words, such as "opposes".</param>
/// <param name="Object">What it is taken towards, in the words of the text; null where nothing is named.</param>
/// <param name="Day">The day on which it was held, by the words or by the document; null where neither tells.</param>
/// <param name="Document">The document's id.</param>
/// <param name="Span">The words that say so.</param>
/// <param name="Change">How it stands to the holder's last position on the issue.</param>
/// <param name="Against">The document of the position that it changes or contradicts; null where it does neither.</param>
public sealed record LedgerEntry(
    Entity Holder,
    string Issue,
    string Stance,
    string? Object,
    DateOnly? Day,
    string Document,
    Span Span,
    PositionChange Change,
    string? Against
);
