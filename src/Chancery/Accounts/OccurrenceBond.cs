using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>What keeps two mentions apart, and what binds them.</summary>
internal static class OccurrenceBond
{
    /// <summary>How many days news stays news.</summary>
    public const int FreshDays = 3;

    /// <summary>By how many days an inferred day may be wrong.</summary>
    public const int SoftSlack = 1;

    private const int NarrowDays = 7, WideDays = 100, MonthDays = 32;
    private const float NearWords = 0.45f, NearMatter = 0.6f;

    /// <summary>Whether something that the two say rules out that they are one.</summary>
    public static bool Apart(EventMention left, EventMention right, WordMeaning meaning) => (left.Days is { } a && right.Days is { } b && !Meet(a, b)) || ApartButForDays(left, right, meaning);

    /// <summary>Whether a mention tells of a journey of several days that holds both of two others: a dinner and the talks of one visit.</summary>
    public static bool Spans(EventMention visit, EventMention left, EventMention right)
        => left.Parties.Intersect(right.Parties).Count > 0 && visit.Parties.IsSubsetOf(left.Parties.Union(right.Parties)) && visit.Days is { Soft: false } whole && Width(whole) is > 0 and < NarrowDays && left.IsContact && right.IsContact && left.Form != "distance" && right.Form != "distance"
            && left.Days is { } a && right.Days is { } b && whole.First <= a.First && a.Last <= whole.Last && whole.First <= b.First && b.Last <= whole.Last;

    /// <summary>Whether something besides their days rules out that two are one.</summary>
    public static bool ApartButForDays(EventMention left, EventMention right, WordMeaning meaning)
    {
        if (left.IsContact != right.IsContact || left.IsUnreal != right.IsUnreal) return true;
        if (!left.IsContact && !IsOneKind(left, right, meaning)) return true;
        if (left.Form is { } form && right.Form is { } other && form != other) return true;
        if (left.Ordinal is { } rank && right.Ordinal is { } second && rank != second) return true;
        if (PersonsDiffer(left, right)) return true;
        if (left.Form != "distance" && right.Form != "distance" && left.IsInKnownCity && right.IsInKnownCity && left.City != right.City) return true;
        if (left.IsContact && (IsCallAgainstPlace(left, right) || IsCallAgainstPlace(right, left))) return true;
        // What is told as news is not what the same text tells as earlier, or beside it, or as to come.
        var undated = left.Days is null or { Soft: true } || right.Days is null or { Soft: true };
        if (left.Telling.Id == right.Telling.Id && undated && (left.IsEarlier != right.IsEarlier || left.IsAnother != right.IsAnother || left.IsAhead != right.IsAhead)) return true;
        if (left.IsContact) return PartiesDiffer(left, right);
        // Of a collision each side names the other for its doer.
        if (left.IsMutual || right.IsMutual) return (Crossed(left, right, left.Parties, right.Parties) && !AreCollisions(left, right)) || ((left.Lemma == "agree" || right.Lemma == "agree") && !IsOneMatter(left, right, meaning));
        return Crossed(left, right, left.Roles.Doers, right.Roles.Doers) || Crossed(left, right, left.Roles.Targets, right.Roles.Targets)
            || (IsOfWords(left) && IsOfWords(right) && !IsOneMatter(left, right, meaning));
    }

    // What is said is told from other things said by its matter: "welcomed the visit", "welcomed the pledge".
    private static bool IsOfWords(EventMention mention)
        => mention.Event.Type is EventType.SUPPORT or EventType.REQUEST or EventType.ACCUSE or EventType.REJECT or EventType.THREATEN or EventType.AGREE;

