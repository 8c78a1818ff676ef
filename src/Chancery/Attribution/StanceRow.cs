namespace Chancery.Attribution;

/// <summary>A row of <c>codebook/attribution/stances.csv</c>.</summary>
/// <param name="Links">What joins the object to the word: prepositions, <c>obj</c>, <c>clause</c>, <c>inf</c>, or <c>self</c> where the word judges its own subject.</param>
/// <param name="Stance">The stance in the words of the codebook.</param>
/// <param name="Objects">Words one of which must stand in the object; empty where any may.</param>
/// <param name="NeedsTopic">Whether the object must raise an issue that the tables know, since the word is much used of other things.</param>
internal sealed record StanceRow(string[] Links, string Stance, string[] Objects, bool NeedsTopic)
{
    public bool Takes(string link) => Array.IndexOf(Links, link) >= 0;
}
