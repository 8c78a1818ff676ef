namespace Chancery.Reading.Naming;

/// <summary>A run of tokens taken for a name whose type is still open.</summary>
/// <param name="FirstToken">The index of its first token in the document.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Shares">The token at which the network's shares of the types stand; -1 for a name that the network did not see.</param>
internal readonly record struct NameDraft(int FirstToken, int EndToken, int Shares);
