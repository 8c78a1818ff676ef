using Chancery.Reading;

namespace Chancery.Coding;

/// <summary>
/// Whom a pronoun means that no name was found for: those without a name who do what governs its clause ("soldiers said that they had seized power"),
/// or did what the sentence before tells.
/// </summary>
internal static class PronounParty
{
    private const int Reach = 8;

    /// <summary>The head of the phrase that a personal pronoun goes back to, or -1.</summary>
    public static int Antecedent(ParsedText text, int pronoun)
    {
        var token = text.Tokens[pronoun];
        if (token.Penn is not (PennTag.PRP or PennTag.PRPP) || !Codebook.IsOf("third-person", token.Lemma))
            return -1;
        var at = token.Head;
        // "the soldiers shot them": nobody within the clause itself, unless the pronoun only owns something there.
        var within = token.Relation == Relation.NmodPoss;
        var climbed = false;
        for (var i = 0; i < Reach && at >= 0; i++)
        {
            if (
                (within || climbed)
                && text.Tokens[at].IsVerb
                && Subject(text, at) is var subject
                && subject >= 0
                && subject < pronoun
                && Agrees(text, pronoun, subject)
            )
                return subject;
            climbed |=
                text.Tokens[at].Relation is Relation.Ccomp or Relation.Advcl or Relation.AclRelcl
                || text.Tokens[at].Relation == Relation.Conj && Subject(text, at) >= 0;
            at = text.Tokens[at].Head;
        }

        return climbed ? -1 : Before(text, pronoun);
    }

    // "Soldiers took the palace. They closed the border": only the subject of the sentence before goes on as the subject of the next.
    private static int Before(ParsedText text, int pronoun)
    {
        var sentence = text.SentenceOf(pronoun);
        if (sentence == 0 || text.Tokens[pronoun].Relation is not (Relation.Nsubj or Relation.NsubjPass))
            return -1;
        var earlier = text.Sentences[sentence - 1];
        for (var i = earlier.FirstToken; i < earlier.EndToken; i++)
            if (text.Tokens[i].Relation == Relation.Root)
                return Subject(text, i) is var subject and >= 0 && Agrees(text, pronoun, subject) ? subject : -1;
        return -1;
    }

    private static int Subject(ParsedText text, int verb) =>
        text.Dependent(verb, Relation.Nsubj) is var active and >= 0 ? active : text.Dependent(verb, Relation.NsubjPass);

    // Those without a name only: whom a name means is settled before.
    private static bool Agrees(ParsedText text, int pronoun, int noun) =>
        UnnamedParty.At(text, noun) is not null && (text.Tokens[pronoun].Lemma == "they" || text.Tokens[noun].Penn != PennTag.NNS);
}
