namespace Chancery.Accounts;

/// <summary>Each holds somebody else responsible for one thing: "Russia is responsible for the crisis", "the sole culprit is the leadership of Moldova".</summary>
internal static class ResponsibilityClash
{
    private const double SameMatter = 0.4;

    /// <summary>The two who are held responsible; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        if (left.Blamed.IsEmpty || right.Blamed.IsEmpty || !left.IsNear(right) || left.IsOther(right))
            return null;
        if (left.Blamed.Intersect(right.Blamed, StringComparer.Ordinal).Any())
            return null;
        return left.IsOne(right) || kinship.Link(left, right) >= SameMatter
            ? new Clash("stance", "each holds another side responsible")
            : null;
    }
}
