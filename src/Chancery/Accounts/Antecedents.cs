using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>
/// Finds what a bare mention goes back to within its document: "the call", "their talks", "the sides spoke", "it was their third meeting". The
/// nearest mention that nothing keeps apart, what a sentence is about before what it only mentions.
/// </summary>
internal static class Antecedents
{
    private const double SameWord = 0.6,
        SameForm = 0.6,
        News = 1.5,
        Root = 0.5,
        Coded = 0.5,
        Main = 0.8,
        Shown = 0.6,
        Besides = 1;

    /// <summary>The pairs of a bare mention and its antecedent, as places in the list; all mentions are of one document, in the order of the text.</summary>
    public static IEnumerable<(int Mention, int Antecedent)> In(ImmutableArray<EventMention> mentions, WordMeaning meaning)
    {
        var main = -1;
        for (var i = 0; i < mentions.Length && main < 0; i++)
            if (mentions[i] is { IsContact: true, IsCoded: true, IsNews: true, Parties.Count: > 1 } && IsRoot(mentions[i]))
                main = i;
        for (var i = 0; i < mentions.Length; i++)
        {
            if (!LooksBack(mentions[i]) && !IsOfTheNews(mentions[i], mentions[main < 0 ? i : main]))
                continue;
            var (best, score) = (-1, double.MinValue);
            for (var j = 0; j < i; j++)
                if (Score(mentions[i], mentions[j], meaning) is { } fit && fit + (j == main ? Main : 0) is var whole && whole >= score)
                    (best, score) = (j, whole);
            // "The talks took place during the trip": told before what it is told of.
            if (
                best < 0
                && main > i
                && mentions[i].Telling.Text.SentenceOf(mentions[main].Token) - mentions[i].Telling.Text.SentenceOf(mentions[i].Token) < 2
                && mentions[i].IsContact
                && !IsDetailed(mentions[i])
                && OccurrenceContrast.Of(mentions[i], mentions[main], meaning) is null
            )
                best = main;
            if (best >= 0)
                yield return (i, best);
        }
    }

    /// <summary>
    /// The pairs of words that tell of one act together, as places in the list: "signed the accord", "held a second round of talks", "a meeting mediated by Angola".
    /// </summary>
    public static IEnumerable<(int Noun, int Verb)> Acts(ImmutableArray<EventMention> mentions)
    {
        for (var i = 0; i < mentions.Length; i++)
            if (Act(mentions, i) is var verb and >= 0)
                yield return (i, verb);
    }

    /// <summary>Whether of two words of one act the noun adds nothing. Who chairs or mediates "the meeting" is not one of its sides; who "received a call" is.</summary>
    public static bool IsShadow(EventMention noun, EventMention verb) =>
        verb.Parties.Count >= noun.Parties.Count
        && !(noun is { IsCoded: true, Parties.Count: > 1 } && !verb.IsCoded)
        && !(MentionDays.IsHolding(verb.Lemma) && noun.IsDefinite && !Families.Share(verb.Lemma, noun.Lemma));

    /// <summary>Whether a mention names too little to stand for itself.</summary>
    public static bool LooksBack(EventMention mention) =>
        mention.IsPredicateOfIt
        || (
            (
                mention.Parties.Count < 2
                || MentionPhrase.IsBare(mention.Telling, mention.Token)
                || (mention.IsDefinite && !mention.IsContact && mention.Parties.All(MentionParties.IsStranger))
            )
            && !mention.IsUnreal
            && !mention.IsAnother
            && (
                mention.IsDefinite
                || (
                    (mention.IsNews || mention.IsFramed)
                    && (mention.Telling.Text.Tokens[mention.Token].IsVerb || MentionPhrase.IsSetting(mention.Telling.Text, mention.Token))
                    && (!mention.IsCoded || (mention.Parties.Count == 0 && MentionParties.IsGroup(mention.Telling.Text, mention.Token)))
                )
            )
        );

    // "The two leaders exchanged views": the sides of the contact that the document is about, with no day or place of its own.
    private static bool IsOfTheNews(EventMention mention, EventMention main) =>
        mention != main
        && mention is { IsContact: true, IsNews: true, IsAnother: false, City: null, Days: null or { Soft: true } }
        && main.Token < mention.Token
        && MentionParties.IsGroup(mention.Telling.Text, mention.Token)
        && mention.Parties.SetEquals(main.Parties);

