using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>How an event stands to the world, from its own words and from every clause that holds it.</summary>
internal static class StatusReader
{
    private const int Reach = 12;

    /// <summary>The status of the event whose predicate is this token. The strongest of all that bears on it holds.</summary>
    public static EntryStatus Of(ParsedText text, int predicate) =>
        text.Tokens[predicate].IsVerb ? OfVerb(text, predicate) : NominalStatus.Of(text, predicate);

    internal static EntryStatus OfVerb(ParsedText text, int predicate)
    {
        var status = Own(text, predicate);
        var token = predicate;
        for (var i = 0; i < Reach; i++)
        {
            var here = text.Tokens[token];
            if (here.Head < 0)
            {
                if (IsAsked(text, token))
                    status = Stronger(status, EntryStatus.Hypothetical);
                break;
            }

            if (ClauseTree.Result(text, token) is var finite and >= 0)
            {
                token = finite;
                if (Strength(Own(text, token)) > Strength(status))
                    status = Own(text, token);
                continue;
            }

            // A finite clause of time or reason is told on its own account ("after it had seized the city").
            if (here.Relation is Relation.Advcl or Relation.Ccomp && IsOwnAccount(text, token, here))
                break;
            var above = Above(text, token, here);
            if (Strength(above) > Strength(status))
                status = above;
            // A relative clause and what stands beside another clause are told on their own account.
            if (
                here.Relation is Relation.AclRelcl or Relation.Parataxis or Relation.Appos
                || here.Relation.IsSubject() && token != predicate
            )
                break;
            // So is a participle that describes ("talks proposed by Ruto").
            if (here is { Relation: Relation.Acl, Penn: PennTag.VBN or PennTag.VBD or PennTag.VBZ or PennTag.VBP })
                break;
            // So is a clause that a finite coordination joins: each conjunct has its own tense and negation.
            if (
                here.Relation == Relation.Conj
                && here.IsVerb
                && here.Penn is PennTag.VBD or PennTag.VBZ or PennTag.VBP
                && text.Tokens[here.Head].IsVerb
                && (
                    text.Tokens[here.Head] is { Penn: PennTag.VB, Relation: Relation.Xcomp }
                    || text.Tokens[here.Head].Relation is not (Relation.Ccomp or Relation.Xcomp or Relation.Advcl or Relation.Acl)
                )
            )
                break;
            token = here.Head;
        }

        return status;
    }

    // "Will China retaliate?" tells of nothing; "Why did it retaliate?" does.
    private static bool IsAsked(ParsedText text, int root)
    {
        var sentence = text.Sentences[text.SentenceOf(root)];
        if (!ClauseTree.Is(text, sentence.EndToken - 1, "?"))
            return false;
        foreach (var dependent in text.Dependents(root))
            if (text.Tokens[dependent].Penn is PennTag.WRB or PennTag.WP or PennTag.WDT)
                return false;
        return true;
    }

    private static EntryStatus Above(ParsedText text, int token, Token here)
    {
        var head = text.Tokens[here.Head];
        var found = EntryStatus.Occurred;
        switch (here.Relation)
        {
            case Relation.Ccomp or Relation.Xcomp or Relation.Csubj or Relation.CsubjPass:
                found = Embedded(text, here.Head, head, token);
                break;
            case Relation.Advcl:
                if (IsConditional(text, token))
                    found = EntryStatus.Hypothetical;
                else if (head.IsVerb && Codebook.VerbStatus.TryGetValue(head.Lemma, out var charge) && Complements(text, token))
                    found = charge;
                else if (ClauseTree.HasCase(text, token, "to") && here.Penn == PennTag.VB)
                    found = EntryStatus.Planned;
                else if (ClauseTree.HasCase(text, token, "without"))
                    found = EntryStatus.Negated;
                break;
            case Relation.Acl when Codebook.NounStatus.TryGetValue(head.Lemma, out var noun):
                found = Stronger(noun, NominalStatus.Own(text, here.Head));
                break;
            // "accused Baku of shelling": the parser may hang the charge on the one who is charged.
            case Relation.Acl
                when Complements(text, token)
                    && head.Relation is Relation.Obj or Relation.NsubjPass
                    && head.Head >= 0
                    && Codebook.VerbStatus.TryGetValue(text.Tokens[head.Head].Lemma, out var charged):
                found = charged;
                break;
            case Relation.Acl when ClauseTree.HasCase(text, token, "to") && here.Penn == PennTag.VB:
                found = EntryStatus.Planned;
                break;
            case Relation.AclRelcl
                when Codebook.NounStatus.TryGetValue(head.Lemma, out var content) && ClauseTree.HasCase(text, token, "that"):
                found = Stronger(content, NominalStatus.Own(text, here.Head));
                break;
        }

        // "would not agree to attack": the governing clause's own doubt carries over to a complement.
        if (here.Relation is Relation.Xcomp or Relation.Conj)
            found = Stronger(found, Carried(text, here, here.Head));
        return found;
    }

