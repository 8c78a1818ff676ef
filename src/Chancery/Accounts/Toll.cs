using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>A number of dead or wounded.</summary>
/// <param name="Kind"><c>dead</c> or <c>wounded</c>.</param>
/// <param name="Noun">Who they were, in dictionary form; null where the number stands alone.</param>
/// <param name="Low">The least that the words allow.</param>
/// <param name="High">The most that the words allow.</param>
/// <param name="Doers">The states, or else the ids, of whoever did it; empty where the clause does not say.</param>
/// <param name="Span">The words.</param>
internal readonly record struct Toll(string Kind, string? Noun, double Low, double High, ImmutableArray<string> Doers, Span Span)
{
    private const int Iso = 3;

    /// <summary>Whether another toll is laid at another door, one of the two being a state's: rebels of one account may be terrorists of the next.</summary>
    public bool IsByOther(Toll other) =>
        Doers.Length > 0
        && other.Doers.Length > 0
        && !Doers.Intersect(other.Doers, StringComparer.Ordinal).Any()
        && (Doers.Any(doer => doer.Length == Iso) || other.Doers.Any(doer => doer.Length == Iso));
}