    /// <summary>How strongly two mentions are bound, with the reason; null where nothing binds them or something keeps them apart.</summary>
    public static (double Strength, string Why)? Between(EventMention left, EventMention right, WordMeaning meaning)
    {
        var common = left.Parties.Intersect(right.Parties);
        var enough = common.Count >= (left.IsContact ? 2 : 1) || (common.Count > 0 && (left.Parties.Count == 1 || right.Parties.Count == 1 || common.Count + Perhaps(left, right) > 1));
        // "It was their first talk since they met in May": what is said of the news is not the other thing in its sentence.
        if (left.Telling.Id == right.Telling.Id && (left.IsPredicateOfIt || right.IsPredicateOfIt) && left.Telling.Text.SentenceOf(left.Token) == left.Telling.Text.SentenceOf(right.Token)) return null;
        if (!enough && !left.IsContact && (left.Parties.Count == 0 || right.Parties.Count == 0 || AreCollisions(left, right)) && IsOneDay(left.Days, right.Days) && Families.Share(left.Lemma, right.Lemma) && !Apart(left, right, meaning))
            return (0.8, "words of one family, the same day");
        if (!enough || Apart(left, right, meaning)) return null;
        var persons = left.Persons.Count(person => right.Persons.Any(other => other.Id == person.Id));
        // One party in common is little: the days must be told, or persons named by both.
        if (left.IsContact && common.Count + Perhaps(left, right) < 2 && persons == 0 && !AreSameDays(left, right) && !AreNewsOfOnePlace(left, right) && left.Telling.Id != right.Telling.Id) return null;
        var who = $"participants {string.Join(", ", common)}";
        if (left.Days is { } a && right.Days is { } b)
        {
            var width = Math.Max(Width(a), Width(b));
            if (width > ((IsJourney(left) && right.Form is null) || (IsJourney(right) && left.Form is null) ? NarrowDays * 2 : WideDays) && persons < 2 && left.Lemma != right.Lemma && (left.IsContact || !Families.Share(left.Lemma, right.Lemma))) return null;
            return ((width < 2 ? 4 : width < MonthDays ? 3 : 2) - (a.Soft || b.Soft ? 0.5 : 0) + (0.3 * persons) - (common.Count < 2 && left.IsContact ? 1 : 0), $"{who}, days that agree");
        }

        if (left.Telling.Id == right.Telling.Id)
            return left.Lemma == right.Lemma || (left.IsContact && (persons >= 2 || (left.IsDefinite != right.IsDefinite && common.Count > 1))) ? (1.2, $"{who}, the same word or persons in one document") : null;
        var near = Near(left.Telling.Head.Date.End, right.Telling.Head.Date.End);
        if (left.Ordinal is not null && left.Ordinal == right.Ordinal) return (1.5, $"{who}, the same number in a run");
        if (left.IsNews && right.IsNews && near) return (1 + (0.3 * persons), $"{who}, told as news in documents of the same days");
        if (left.IsAhead && right.IsAhead && near) return (0.9, $"{who}, told as to come in documents of the same days");
        // "will travel to China in the coming days", "flies to Guangzhou this week": a plan without a day and what has one.
        if (left.IsContact && persons > 0 && left.IsAhead != right.IsAhead && (IsFulfilled(left, right) || IsFulfilled(right, left))) return (0.8, $"{who}, planned, and on a day soon after");
        // "the Geneva talks", "last met in Bangkok": earlier ones agree by place.
        if (left.City is null || left.City != right.City) return null;
        // "their meeting in Sochi", in a later text: definite and without a day.
        var named = common.Count > 1 && ((left.IsDefinite && left.Days is null) || (right.IsDefinite && right.Days is null));
        return named || (!left.IsNews && !right.IsNews) ? (0.8, $"{who}, the same place, earlier than either text") : null;
    }

    /// <summary>Whether two days lie so near that news of the one is news of the other.</summary>
    public static bool Near(DateOnly? left, DateOnly? right) => left is { } a && right is { } b && Math.Abs(a.DayNumber - b.DayNumber) <= FreshDays;

    // "talks in Geneva" were no telephone call.
    private static bool IsCallAgainstPlace(EventMention call, EventMention other) => call.Form == "distance" && other.Form is null && other.City is not null && call.City != other.City;

    private static bool Meet((DateOnly First, DateOnly Last, bool Soft) a, (DateOnly First, DateOnly Last, bool Soft) b)
    {
        var slack = a.Soft || b.Soft ? SoftSlack : 0;
        return a.First.DayNumber - slack <= b.Last.DayNumber && b.First.DayNumber - slack <= a.Last.DayNumber;
    }

    private static int Width((DateOnly First, DateOnly Last, bool Soft) days) => days.Last.DayNumber - days.First.DayNumber;

    private static bool IsOneKind(EventMention left, EventMention right, WordMeaning meaning)
        => left.Lemma == right.Lemma || Families.Share(left.Lemma, right.Lemma) || (left.IsCoded && right.IsCoded && left.Event.Type == right.Event.Type && Kin(left.Lemma, right.Lemma, meaning));

    private static bool PartiesDiffer(EventMention left, EventMention right)
    {
        if (left.Parties.Count == 0 || right.Parties.Count == 0) return false;
        var shared = left.Parties.Intersect(right.Parties).Count;
        var perhaps = Perhaps(left, right);
        if (left.Parties.Count < 2 || right.Parties.Count < 2) return shared + perhaps == 0;
        if (shared + perhaps < Math.Min(left.Parties.Count, right.Parties.Count)) return true;
        if (left.Parties.Count == right.Parties.Count) return false;
        if ((left.IsSide && left.Parties.Count < right.Parties.Count) || (right.IsSide && right.Parties.Count < left.Parties.Count)) return true;
        // A meeting of two is not one of three, unless the days are the same, or one only takes up what another text of those days tells.
        if (left.Persons.Length > 1 && right.Persons.Length > 1) return true;
        if (left.Days is { } a && right.Days is { } b) return Width(a) > NarrowDays || Width(b) > NarrowDays;
        return left.Telling.Id == right.Telling.Id ? !left.IsDefinite && !right.IsDefinite : !(left.IsNews && right.IsNews);
    }

