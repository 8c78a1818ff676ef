using Chancery.Reading.Lexis;

namespace Chancery.Reading;

/// <summary>
/// Mends what cannot stand together in the parse of one sentence. Where a tag contradicts the tree, as in headlines ("Mexico hands 12 suspects to Peru"),
/// the tree is believed, which was found over the whole sentence. Where the tree itself is one that English does not have, such as two verbs joined by
/// nothing, or two subjects of one verb, the words are hung where they can stand. On the development treebanks all of it together changes tags by a
/// ten-thousandth and trees by less.
/// </summary>
internal static class ParseMending
{
    private const byte Subject = 1,
        Object = 2,
        Copula = 4,
        Comma = 8,
        Joined = 16;

    /// <summary>Settles one sentence in place; every head stays in its sentence, and there is one root.</summary>
    /// <param name="text">The text of the document.</param>
    /// <param name="tokens">The tokens of the document.</param>
    /// <param name="first">The first token of the sentence.</param>
    /// <param name="beside">What stands below each word; as long as the sentence, zeros on entry and on return.</param>
    /// <param name="lemmatizer">Gives the dictionary form of a changed word.</param>
    public static void Settle(string text, Span<Token> tokens, int first, Span<byte> beside, Lemmatizer lemmatizer)
    {
        var sentence = tokens.Slice(first, beside.Length);
        for (var i = 0; i < sentence.Length; i++)
            if (sentence[i].Head >= 0 && (sentence[i].Relation != Relation.Punct || sentence[i].Head - first > i))
                beside[sentence[i].Head - first] |= Mark(sentence[i]);
        TheTwo(text, sentence, first, lemmatizer);
        for (var i = 1; i < sentence.Length; i++)
            Shifted(text, sentence, first, i, beside);
        for (var i = 0; i < sentence.Length; i++)
            Return(sentence, first, i, beside);
        for (var i = 0; i < sentence.Length; i++)
            Regroup(text, sentence, first, i, beside);
        for (var i = 0; i < sentence.Length; i++)
        {
            ref var token = ref sentence[i];
            // Only a verb has both a subject and an object, unless a copula makes it a predicate.
            if (
                token.Tag is UniversalTag.NOUN or UniversalTag.ADJ or UniversalTag.PROPN
                && (beside[i] & (Subject | Object | Copula)) == (Subject | Object)
            )
                token = Retagged(text, token, UniversalTag.VERB, Finite(token.Span.In(text)), token.Relation, lemmatizer);
            // "Fighting erupts near the town": a gerund before a verb that has no other subject, and with nothing done to anybody, is a noun.
            else if (
                token is { Penn: PennTag.VBG, Tag: UniversalTag.VERB }
                && token.Head - first > i
                && (beside[i] & (Subject | Object)) == 0
                && (
                    token.Relation == Relation.Csubj
                    || token.Relation == Relation.Advcl && (beside[token.Head - first] & (Subject | Comma)) == 0 && i == 0
                )
            )
                token = Retagged(text, token, UniversalTag.NOUN, PennTag.NN, Relation.Nsubj, lemmatizer);
            // "Kenya shuts the crossing": a name before a finite verb is no part of it.
            else if (
                token is { Relation: Relation.Compound, Tag: UniversalTag.PROPN }
                && token.Head == first + i + 1
                && (beside[i + 1] & Subject) == 0
                && sentence[i + 1] is { Tag: UniversalTag.VERB, Penn: PennTag.VBZ or PennTag.VBD or PennTag.VBP }
            )
                token = token with { Relation = Relation.Nsubj };
        }

        beside.Clear();
    }

    // "The two exchanged views.": a sentence with a stop and no finite verb, that opens with a number, has the participle after it for its verb.
    private static void TheTwo(string text, Span<Token> sentence, int first, Lemmatizer lemmatizer)
    {
        if (
            sentence.Length < 5
            || sentence[0].Tag != UniversalTag.DET
            || sentence[1].Tag != UniversalTag.NUM
            || sentence[^1].Span.In(text) is not "."
        )
            return;
        var verb = sentence[2];
        var noun = verb.Head - first;
        if (
            verb is not { Relation: Relation.Amod }
            || noun < 3
            || !verb.Span.In(text).EndsWith("ed", StringComparison.Ordinal)
            || sentence[noun] is not { Relation: Relation.Root, Tag: UniversalTag.NOUN } root
            || sentence[1].Head != first + noun
            || sentence[0].Head != first + noun
        )
            return;
        foreach (ref readonly var token in sentence)
            if (token.Penn is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD || token.Relation is Relation.Nsubj or Relation.Cop)
                return;
        for (var i = 0; i < sentence.Length; i++)
            if (sentence[i].Head == first + noun && (i == 0 || i > noun && sentence[i].Relation is Relation.Punct))
                sentence[i] = sentence[i] with { Head = i == 0 ? first + 1 : first + 2 };
        sentence[1] = sentence[1] with { Head = first + 2, Relation = Relation.Nsubj };
        sentence[2] = Retagged(text, verb, UniversalTag.VERB, PennTag.VBD, Relation.Root, lemmatizer) with { Head = -1 };
        sentence[noun] = root with { Head = first + 2, Relation = Relation.Obj };
    }

