using System.Collections.Immutable;

namespace Chancery.Accounts;

/// <summary>Accounts of one event set side by side: a column for each account, a row for each topic or proposition.</summary>
/// <param name="Event">The id of the occurrence that most of the accounts tell of; null where none is found.</param>
/// <param name="Subject">The occurrence in words, such as "CONSULT (phone) of China and Russia, 8 Feb 2024"; empty where there is none.</param>
/// <param name="Accounts">The columns in the order given.</param>
/// <param name="Rows">The rows, most divergent first.</param>
/// <param name="Claims">What one document says of another's silence, checked against the other's own words.</param>
public sealed record Comparison(
    string? Event,
    string Subject,
    ImmutableArray<ComparedAccount> Accounts,
    ImmutableArray<ComparisonRow> Rows,
    ImmutableArray<SilenceClaim> Claims
);
