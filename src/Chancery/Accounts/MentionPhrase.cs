using System.Collections.Frozen;
using System.Collections.Immutable;
using Chancery.Coding;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>What the phrase of a mention says of its place among others of its kind: which one, earlier, another, "the".</summary>
internal static partial class MentionPhrase
{
    private const int OverWords = 5;

    private static readonly FrozenSet<string> Before = Words("before");
    private static readonly FrozenSet<string> Beside = Words("another");
    private static readonly FrozenSet<string> ToCome = Words("to come");
    private static readonly FrozenSet<string> Ranks = Words("rank");
    private static readonly FrozenSet<string> Also = Words("also");
    private static readonly FrozenSet<string> Counted = Words("counted");
    private static readonly FrozenSet<string> Sidelines = Words("sidelines");
    private static readonly FrozenSet<string> TalkAbout = Words("talk about");
    private static readonly FrozenSet<string> Plans = Words("plan");

    private static readonly FrozenSet<string> Journeys = Words("journey");
    private static readonly FrozenSet<string> PlanFor = Words("plan for");
    private static readonly FrozenSet<string> Orders = Words("order");
    private static readonly FrozenSet<string> GoOn = Words("go on");
    private static readonly FrozenSet<string> Tellings = Words("telling");
    private static readonly FrozenSet<string> Harms = Words("harm");
    private static readonly FrozenSet<string> Processes = Words("process");

    /// <summary>Whether a word is one for what goes on for long.</summary>
    public static bool IsProcess(string lemma) => Processes.Contains(lemma);

    /// <summary>The words of one of the lists of <c>codebook/accounts/phrases.csv</c>.</summary>
    public static FrozenSet<string> Words(string list) =>
        EmbeddedTable
            .Rows("codebook/accounts/phrases.csv")
            .Where(row => row[0] == list)
            .Select(row => row[1])
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a noun has "the", "this" or a possessive.</summary>
    public static bool IsDefiniteNoun(ParsedText text, int token)
    {
        if (text.Tokens[token].IsVerb)
            return false;
        foreach (var dependent in text.Dependents(token))
        {
            var word = text.Tokens[dependent];
            if ((word.Relation == Relation.Det && IsThe(word)) || word.Relation == Relation.NmodPoss)
                return true;
        }

        // A tree that hangs the article on the verb.
        return token > text.Sentences[text.SentenceOf(token)].FirstToken
            && text.Tokens[token - 1].Relation == Relation.Det
            && IsThe(text.Tokens[token - 1]);
    }

    private static bool IsThe(Token word) => word.Lemma is "the" or "this" or "that" or "these" or "those";

    /// <summary>Whether it is told as being before another of its kind ("their previous call", "they last met in Bangkok").</summary>
    public static bool IsEarlier(ParsedText text, int token) =>
        Has(text, token, Before)
        || IsLastTime(text, token)
        || IsBehind(text, token)
        || IsFollowed(text, token)
        || IsSince(text, token)
        || (
            !text.Tokens[token].IsVerb
            && text.Tokens[token] is { Relation: Relation.NsubjPass or Relation.Obj, Head: >= 0 and var holding }
            && text.Tokens[holding].Lemma is "hold" or "have"
            && Has(text, holding, Before)
        );

    // "The last time the delegations met was in Berlin".
    private static bool IsLastTime(ParsedText text, int token) =>
        text.Tokens[token] is { IsVerb: true, Relation: Relation.AclRelcl or Relation.Acl, Head: >= 0 and var time }
        && text.Tokens[time].Lemma is "time" or "occasion"
        && Has(text, time, Before);

