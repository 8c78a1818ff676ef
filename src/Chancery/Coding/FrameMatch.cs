using Chancery.Reading;

namespace Chancery.Coding;

/// <summary>Whether what stands beside a word meets the conditions of a frame.</summary>
internal static class FrameMatch
{
    /// <summary>The narrowest frame that fits, or null. The frames come narrowest first.</summary>
    public static Frame? Find(ParsedText text, int word, Frame[] frames)
    {
        foreach (var frame in frames)
            if (Fits(text, word, frame))
                return frame;
        return null;
    }

    private static bool Fits(ParsedText text, int word, Frame frame)
    {
        if (frame.Modifier is { } modifier && !HasModifier(text, word, modifier))
            return false;
        foreach (var condition in frame.Conditions)
        {
            var forbidden = condition[0] == '!';
            if (Holds(text, word, forbidden ? condition[1..] : condition) == forbidden)
                return false;
        }

        return true;
    }

    private static bool Holds(ParsedText text, int word, string condition) =>
        condition[0] switch
        {
            '+' => HasParticle(text, word, condition[1..]),
            '=' => HasWord(text, word, condition[1..]),
            '>' => HasInfinitive(text, word),
            '^' => LightVerb.Of(text, word) is var carrier and >= 0 && Among(text.Tokens[carrier].Lemma, condition[1..]),
            _ when condition == "obj" => ClauseTree.Undergoer(text, word) >= 0,
            _ when condition == "name" => ClauseTree.Undergoer(text, word) is var named and >= 0
                && text.Tokens[named].Tag == UniversalTag.PROPN,
            _ when condition == "xcomp" => text.Dependent(word, Relation.Xcomp) >= 0
                || text.Dependent(word, Relation.Iobj) >= 0
                || IsCalled(text, word),
            _ when condition == "must" => MustClause(text, word),
            _ when condition == "both" => true, // at least two take part: EventPass sees who they are
            _ when condition == "civil" => IsCivil(text, word),
            _ when condition == "means" => ClauseTree.Doer(text, word) is var thing and >= 0 && InstrumentReader.IsMeans(text, thing),
            _ when condition == "who" => ClauseTree.Undergoer(text, word) is var received and >= 0
                && UnnamedParty.IsSomebody(text, received),
            _ when condition == "that" => text.Dependent(word, Relation.Ccomp) >= 0,
            _ => Stands(text, ClauseTree.After(text, word, condition))
                || !text.Tokens[word].IsVerb && Stands(text, Nearby.After(text, word, condition)),
        };

    // "in a call on Friday": a day is nothing that a call is for or on.
    private static bool Stands(ParsedText text, int head) => head >= 0 && !Codebook.Days.Contains(text.Form(head).ToString());

    // "called his counterpart “corrupt”": a quoted adjective after the object, whatever the tree hangs it on.
    private static bool IsCalled(ParsedText text, int word)
    {
        // "waters it calls Huangyan Dao": a name that is given.
        if (
            text.Tokens[word].Relation == Relation.AclRelcl
            && text.Dependent(word, Relation.Nsubj) is var namer and >= 0
            && text.Tokens[namer].Penn is not (PennTag.WP or PennTag.WDT)
        )
            return true;
        var end = Math.Min(text.Sentences[text.SentenceOf(word)].EndToken, word + 16);
        for (var i = word + 2; i + 1 < end; i++)
            if (text.Form(i) is "\"" or "“" or "``")
                return text.Tokens[i + 1].Tag is UniversalTag.ADJ or UniversalTag.DET;
        return false;
    }

    private static bool HasParticle(ParsedText text, int word, string particle)
    {
        foreach (var dependent in text.Dependents(word))
        {
            var token = text.Tokens[dependent];
            if (token.Relation is Relation.CompoundPrt or Relation.Advmod or Relation.Case && ClauseTree.Is(text, dependent, particle))
                return true;
        }

        // "pull out of Syria": the treebanks take "out of" for the preposition of the oblique.
        foreach (var dependent in text.Dependents(word))
            if (text.Tokens[dependent].Relation == Relation.Obl && ClauseTree.HasCase(text, dependent, particle))
                return true;
        return false;
    }

    private static bool HasWord(ParsedText text, int word, string words)
    {
        foreach (var dependent in text.Dependents(word))
        {
            var token = text.Tokens[dependent];
            if (
                token.Relation is Relation.Obj or Relation.NsubjPass or Relation.Amod or Relation.Compound or Relation.Obl or Relation.Xcomp
                && (
                    Among(token.Lemma, words)
                    || token.Relation != Relation.Amod && Among(text.Form(dependent), words)
                    || HoldsAmong(text, dependent, words)
                    || JoinsAmong(text, dependent, words)
                    || SaidOf(text, dependent, words)
                )
            )
                return true;
        }

        // "the launch of a missile", "an exchange of prisoners".
        if (!text.Tokens[word].IsVerb)
            foreach (var dependent in text.Dependents(word))
                if (
                    text.Tokens[dependent].Relation == Relation.Nmod
                    && ClauseTree.HasCase(text, dependent, "of")
                    && Among(text.Tokens[dependent].Lemma, words)
                )
                    return true;
        return text.Tokens[word].Relation is Relation.Acl
            && text.Tokens[word].Head is var head and >= 0
            && Among(text.Tokens[head].Lemma, words);
    }

