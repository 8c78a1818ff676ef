namespace Chancery.Record;

/// <summary>How a silence is known.</summary>
public enum SilenceBasis
{
    /// <summary>A report says so.</summary>
    Stated,

    /// <summary>The account was searched.</summary>
    Computed,
}
