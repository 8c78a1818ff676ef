namespace Chancery.Knowledge;

/// <summary>What the pack can say of a fact on a day.</summary>
public enum Answer
{
    /// <summary>The pack does not reach so far, or the edge of the fact is not known finely enough.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not hold.</summary>
    No,
}