    // "imposed a seventeenth round of sanctions": what holds it stands for it.
    private static bool HoldsAmong(ParsedText text, int holder, string words)
    {
        // "sank two of the boats".
        if (text.Tokens[holder].Tag != UniversalTag.NUM && !Codebook.IsOf("holder", text.Tokens[holder].Lemma))
            return false;
        foreach (var dependent in text.Dependents(holder))
            if (
                text.Tokens[dependent].Relation == Relation.Nmod
                && ClauseTree.HasCase(text, dependent, "of")
                && Among(text.Tokens[dependent].Lemma, words)
            )
                return true;
        return false;
    }

    // "teachers struck", "the nurses' strike": those who lay down work, and fight nobody.
    private static bool IsCivil(ParsedText text, int word)
    {
        if (text.Tokens[word].IsVerb)
            return UnnamedParty.IsCivil(text, ClauseTree.Doer(text, word));
        foreach (var dependent in text.Dependents(word))
            if (
                text.Tokens[dependent].Relation is Relation.NmodPoss or Relation.Compound or Relation.Nmod or Relation.Nsubj
                && UnnamedParty.IsCivil(text, dependent)
            )
                return true;
        // "workers went on strike", "students held a strike".
        var carrier = LightVerb.Of(text, word);
        if (carrier < 0 && text.Tokens[word].Head is var head and >= 0 && text.Tokens[head].IsVerb)
            carrier = head;
        return carrier >= 0 && UnnamedParty.IsCivil(text, ClauseTree.Doer(text, carrier));
    }

    // "sent tents and medicine": any of what is joined.
    private static bool JoinsAmong(ParsedText text, int first, string words)
    {
        if (text.Tokens[first].Relation is not (Relation.Obj or Relation.NsubjPass))
            return false;
        foreach (var dependent in text.Dependents(first))
            if (text.Tokens[dependent].Relation == Relation.Conj && Among(text.Tokens[dependent].Lemma, words))
                return true;
        return false;
    }

    // "held the soldiers responsible": what is made of the object, which the tree may hang on it.
    private static bool SaidOf(ParsedText text, int noun, string words)
    {
        if (text.Tokens[noun].Relation is not (Relation.Obj or Relation.NsubjPass))
            return false;
        foreach (var dependent in text.Dependents(noun))
            if (dependent > noun && text.Tokens[dependent].Relation == Relation.Amod && Among(text.Tokens[dependent].Lemma, words))
                return true;
        return false;
    }

    // "said the president should be investigated": what another is told to do.
    private static bool MustClause(ParsedText text, int word)
    {
        var clause = text.Dependent(word, Relation.Ccomp);
        if (clause < 0)
            clause = text.Dependent(word, Relation.Parataxis);
        if (clause < 0)
            return false;
        foreach (var dependent in text.Dependents(clause))
            if (text.Tokens[dependent].Relation == Relation.Aux && text.Tokens[dependent].Lemma is "should" or "must" or "ought")
                return true;
        return text.Tokens[clause].Lemma is "have" or "need" && HasInfinitive(text, clause);
    }

    private static bool HasInfinitive(ParsedText text, int word)
    {
        foreach (var dependent in text.Dependents(word))
        {
            if (
                text.Tokens[dependent].Relation is Relation.Xcomp or Relation.Ccomp or Relation.Advcl
                && ClauseTree.HasCase(text, dependent, "to")
            )
                return true;
        }

        return false;
    }

    private static bool HasModifier(ParsedText text, int word, string modifier)
    {
        foreach (var dependent in text.Dependents(word))
        {
            if (text.Tokens[dependent].Relation is Relation.Compound or Relation.Amod && ClauseTree.Is(text, dependent, modifier))
                return true;
        }

        return false;
    }

    private static bool Among(ReadOnlySpan<char> lemma, string words)
    {
        foreach (var range in words.AsSpan().Split('/'))
            if (
                words.AsSpan(range).Equals(lemma, StringComparison.OrdinalIgnoreCase)
                // Words that live in the plural ("troops", "arms") keep it in their dictionary form.
                || lemma.Length == words.AsSpan(range).Length + 1
                    && lemma[^1] == 's'
                    && lemma[..^1].Equals(words.AsSpan(range), StringComparison.Ordinal)
            )
                return true;
        return false;
    }
}
