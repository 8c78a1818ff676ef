using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>One column of a comparison.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="By">Whose account it is, for a person; the publisher where nobody is known.</param>
/// <param name="Kind">The kind of text.</param>
/// <param name="Published">The day of publication, where it is known.</param>
/// <param name="Words">The length in words.</param>
/// <param name="Initiator">Who it says began the contact; null where it does not say.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Title">Its title.</param>
/// <param name="Origin">Where it was read from, as given.</param>
public sealed record ComparedAccount(
    string Document,
    string By,
    TextKind Kind,
    DateOnly? Published,
    int Words,
    string? Initiator,
    string Language,
    string? Title,
    string? Origin
)
{
    /// <summary>Whom a report cites for it, where the account is what a report gives of a side; empty where the account itself is at hand.</summary>
    public ImmutableArray<string> Cited { get; init; } = [];
}
