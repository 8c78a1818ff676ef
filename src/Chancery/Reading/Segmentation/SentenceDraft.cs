namespace Chancery.Reading.Segmentation;

/// <summary>A sentence before it is parsed: a run of words, its paragraph and its part in the report.</summary>
/// <param name="FirstWord">The index of its first word in the document.</param>
/// <param name="EndWord">One past its last word.</param>
/// <param name="Paragraph">The number of its line, from 0.</param>
/// <param name="Role">Its part in the report.</param>
internal readonly record struct SentenceDraft(int FirstWord, int EndWord, int Paragraph, SentenceRole Role);
