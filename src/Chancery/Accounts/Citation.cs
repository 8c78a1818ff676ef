using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>A phrase that names somebody's account, such as "a Chinese Foreign Ministry statement".</summary>
/// <param name="Issuer">Whose account.</param>
/// <param name="Span">The whole phrase.</param>
internal sealed record Citation(Entity Issuer, Span Span);