    // "barred them after Israel bombed the plant", "After a blast maimed two, Chad said": a finite verb without a subject of its own takes the name between a
    // conjunction of time and itself, whatever verb the tree hangs that on.
    private static void Regroup(string text, Span<Token> sentence, int first, int verb, Span<byte> beside)
    {
        var token = sentence[verb];
        if (
            token is not { Relation: Relation.Conj or Relation.Advcl, Tag: UniversalTag.VERB }
            || (beside[verb] & (Subject | Joined)) != 0
            || verb == 0
        )
            return;
        if (token.Penn is not (PennTag.VBD or PennTag.VBZ or PennTag.VBP) && (token.Penn != PennTag.VBN || (beside[verb] & Object) == 0))
            return;
        var under = token.Relation == Relation.Conj ? token.Head : first + verb;
        var noun = verb - 1;
        while (noun >= 0 && sentence[noun].Head != under && sentence[noun].Head >= first && sentence[noun].Head - first < verb)
            noun = sentence[noun].Head - first;
        if (
            noun < 0
            || under < first + verb && noun <= under - first
            || sentence[noun].Head != under
            || !sentence[noun].Relation.IsOblique()
            || !sentence[noun].IsNominal
        )
            return;
        for (var i = under < first + verb ? under - first + 1 : 0; i < noun; i++)
        {
            if (sentence[i] is not { Relation: Relation.Case } mark || mark.Head != first + noun || !IsTime(mark.Span.In(text)))
                continue;
            sentence[i] = mark with { Relation = Relation.Mark, Head = first + verb };
            sentence[noun] = sentence[noun] with { Relation = Relation.Nsubj, Head = first + verb };
            sentence[verb] = token with { Relation = Relation.Advcl };
            beside[verb] |= Subject;
            return;
        }
    }

    // "condemned in the strongest terms the attack": nothing joins the second noun to the first, and the verb has no object before it.
    private static void Shifted(string text, Span<Token> sentence, int first, int determiner, Span<byte> beside)
    {
        if (sentence[determiner] is not { Relation: Relation.Det } article || article.Head - first <= determiner)
            return;
        var noun = article.Head - first;
        if (
            sentence[noun] is not { Relation: Relation.Conj, Tag: UniversalTag.NOUN } joined
            || joined.Head != first + determiner - 1
            || (beside[noun] & Joined) != 0
        )
            return;
        var place = sentence[determiner - 1];
        if (
            !place.Relation.IsOblique()
            || place.Head < first
            || sentence[place.Head - first] is not { Tag: UniversalTag.VERB, Penn: not PennTag.VBN }
            || (beside[place.Head - first] & Object) != 0
        )
            return;
        sentence[noun] = joined with { Relation = Relation.Obj, Head = place.Head };
        beside[place.Head - first] |= Object;
    }

    // "Modi, who left on Monday, met Putin, sources said": of two subjects of one verb the first is that of the clause between them, which has none.
    private static void Return(Span<Token> sentence, int first, int subject, Span<byte> beside)
    {
        if (sentence[subject] is not { Relation: Relation.Nsubj, Head: var said } || said - first <= subject)
            return;
        // "Presidents Japarov and Rahmon signed": a noun right before a name is what the name bears.
        if (
            sentence[subject] is { Tag: UniversalTag.NOUN } noun
            && sentence[subject + 1] is { Relation: Relation.Nsubj, Tag: UniversalTag.PROPN } name
            && name.Head == said
        )
        {
            sentence[subject] = noun with { Relation = Relation.NmodDesc, Head = first + subject + 1 };
            return;
        }

        int clause = -1,
            second = -1;
        for (var i = subject + 1; i < said - first; i++)
        {
            if (sentence[i].Head != said)
                continue;
            if (clause < 0 && sentence[i] is { Relation: Relation.Ccomp, Tag: UniversalTag.VERB } && (beside[i] & Subject) == 0)
                clause = i;
            else if (clause >= 0 && sentence[i].Relation == Relation.Nsubj)
                second = i;
        }

        if (second < 0)
            return;
        sentence[subject] = sentence[subject] with { Head = first + clause };
        beside[clause] |= Subject;
    }

    private static bool IsTime(ReadOnlySpan<char> word) =>
        word is "after" or "before" or "since" or "until" or "as" or "After" or "Before" or "Since" or "Until" or "As";

    private static byte Mark(in Token token) =>
        token.Relation switch
        {
            Relation.Nsubj or Relation.NsubjPass => Subject,
            Relation.Obj or Relation.Ccomp or Relation.Xcomp => Object,
            Relation.Cop => Copula,
            Relation.Punct => Comma,
            Relation.Cc => Joined,
            _ => 0,
        };

    private static PennTag Finite(ReadOnlySpan<char> form) =>
        form.EndsWith("ed", StringComparison.OrdinalIgnoreCase) ? PennTag.VBD
        : form.EndsWith("s", StringComparison.OrdinalIgnoreCase) ? PennTag.VBZ
        : PennTag.VBP;

    private static Token Retagged(string text, in Token token, UniversalTag tag, PennTag penn, Relation relation, Lemmatizer lemmatizer)
    {
        var form = token.Span.In(text);
        return token with
        {
            Tag = tag,
            Penn = penn,
            Relation = relation,
            Features = Morphology.Of(form, tag, penn),
            Lemma = lemmatizer.Of(form, tag, penn),
        };
    }
}
