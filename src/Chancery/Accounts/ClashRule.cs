namespace Chancery.Accounts;

/// <summary>One way of contradicting: its name, as docs/compare.md lists it, and what finds it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Find">Holds two propositions against each other; null where they do not contradict in this way.</param>
/// <param name="IsOrdered">Whether the two play different parts, so that each is tried in each: one says it and the other denies it.</param>
internal sealed record ClashRule(string Name, Func<Bearing, Bearing, Clash?> Find, bool IsOrdered)
{
    /// <summary>The contradiction of two propositions by this rule; null where there is none.</summary>
    public Clash? Of(Bearing left, Bearing right) => Find(left, right) ?? (IsOrdered ? Find(right, left) : null);
}