    private static int Act(ImmutableArray<EventMention> mentions, int noun)
    {
        var text = mentions[noun].Telling.Text;
        var word = text.Tokens[mentions[noun].Token];
        if (word.IsVerb || mentions[noun].IsUnreal)
            return -1;
        for (var i = 0; i < mentions.Length; i++)
        {
            if (mentions[i].IsUnreal || mentions[i].IsContact != mentions[noun].IsContact)
                continue;
            // "a second round of talks".
            if (
                i != noun
                && word is { Relation: Relation.Nmod }
                && word.Head == mentions[i].Token
                && mentions[i].Ordinal is not null
                && ClauseTree.HasCase(text, mentions[noun].Token, "of")
            )
                return i;
            // "The talks took place during his trip to Seoul".
            if (
                i != noun
                && mentions[i].IsContact
                && text.Tokens[mentions[i].Token] is { Relation: Relation.Obl, IsVerb: false } stay
                && stay.Head >= 0
                && stay.Head == word.Head
                && word.Relation == Relation.Nsubj
                && MentionDays.IsHolding(text, word.Head, word.Relation)
                && ClauseTree.HasCase(text, mentions[i].Token, "during")
            )
                return i;
            if (!text.Tokens[mentions[i].Token].IsVerb)
                continue;
            // "discussed water during their meeting".
            if (
                mentions[i].IsContact
                && word.Head == mentions[i].Token
                && mentions[i].Lemma is "discuss" or "exchange" or "speak" or "talk" or "converse"
                && MentionPhrase.IsSetting(text, mentions[noun].Token)
                && (
                    ClauseTree.HasCase(text, mentions[noun].Token, "during")
                    || ClauseTree.HasCase(text, mentions[noun].Token, "in")
                    || ClauseTree.HasCase(text, mentions[noun].Token, "at")
                )
            )
                return i;
            var held =
                mentions[i].Token == word.Head
                    ? word.Relation is Relation.Obj or Relation.NsubjPass
                    : mentions[i].Token == MentionPhrase.Holding(text, mentions[noun].Token);
            if (held && (Families.Share(mentions[i].Lemma, word.Lemma) || MentionDays.IsHolding(mentions[i].Lemma)))
                return i;
            if (
                mentions[i].Token == (word.Relation == Relation.Conj && word.Head >= 0 ? text.Tokens[word.Head].Head : word.Head)
                && IsPurpose(mentions[noun], mentions[i])
            )
                return i;
            if (IsThere(mentions[noun], mentions[i]) || IsServed(mentions, noun, i) || IsSameGoing(mentions[noun], mentions[i]))
                return i;
        }

        return -1;
    }

    // "will travel to Riyadh for talks", "received him for a meeting": what somebody goes for is part of the going.
    private static bool IsPurpose(EventMention noun, EventMention going)
    {
        var text = noun.Telling.Text;
        return noun.IsContact
            && going.IsContact
            && noun.Form != "distance"
            && going.Form == "person"
            && (
                text.Tokens[noun.Token].Relation == Relation.Obl
                    ? ClauseTree.HasCase(text, noun.Token, "for")
                    // "for a meeting of leaders and a state visit".
                    : text.Tokens[noun.Token] is { Relation: Relation.Conj, Head: >= 0 and var first }
                        && text.Tokens[first].Relation == Relation.Obl
                        && ClauseTree.HasCase(text, first, "for")
            );
    }

    // "arrived in Kyiv, where he will hold talks": what somebody does where he goes is part of the going.
    private static bool IsThere(EventMention noun, EventMention going)
    {
        var text = noun.Telling.Text;
        if (
            !noun.IsContact
            || noun.Form == "distance"
            || !OccurrenceBond.IsJourney(going)
            || going.Token > noun.Token
            || text.Tokens[noun.Token] is not { Relation: Relation.Obj, Head: >= 0 and var held }
            || text.Tokens[held].Relation is not (Relation.AclRelcl or Relation.Acl or Relation.Advcl or Relation.AdvclRelcl)
        )
            return false;
        var isThere = false;
        foreach (var dependent in text.Dependents(held))
            isThere |= text.Tokens[dependent].Lemma == "where";
        if (!isThere)
            return false;
        for (var (at, steps) = (text.Tokens[held].Head, 0); at >= 0 && steps < 3; (at, steps) = (text.Tokens[at].Head, steps + 1))
            if (at == going.Token)
                return true;
        return false;
    }

    // "a meeting of the ministers in Luanda, mediated by Angola": of the contacts before it in the sentence, the nearest noun.
    private static bool IsServed(ImmutableArray<EventMention> mentions, int noun, int verb)
    {
        var text = mentions[noun].Telling.Text;
        var word = text.Tokens[mentions[verb].Token];
        if (
            !mentions[noun].IsContact
            || noun > verb
            || word is not { Penn: PennTag.VBN, Relation: Relation.Acl or Relation.Advcl }
            || !MentionDays.IsHolding(word.Lemma)
        )
            return false;
        for (var i = verb - 1; i > noun; i--)
            if (mentions[i].IsContact && !text.Tokens[mentions[i].Token].IsVerb)
                return false;
        return text.SentenceOf(mentions[noun].Token) == text.SentenceOf(mentions[verb].Token);
    }

    // "will visit China, in his first foreign trip since May": the one going, told by a verb and by a noun.
    private static bool IsSameGoing(EventMention noun, EventMention going)
    {
        var text = noun.Telling.Text;
        if (
            !OccurrenceBond.IsJourney(noun)
            || !OccurrenceBond.IsJourney(going)
            || going.Token > noun.Token
            || noun.IsEarlier
            || noun.IsAnother
            || text.SentenceOf(noun.Token) != text.SentenceOf(going.Token)
        )
            return false;
        if (
            text.Dependent(noun.Token, Relation.NmodPoss) is not (>= 0 and var owner)
            || text.Tokens[owner].Tag != UniversalTag.PRON
            || MentionParties.IsTime(text, noun.Token)
        )
            return false;
        foreach (var dependent in text.Dependents(noun.Token))
            if (text.Tokens[dependent] is { Relation: Relation.Case, Lemma: "in" or "on" })
                return true;
        return text.Tokens[noun.Token].Relation is Relation.Appos or Relation.Parataxis;
    }

