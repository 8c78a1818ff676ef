using System.Collections.Immutable;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>When an event was: its own words, its clause, what it refers back to, the tense, the occasion that the report is about.</summary>
internal readonly struct EventDating(ParsedText text, Chronology chronology)
{
    // Three years: what a report tells from before is its background, not its news.
    private const int LongPastDays = 3 * 365;
    private const string ToldAsPast = "told as past in a report of that day";

    /// <summary>The date of the event at a token. <paramref name="earlier"/> is the fuller mention that it refers back to, if any.</summary>
    public DateValue Of(int token, Frame frame, EntryStatus status, Event? earlier)
    {
        var isVerb = text.Tokens[token].IsVerb;
        if (!isVerb && chronology.Finest(Nearby.StartOfPhrase(text, token), token, modifiers: true) is { IsUnknown: false } inside)
            return inside;
        var date = chronology.For(token);
        var head = text.Tokens[token].Head;
        var teller = isVerb ? token : LightVerb.Of(text, token);
        if (date.IsUnknown && head >= 0 && !isVerb && teller >= 0)
            date = chronology.For(teller);
        if (date.IsUnknown && teller >= 0)
            date = chronology.Finest(StartOfClause(teller), teller, modifiers: false);
        if (date.IsUnknown && !isVerb && LightVerb.Around(text, token, frame) is var around and >= 0)
        {
            date = chronology.For(around);
            // "announced another year of coordination on Thursday in a call": the day stands between the verb and its occasion.
            if (date.IsUnknown && around < token)
                date = chronology.Finest(around + 1, token, modifiers: false);
        }

        var isLent = !isVerb && LightVerb.Of(text, token) >= 0;
        var end = Nearby.EndOfStretch(text, token, isVerb || isLent);
        var beside = chronology.Finest(token + 1, end, modifiers: false);
        if (!beside.IsUnknown && (date.IsUnknown || Within(beside, date)))
            date = beside;
        if (date.IsUnknown && isVerb)
            date = Shared(token);
        if (date.IsUnknown && isVerb)
            date = Attendant(token);
        if (!date.IsUnknown)
            return date;
        if (!isVerb && Participle(token, end) is { IsUnknown: false } said)
            return said;
        if (earlier is { Date.IsUnknown: false })
            return earlier.Date;
        if (chronology.DocumentDate.End is not { } today)
            return date;
        if (isVerb && IsPresentPerfect(token))
            return new DateValue
            {
                End = today,
                Precision = Precision.OpenStart,
                Basis = DateBasis.Inferred,
                Reasons = ["has been so up to the day of the report"],
            };
        if (teller < 0 || !IsTold(teller) || status is not EntryStatus.Occurred)
            return date;
        var sentence = text.Sentences[text.SentenceOf(token)];
        var isHeadline = sentence.Role == SentenceRole.Headline;
        var isLead = text.SentenceOf(token) < 4 && sentence.Role == SentenceRole.Body;
        if (isHeadline || isLead && text.Tokens[teller].Head < 0)
            return DateValue.Day(today, DateBasis.Inferred, "reported on the day");
        // "Hamas accused Israel": on that day or some day before it; nobody says which.
        return isVerb && !IsPluperfect(token)
            ? new DateValue
            {
                End = today,
                Precision = Precision.OpenStart,
                Basis = DateBasis.Inferred,
                Reasons = [ToldAsPast],
            }
            : date;
    }

    /// <summary>Whether a date lies so far before the report that what it dates is told as background.</summary>
    public bool IsLongPast(DateValue date) =>
        date.End is { } end
        && chronology.DocumentDate.End is { } today
        && date.Basis != DateBasis.Inferred
        && end.DayNumber < today.DayNumber - LongPastDays;

    /// <summary>Whether a date lies wholly after the day of the report.</summary>
    public bool IsToCome(DateValue date) => date.Start is { } start && chronology.DocumentDate.End is { } today && start > today;

    /// <summary>"Decades ago", "in the nineteenth century": long before the report though nobody can say when.</summary>
    public bool IsLongAgo(int token)
    {
        foreach (var dependent in text.Dependents(token))
        {
            if (
                text.Tokens[dependent].Lemma is "decade" or "century"
                && text.Tokens[dependent].Relation is Relation.Obl or Relation.OblUnmarked or Relation.Nmod
            )
                return !HasCase(dependent, "for");
            if (ClauseTree.Is(text, dependent, "ago"))
                foreach (var measure in text.Dependents(dependent))
                    if (text.Tokens[measure].Lemma is "decade" or "century")
                        return true;
        }

        return false;
    }

    private bool HasCase(int word, string preposition) =>
        ClauseTree.HasCase(text, word, preposition)
        || ClauseTree.HasCase(text, word, "over")
        || ClauseTree.HasCase(text, word, "in") && text.Tokens[word].Lemma == "decade";

    // "killed 12 and abducted 30 on Monday": a time at the end of a coordination without a second subject is of all its verbs.
    private DateValue Shared(int verb)
    {
        foreach (var dependent in text.Dependents(verb))
        {
            if (
                text.Tokens[dependent] is not { Relation: Relation.Conj, IsVerb: true } other
                || other.Penn != text.Tokens[verb].Penn
                || text.Dependent(dependent, Relation.Nsubj) >= 0
                || text.Dependent(dependent, Relation.NsubjPass) >= 0
            )
                continue;
            var date = chronology.For(dependent);
            if (date.IsUnknown)
                date = chronology.Finest(dependent + 1, Nearby.EndOfStretch(text, dependent, true), modifiers: false);
            if (!date.IsUnknown)
                return date with { Basis = DateBasis.Inferred, Reasons = ["the time of what is told with it"] };
        }

        return DateValue.Unknown;
    }

    // "On Monday rebels left the talks, accusing the government": what accompanies a deed is of its day.
    private DateValue Attendant(int verb)
    {
        var token = text.Tokens[verb];
        if (
            token is not { Relation: Relation.Advcl, Penn: PennTag.VBG }
            || token.Head is not (>= 0 and var main)
            || main > verb
            || text.Dependent(verb, Relation.Mark) >= 0
            || text.Dependent(verb, Relation.Nsubj) >= 0
        )
            return DateValue.Unknown;
        var date = chronology.For(main);
        if (date.IsUnknown)
            date = chronology.Finest(StartOfClause(main), main, modifiers: false);
        if (date.IsUnknown)
            date = chronology.Finest(main + 1, verb, modifiers: false);
        return date.IsUnknown ? date : date with { Basis = DateBasis.Inferred, Reasons = ["the time of what it is told with"] };
    }

    // "talks held on Monday" were on that day; "an interview published on Thursday" was not after it.
    private DateValue Participle(int noun, int end)
    {
        if (
            end >= text.Tokens.Length
            || text.Tokens[end] is not { IsVerb: true, Relation: Relation.Acl, Penn: PennTag.VBN } participle
            || participle.Head < noun
        )
            return DateValue.Unknown;
        var date = chronology.For(end);
        return participle.Lemma switch
        {
            "hold" or "sign" or "reach" or "make" or "conduct" or "launch" or "impose" or "agree" or "conclude" => date,
            "publish" or "release" or "air" or "broadcast" or "report" or "announce" when date.End is { } last => new DateValue
            {
                End = last,
                Precision = Precision.OpenStart,
                Basis = date.Basis,
                Reasons = [$"{participle.Lemma} then"],
            },
            _ => DateValue.Unknown,
        };
    }

    /// <summary>
    /// Dates what is told beside its occasion: the first dated consultation of a report is what it reports on, and what the same
    /// persons said and did there in the simple past, without a time of its own, has its date. An event that is said of a dated
    /// one (criticised the response to an attack) was not before it.
    /// </summary>
    public void Occasion(ImmutableArray<Event>.Builder events, List<int> tokens)
    {
        var occasion = -1;
        for (var i = 0; i < events.Count && occasion < 0; i++)
            if (
                events[i] is
                {
                    Type: EventType.CONSULT,
                    Status: EntryStatus.Occurred,
                    Date: { Start: not null, Precision: Precision.Day },
                    Actors.Length: > 1
                }
            )
                occasion = i;
        for (var i = 0; i < events.Count; i++)
        {
            var (told, token) = (events[i], tokens[i]);
            if (
                told.Date is { Start: null, Precision: Precision.OpenStart, End: { } end }
                && Bounding(events, tokens, i) is { } start
                && start <= end
            )
                events[i] = told with { Date = told.Date with { Start = start, Precision = Precision.Interval } };
            // "The call", and the headline's call, are that of which the report gives the day.
            if (
                occasion >= 0
                && IsOpen(told.Date)
                && told.Type == EventType.CONSULT
                && told.Status == EntryStatus.Occurred
                && !text.Tokens[token].IsVerb
                && told.Mode == events[occasion].Mode
                && !told.Actors.IsEmpty
                && told.Actors.All(actor => events[occasion].Actors.Any(other => SameSide(actor, other)))
            )
                events[i] = told = told with
                {
                    Date = events[occasion].Date with { Basis = DateBasis.Inferred, Reasons = ["the same occasion"] },
                };
            if (occasion < 0 || !IsOpen(told.Date) || told.Status != EntryStatus.Occurred || !text.Tokens[token].IsVerb || !IsTold(token))
                continue;
            var participants = events[occasion].Actors;
            if (told.Actors.Length > 0 && told.Actors.All(actor => participants.Any(other => SameSide(actor, other))))
                events[i] = told with
                {
                    Date = events[occasion].Date with { Basis = DateBasis.Inferred, Reasons = ["told of the same occasion"] },
                };
        }
    }

    private static bool IsOpen(DateValue date) => date.IsUnknown || date.Reasons is [ToldAsPast];

    private static bool SameSide(Entity one, Entity other) => string.Equals(one.Id, other.Id, StringComparison.Ordinal);

    private DateOnly? Bounding(ImmutableArray<Event>.Builder events, List<int> tokens, int of)
    {
        var (_, end) = text.Subtree(tokens[of]);
        for (var i = of + 1; i < events.Count && tokens[i] < end; i++)
            if (!text.Tokens[tokens[i]].IsVerb && events[i].Date is { Start: { } start, Basis: not DateBasis.Inferred })
                return start;
        return null;
    }

    // The words before a verb that no other verb can claim: "the president on Wednesday held talks".
    private int StartOfClause(int verb)
    {
        var first = text.Sentences[text.SentenceOf(verb)].FirstToken;
        for (var i = verb - 1; i >= first; i--)
            if (
                text.Tokens[i].IsVerb
                || text.Tokens[i].Penn is PennTag.WDT or PennTag.WP
                || text.Tokens[i].Relation == Relation.Mark
                || IsOfRelative(i, verb)
            )
                return i + 1;
        return first;
    }

    // "Turkey, which closed its border in 1993, welcomed it": the year is the relative clause's.
    private bool IsOfRelative(int token, int verb)
    {
        for (var i = 0; i < 8 && token >= 0 && token != verb; i++)
        {
            if (text.Tokens[token] is { Relation: Relation.AclRelcl or Relation.Acl, IsVerb: true })
                return true;
            token = text.Tokens[token].Head;
        }

        return false;
    }

    // Simple past (or the present tense of headlines) in a clause of its own.
    private bool IsTold(int verb)
    {
        var token = text.Tokens[verb];
        if (token.Penn is not (PennTag.VBD or PennTag.VBZ or PennTag.VBP) && !ClauseTree.IsPassive(text, verb))
            return false;
        return token.Relation is Relation.Root or Relation.Conj or Relation.Ccomp or Relation.Parataxis;
    }

    private bool IsPluperfect(int token)
    {
        foreach (var dependent in text.Dependents(token))
            if (text.Tokens[dependent] is { Relation: Relation.Aux, Lemma: "have", Penn: PennTag.VBD })
                return true;
        return false;
    }

    private bool IsPresentPerfect(int token)
    {
        foreach (var dependent in text.Dependents(token))
        {
            var word = text.Tokens[dependent];
            if (word.Relation == Relation.Aux && word.Lemma == "have" && word.Penn is PennTag.VBZ or PennTag.VBP)
                return true;
        }

        return false;
    }

    private static bool Within(DateValue inner, DateValue outer) =>
        inner is { Start: { } start, End: { } end } && outer is { Start: { } from, End: { } until } && from <= start && end <= until;
}
