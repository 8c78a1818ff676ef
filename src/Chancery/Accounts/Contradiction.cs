namespace Chancery.Accounts;

/// <summary>Two propositions of different accounts that cannot both be right, or stand apart.</summary>
/// <param name="Left">The one.</param>
/// <param name="Right">The other.</param>
/// <param name="Kind"><c>number</c>, <c>date</c> or <c>stance</c>.</param>
/// <param name="Why">What it rests on, for a person.</param>
/// <param name="Denier">The account whose words are a negation; -1 where neither's are.</param>
internal sealed record Contradiction(Proposition Left, Proposition Right, string Kind, string Why, int Denier);
