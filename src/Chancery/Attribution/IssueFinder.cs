using Chancery.Knowledge;
using Chancery.Reading;

namespace Chancery.Attribution;

/// <summary>Names the issue that words raise: by the table of issues, by the topics of the codebook, else by the noun that the words are about.</summary>
internal sealed class IssueFinder(ParsedText text)
{
    /// <summary>
    /// The issue of the words that the tables know; words such as "the conflict" take it from what was raised last before them. The wider
    /// table of topics, in which a bridge is infrastructure, is asked only where the words are surely about politics.
    /// </summary>
    public string? Known(int first, int end, bool topics)
    {
        var (issue, rank) = Raised(first, end);
        if (rank < 2)
            return issue;
        if (topics && Topics.Standard.Find(text, first, end) is [var match, ..])
            return match.Topic.Name;
        if (rank == 2)
        {
            for (var sentence = text.SentenceOf(first); sentence >= 0 && text.SentenceOf(first) - sentence <= 3; sentence--)
            {
                var (earlier, found) = Raised(text.Sentences[sentence].FirstToken, Math.Min(first, text.Sentences[sentence].EndToken));
                if (found < 2)
                    return earlier;
            }
        }

        return null;
    }

    /// <summary>The noun that a phrase or clause is about, with what stands before it: "strategic coordination".</summary>
    public string? Named(int head)
    {
        var noun = head;
        if (text.Tokens[head].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN))
        {
            noun = text.Dependent(head, Relation.Obj);
            if (noun < 0)
                noun = text.Dependent(head, Relation.NsubjPass);
            if (noun < 0)
                noun = text.Dependent(head, Relation.Obl);
            if (noun < 0)
                noun = text.Dependent(head, Relation.Xcomp) is >= 0 and var further ? text.Dependent(further, Relation.Obj) : -1;
            if (noun < 0 || text.Tokens[noun].Tag is not (UniversalTag.NOUN or UniversalTag.PROPN))
                return null;
        }

        var first = noun;
        foreach (var dependent in text.Dependents(noun))
            if (
                dependent < first
                && text.Tokens[dependent].Relation is Relation.Amod or Relation.Compound or Relation.NmodPoss or Relation.Flat
            )
                first = dependent;
        return text.SpanOf(first, noun + 1).In(text.Document.Text).ToString();
    }

    private (string? Issue, int Rank) Raised(int first, int end)
    {
        (string? Issue, int Rank) best = (null, 9);
        for (var i = first; i < end; i++)
            if (AttributionTables.Issues.TryGetValue(text.Tokens[i].Lemma.ToLowerInvariant(), out var raised) && raised.Rank < best.Rank)
                best = raised;
        return best;
    }
}
