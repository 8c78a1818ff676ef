namespace Chancery.Record;

/// <summary>The word or words by which something is ascribed to somebody.</summary>
/// <param name="Lemma">The dictionary form, such as <c>say</c> or <c>according to</c>.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Cue(string Lemma, Span Span);
