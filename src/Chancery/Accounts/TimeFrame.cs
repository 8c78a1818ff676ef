using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// The days of which a passage goes on telling when it has left the news: "In June Modi met Zelensky in Italy. They discussed the war." What is told in the
/// past and without a day, behind a sentence of an earlier day in the same paragraph, is of that day.
/// </summary>
internal static class TimeFrame
{
    private const int Widest = 100;

    /// <summary>The days; null where the sentence has a time of its own, or the one before it tells of the news or of no day.</summary>
    public static (DateOnly First, DateOnly Last)? Of(Telling telling, int token)
    {
        var text = telling.Text;
        var at = text.SentenceOf(token);
        if (
            at == 0
            || telling.Head.Date.End is not { } today
            || Verb(text, token) is not (>= 0 and var verb)
            || !MentionPhrase.IsPast(text, verb)
        )
            return null;
        var (before, here) = (text.Sentences[at - 1], text.Sentences[at]);
        if (!GoesOn(text, here, token, before.Paragraph == here.Paragraph) || HasTime(telling, here))
            return null;
        for (var root = before.FirstToken; root < before.EndToken; root++)
            if (text.Tokens[root] is { Head: < 0, IsVerb: true, Penn: PennTag.VBD or PennTag.VBN })
                return
                    telling.Chronology.For(root) is { Start: { } first, End: { } last, Basis: DateBasis.Stated or DateBasis.Relative }
                    && last.DayNumber - first.DayNumber is >= 0 and < Widest
                    && last.DayNumber < today.DayNumber - OccurrenceBond.FreshDays
                    ? (first, last)
                    : null;
        return null;
    }

    // "They discussed", "At the meeting he urged": who was spoken of goes on, or the sentence opens with where it was.
    private static bool GoesOn(ParsedText text, Sentence sentence, int token, bool isOfParagraph)
    {
        for (var root = sentence.FirstToken; root < sentence.EndToken; root++)
            if (text.Tokens[root].Head < 0)
                return (isOfParagraph && token < root && MentionPhrase.IsSetting(text, token))
                    || (
                        (
                            text.Dependent(root, Relation.Nsubj) is var subject and >= 0
                            || (subject = text.Dependent(root, Relation.NsubjPass)) >= 0
                        ) && (text.Tokens[subject].Tag == UniversalTag.PRON || (isOfParagraph && MentionParties.IsGroup(text, root)))
                    );
        return false;
    }

    // The verb of the clause in which a word stands.
    private static int Verb(ParsedText text, int token)
    {
        for (var (at, steps) = (token, 0); at >= 0 && steps < 4; (at, steps) = (text.Tokens[at].Head, steps + 1))
            if (text.Tokens[at].IsVerb)
                return at;
        return -1;
    }

    private static bool HasTime(Telling telling, Sentence sentence)
    {
        foreach (var expression in telling.Chronology.Expressions)
            if (
                expression.FirstToken >= sentence.FirstToken
                && expression.EndToken <= sentence.EndToken
                && expression.Type is not (TimeType.Duration or TimeType.Set)
            )
                return true;
        return false;
    }
}
