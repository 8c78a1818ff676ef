namespace Chancery.Record;

/// <summary>How the words of another are given.</summary>
public enum StatementForm
{
    /// <summary>In the reporter's words.</summary>
    Indirect,

    /// <summary>In the speaker's own words, with or without quotation marks.</summary>
    Direct,

    /// <summary>Partly in each.</summary>
    Mixed,
}
