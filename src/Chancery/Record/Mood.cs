namespace Chancery.Record;

/// <summary>What the speaker does by saying it, and whether the reporter goes along.</summary>
public enum Mood
{
    /// <summary>Says that it is so.</summary>
    Asserted,

    /// <summary>Says that it is so, and the reporter keeps a distance ("claims").</summary>
    Claimed,

    /// <summary>Says that what was said before is so.</summary>
    Confirmed,

    /// <summary>Says that it is not so.</summary>
    Denied,

    /// <summary>Says that it should be so, or asks for it.</summary>
    Demanded,

    /// <summary>Says that the speaker will do it.</summary>
    Promised,

    /// <summary>Asks whether it is so.</summary>
    Asked,
}
