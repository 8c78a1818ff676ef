using Chancery.Record;

namespace Chancery.Reading;

/// <summary>One sentence: a run of tokens with one root.</summary>
/// <param name="FirstToken">The index of its first token in the document.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Span">Where it stands in the document.</param>
/// <param name="Paragraph">The number of its paragraph (a line of the text), from 0.</param>
/// <param name="Role">What part it plays in the document.</param>
public readonly record struct Sentence(int FirstToken, int EndToken, Span Span, int Paragraph, SentenceRole Role)
{
    /// <summary>The number of tokens.</summary>
    public int Length => EndToken - FirstToken;
}
