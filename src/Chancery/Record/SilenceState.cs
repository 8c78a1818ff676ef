namespace Chancery.Record;

/// <summary>What an account does with a topic. The published names are lower case with hyphens.</summary>
public enum SilenceState
{
    /// <summary>Raises it.</summary>
    Mentions,

    /// <summary>Raises it in other terms than the other accounts.</summary>
    MentionsDifferently,

    /// <summary>Was read in full and does not raise it.</summary>
    Silent,

    /// <summary>Says that it is not so.</summary>
    Denies,

    /// <summary>Says that it was not discussed.</summary>
    SaysNotDiscussed,

    /// <summary>Says that it will not speak of it.</summary>
    DeclinesComment,

    /// <summary>There is no account.</summary>
    NoAccount,

    /// <summary>There is an account, and it is not at hand or cut short.</summary>
    Unavailable,

    /// <summary>Nobody has looked.</summary>
    NotChecked,
}