    // "two weeks after they met at the White House".
    private static bool IsBehind(ParsedText text, int token)
    {
        if (text.Tokens[token] is not { IsVerb: true, Relation: Relation.Advcl or Relation.AdvclRelcl, Penn: PennTag.VBD })
            return false;
        // Beside another contact only: a truce may be announced after they met, and it is the news that they did.
        var above = text.Tokens[token].Head;
        if (above < 0)
            return false;
        // "The incident comes after Iran seized a tanker", "struck the port after a drone hit the city": a deed beside a deed.
        if (!EventMention.IsContactWord(text.Tokens[token].Lemma))
        {
            if (!Orders.Contains(text.Tokens[above].Lemma) && !Families.Share(text.Tokens[above].Lemma, text.Tokens[token].Lemma))
                return false;
        }
        else if (
            !(
                EventMention.IsContactWord(text.Tokens[above].Lemma)
                || (text.Dependent(above, Relation.Obj) is var held and >= 0 && EventMention.IsContactWord(text.Tokens[held].Lemma))
                || (
                    text.Tokens[above].Lemma is "come" or "take" or "be"
                    && text.Dependent(above, Relation.Nsubj) is var subject and >= 0
                    && EventMention.IsContactWord(text.Tokens[subject].Lemma)
                )
            )
        )
            return false;
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent] is { Relation: Relation.Mark, Lemma: "after" or "since" })
                return true;
        return false;
    }

    /// <summary>Whether it is told beside another of its kind ("another meeting").</summary>
    public static bool IsAnother(ParsedText text, int token) =>
        text.Tokens[token].IsVerb
            ? Has(text, token, Also) && !IsOfMatter(text, token)
            : Has(text, token, Beside)
                || IsContinued(text, token)
                || IsBeside(text, token)
                || IsTopic(text, token)
                || (
                    text.Tokens[token] is { Relation: Relation.Obj, Head: >= 0 and var holding }
                    && text.Tokens[holding].Lemma is "hold" or "have"
                    && Has(text, holding, Also)
                    && !IsOfMatter(text, token)
                );

    // "agreed to continue their contacts", "open to resuming talks": what is to go on is not what the text tells of.
    private static bool IsContinued(ParsedText text, int token) =>
        text.Tokens[token] is { Relation: Relation.Obj, Head: >= 0 and var verb }
        && text.Tokens[verb].Penn is PennTag.VB or PennTag.VBG
        && GoOn.Contains(text.Tokens[verb].Lemma)
        && text.Tokens[verb].Relation
            is Relation.Xcomp
                or Relation.Advcl
                or Relation.Ccomp
                or Relation.Acl
                or Relation.Obl
                or Relation.Nmod
                or Relation.Csubj;

    // "discussed the talks in Doha", "reviewed the course of the negotiations": what a contact is about is another.
    private static bool IsTopic(ParsedText text, int token)
    {
        for (var (at, steps) = (token, 0); steps < 4 && text.Tokens[at].Head is var head and >= 0; (at, steps) = (head, steps + 1))
        {
            if (text.Tokens[head].IsVerb)
                return text.Tokens[at].Relation == Relation.Obj && TalkAbout.Contains(text.Tokens[head].Lemma);
            if (text.Tokens[at].Relation is not (Relation.Nmod or Relation.Conj or Relation.Compound))
                return false;
        }

        return false;
    }

    // "The two sides also exchanged views on Korea": another matter and not another contact.
    private static bool IsOfMatter(ParsedText text, int token) =>
        text.Tokens[token].Lemma is "discuss" or "exchange" or "address" or "review"
        || (text.Tokens[token].Lemma is "talk" or "discussion" && MentionParties.IsGroup(text, token));

    /// <summary>The ordinal of a round or package, its own or that of the noun it hangs on ("the third round of talks").</summary>
    public static int? Ordinal(ParsedText text, int token)
    {
        var at = token;
        for (
            var steps = 0;
            at >= 0 && steps < 3;
            steps++, at = text.Tokens[at].Relation is Relation.Nmod or Relation.Compound ? text.Tokens[at].Head : -1
        )
        {
            if (!Counted.Contains(text.Tokens[at].Lemma))
                continue;
            foreach (var dependent in text.Dependents(at))
                if (
                    text.Tokens[dependent].Relation is Relation.Amod or Relation.Nummod or Relation.Compound
                    && Rank(text, dependent) is { } rank
                )
                    return rank;
        }

        // "adopted the seventeenth package": the object of the verb is counted.
        if (text.Tokens[token].IsVerb)
            foreach (var dependent in text.Dependents(token))
                if (
                    text.Tokens[dependent].Relation is Relation.Obj or Relation.NsubjPass
                    && Counted.Contains(text.Tokens[dependent].Lemma)
                    && Ordinal(text, dependent) is { } rank
                )
                    return rank;
        return null;
    }

    /// <summary>Whether a word, in its dictionary form, tells of a journey.</summary>
    public static bool IsJourney(string lemma) => Journeys.Contains(lemma);

    /// <summary>The number of those whom a deed is done to; null where none is given, or where it is a sum or a share.</summary>
    public static int? Count(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
            if (
                text.Tokens[dependent].Relation is Relation.Obj or Relation.NsubjPass
                || (text.Tokens[dependent].Relation == Relation.Nmod && ClauseTree.HasCase(text, dependent, "of"))
            )
                foreach (var number in text.Dependents(dependent))
                    if (
                        text.Tokens[number].Relation == Relation.Nummod
                        && text.Tokens[dependent].Penn is PennTag.NNS or PennTag.NNPS
                        && text.Tokens[dependent].Lemma is not ("percent" or "dollar" or "euro" or "day" or "hour" or "year" or "month")
                    )
                        return Quantities.Whole(text.Form(number).ToString().ToLowerInvariant());
        return null;
    }

    /// <summary>
    /// Whether a contact is the occasion of something said: "asked him to lift the duties in a call on Monday". What was asked lies ahead, the call does not.
    /// </summary>
    public static bool IsOccasion(ParsedText text, int token)
    {
        // "talks that had been planned at the summit": the plan was made there.
        if (
            !text.Tokens[token].IsVerb
            && text.Tokens[token] is { Relation: Relation.Obl, Head: >= 0 and var told }
            && text.Tokens[told].Penn is PennTag.VBD or PennTag.VBN
            && IsDefiniteNoun(text, token)
        )
            foreach (var dependent in text.Dependents(token))
                if (text.Tokens[dependent] is { Relation: Relation.Case, Lemma: "at" or "during" or "in" or "after" })
                    return true;
        if (
            text.Tokens[token].IsVerb
            || text.Tokens[token].Head is not (>= 0 and var verb)
            || text.Tokens[verb].Penn != PennTag.VB
            || text.Tokens[verb].Relation is not (Relation.Xcomp or Relation.Ccomp or Relation.Advcl)
        )
            return false;
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent] is { Relation: Relation.Case, Lemma: "in" or "during" })
                return text.Tokens[verb].Head >= 0 && text.Tokens[text.Tokens[verb].Head].Penn == PennTag.VBD;
        return false;
    }

    /// <summary>Whether it is what somebody speaks or acts about: "blamed each other for a collision", "cut ties over the attack".</summary>
    public static bool IsMatterOf(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent] is { Relation: Relation.Case, Lemma: "for" or "over" or "about" })
                return true;
        return false;
    }

    /// <summary>How many days a journey lasts by its own phrase ("a four-day visit"); 0 where it does not say.</summary>
    public static int LengthInDays(ParsedText text, int token)
    {
        if (text.Tokens[token].IsVerb || text.Tokens[token].Lemma is not ("visit" or "trip" or "tour" or "summit"))
            return 0;
        for (var i = Nearby.StartOfPhrase(text, token); i < token; i++)
        {
            var form = text.Form(i).ToString().ToLowerInvariant();
            if (form.EndsWith("-day", StringComparison.Ordinal))
                return Stay(form[..^4]);
            if (form == "day" && i >= 2 && text.Form(i - 1) is "-")
                return Stay(text.Form(i - 2).ToString().ToLowerInvariant());
        }

        return 0;
    }

    private static int Stay(string number) => Quantities.Whole(number) is { } days and > 0 and < 15 ? days : 0;

    /// <summary>Whether a definite noun has nothing in its phrase that tells it from another: "the talks", "their meeting".</summary>
    public static bool IsBare(Telling telling, int token)
    {
        if (!IsDefiniteNoun(telling.Text, token))
            return false;
        var (first, end) = telling.Text.Subtree(token);
        for (var i = first; i < end; i++)
            if (i != token && telling.Text.Tokens[i].Tag is UniversalTag.PROPN or UniversalTag.NUM or UniversalTag.VERB)
                return false;
        return true;
    }

    /// <summary>
    /// Whether a bare noun only points at what is told elsewhere: "will inform him of the conversation". What is to come is the informing; of "the talks will be
    /// held" it is the talks.
    /// </summary>
    public static bool IsMereReference(Telling telling, int token) =>
        IsBare(telling, token)
        && telling.Text.Tokens[token] is { Head: >= 0 and var head, Relation: var relation }
        && !MentionDays.IsHolding(telling.Text, head, relation)
        && (relation is Relation.Obl or Relation.Nmod || telling.Text.Tokens[head].IsVerb)
        && !Has(telling.Text, token, Beside)
        && !Has(telling.Text, token, ToCome)
        && !Plans.Contains(telling.Text.Tokens[head].Lemma);

    /// <summary>Whether it is what something else was held beside ("on the sidelines of a NATO meeting").</summary>
    public static bool IsBeside(ParsedText text, int token) =>
        text.Tokens[token] is { IsVerb: false, Relation: Relation.Nmod, Head: >= 0 and var head }
        && Sidelines.Contains(text.Tokens[head].Lemma);

    /// <summary>Whether it says the how-manieth of its kind something was ("met on Thursday, the first formal talks since March").</summary>
    public static bool IsRanked(ParsedText text, int token) => Has(text, token, Ranks);

    /// <summary>Whether it is where or when something else was ("told him in the talks", "after the meeting"), and so was itself.</summary>
    public static bool IsSetting(ParsedText text, int token)
    {
        if (text.Tokens[token].IsVerb || text.Tokens[token].Relation is not (Relation.Obl or Relation.Nmod))
            return false;
        foreach (var dependent in text.Dependents(token))
            if (
                text.Tokens[dependent] is
                { Relation: Relation.Case, Lemma: "in" or "during" or "at" or "after" or "following" or "follow" or "since" }
            )
                return true;
        return false;
    }

    /// <summary>Whether it is "their call", "our meeting": of those whom the text is about.</summary>
    public static bool IsTheirs(ParsedText text, int token) =>
        text.Dependent(token, Relation.NmodPoss) is var owner and >= 0 && text.Form(owner) is "their" or "Their" or "our" or "Our";

    /// <summary>Whether a time is measured from it: "a week before the visit", "the first since the summit".</summary>
    public static bool IsMeasuredFrom(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
            if (
                text.Tokens[dependent] is { Relation: Relation.Case, Lemma: "since" or "until" }
                || (
                    text.Tokens[dependent] is { Relation: Relation.Case, Lemma: "before" or "after" }
                    && dependent > 0
                    && text.Tokens[dependent - 1].Lemma is "day" or "week" or "month" or "year" or "hour" or "shortly"
                )
            )
                return true;
        return false;
    }

    /// <summary>Whether a time stands in its phrase behind it: "after talks in Doha on Saturday", "since their meeting in May".</summary>
    public static bool HasDayBehind(Telling telling, int token)
    {
        var (_, end) = telling.Text.Subtree(token);
        return telling.Chronology.Finest(token + 1, end, modifiers: false) is { IsUnknown: false }
            || telling.Chronology.Finest(Nearby.StartOfPhrase(telling.Text, token), token, modifiers: true) is { IsUnknown: false };
    }

    /// <summary>Whether somebody came to harm in it: "six people were killed in a bomb attack".</summary>
    public static bool IsOfHarm(ParsedText text, int token) =>
        text.Tokens[token] is { IsVerb: false, Relation: Relation.Obl, Head: >= 0 and var verb }
        && Harms.Contains(text.Tokens[verb].Lemma)
        && (ClauseTree.HasCase(text, token, "in") || ClauseTree.HasCase(text, token, "by") || ClauseTree.HasCase(text, token, "during"));

    /// <summary>Whether words stand in a phrase that only tells when something was, or where it was told ("since the summit in Vilnius", "during a briefing in Astana").</summary>
    public static bool IsWithinTime(ParsedText text, int token, Span words)
    {
        for (
            var (at, steps) = (text.TokenAt(words.Start), 0);
            at >= 0 && at != token && steps < 8;
            (at, steps) = (text.Tokens[at].Head, steps + 1)
        )
            if (
                !text.Tokens[at].IsVerb
                && !words.Contains(text.Tokens[at].Span)
                && (
                    Tellings.Contains(text.Tokens[at].Lemma)
                    || (EventMention.IsContactWord(text.Tokens[at].Lemma) && MentionParties.IsTime(text, at))
                )
            )
                return true;
        return false;
    }

    /// <summary>Whether it is what somebody is the first or last to do ("the first Indian premier to visit Pakistan since 2004"): it was done.</summary>
    public static bool IsFeat(ParsedText text, int token)
    {
        if (
            text.Tokens[token]
            is not
            {
                IsVerb: true,
                Penn: PennTag.VB,
                Relation: Relation.Acl or Relation.Advcl or Relation.Xcomp or Relation.AclRelcl,
                Head: >= 0 and var who
            }
        )
            return false;
        foreach (var dependent in text.Dependents(who))
            if (text.Tokens[dependent].Relation is Relation.Amod or Relation.Nummod && Ranks.Contains(text.Tokens[dependent].Lemma))
                return true;
        return Ranks.Contains(text.Tokens[who].Lemma);
    }

    /// <summary>The city that a noun's own phrase names ("the Doha meeting", "the meeting in San Francisco"); null where it names none.</summary>
    public static Entity? City(Telling telling, int token)
    {
        var text = telling.Text;
        if (text.Tokens[token].IsVerb)
            return null;
        foreach (var dependent in text.Dependents(token))
            if (
                text.Tokens[dependent].Relation is Relation.Compound or Relation.Amod
                || (
                    text.Tokens[dependent].Relation == Relation.Nmod
                    && (ClauseTree.HasCase(text, dependent, "in") || ClauseTree.HasCase(text, dependent, "at"))
                )
            )
                foreach (var entity in telling.Cast.Of(dependent))
                    if (entity.Type == EntityType.Place && entity.Id.StartsWith("place/", StringComparison.Ordinal))
                        return entity;
                    // "The London meeting": a capital, though it may stand for its state elsewhere.
                    else if (
                        entity is { Type: EntityType.State, State: { } state }
                        && text.Tokens[dependent].Tag == UniversalTag.PROPN
                        && text.Form(dependent).ToString() is var form
                        && form != entity.Name
                        && form != World.Default.AdjectiveOf(state)
                        && !entity.Name.Contains(form, StringComparison.Ordinal)
                        && form.Length > 3
                    )
                        return entity with { Id = "place/" + form.ToLowerInvariant(), Type = EntityType.Place };
        return null;
    }

    /// <summary>The verb of a clause on a noun that tells when or where it was ("the talks that were held on Friday"); -1 where none.</summary>
    public static int Holding(ParsedText text, int token)
    {
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent].Relation is Relation.AclRelcl or Relation.Acl && MentionDays.IsHolding(text.Tokens[dependent].Lemma))
                return dependent;
        return -1;
    }

    /// <summary>The nouns and verbs of what a mention is about; names, numbers and words of its own family left out.</summary>
    public static ImmutableArray<string> Matter(ParsedText text, int token)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var dependent in text.Dependents(token))
            if (
                text.Tokens[dependent].Relation
                is Relation.Xcomp
                    or Relation.Ccomp
                    or Relation.Obj
                    or Relation.Obl
                    or Relation.Nmod
                    or Relation.Acl
                    or Relation.Amod
                    or Relation.Compound
            )
                Gather(text, dependent, text.Tokens[token].Lemma, found, 0);
        return found.ToImmutable();
    }

    private static void Gather(ParsedText text, int token, string kind, ImmutableArray<string>.Builder found, int depth)
    {
        var word = text.Tokens[token];
        if (
            word.Tag is UniversalTag.NOUN or UniversalTag.VERB
            && !AccountWords.Plain.Contains(word.Lemma)
            && !(Families.Share(word.Lemma, kind) && Families.Of(word.Lemma).Length == 1)
            && word.Lemma != kind
            && !found.Contains(word.Lemma)
        )
            found.Add(word.Lemma);
        if (depth > 4)
            return;
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent].Relation != Relation.AclRelcl)
                Gather(text, dependent, kind, found, depth + 1);
    }

    private static int? Rank(ParsedText text, int token)
    {
        var form = text.Form(token);
        return form.Length > 2
            && char.IsAsciiDigit(form[0])
            && !form.EndsWith("st", StringComparison.Ordinal)
            && !form.EndsWith("nd", StringComparison.Ordinal)
            && !form.EndsWith("rd", StringComparison.Ordinal)
            && !form.EndsWith("th", StringComparison.Ordinal)
                ? null
            : form.Equals("first", StringComparison.OrdinalIgnoreCase) ? 1
            : (int?)Quantities.Value(text, token);
    }

    private static bool Has(ParsedText text, int token, FrozenSet<string> words)
    {
        foreach (var dependent in text.Dependents(token))
            if (
                text.Tokens[dependent].Relation is Relation.Amod or Relation.Advmod or Relation.Det
                && (words.Contains(text.Tokens[dependent].Lemma) || words.Contains(text.Form(dependent).ToString()))
            )
                return true;
        return false;
    }
}
