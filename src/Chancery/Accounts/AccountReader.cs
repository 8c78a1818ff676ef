using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Reads, within one document, whose accounts of an event it is or cites, what they raise, and what they are said to leave out.</summary>
public static class AccountReader
{
    /// <summary>Reads accounts and stated silences. Events and statements come sealed, since accounts point at them by id.</summary>
    public static (ImmutableArray<Account> Accounts, ImmutableArray<Silence> Silences) Read(
        ParsedText text, Cast cast, DocumentEntry document, ImmutableArray<Event> events, ImmutableArray<Statement> statements,
        ImmutableArray<Position> positions) => ([], []);
}