    private static bool IsOneDay((DateOnly First, DateOnly Last, bool Soft)? left, (DateOnly First, DateOnly Last, bool Soft)? right)
        => left is { Soft: false } a && right is { Soft: false } b && a == b && a.First == a.Last;

    private static bool IsFulfilled(EventMention plan, EventMention done)
        => plan is { IsAhead: true, Days: null } && done.Days is { Soft: false } days && plan.Telling.Head.Date.End is { } told && days.Last >= told && days.First.DayNumber - told.DayNumber <= MonthDays;

    private static bool AreCollisions(EventMention left, EventMention right)
        => left.IsMutual && right.IsMutual && left.Parties.Count < 2 && right.Parties.Count < 2 && left.Lemma is "collide" or "collision" or "ram" or "ramming" or "clash" or "incident" && Families.Share(left.Lemma, right.Lemma);

    private static bool AreNewsOfOnePlace(EventMention left, EventMention right)
        => left.City is not null && left.City == right.City && left.IsNews && right.IsNews && Near(left.Telling.Head.Date.End, right.Telling.Head.Date.End);

    /// <summary>Whether a mention tells of a visit.</summary>
    public static bool IsJourney(EventMention mention) => mention.Event.Mode == "visit" || mention.Lemma is "visit" or "trip" or "travel" or "tour" or "arrive" or "fly";

    // The same stated days, or stated days that meet in one place.
    private static bool AreSameDays(EventMention left, EventMention right)
        => left.Days is { } a && right.Days is { } b && !(a.Soft && b.Soft) && (a.First == b.First && a.Last == b.Last && Width(a) < NarrowDays || (Width(a) < NarrowDays && Width(b) < NarrowDays && left.City is not null && left.City == right.City));

    // Somebody of unknown state may be of the state that the other names.
    private static int Perhaps(EventMention left, EventMention right)
    {
        var (ours, theirs) = (left.Parties.Except(right.Parties), right.Parties.Except(left.Parties));
        return Math.Min(ours.Count(MentionParties.IsStranger), theirs.Count) + Math.Min(theirs.Count(MentionParties.IsStranger), ours.Count);
    }

    // Who did it, or to whom, is told by both and differs.
    private static bool Crossed(EventMention left, EventMention right, IReadOnlySet<string> ours, IReadOnlySet<string> theirs)
        => ours.Count > 0 && theirs.Count > 0 && !ours.Overlaps(theirs) && !ours.Concat(theirs).Any(MentionParties.IsStranger);

    // Two agreements of one day are two where each says what it is about and the words have nothing in common.
    private static bool IsOneMatter(EventMention left, EventMention right, WordMeaning meaning)
    {
        var (ours, theirs) = (left.Matter, right.Matter);
        if (ours.Length == 0 || theirs.Length == 0) return true;
        foreach (var word in ours)
            foreach (var other in theirs)
                if (meaning.Nearness(word, other) >= NearMatter) return true;
        return false;
    }

    private static bool Kin(string left, string right, WordMeaning meaning)
        => left == right || (left.Length > 4 && right.Length > 4 && left.AsSpan(0, 5).SequenceEqual(right.AsSpan(0, 5))) || meaning.Nearness(left, right) >= NearWords;

    // "Yellen will travel to China" is no talk of Biden and Xi, though nobody knows whose minister she is.
    private static bool Stranger(EventMention left, EventMention right)
        => left.Persons.Length > 1 && left.Parties.Count == 2 && right.Parties.Count == 2
            && right.Persons.Any(person => person.State is null && right.Parties.Contains(person.Id) && !left.Persons.Any(other => MentionParties.IsStranger(other.Id) || other.Name.EndsWith(Last(person.Name), StringComparison.OrdinalIgnoreCase)));

    private static string Last(string name) => name[(name.LastIndexOf(' ') + 1)..];

    // Two presidents are not two ministers: where both name somebody of a state, somebody must be the same.
    private static bool PersonsDiffer(EventMention left, EventMention right)
    {
        if (Stranger(left, right) || Stranger(right, left)) return true;
        foreach (var state in left.Parties.Intersect(right.Parties))
        {
            var ours = left.Persons.Where(person => person.State == state).ToList();
            var theirs = right.Persons.Where(person => person.State == state).ToList();
            if (ours.Count > 0 && theirs.Count > 0 && !ours.Any(person => theirs.Any(other => other.Id == person.Id))) return true;
        }

        return false;
    }
}
