using System.Collections.Immutable;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>
/// Finds what a bare mention goes back to within its document: "the call", "their talks", "the sides spoke", "it was their third meeting". The
/// nearest mention that nothing keeps apart, what a sentence is about before what it only mentions.
/// </summary>
internal static class Antecedents
{
    private const double SameWord = 0.6, News = 1.5, Root = 0.5, Coded = 0.5, Main = 0.8, Shown = 0.6;

    /// <summary>The pairs of a bare mention and its antecedent, as places in the list; all mentions are of one document, in the order of the text.</summary>
    public static IEnumerable<(int Mention, int Antecedent)> In(ImmutableArray<EventMention> mentions, WordMeaning meaning)
    {
        var main = -1;
        for (var i = 0; i < mentions.Length && main < 0; i++)
            if (mentions[i] is { IsContact: true, IsCoded: true, IsNews: true, Parties.Count: > 1 } && IsRoot(mentions[i])) main = i;
        for (var i = 1; i < mentions.Length; i++)
        {
            if (Act(mentions, i) is var act and >= 0)
            {
                yield return (i, act);
                continue;
            }

            if (!LooksBack(mentions[i]) && !IsOfTheNews(mentions[i], mentions[main < 0 ? i : main])) continue;
            var (best, score) = (-1, double.MinValue);
            for (var j = 0; j < i; j++)
                if (Score(mentions[i], mentions[j], meaning) is { } fit && fit + (j == main ? Main : 0) is var whole && whole >= score) (best, score) = (j, whole);
            if (best >= 0) yield return (i, best);
        }
    }

    /// <summary>Whether a mention names too little to stand for itself.</summary>
    public static bool LooksBack(EventMention mention)
        => mention.IsPredicateOfIt || ((mention.Parties.Count < 2 || (mention.IsDefinite && !mention.IsContact && mention.Parties.All(MentionParties.IsStranger))) && !mention.IsUnreal && !mention.IsAnother && (mention.IsDefinite || (mention.IsNews && (!mention.IsCoded || (mention.Parties.Count == 0 && MentionParties.IsGroup(mention.Telling.Text, mention.Token))))));

    // "The two leaders exchanged views": the sides of the contact that the document is about, with no day or place of its own.
    private static bool IsOfTheNews(EventMention mention, EventMention main)
        => mention != main && mention is { IsContact: true, IsNews: true, IsAnother: false, City: null, Days: null or { Soft: true } } && main.Token < mention.Token
            && MentionParties.IsGroup(mention.Telling.Text, mention.Token) && mention.Parties.SetEquals(main.Parties);

    // "signed the accord", "held a second round of talks": the word and its object tell of one act.
    private static int Act(ImmutableArray<EventMention> mentions, int noun)
    {
        var text = mentions[noun].Telling.Text;
        var word = text.Tokens[mentions[noun].Token];
        if (word.IsVerb || mentions[noun].IsUnreal) return -1;
        for (var i = 0; i < mentions.Length; i++)
            if ((mentions[i].Token == word.Head ? word.Relation is Relation.Obj or Relation.NsubjPass : mentions[i].Token == MentionPhrase.Holding(text, mentions[noun].Token)) && mentions[i].IsContact == mentions[noun].IsContact && !mentions[i].IsUnreal && Families.Share(mentions[i].Lemma, word.Lemma)) return i;
        return -1;
    }

    private static double? Score(EventMention mention, EventMention earlier, WordMeaning meaning)
    {
        if (earlier.Parties.Count == 0 && !earlier.IsCoded && !LooksBack(earlier)) return null;
        var gap = mention.Telling.Text.SentenceOf(mention.Token) - mention.Telling.Text.SentenceOf(earlier.Token);
        if (mention.IsPredicateOfIt && gap != 1) return null;
        if (gap == 0 && Governs(mention.Telling.Text, earlier.Token, mention.Token)) return null;
        if (!mention.IsPredicateOfIt && IsDetailed(mention) && !Agrees(mention, earlier)) return null;
        if (OccurrenceBond.Apart(mention, earlier, meaning)) return null;
        return (mention.Lemma == earlier.Lemma ? SameWord : 0) + (earlier.IsNews ? News : 0) + (IsRoot(earlier) ? Root : 0) + (earlier.IsCoded ? Coded : 0) - (0.3 * gap)
            + (gap is 0 or 1 && IsRoot(earlier) && IsShown(mention) ? Shown : 0);
    }

    // "the Doha meeting", "the strikes of Sunday": its own day or place must be that of the other.
    private static bool IsDetailed(EventMention mention) => mention.City is not null || mention.Days is { Soft: false };

    private static bool Agrees(EventMention mention, EventMention earlier)
        => (mention.City is { } city && city == earlier.City) || (mention.Days is not null && earlier.Days is not null);

    // "agreed on terms to keep the truce": what stands within the other is a part of it and not the same.
    private static bool Governs(ParsedText text, int above, int token)
    {
        for (var at = text.Tokens[token].Head; at >= 0; at = text.Tokens[at].Head)
            if (at == above) return true;
        return false;
    }

    // "in that meeting": the one that the sentence before is about.
    private static bool IsShown(EventMention mention)
    {
        var text = mention.Telling.Text;
        return !text.Tokens[mention.Token].IsVerb && text.Dependent(mention.Token, Relation.Det) is var det and >= 0 && text.Tokens[det].Lemma is "this" or "that";
    }

    private static bool IsRoot(EventMention mention)
    {
        var tokens = mention.Telling.Text.Tokens;
        var at = mention.Token;
        if (!tokens[at].IsVerb && tokens[at].Head >= 0 && tokens[at].Relation is Relation.Obj or Relation.Nsubj or Relation.NsubjPass) at = tokens[at].Head;
        return tokens[at].Head < 0;
    }
}
