using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>What was looked for, and how, before something was called absent.</summary>
/// <param name="Terms">The terms or patterns.</param>
/// <param name="Method">Who or what looked.</param>
public sealed record Check(ImmutableArray<string> Terms, string Method);
