using System.Collections.Immutable;

namespace Chancery.Accounts;

/// <summary>One row of a comparison.</summary>
/// <param name="Topic">The topic, from the topic table, or a matter of the contact itself such as <c>who began the contact</c>.</param>
/// <param name="Proposition">What is said of the topic, in the words of the account that says most; null for a row of the topic as a whole.</param>
/// <param name="Relation">How the accounts stand to one another on it.</param>
/// <param name="Divergence">From 0, all say the same, to 1, they cannot all be right; the order of the rows.</param>
/// <param name="Cells">One for each account, in the order of the columns.</param>
/// <param name="Why">What the relation rests on, for a person.</param>
public sealed record ComparisonRow(
    string Topic,
    string? Proposition,
    RowRelation Relation,
    double Divergence,
    ImmutableArray<ComparisonCell> Cells,
    string Why
)
{
    /// <summary>What is named in a row that no topic of the table covers ("Manbij", "Pastor Brunson"); null where nothing is named, and in all other rows.</summary>
    public string? About { get; init; }
}
