using Chancery.Reading;

namespace Chancery.Coding;

/// <summary>The questions that coding asks of a tree: the subject of a clause, its object, what stands after a preposition.</summary>
internal static class ClauseTree
{
    private const int Reach = 6;

    /// <summary>Whether the verb is passive, or a past participle that modifies a noun.</summary>
    public static bool IsPassive(ParsedText text, int verb)
        => text.Dependent(verb, Relation.AuxPass) >= 0 || text.Dependent(verb, Relation.NsubjPass) >= 0 || text.Dependent(verb, Relation.OblAgent) >= 0
            || text.Tokens[verb] is { Relation: Relation.Acl, Penn: PennTag.VBN };

    /// <summary>The head of what stands after a preposition, or -1.</summary>
    public static int After(ParsedText text, int head, string preposition)
    {
        foreach (var dependent in text.Dependents(head))
        {
            var token = text.Tokens[dependent];
            if (!token.Relation.IsOblique() && !token.Relation.IsNominalModifier() && token.Relation is not (Relation.Advcl or Relation.Acl)) continue;
            if (HasCase(text, dependent, preposition)) return dependent;
        }

        return -1;
    }

    /// <summary>Who does it: the subject, the agent of a passive, or whoever a governing clause lends; -1 where nobody.</summary>
    public static int Doer(ParsedText text, int verb)
    {
        for (var i = 0; i < Reach && verb >= 0; i++)
        {
            if (IsPassive(text, verb))
            {
                var agent = text.Dependent(verb, Relation.OblAgent);
                return agent >= 0 ? agent : After(text, verb, "by");
            }

            var subject = text.Dependent(verb, Relation.Nsubj);
            if (subject >= 0) return Antecedent(text, verb, subject);
            var token = text.Tokens[verb];
            if (token.Head < 0) return -1;
            switch (token.Relation)
            {
                case Relation.Acl when text.Tokens[token.Head].IsNominal: return token.Penn == PennTag.VBG ? token.Head : Lender(text, token.Head);
                case Relation.Xcomp when text.Dependent(token.Head, Relation.Obj) is var obj and >= 0: return obj;
                case Relation.Xcomp when IsPassive(text, token.Head): return text.Dependent(token.Head, Relation.NsubjPass);
                case Relation.Xcomp or Relation.Conj or Relation.Advcl or Relation.Ccomp or Relation.Parataxis: verb = token.Head; break;
                default: return -1;
            }
        }

        return -1;
    }

    /// <summary>To whom it is done: the object, or the subject of a passive; -1 where nobody.</summary>
    public static int Undergoer(ParsedText text, int verb)
    {
        if (!IsPassive(text, verb)) return text.Dependent(verb, Relation.Obj) is var obj and >= 0 ? Antecedent(text, verb, obj) : -1;
        for (var i = 0; i < Reach && verb >= 0; i++)
        {
            var subject = text.Dependent(verb, Relation.NsubjPass);
            if (subject < 0) subject = text.Dependent(verb, Relation.Nsubj);
            if (subject >= 0) return Antecedent(text, verb, subject);
            var token = text.Tokens[verb];
            if (token.Head < 0) return -1;
            if (token.Relation is Relation.Acl && text.Tokens[token.Head].IsNominal) return token.Head;
            if (token.Relation is not (Relation.Conj or Relation.Xcomp or Relation.Advcl)) return -1;
            verb = token.Head;
        }

        return -1;
    }

    /// <summary>Whether a word has the preposition; "because of" and its like count by either word.</summary>
    public static bool HasCase(ParsedText text, int word, string preposition)
    {
        foreach (var dependent in text.Dependents(word))
        {
            if (text.Tokens[dependent].Relation is Relation.Case or Relation.Mark && Is(text, dependent, preposition)) return true;
        }

        return false;
    }

    /// <summary>Whether a token is written so, whatever its case.</summary>
    public static bool Is(ParsedText text, int token, string word) => text.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static int Antecedent(ParsedText text, int verb, int argument)
    {
        if (!Is(text, argument, "who") && !Is(text, argument, "which") && !Is(text, argument, "that") && !Is(text, argument, "whom")) return argument;
        for (var i = 0; i < Reach && verb >= 0; i++)
        {
            var token = text.Tokens[verb];
            if (token.Relation == Relation.AclRelcl) return token.Head;
            verb = token.Head;
        }

        return argument;
    }

    // "a plan of Russia to deport": the infinitive's doer is whoever owns the noun, or does the verb that the noun belongs to.
    private static int Lender(ParsedText text, int noun)
    {
        var owner = text.Dependent(noun, Relation.NmodPoss);
        if (owner >= 0) return owner;
        var verb = text.Tokens[noun].Head;
        return verb >= 0 && text.Tokens[noun].Relation == Relation.Obj ? text.Dependent(verb, Relation.Nsubj) : -1;
    }
}
