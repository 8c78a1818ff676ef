using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>What binds two mentions.</summary>
internal static class OccurrenceBond
{
    /// <summary>How many days news stays news.</summary>
    public const int FreshDays = 3;

    private const int NarrowDays = 7, WideDays = 100;

    /// <summary>How many days a thing stays in the texts.</summary>
    public const int MonthDays = 32;

    /// <summary>How strongly two mentions are bound, with the reason; null where nothing binds them or something keeps them apart.</summary>
    public static (double Strength, string Why)? Between(EventMention left, EventMention right, WordMeaning meaning)
    {
        var common = left.Parties.Intersect(right.Parties);
        var enough = common.Count >= (left.IsContact ? 2 : 1) || (common.Count > 0 && (left.Parties.Count == 1 || right.Parties.Count == 1 || common.Count + Perhaps(left, right) > 1));
        // "It was their first talk since they met in May": what is said of the news is not the other thing in its sentence.
        if (left.Telling.Id == right.Telling.Id && (left.IsPredicateOfIt || right.IsPredicateOfIt) && left.Telling.Text.SentenceOf(left.Token) == left.Telling.Text.SentenceOf(right.Token)) return null;
        if (!enough && !left.IsContact && (left.Parties.Count == 0 || right.Parties.Count == 0 || AreCollisions(left, right)) && IsOneDay(left.Days, right.Days) && Families.Share(left.Lemma, right.Lemma) && OccurrenceContrast.Of(left, right, meaning) is null)
            return (0.8, "words of one family, the same day");
        if (!enough || OccurrenceContrast.Of(left, right, meaning) is not null) return null;
        var persons = left.Persons.Count(person => right.Persons.Any(other => other.Id == person.Id));
        // One party in common is little: the days must be told, or persons named by both.
        if (left.IsContact && common.Count + Perhaps(left, right) < 2 && persons == 0 && !AreSameDays(left, right) && !AreNewsOfOnePlace(left, right) && (left.Ordinal is null || left.Ordinal != right.Ordinal) && left.Telling.Id != right.Telling.Id) return null;
        var who = $"participants {string.Join(", ", common)}";
        if (left.Days is { } a && right.Days is { } b)
        {
            var width = Math.Max(Width(a), Width(b));
            if (width > ((IsJourney(left) && right.Form is null) || (IsJourney(right) && left.Form is null) ? NarrowDays * 2 : WideDays) && persons < 2 && left.Lemma != right.Lemma && (left.IsContact || !Families.Share(left.Lemma, right.Lemma))) return null;
            return ((width < 2 ? 4 : width < MonthDays ? 3 : 2) - (a.Soft || b.Soft ? 0.5 : 0) + (0.3 * persons) - (common.Count < 2 && left.IsContact ? 1 : 0), $"{who}, days that agree");
        }

        if (left.Telling.Id == right.Telling.Id)
            return left.Lemma == right.Lemma || IsPartOf(left, right, persons) || IsPartOf(right, left, persons) || (left.IsContact && right.IsContact && left.IsNews && right.IsNews && common.Count + Perhaps(left, right) > 1 && (left.Days is not null || right.Days is not null)) || (left.IsContact && (persons >= 2 || (left.IsDefinite != right.IsDefinite && common.Count > 1))) ? (1.2, $"{who}, the same word or persons in one document") : null;
        var near = Near(left.Telling.Head.Date.End, right.Telling.Head.Date.End);
        if (left.Ordinal is not null && left.Ordinal == right.Ordinal) return (1.5, $"{who}, the same number in a run");
        if (left.IsNews && right.IsNews && near) return (1 + (0.3 * persons) - (0.1 * Math.Abs(left.Telling.Head.Date.End!.Value.DayNumber - right.Telling.Head.Date.End!.Value.DayNumber)), $"{who}, told as news in documents of the same days");
        if (left.IsContact && persons > 1 && near && left.IsPast && right.IsPast) return (0.6, $"{who}, told as before the news in documents of the same days");
        if (left.IsAhead && right.IsAhead && near) return (0.9, $"{who}, told as to come in documents of the same days");
        // "will travel to China in the coming days", "flies to Guangzhou this week": a plan without a day and what has one.
        if ((left.IsContact ? persons > 0 : Families.Share(left.Lemma, right.Lemma) && left.Parties.SetEquals(right.Parties)) && left.IsAhead != right.IsAhead && (IsFulfilled(left, right) || IsFulfilled(right, left))) return (0.8, $"{who}, planned, and on a day soon after");
        // "the Geneva talks", "last met in Bangkok": earlier ones agree by place.
        if (left.City is not null && left.City == right.City)
        {
            // "their meeting in Sochi", in a later text: definite and without a day.
            var named = (common.Count > 1 || !left.IsContact) && ((left.IsDefinite && left.Days is null) || (right.IsDefinite && right.Days is null));
            if (named || (!left.IsNews && !right.IsNews)) return (0.8, $"{who}, the same place, earlier than either text");
        }

        return near && IsRest(left, right, common.Count + Perhaps(left, right), persons) ? (0.4, $"{who}, in documents of the same days, and nothing that keeps them apart") : null;
    }

