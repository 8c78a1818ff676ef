namespace Chancery.Knowledge;

/// <summary>A person's time in an office.</summary>
/// <param name="Person">The id of the person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="State">The ISO 3166-1 alpha-3 code of the state.</param>
/// <param name="Office">The short code of the office: <c>president</c>, <c>pm</c>, <c>fm</c>, <c>defmin</c>, <c>hos</c>, <c>hog</c>.</param>
/// <param name="Title">What the office is called there, in lower case.</param>
/// <param name="Fact">When, with source and review.</param>
public sealed record Tenure(string Person, string Name, string State, string Office, string Title, DatedFact Fact);
