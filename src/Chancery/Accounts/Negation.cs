using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>How a clause or a noun is negated: "did not", "no ship", "not one ship", "without warning".</summary>
internal static class Negation
{
    /// <summary>Whether a word negates what it hangs on: not, never, nor.</summary>
    public static bool Is(Token word) => AccountWords.Negators.Contains(word.Lemma);

    /// <summary>Whether a noun is said not to be there: "no ship", "not one new buoy", "not a single house", "without warning".</summary>
    public static bool IsOfNone(ParsedText text, int noun)
    {
        foreach (var dependent in text.Dependents(noun))
        {
            var word = text.Tokens[dependent];
            if (word.Relation is Relation.Det && AccountWords.None.Contains(word.Lemma))
                return true;
            if (word.Relation is Relation.Case && AccountWords.Lacking.Contains(word.Lemma))
                return true;
            if (IsNotOne(text, noun, dependent))
                return true;
        }

        return false;
    }

    // "not one", "not a single": the negation stands before the one, whatever the parser hangs it on.
    private static bool IsNotOne(ParsedText text, int noun, int one)
    {
        if (one >= noun || !AccountWords.Single.Contains(text.Tokens[one].Lemma))
            return false;
        for (var i = one - 1; i >= Math.Max(0, one - 2); i--)
            if (Is(text.Tokens[i]))
                return true;
        return false;
    }
}
