namespace Chancery.Knowledge;

/// <summary>As what a name stands for its entity.</summary>
internal enum NameKind
{
    State,
    Body,
    Adjective,
    Capital,
    Person,
    Surname,
    Demonym,
    Place,
    Event,
}
