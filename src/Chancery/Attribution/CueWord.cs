using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>A row of <c>codebook/attribution/cues.csv</c>.</summary>
/// <param name="Lemma">The word, with its particle or preposition.</param>
/// <param name="Class"><c>communication</c>, <c>mental</c> or <c>evidence</c>; <c>other</c> for a cue that the table does not list and that has no kin in it.</param>
/// <param name="Mood">What a speaker does by it.</param>
/// <param name="Frame">What its content may be: <c>clause</c>, <c>any</c>, <c>name</c>, <c>quote</c>, or the markers that a noun takes.</param>
/// <param name="Addressee">Where the addressee stands: <c>obj</c>, prepositions such as <c>to</c>, several with blanks between, or <c>none</c>.</param>
internal sealed record CueWord(string Lemma, string Class, Mood Mood, string Frame, string Addressee)
{
    /// <summary>Whether the object of the verb can be the addressee.</summary>
    public bool TakesHearer => Addressee.StartsWith("obj", StringComparison.Ordinal);
}