    private static bool IsOwnAccount(ParsedText text, int clause, Token here)
    {
        foreach (var dependent in text.Dependents(clause))
        {
            if (
                text.Tokens[dependent].Relation != Relation.Mark
                && !(here.Penn == PennTag.VBD && text.Tokens[dependent].Relation == Relation.Advmod && text.Form(dependent) is "when")
            )
                continue;
            if (text.Form(dependent) is "when" or "as" or "while" or "because" or "although" or "though" or "since")
                return true;
            if (text.Form(dependent) is "after" or "before" or "until" or "once")
                return here.Penn is PennTag.VBD || text.Dependent(clause, Relation.Nsubj) >= 0;
        }

        return false;
    }

    // "accused it of bombing", "called for strengthening", "urged it to stop": the parser may take the complement for an adverbial.
    private static bool Complements(ParsedText text, int clause) =>
        ClauseTree.HasCase(text, clause, "of")
        || ClauseTree.HasCase(text, clause, "for")
        || ClauseTree.HasCase(text, clause, "to")
        || ClauseTree.HasCase(text, clause, "with")
        || ClauseTree.HasCase(text, clause, "from")
        || ClauseTree.HasCase(text, clause, "on")
        || ClauseTree.HasCase(text, clause, "against");

    private static EntryStatus Embedded(ParsedText text, int head, Token word, int clause)
    {
        var hasTo = ClauseTree.HasCase(text, clause, "to");
        // "is said to have met": hearsay by its passive, where the active voice names who says it.
        if (Codebook.IsOf("hearsay", word.Lemma) && hasTo && ClauseTree.IsPassive(text, head))
            return EntryStatus.Hedged;
        if (word is { Lemma: "go", Penn: PennTag.VBG } && hasTo)
            return EntryStatus.Planned;
        // "wants Iran to cooperate" asks another for it; "wants to cooperate" is a wish.
        if (word.Lemma == "want" && (text.Dependent(head, Relation.Obj) >= 0 || text.Dependent(clause, Relation.Nsubj) >= 0))
            return EntryStatus.Demanded;
        if (word.Lemma == "tell" && hasTo)
            return EntryStatus.Demanded;
        // "has yet to ease its curbs": it has not.
        if (
            word.Lemma is "have" or "be"
            && hasTo
            && text.Dependent(head, Relation.Advmod) is var still and >= 0
            && ClauseTree.Is(text, still, "yet")
        )
            return EntryStatus.Negated;
        if (word.IsVerb && Codebook.VerbStatus.TryGetValue(word.Lemma, out var verb))
        {
            // Double negation gives the deed back: "did not refuse to sign". What is not denied, planned or claimed is not told at all.
            if (Own(text, head) != EntryStatus.Negated)
                return verb;
            return verb == EntryStatus.Negated ? EntryStatus.Occurred
                : verb is EntryStatus.Demanded or EntryStatus.Hypothetical ? verb
                : EntryStatus.Negated;
        }

        if (word.Tag == UniversalTag.ADJ && Codebook.AdjectiveStatus.TryGetValue(word.Lemma, out var adjective))
            return adjective;
        return word.Lemma is "likely" or "unlikely" ? EntryStatus.Hedged : EntryStatus.Occurred;
    }

    private static EntryStatus Carried(ParsedText text, Token here, int head)
    {
        var above = Own(text, head);
        if (here.Relation != Relation.Conj)
            return above;
        // Of a coordination only the modal is shared, and only by a bare verb ("will meet and discuss").
        return here.Penn == PennTag.VB && above is EntryStatus.Planned or EntryStatus.Hypothetical or EntryStatus.Demanded
            ? above
            : EntryStatus.Occurred;
    }

    /// <summary>The status that the word's own clause or phrase shows.</summary>
    public static EntryStatus Own(ParsedText text, int word)
    {
        var status = EntryStatus.Occurred;
        var token = text.Tokens[word];
        var (progressive, present) = (false, token.Penn is PennTag.VBZ or PennTag.VBP);
        var (perfect, maybe) = (false, false);
        foreach (var dependent in text.Dependents(word))
        {
            var d = text.Tokens[dependent];
            var found = EntryStatus.Occurred;
            switch (d.Relation)
            {
                case Relation.Aux:
                    found = Modal(d.Lemma, text, dependent);
                    if (found == EntryStatus.Hypothetical && ClauseTree.Is(text, dependent, "would") && IsFutureTold(text, word))
                        found = EntryStatus.Planned;
                    perfect |= d.Lemma == "have";
                    maybe |= d.Lemma is "may" or "might";
                    if (d.Lemma == "be" && token.Penn == PennTag.VBG)
                        (progressive, present) = (true, d.Penn is PennTag.VBZ or PennTag.VBP or PennTag.VBN);
                    break;
                case Relation.Advmod:
                    if (
                        Codebook.AdverbStatus.TryGetValue(d.Lemma, out var adverb)
                        || ClauseTree.Is(text, dependent, "n't") && Negates(out adverb)
                    )
                        found = adverb;
                    break;
                case Relation.Amod:
                    // A participle before its noun ("the alleged attack") may have a verb for its dictionary form.
                    if (!Codebook.AdjectiveStatus.TryGetValue(d.Lemma, out found))
                        Codebook.AdjectiveStatus.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Form(dependent), out found);
                    break;
                case Relation.Det when d.Lemma is "no" or "neither":
                case Relation.Cc or Relation.CcPreconj when d.Lemma is "nor" or "neither":
                    found = EntryStatus.Negated;
                    break;
                case Relation.Nsubj or Relation.NsubjPass when IsNobody(text, dependent):
                    found = EntryStatus.Negated;
                    break;
            }

            status = Stronger(status, found);
        }

