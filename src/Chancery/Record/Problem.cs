namespace Chancery.Record;

/// <summary>Something that input did wrong, told so that a person can mend it. It is a value: nothing is thrown for it.</summary>
/// <param name="Code">The stable code, <c>CH</c> and four digits, listed in docs/errors.md.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Place">File, line or offset, as near as it is known.</param>
/// <param name="Mend">What the reader can do about it.</param>
public sealed record Problem(string Code, string Message, string Place, string Mend)
{
    /// <summary>The one-line form for a terminal.</summary>
    public override string ToString() => $"{Code} {Place}: {Message} {Mend}";
}
