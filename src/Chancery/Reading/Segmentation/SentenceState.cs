namespace Chancery.Reading.Segmentation;

/// <summary>What is known of a sentence while its end is sought.</summary>
/// <param name="Open">Whether a quotation (1) or a bracket (2) stands open.</param>
/// <param name="Style">Whether the text begins its sentences with capitals: 0 unknown, 1 mostly, 2 not.</param>
/// <param name="First">The shape of the sentence's first word.</param>
internal readonly record struct SentenceState(uint Open, uint Style, uint First)
{
    /// <summary>The state after one more word of the sentence, which begins with a sign.</summary>
    public SentenceState After(BoundaryWord word, char sign)
    {
        var open = sign switch
        {
            '"' => Open ^ 1u,
            '“' or '«' => Open | 1u,
            '”' or '»' => Open & ~1u,
            '(' or '[' => Open | 2u,
            ')' or ']' => Open & ~2u,
            _ => Open,
        };
        return this with { Open = open, First = First == 0 ? word.Shape : First };
    }
}
