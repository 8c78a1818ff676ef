namespace Chancery.Accounts;

/// <summary>Why two propositions cannot both be right, or stand apart.</summary>
/// <param name="Kind"><c>number</c>, <c>date</c>, <c>place</c>, <c>stance</c> or <c>initiator</c>.</param>
/// <param name="Why">What it rests on, for a person.</param>
/// <param name="Denier">The account whose words are a negation; -1 where neither's are.</param>
internal sealed record Clash(string Kind, string Why, int Denier = -1);
