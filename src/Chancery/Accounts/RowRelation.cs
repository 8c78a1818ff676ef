namespace Chancery.Accounts;

/// <summary>How the accounts of a comparison stand to one another on one row. The published names are lower case with hyphens.</summary>
public enum RowRelation
{
    /// <summary>They cannot all be right, or take opposite stands.</summary>
    Contradicting,

    /// <summary>One account alone raises it.</summary>
    OnlyOne,

    /// <summary>Some raise it and some do not.</summary>
    Some,

    /// <summary>No account raises it, though there was reason to look.</summary>
    Neither,

    /// <summary>All raise it and do not call it the same.</summary>
    DifferentWords,

    /// <summary>All raise it.</summary>
    Agreed,
}
