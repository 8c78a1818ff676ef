namespace Chancery.Knowledge;

/// <summary>The parts of a compiled pack, in the order in which they lie there.</summary>
internal enum PackedPart
{
    Texts,
    Letters,
    Entities,
    Names,
    NameWords,
    NameKeys,
    Metonyms,
    Roles,
    Spellings,
    Genders,
    Borders,
    Bordered,
    Groupings,
    FirstWords,
    States,
    Organs,
    OrganWords,
    Titles,
    Leading,
    LeadingRows,
    AlsoNamed,
    Offices,
    Persons,
    Tenures,
    Facts,
    Events,
    StateMedia,
    Lists,
}
