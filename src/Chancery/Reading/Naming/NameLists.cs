namespace Chancery.Reading.Naming;

/// <summary>The lists of published names that words, alone or in a row, stand in.</summary>
[Flags]
internal enum NameLists : ushort
{
    /// <summary>In none.</summary>
    None = 0,

    /// <summary>A given name.</summary>
    Given = 1,

    /// <summary>A family name.</summary>
    Surname = 2,

    /// <summary>A place, or a name of nature.</summary>
    Place = 4,

    /// <summary>A body of people.</summary>
    Organisation = 8,

    /// <summary>The full name of a person, or a name by which one alone is known.</summary>
    Person = 16,

    /// <summary>A people, or one of it.</summary>
    People = 32,

    /// <summary>A named happening.</summary>
    Event = 64,

    /// <summary>A state, or a city of 200,000 people and more.</summary>
    LargePlace = 128,

    /// <summary>A work or a thing made.</summary>
    Work = 256,

    /// <summary>A language, faith, breed, substance or time.</summary>
    Thing = 512,

    /// <summary>What a single word at the edge of a longer name is asked for.</summary>
    OfWord = Given | Surname | Place | Person | People | Event | LargePlace,
}
