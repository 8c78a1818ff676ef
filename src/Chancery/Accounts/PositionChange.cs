namespace Chancery.Accounts;

/// <summary>How a position stands to the holder's last one on the same issue. The published names are lower case.</summary>
public enum PositionChange
{
    /// <summary>The first on the issue among the documents.</summary>
    First,

    /// <summary>The same stance as before.</summary>
    Repeats,

    /// <summary>Another stance than before, and not its opposite.</summary>
    Changes,

    /// <summary>The opposite of a stance taken before towards the same.</summary>
    Contradicts,
}
