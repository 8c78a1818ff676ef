namespace Chancery.Reading;

/// <summary>A run of tokens that the reader takes for a name.</summary>
/// <param name="FirstToken">The index of its first token in the document.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Type">What it seems to name.</param>
public readonly record struct NameSpan(int FirstToken, int EndToken, NameType Type);
