namespace Chancery.Record;

/// <summary>How a date comes to be known.</summary>
public enum DateBasis
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>The words give it in full.</summary>
    Stated,

    /// <summary>The words give it against another date ("last year", "Thursday").</summary>
    Relative,

    /// <summary>The head of the report gives it.</summary>
    Dateline,

    /// <summary>Found by reasoning from several hints; see the reasons.</summary>
    Inferred,

    /// <summary>Only the day of publication is known; the event is not said to have happened then.</summary>
    Publication,

    /// <summary>A dated fact of the knowledge pack gives it ("the October 7 attack").</summary>
    Knowledge,
}