        if (token.IsVerb && ClauseTree.IsToBe(text, word))
            status = Stronger(status, EntryStatus.Planned);
        if (token.Relation == Relation.Advcl && IsConditional(text, word))
            status = Stronger(status, EntryStatus.Hypothetical);
        // "may have met" doubts what was; "may meet" tells of what could be.
        if (maybe && perfect && status == EntryStatus.Hypothetical)
            status = EntryStatus.Hedged;
        if (progressive && !present)
            foreach (var dependent in text.Dependents(word))
                present |= text.Tokens[dependent] is { Relation: Relation.Advmod, Lemma: "still" };
        return progressive && present ? Stronger(status, EntryStatus.Ongoing) : status;
    }

    /// <summary>Whether somebody will not do it: a refusal of what is asked, not a deed that did not happen.</summary>
    public static bool WillNot(ParsedText text, int verb)
    {
        bool will = false,
            not = false;
        foreach (var dependent in text.Dependents(verb))
        {
            will |=
                text.Tokens[dependent].Relation == Relation.Aux
                && text.Tokens[dependent].Lemma is "will" or "wo" or "would"
                && (!ClauseTree.Is(text, dependent, "would") || IsFutureTold(text, verb));
            not |=
                text.Tokens[dependent].Relation == Relation.Advmod
                && (text.Tokens[dependent].Lemma is "not" or "never" || ClauseTree.Is(text, dependent, "n't"));
        }

        return will && not;
    }

    private static bool Negates(out EntryStatus status)
    {
        status = EntryStatus.Negated;
        return true;
    }

    private static bool IsNobody(ParsedText text, int subject)
    {
        if (text.Tokens[subject].Lemma is "neither" or "nobody" or "none")
            return true;
        var determiner = text.Dependent(subject, Relation.Det);
        return determiner >= 0 && text.Tokens[determiner].Lemma is "no" or "neither";
    }

    private static EntryStatus Modal(string lemma, ParsedText text, int token)
    {
        if (ClauseTree.Is(text, token, "'ll") || ClauseTree.Is(text, token, "’ll"))
            return EntryStatus.Planned;
        return lemma switch
        {
            "will" or "shall" => ClauseTree.Is(text, token, "would") ? EntryStatus.Hypothetical : EntryStatus.Planned,
            "would" or "could" or "may" or "might" or "can" => EntryStatus.Hypothetical,
            "should" or "must" or "ought" => EntryStatus.Demanded,
            _ => EntryStatus.Occurred,
        };
    }

    // "said it would respond", "announced that aid would resume": the will of then, told in the past, unless it hangs on a condition.
    private static bool IsFutureTold(ParsedText text, int verb)
    {
        for (var i = 0; i < 3; i++)
        {
            foreach (var dependent in text.Dependents(verb))
                if (text.Tokens[dependent].Relation == Relation.Advcl && IsConditional(text, dependent))
                    return false;
            var token = text.Tokens[verb];
            if (token.Head < 0)
                return false;
            var head = text.Tokens[token.Head];
            if (token.Relation == Relation.Ccomp)
                return head.Penn is PennTag.VBD or PennTag.VBN && Codebook.IsOf("telling", head.Lemma);
            if (token.Relation != Relation.Conj)
                return false;
            verb = token.Head;
        }

        return false;
    }

    private static bool IsConditional(ParsedText text, int clause) =>
        ClauseTree.HasCase(text, clause, "if")
        || ClauseTree.HasCase(text, clause, "unless")
        || ClauseTree.HasCase(text, clause, "whether")
        || IsInverted(text, clause);

    // "Should Hezbollah strike", "Were Greece to sign", "Had the storm passed": a condition without a conjunction.
    private static bool IsInverted(ParsedText text, int clause)
    {
        if (text.Tokens[clause].Relation != Relation.Advcl)
            return false;
        int auxiliary = text.Dependent(clause, Relation.Aux),
            subject = text.Dependent(clause, Relation.Nsubj);
        return auxiliary >= 0 && subject > auxiliary && text.Tokens[auxiliary].Lemma is "should" or "shall" or "have" or "be";
    }

    internal static EntryStatus Stronger(EntryStatus one, EntryStatus other) => Strength(other) > Strength(one) ? other : one;

    internal static int Strength(EntryStatus status) =>
        status switch
        {
            EntryStatus.Denied => 9,
            EntryStatus.Negated => 8,
            EntryStatus.Alleged => 7,
            EntryStatus.Demanded => 6,
            EntryStatus.Hypothetical => 5,
            EntryStatus.Planned => 4,
            EntryStatus.Hedged => 3,
            EntryStatus.Ongoing => 2,
            EntryStatus.Historical => 1,
            _ => 0,
        };
}
