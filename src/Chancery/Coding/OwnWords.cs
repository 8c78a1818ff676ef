using Chancery.Reading;

namespace Chancery.Coding;

/// <summary>
/// The words that tell one event: its predicate with what hangs on it, and for a noun the verb that carries it ("held talks in Doha"). What is
/// told on its own account beside it, such as a relative clause or a second main clause, is left out.
/// </summary>
internal static class OwnWords
{
    /// <summary>Fills a list with the tokens, in the order of the text.</summary>
    /// <param name="text">The document.</param>
    /// <param name="predicate">The event's word.</param>
    /// <param name="withDoer">Whether the subject of an active verb and what stands with it belong.</param>
    /// <param name="words">The list, emptied first.</param>
    public static void Of(ParsedText text, int predicate, bool withDoer, List<int> words)
    {
        words.Clear();
        var carrier = LightVerb.Of(text, predicate);
        Gather(text, carrier >= 0 ? carrier : predicate, carrier >= 0 ? carrier : predicate, withDoer, words);
        if (!words.Contains(predicate))
            Gather(text, predicate, predicate, withDoer, words);
        words.Sort();
    }

    // An explicit stack: a sentence can be as deep as it is long.
    private static void Gather(ParsedText text, int from, int predicate, bool withDoer, List<int> words)
    {
        var stack = new Stack<int>();
        stack.Push(from);
        while (stack.TryPop(out var token))
        {
            words.Add(token);
            foreach (var dependent in text.Dependents(token))
                if (Belongs(text, token, dependent, predicate, withDoer))
                    stack.Push(dependent);
        }
    }

    private static bool Belongs(ParsedText text, int head, int dependent, int predicate, bool withDoer)
    {
        var token = text.Tokens[dependent];
        switch (token.Relation)
        {
            case Relation.Punct or Relation.AclRelcl or Relation.Parataxis or Relation.Discourse or Relation.Vocative:
                return false;
            case Relation.Advcl:
                return token.Penn == PennTag.VB
                    || token.Penn == PennTag.VBG && !ClauseTree.Is(text, Math.Max(0, dependent - 1), ",")
                    || !token.IsVerb;
            case Relation.Conj:
                // "arrested and deported": each verb tells its own; "tanks and troops" are of one telling.
                return !(head == predicate && token.IsVerb)
                    && !(text.Tokens[head].IsVerb && token.Penn is PennTag.VBD or PennTag.VBZ or PennTag.VBP);
            case Relation.Nsubj or Relation.OblAgent:
                return withDoer || head != predicate;
            default:
                return true;
        }
    }
}
