using System.Collections.Frozen;
using Chancery.Coding;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// The days that a mention gives by its own words. A noun has the day of a verb only where the verb says that it took place or was made
/// (<c>codebook/accounts/holding.csv</c>): "signed the accord on Monday", and not "welcomed the accord on Monday".
/// </summary>
internal static class MentionDays
{
    private const int WidestDays = 400,
        DaysOfWeek = 7,
        HalfYear = 183,
        NarrowDays = 26,
        OpeningSentences = 3;

    private static readonly FrozenDictionary<string, string> Holding = EmbeddedTable
        .Rows("codebook/accounts/holding.csv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>Whether a verb says of its object, or of its passive subject, that it took place or was made.</summary>
    public static bool IsHolding(string lemma) => Holding.GetValueOrDefault(lemma) is "object" or "both";

    /// <summary>Whether a verb says of a noun that hangs on it that it took place or was made: "signed the accord", "the talks began"; not "the truce held".</summary>
    public static bool IsHolding(ParsedText text, int verb, Relation relation)
    {
        if (!text.Tokens[verb].IsVerb || !Holding.TryGetValue(text.Tokens[verb].Lemma, out var place))
            return false;
        if (
            text.Tokens[verb].Lemma == "take"
            && (text.Dependent(verb, Relation.Obj) is not (>= 0 and var what) || text.Tokens[what].Lemma != "place")
        )
            return false;
        return relation switch
        {
            Relation.Obj or Relation.NsubjPass => place is "object" or "both",
            Relation.Nsubj => place is "subject" or "both",
            _ => false,
        };
    }

    /// <summary>The verb that says of a noun that it takes place, under one that only sets it ahead ("is set to take place", "was due to be held"); -1 where none.</summary>
    public static int Raised(ParsedText text, int noun)
    {
        if (text.Tokens[noun] is not { IsVerb: false, Relation: Relation.Nsubj or Relation.NsubjPass, Head: >= 0 and var above })
            return -1;
        return
            text.Dependent(above, Relation.Xcomp) is var held and >= 0
            && text.Tokens[held] is { IsVerb: true }
            && (IsHolding(text, held, Relation.Nsubj) || IsHolding(text, held, Relation.NsubjPass))
            ? held
            : -1;
    }

    /// <summary>
    /// The first and last day, and whether they are only inferred; null where no words give any. What is to come has no day before the document's own.
    /// </summary>
    public static (DateOnly First, DateOnly Last, bool Soft)? Of(EventMention mention)
    {
        var telling = mention.Telling;
        var date = Own(mention);
        if (date is { Start: { } since, End: null } && date.Reasons.Any(reason => reason.StartsWith("known:", StringComparison.Ordinal)))
            return (since, since, false);
        if (date is not { Start: { } start, End: { } end } || end.DayNumber - start.DayNumber is < 0 or >= WidestDays)
            return News(mention);
        // "the first since January": the day of the other.
        if (end == telling.Head.Date.End && end.DayNumber - start.DayNumber > NarrowDays && date.Precision == Precision.Interval)
            return News(mention);
        if (telling.Head.Date.Start is { } today && date.Basis is DateBasis.Relative or DateBasis.Stated)
        {
            // What is to come lies ahead, and what has happened does not: "will meet in July", said in May, is the next July.
            if (mention.IsAhead && end < today)
                return start.AddYears(1) >= today && date.Basis == DateBasis.Relative | end.DayNumber - start.DayNumber > NarrowDays
                    ? (start.AddYears(1), end.AddYears(1), true)
                    : null;
            if (!mention.IsAhead && start.DayNumber - today.DayNumber > HalfYear && MentionPhrase.IsPast(telling.Text, mention.Token))
                return (start.AddYears(-1), end.AddYears(-1), false);
            if (!mention.IsAhead && start > today && start.DayNumber - today.DayNumber <= DaysOfWeek && start == end)
                return (start.AddDays(-DaysOfWeek), end.AddDays(-DaysOfWeek), true);
        }

        // "Li's four-day trip ends on Tuesday": the one day told is one of its days.
        var stay = MentionPhrase.LengthInDays(telling.Text, mention.Token);
        return stay > 1 && start == end
            ? (start.AddDays(1 - stay), end.AddDays(stay - 1), false)
            : (start, end, date.Basis is DateBasis.Inferred or DateBasis.Publication);
    }

    // What a text opens with, told in the past and without a day, is of the days of the text.
    private static (DateOnly First, DateOnly Last, bool Soft)? News(EventMention mention)
    {
        var (telling, text) = (mention.Telling, mention.Telling.Text);
        if (
            telling.Head.Date.End is not { } today
            || !mention.IsCoded
            || mention.IsDefinite
            || mention.IsEarlier
            || mention.IsAnother
            || mention.IsAhead
            || mention.HasPast
            || !mention.IsContact
        )
            return null;
        var at = mention.Token;
        if (!text.Tokens[at].IsVerb && text.Tokens[at].Head >= 0 && text.Tokens[at].Relation is Relation.Obj or Relation.NsubjPass)
            at = text.Tokens[at].Head;
        return text.Tokens[at] is { IsVerb: true, Head: < 0, Penn: PennTag.VBD or PennTag.VBN } && text.SentenceOf(at) < OpeningSentences
            ? (today.AddDays(-OccurrenceBond.FreshDays), today, true)
            : null;
    }

    private static DateValue Own(EventMention mention)
    {
        var (telling, text, token) = (mention.Telling, mention.Telling.Text, mention.Token);
        if (mention.IsPredicateOfIt || MentionPhrase.IsOrdered(text, token))
            return DateValue.Unknown;
        if (text.Tokens[token].IsVerb)
            return When(telling, token) is { IsUnknown: false } when ? when
                : mention.Event.Date is { IsUnknown: false, Basis: DateBasis.Stated or DateBasis.Relative } ? mention.Event.Date
                : Within(telling, token) is { IsUnknown: false } within ? within
                : mention.Event.Date;
        if (MentionPhrase.Holding(text, token) is var held and >= 0 && telling.Chronology.For(held) is { IsUnknown: false } day)
            return day;
        if (Raised(text, token) is var raised and >= 0 && telling.Chronology.For(raised) is { IsUnknown: false } set)
            return set;
        // "a week before the visit": measured from it, and no day of its own unless one stands behind it.
        if (MentionPhrase.IsMeasuredFrom(text, token) && !MentionPhrase.HasDayBehind(telling, token))
            return DateValue.Unknown;
        // "blamed each other on Wednesday for the collision": the day is the verb's.
        var apart =
            text.Tokens[token] is { Relation: Relation.Obl, Head: >= 0 and var told } && MentionPhrase.IsMatterOf(text, token)
                ? telling.Chronology.For(told)
                : DateValue.Unknown;
        // "The truce held on Thursday", "will take effect on Wednesday": the day of that is not the day of the truce.
        if (
            text.Tokens[token] is { Relation: Relation.Nsubj or Relation.NsubjPass or Relation.Obj, Head: >= 0 and var clause }
            && text.Tokens[clause].IsVerb
            && !IsHolding(text, clause, text.Tokens[token].Relation)
            && !MentionPhrase.HasDayBehind(telling, token)
        )
            return DateValue.Unknown;
        // "returned on Saturday after talks": the day is of the return, unless it stands behind the talks.
        var (_, end) = text.Subtree(token);
        var behind = telling.Chronology.Finest(
            token + 1,
            Math.Min(end, Nearby.EndOfStretch(text, token, overCommas: false)),
            modifiers: false
        );
        if (!behind.IsUnknown)
            return behind;
        if (
            text.Tokens[token] is { Relation: Relation.Obl, Head: >= 0 and var main }
            && text.Tokens[main].IsVerb
            && !IsWithin(text, token)
            && !MentionPhrase.HasDayBehind(telling, token)
            && telling.Chronology.Finest(text.Sentences[text.SentenceOf(token)].FirstToken, token, modifiers: false) is { IsUnknown: false }
        )
            return DateValue.Unknown;
        if (telling.Chronology.For(token) is { IsUnknown: false } own && (apart.IsUnknown || own != apart))
            return own;
        // "a second round of talks": the day hangs on what is held.
        var whole = token;
        while (
            text.Tokens[whole] is { Relation: Relation.Nmod, Head: >= 0 and var above }
            && EventMention.IsContactWord(text.Tokens[above].Lemma)
        )
            whole = above;
        var (head, relation) = (text.Tokens[whole].Head, text.Tokens[whole].Relation);
        var lends =
            head >= 0
            && text.Tokens[head].IsVerb
            && (IsHolding(text, head, relation) || (relation is Relation.Obl && IsWithin(text, whole)));
        var lent = lends ? telling.Chronology.For(head) : DateValue.Unknown;
        // A noun without a day of its own was lent one by the coder, which is no evidence where it only points back.
        return lent.IsUnknown && !mention.IsDefinite && mention.Event.Date.Basis is DateBasis.Inferred or DateBasis.Publication
            ? mention.Event.Date
            : lent;
    }

    // "agreed in a 2020 deal", "met at a summit last year": the day is that of the thing within which it was.
    private static DateValue Within(Telling telling, int verb)
    {
        foreach (var dependent in telling.Text.Dependents(verb))
            if (
                telling.Text.Tokens[dependent] is { Relation: Relation.Obl, IsVerb: false } noun
                && IsWithin(telling.Text, dependent)
                && (EventMention.IsContactWord(noun.Lemma) || !Families.Of(noun.Lemma).IsEmpty)
                && telling.Chronology.Finest(Nearby.StartOfPhrase(telling.Text, dependent), dependent, modifiers: true)
                    is { IsUnknown: false } day
            )
                return day;
        return DateValue.Unknown;
    }

    // "since January, when it fired a missile": the day is that of the time on which the clause hangs.
    private static DateValue When(Telling telling, int verb)
    {
        if (
            telling.Text.Tokens[verb]
            is not { Relation: Relation.AclRelcl or Relation.Advcl or Relation.AdvclRelcl, Head: >= 0 and var time }
        )
            return DateValue.Unknown;
        foreach (var dependent in telling.Text.Dependents(verb))
            if (telling.Text.Tokens[dependent].Lemma == "when" && dependent > time)
                return telling.Chronology.Finest(time, dependent, modifiers: false);
        return DateValue.Unknown;
    }

    // "in a call on Monday": the day of the verb is the noun's, unless the noun lies before or after it.
    private static bool IsWithin(ParsedText text, int noun)
    {
        foreach (var dependent in text.Dependents(noun))
            if (text.Tokens[dependent] is { Relation: Relation.Case } word)
                return word.Lemma is "in" or "during" or "at" or "by" or "on";
        return false;
    }
}
