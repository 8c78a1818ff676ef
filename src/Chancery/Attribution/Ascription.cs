using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>A cue with its roles, as tokens of the text, before anybody is resolved.</summary>
/// <param name="Word">The row of the cue table.</param>
/// <param name="Token">The token that heads the cue.</param>
/// <param name="Cue">The words of the cue.</param>
/// <param name="Sources">The heads of the phrases that name the sources; empty where none is named.</param>
/// <param name="Content">The stretches of the text that are ascribed, in order.</param>
/// <param name="Negated">Whether the text says that it was not said.</param>
/// <param name="Hedged">Whether it is the reporter's own reading.</param>
internal sealed record Ascription(CueWord Word, int Token, Span Cue, int[] Sources, Span[] Content, bool Negated, bool Hedged)
{
    /// <summary>The words that name the sources, as far as they reach.</summary>
    public Span[] SourceWords { get; init; } = [];

    /// <summary>
    /// The content as sets of labelled attributions have it, which nest none: where two cues of a sentence say one thing both have the same
    /// content, while in the record the outer one holds the inner. Null where the two are the same.
    /// </summary>
    public Span[]? Flat { get; init; }

    /// <summary>Whether it stands within what another says, or around it, so that it is not the report's own.</summary>
    public bool Nested { get; init; }

    /// <summary>The code units of all the content.</summary>
    public int Length
    {
        get
        {
            var length = 0;
            foreach (var stretch in Content)
                length += stretch.Length;
            return length;
        }
    }
}
