using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>What a report gives as the words of one side.</summary>
/// <param name="Side">For which side: a state by its code, an organisation or an armed group by its id.</param>
/// <param name="By">The side: a state, an organisation, an armed group.</param>
/// <param name="Cited">Whom the report cites for it, by name, in the order of the text.</param>
/// <param name="Telling">The report cut down to these words. Places are those of the report; the id is the report's with <c>#</c> and the side.</param>
/// <param name="Words">How many words the report gives it.</param>
public sealed record ReportedAccount(string Side, Entity By, ImmutableArray<string> Cited, Telling Telling, int Words);
