namespace Chancery.Record;

/// <summary>How what is recorded stands to the world, by the words of the text.</summary>
public enum EntryStatus
{
    /// <summary>Told as having happened, or as being so.</summary>
    Occurred,

    /// <summary>Told as going on at the day of the document.</summary>
    Ongoing,

    /// <summary>Told as going to happen.</summary>
    Planned,

    /// <summary>Told as possible or conditional.</summary>
    Hypothetical,

    /// <summary>Told as an accusation or charge that the text does not vouch for.</summary>
    Alleged,

    /// <summary>Told by the reporter with a reservation ("apparently").</summary>
    Hedged,

    /// <summary>Told as denied by somebody.</summary>
    Denied,

    /// <summary>Told as asked for or demanded, not as done.</summary>
    Demanded,

    /// <summary>Told as not having happened.</summary>
    Negated,

    /// <summary>Told as background from well before the document.</summary>
    Historical,
}
