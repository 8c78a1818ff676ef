using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>One thing that an account says: a clause with its own predicate, as the comparison sees it.</summary>
/// <param name="Account">The index of the account among those compared.</param>
/// <param name="Sentence">The index of the sentence in its document.</param>
/// <param name="Head">The token of the predicate.</param>
/// <param name="Span">The clause.</param>
/// <param name="Words">Its content words in dictionary form, in order and without repetition.</param>
/// <param name="Names">Its names other than those of the parties, in lower case.</param>
/// <param name="Actors">The states of those who say or do it.</param>
/// <param name="Topics">What it raises.</param>
/// <param name="Quantities">The quantities that it gives.</param>
/// <param name="Negated">Whether it is said not to be so: its predicate is negated, or somebody denies it.</param>
/// <param name="IsDenied">Whether the clause that it hangs on denies it: "denied that its soldiers had fired".</param>
/// <param name="Contact">The states that a clause of a meeting, visit or call names; empty for all other clauses.</param>
/// <param name="Predicate">The predicate in its dictionary form.</param>
/// <param name="Occurrence">The occurrence that its predicate mentions; null where it mentions none.</param>
internal sealed record Proposition(
    int Account,
    int Sentence,
    int Head,
    Span Span,
    ImmutableArray<string> Words,
    ImmutableArray<string> Names,
    ImmutableArray<string> Actors,
    ImmutableArray<Topic> Topics,
    ImmutableArray<Quantity> Quantities,
    bool Negated,
    bool IsDenied,
    ImmutableHashSet<string> Contact,
    string Predicate,
    string? Occurrence
);
