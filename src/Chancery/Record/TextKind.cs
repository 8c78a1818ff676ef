namespace Chancery.Record;

/// <summary>What sort of text a document is, as far as it changes how it is read.</summary>
public enum TextKind
{
    /// <summary>A reporter's story.</summary>
    News,

    /// <summary>One side's own account of a call, meeting or visit.</summary>
    Readout,

    /// <summary>A text issued by several sides together.</summary>
    JointStatement,

    /// <summary>Questions and answers, a press conference among them.</summary>
    Interview,

    /// <summary>One speaker's remarks.</summary>
    Speech,
}
