using Chancery.Reading;

namespace Chancery.Coding;

/// <summary>
/// What stands in the same stretch of a clause whatever the tree hangs it on. Prepositional phrases are where parsers err most
/// ("the first trip of his third term as president to Moscow in March"); where the tree has nothing, the order of words decides.
/// </summary>
internal static class Nearby
{
    private const int Reach = 18;

    /// <summary>The head of the first phrase with the preposition to the right, before any verb or end of the clause; -1 where none.</summary>
    public static int After(ParsedText text, int word, string preposition)
    {
        var end = EndOfStretch(text, word, LightVerb.Of(text, word) >= 0);
        for (var i = word + 1; i < end; i++)
        {
            if (text.Tokens[i].Relation is not (Relation.Case or Relation.Mark) || !ClauseTree.Is(text, i, preposition))
                continue;
            var head = text.Tokens[i].Head;
            if (head > i && head < end && text.Tokens[head].IsNominal)
                return head;
        }

        return -1;
    }

    /// <summary>
    /// One past the last word to the right that no other verb can claim; <paramref name="overCommas"/> for what holds the whole clause.
    /// </summary>
    public static int EndOfStretch(ParsedText text, int word, bool overCommas)
    {
        var last = Math.Min(text.Sentences[text.SentenceOf(word)].EndToken, word + Reach);
        for (var i = word + 1; i < last; i++)
        {
            var token = text.Tokens[i];
            // A participle before its noun ("the recently destroyed city") ends nothing.
            if (token.IsVerb && token.Relation is not (Relation.Amod or Relation.Compound or Relation.Case or Relation.Fixed))
                return i;
            if (token.Relation == Relation.Cop || token.Tag == UniversalTag.AUX)
                return i;
            if (
                token.Penn is PennTag.WDT or PennTag.WP or PennTag.WRB
                || token.Relation == Relation.Mark && token.Tag == UniversalTag.SCONJ
            )
                return i;
            if (!overCommas && text.Form(i) is "," && text.Tokens[word].Tag == UniversalTag.NOUN)
                return i;
            if (text.Form(i) is ";" or ":" or "." or "?" or "!")
                return i;
        }

        return last;
    }

    /// <summary>The first word to the left that belongs to the phrase of a noun, its modifiers and "one of the" included.</summary>
    public static int StartOfPhrase(ParsedText text, int noun)
    {
        var first = text.Sentences[text.SentenceOf(noun)].FirstToken;
        var i = noun;
        while (i > first && InPhrase(text, i - 1))
            i--;
        return i;
    }

    private static bool InPhrase(ParsedText text, int token)
    {
        var word = text.Tokens[token];
        return word.Tag
                is UniversalTag.DET
                    or UniversalTag.ADJ
                    or UniversalTag.NUM
                    or UniversalTag.NOUN
                    or UniversalTag.PROPN
                    or UniversalTag.ADV
            || word.Relation is Relation.NmodPoss or Relation.Amod
            || word.Penn == PennTag.POS
            || text.Form(token) is "of" or "-" or "–";
    }
}