    private static double? Score(EventMention mention, EventMention earlier, WordMeaning meaning)
    {
        if (earlier.Parties.Count == 0 && !earlier.IsCoded && !LooksBack(earlier) && !IsHeld(earlier))
            return null;
        var gap = mention.Telling.Text.SentenceOf(mention.Token) - mention.Telling.Text.SentenceOf(earlier.Token);
        if (mention.IsPredicateOfIt && gap != 1)
            return null;
        if (
            gap == 0
            && Governs(mention.Telling.Text, earlier.Token, mention.Token)
            && !(OccurrenceBond.IsJourney(mention) && earlier.Form == "person")
            && !(mention.IsContact && MentionPhrase.IsRanked(mention.Telling.Text, mention.Token))
        )
            return null;
        if (!mention.IsPredicateOfIt && IsDetailed(mention) && !Agrees(mention, earlier))
            return null;
        var takesUp = gap == 1 && IsTakenUp(mention, earlier);
        if (OccurrenceContrast.Of(mention, earlier, meaning) is { } contrast && !(takesUp && contrast == OccurrenceContrast.Earlier))
            return null;
        // "the treaty on non-proliferation", after they "agreed to speak again".
        if (
            mention.IsMutual
            && !mention.Telling.Text.Tokens[mention.Token].IsVerb
            && !OccurrenceContrast.IsOneMatter(mention, earlier, meaning)
        )
            return null;
        return (mention.Lemma == earlier.Lemma ? SameWord : 0)
            + (earlier.IsNews || takesUp ? News : 0)
            + (mention.Form is not null && mention.Form == earlier.Form ? SameForm : 0)
            + (IsRoot(earlier) ? Root : 0)
            + (earlier.IsCoded ? Coded : 0)
            - (IsBesides(earlier) ? Besides : 0)
            - (0.3 * gap)
            + (gap is 0 or 1 && IsRoot(earlier) && IsShown(mention) ? Shown : 0);
    }

    // "They met last year in Bangkok. During their meeting they agreed": what the sentence before was about, though it lies behind the news.
    private static bool IsTakenUp(EventMention mention, EventMention earlier) =>
        (earlier.IsEarlier || (earlier.Days is { Soft: false } && !earlier.IsNews && !earlier.IsAhead))
        && !mention.IsEarlier
        && IsRoot(earlier)
        && MentionPhrase.IsSetting(mention.Telling.Text, mention.Token)
        && MentionPhrase.IsTheirs(mention.Telling.Text, mention.Token);

    // "Soleimani, who was killed in 2020": what only tells who somebody is.
    private static bool IsBesides(EventMention mention) => mention.Telling.Text.Tokens[mention.Token] is { IsVerb: true, Relation: Relation.AclRelcl };

    // "reached agreement": a noun that is made by its verb.
    private static bool IsHeld(EventMention noun) =>
        noun.Telling.Text.Tokens[noun.Token] is { IsVerb: false, Head: >= 0 and var verb, Relation: var relation }
        && MentionDays.IsHolding(noun.Telling.Text, verb, relation);

    // "the Doha meeting", "the strikes of Sunday": its own day or place must be that of the other.
    private static bool IsDetailed(EventMention mention) => mention.City is not null || mention.Days is { Soft: false };

    private static bool Agrees(EventMention mention, EventMention earlier) =>
        (mention.City is { } city && city == earlier.City) || (mention.Days is not null && earlier.Days is not null);

    // "agreed on terms to keep the truce": what stands within the other is a part of it and not the same.
    private static bool Governs(ParsedText text, int above, int token)
    {
        for (var at = text.Tokens[token].Head; at >= 0; at = text.Tokens[at].Head)
            if (at == above)
                return true;
        return false;
    }

    // "in that meeting": the one that the sentence before is about.
    private static bool IsShown(EventMention mention)
    {
        var text = mention.Telling.Text;
        return !text.Tokens[mention.Token].IsVerb
            && text.Dependent(mention.Token, Relation.Det) is var det and >= 0
            && text.Tokens[det].Lemma is "this" or "that";
    }

    private static bool IsRoot(EventMention mention)
    {
        var tokens = mention.Telling.Text.Tokens;
        var at = mention.Token;
        if (
            !tokens[at].IsVerb
            && tokens[at].Head >= 0
            && (
                tokens[at].Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass
                // "told him in a phone call".
                || (
                    tokens[at].Relation == Relation.Obl
                    && (ClauseTree.HasCase(mention.Telling.Text, at, "in") || ClauseTree.HasCase(mention.Telling.Text, at, "during"))
                )
            )
        )
            at = tokens[at].Head;
        return tokens[at].Head < 0;
    }
}
