namespace Chancery.Record;

/// <summary>By what sort of phrase somebody is mentioned.</summary>
public enum MentionForm
{
    /// <summary>By name, with or without a title.</summary>
    Name,

    /// <summary>By office or role alone ("the Russian president").</summary>
    Title,

    /// <summary>By pronoun.</summary>
    Pronoun,

    /// <summary>As one of several ("the two sides").</summary>
    Group,

    /// <summary>By the seat for who sits there ("Beijing", "the Kremlin").</summary>
    Metonym,
}