    // What is told without a day, of the same sides and in the same manner, in texts of the same days.
    private static bool IsRest(EventMention left, EventMention right, int common, int persons)
        => left.IsAhead == right.IsAhead && left.IsEarlier == right.IsEarlier && left.IsAnother == right.IsAnother && !left.IsUnreal && !right.IsUnreal
            && (left.IsContact ? common > 1 || (common > 0 && persons > 0) : left.Event.Type is not (EventType.ASSAULT or EventType.COERCE or EventType.ACCUSE or EventType.REQUEST or EventType.THREATEN) && Families.Share(left.Lemma, right.Lemma) && (left.Parties.IsSubsetOf(right.Parties) || right.Parties.IsSubsetOf(left.Parties)) && (left.IsDefinite || right.IsDefinite || left.IsMutual));

    // "President Erdogan, who is on an official visit": in a text that tells of his meeting there, one side of it and the same guest.
    private static bool IsPartOf(EventMention part, EventMention whole, int persons)
        => part is { IsContact: true, IsNews: true, IsUnreal: false, IsAnother: false, Parties.Count: 1 } && whole is { IsContact: true, IsNews: true, IsUnreal: false, Parties.Count: > 1 }
            && whole.Parties.Contains(part.Parties[0]) && (persons > 0 || IsJourney(part)) && part.Form != "distance" && whole.Form != "distance";

    /// <summary>Whether two days lie so near that news of the one is news of the other.</summary>
    public static bool Near(DateOnly? left, DateOnly? right) => left is { } a && right is { } b && Math.Abs(a.DayNumber - b.DayNumber) <= FreshDays;

    internal static int Width((DateOnly First, DateOnly Last, bool Soft) days) => days.Last.DayNumber - days.First.DayNumber;

    private static bool IsOneDay((DateOnly First, DateOnly Last, bool Soft)? left, (DateOnly First, DateOnly Last, bool Soft)? right)
        => left is { Soft: false } a && right is { Soft: false } b && a == b && a.First == a.Last;

    private static bool IsFulfilled(EventMention plan, EventMention done)
        => plan is { IsAhead: true, Days: null } && plan.Telling.Head.Date.End is { } told && (done.Days is { Soft: false } days ? days.Last : done.IsNews ? done.Telling.Head.Date.End : null) is { } day
            && day >= told && day.DayNumber - told.DayNumber <= MonthDays;

    /// <summary>Whether both tell of a collision.</summary>
    public static bool AreCollisions(EventMention left, EventMention right)
        => left.IsMutual && right.IsMutual && left.Parties.Count < 2 && right.Parties.Count < 2 && left.Lemma is "collide" or "collision" or "ram" or "ramming" or "clash" or "incident" && Families.Share(left.Lemma, right.Lemma);

    private static bool AreNewsOfOnePlace(EventMention left, EventMention right)
        => ((left.City is not null && left.City == right.City) || (left.Parties.Count == 1 && right.Parties.Count == 1 && left.Parties[0].StartsWith("igo/", StringComparison.Ordinal))) && left.IsNews && right.IsNews && Near(left.Telling.Head.Date.End, right.Telling.Head.Date.End);

    /// <summary>Whether a mention tells of a visit.</summary>
    public static bool IsJourney(EventMention mention) => mention.Event.Mode == "visit" || mention.Lemma is "visit" or "trip" or "travel" or "tour" or "arrive" or "fly";

    // The same stated days, or stated days that meet in one place.
    private static bool AreSameDays(EventMention left, EventMention right)
        => left.Days is { } a && right.Days is { } b && !(a.Soft && b.Soft) && (a.First == b.First && a.Last == b.Last && Width(a) < NarrowDays || (Width(a) < NarrowDays && Width(b) < NarrowDays && left.City is not null && left.City == right.City));

    // Somebody of unknown state may be of the state that the other names.
    internal static int Perhaps(EventMention left, EventMention right)
    {
        var (ours, theirs) = (left.Parties.Except(right.Parties), right.Parties.Except(left.Parties));
        return Math.Min(ours.Count(MentionParties.IsStranger), theirs.Count) + Math.Min(theirs.Count(MentionParties.IsStranger), ours.Count);
    }
}
