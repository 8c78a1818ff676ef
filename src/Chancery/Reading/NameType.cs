namespace Chancery.Reading;

/// <summary>What a name found by the reader names, before anything is known of it.</summary>
public enum NameType : byte
{
    /// <summary>A human being.</summary>
    Person,

    /// <summary>A body of people: government, firm, party, press.</summary>
    Organisation,

    /// <summary>A place or state.</summary>
    Place,

    /// <summary>A people, nationality, faith or following.</summary>
    Group,

    /// <summary>A named happening.</summary>
    Event,

    /// <summary>A name of anything else.</summary>
    Other,
}
