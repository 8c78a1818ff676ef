using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// What keeps a mention from going back to another of its text, or from being taken for another text's news. Between what is brought together by the weight of
/// what is said the bars of <see cref="OccurrenceReasons"/> and the weights alone decide.
/// </summary>
internal static class OccurrenceContrast
{
    /// <summary>By how many days an inferred day may be wrong.</summary>
    public const int SoftSlack = 1;

    /// <summary>The contrast of what is told as lying before the news.</summary>
    public const string Earlier = "told as earlier";

    /// <summary>By how many days a journey and what happens on it may be told apart.</summary>
    public const int JourneyDays = 2;

    private const int NarrowDays = 7;
    private const float NearWords = 0.6f,
        NearMatter = 0.6f;

    /// <summary>What the two say that rules out that they are one, in words; null where nothing does.</summary>
    public static string? Of(EventMention left, EventMention right, WordMeaning meaning) =>
        left.Days is { } a && right.Days is { } b && !Meet(a, b, AreOfOneJourney(left, right) ? JourneyDays : 0)
            ? "other days"
            : ButForDays(left, right, meaning);

    private static string? ButForDays(EventMention left, EventMention right, WordMeaning meaning)
    {
        // "The exchange", of prisoners: a definite noun that the codebook has for another kind too.
        if (left.IsContact != right.IsContact && !((left.IsDefinite || right.IsDefinite) && Families.Share(left.Lemma, right.Lemma)))
            return "another kind";
        // A visit that one calls off the other has as planned.
        if (left.IsUnreal != right.IsUnreal && !left.IsAhead && !right.IsAhead)
            return "the one is told as not so";
        if (!(left.IsContact && right.IsContact) && !IsOneKind(left, right, meaning))
            return "another kind";
        if (left.Form is { } form && right.Form is { } other && form != other)
            return "in person and from afar";
        if (left.Ordinal is { } rank && right.Ordinal is { } second && rank != second)
            return "another number in a run";
        if (PersonsDiffer(left, right))
            return "other persons";
        // Of a place that the pack does not know nobody can say where it lies, but two names are two places where no days say otherwise.
        if (
            left.City is { } here
            && right.City is { } there
            && here != there
            && (left.Days is null || right.Days is null)
            && left.Form != "distance"
            && right.Form != "distance"
            && !AreNearPlaces(left, right)
            && !AreStopsOfOneJourney(left, right)
        )
            return "another place";
        if (
            left.Form != "distance"
            && right.Form != "distance"
            && left.IsInKnownCity
            && right.IsInKnownCity
            && left.City != right.City
            && !AreStopsOfOneJourney(left, right)
            && !AreNearPlaces(left, right)
        )
            return "another place";
        if (left.IsContact && (IsCallAgainstPlace(left, right) || IsCallAgainstPlace(right, left)))
            return "a call, and a place";
        // What is told as news is not what the same text tells as earlier, or beside it, or as to come.
        var undated = left.Days is null or { Soft: true } || right.Days is null or { Soft: true };
        if (left.Telling.Id == right.Telling.Id && undated)
        {
            if (left.IsEarlier != right.IsEarlier)
                return Earlier;
            if (left.IsAnother != right.IsAnother)
                return "told as another";
            // "Will travel to Riyadh … The visit comes amid fears": a bare noun does not say whether it was.
            if (left.IsAhead != right.IsAhead && !IsSaidOf(left, right) && !IsSaidOf(right, left))
                return "told as to come";
        }

        if (left.IsContact && right.IsContact)
            return PartiesDiffer(left, right) ? "other participants" : null;
        // Of a collision each side names the other for its doer.
        if (left.IsMutual || right.IsMutual)
            return (Crossed(left, right, left.Parties, right.Parties) || IsSideOf(left, right) || IsSideOf(right, left))
                && !OccurrenceBond.AreCollisions(left, right)
                    ? "other participants"
                : (left.Lemma == "agree" || right.Lemma == "agree")
                && !left.IsDefinite
                && !right.IsDefinite
                && !IsOneMatter(left, right, meaning)
                    ? "another matter"
                : null;
        return Crossed(left, right, left.Roles.Doers, right.Roles.Doers) || Crossed(left, right, left.Roles.Targets, right.Roles.Targets)
                ? "other doers or targets"
            : IsOfWords(left) && IsOfWords(right) && !IsOneMatter(left, right, meaning) ? "another matter"
            : null;
    }

    private static bool IsSaidOf(EventMention bare, EventMention plan) =>
        plan.IsAhead
        && plan.Token < bare.Token
        && MentionPhrase.IsBare(bare.Telling, bare.Token)
        && bare.Telling.Text.Dependent(bare.Token, Relation.Det) >= 0
        && !bare.Days.HasValue;

    // What is said is told from other things said by its matter: "welcomed the visit", "welcomed the pledge".
    private static bool IsOfWords(EventMention mention) =>
        mention.Event.Type
            is EventType.SUPPORT
                or EventType.REQUEST
                or EventType.ACCUSE
                or EventType.REJECT
                or EventType.THREATEN
                or EventType.AGREE;

    // "At a base in Alaska", "in Anchorage"; "in California", "in San Francisco", in the same month: places of one state, on days that agree.
    internal static bool AreNearPlaces(EventMention left, EventMention right) =>
        left.CityState is { } one
        && one == right.CityState
        && left.Parties.Count > 1
        && left.Parties.SetEquals(right.Parties)
        && (
            (left.Days is { } a && right.Days is { } b && Meet(a, b, 0))
            || (left.Days is null != right.Days is null && (left.IsDefinite || right.IsDefinite))
        );

    // A visit may go to several cities of one state.
    internal static bool AreStopsOfOneJourney(EventMention left, EventMention right) =>
        left.IsContact
        && (OccurrenceBond.IsJourney(left) || OccurrenceBond.IsJourney(right))
        && (left.Event.Place?.State is not { } one || right.Event.Place?.State is not { } other || one == other);

    // "talks in Geneva" were no telephone call.
    internal static bool IsCallAgainstPlace(EventMention call, EventMention other) =>
        call.Form == "distance" && other.Form is null && other.City is not null && call.City != other.City;

    // A visit is told by the day on which it begins, and by the days of what happens on it: the visitor is the same, and nobody only telephones.
    internal static bool AreOfOneJourney(EventMention left, EventMention right) =>
        left.IsContact
        && right.IsContact
        && (OccurrenceBond.IsJourney(left) || OccurrenceBond.IsJourney(right))
        && left.Form != "distance"
        && right.Form != "distance"
        && left.Parties.Count > 0
        && right.Parties.Count > 0
        && left.Parties.Intersect(right.Parties).Count + OccurrenceBond.Perhaps(left, right)
            >= Math.Min(left.Parties.Count, right.Parties.Count)
        && left.Persons.Any(person => right.Persons.Any(other => other.Id == person.Id));

    private static bool Meet((DateOnly First, DateOnly Last, bool Soft) a, (DateOnly First, DateOnly Last, bool Soft) b, int least)
    {
        var slack = Math.Max(least, a.Soft || b.Soft ? SoftSlack : 0);
        return a.First.DayNumber - slack <= b.Last.DayNumber && b.First.DayNumber - slack <= a.Last.DayNumber;
    }

    internal static bool IsOneKind(EventMention left, EventMention right, WordMeaning meaning) =>
        left.Lemma == right.Lemma
        || AreKin(left, right)
        || (
            left.IsCoded
            && right.IsCoded
            && left.Event.Type == right.Event.Type
            && (Families.Of(left.Lemma).IsEmpty || Families.Of(right.Lemma).IsEmpty)
            && Kin(left.Lemma, right.Lemma, meaning)
        );

    // "reached agreement" is of the kind of its noun.
    private static bool AreKin(EventMention left, EventMention right) =>
        Share(left, right)
        || (left.Beside is { } part && Share(part, right))
        || (right.Beside is { } other && (Share(left, other) || (left.Beside is { } own && Share(own, other))));

    // "ordered the ambassador to leave", "the expulsion": one kind of deed, by the codebook or by the clause.
    private static bool Share(EventMention left, EventMention right) => left.Kinds.Any(kind => right.Kinds.Contains(kind));

    private static bool PartiesDiffer(EventMention left, EventMention right)
    {
        if (left.Parties.Count == 0 || right.Parties.Count == 0)
            return false;
        var shared = left.Parties.Intersect(right.Parties).Count;
        var perhaps = OccurrenceBond.Perhaps(left, right);
        // Sides that were lent to a bare noun may be fewer than they were.
        if (left.Given is not null || right.Given is not null)
            return left.Parties.Count > 1 && right.Parties.Count > 1 && shared + perhaps == 0;
        // Each may name its own side alone.
        if (left.Parties.Count < 2 && right.Parties.Count < 2)
            return false;
        if (left.Parties.Count < 2 || right.Parties.Count < 2)
            return shared + perhaps == 0;
        if (shared + perhaps < Math.Min(left.Parties.Count, right.Parties.Count))
            return true;
        if (left.Parties.Count == right.Parties.Count)
            return false;
        if (IsSideOf(left, right) || IsSideOf(right, left))
            return true;
        // A meeting of two is not one of three, unless the days are the same, or one only takes up what another text of those days tells.
        if (left.Persons.Length > 1 && right.Persons.Length > 1)
            return true;
        if (left.Days is { } a && right.Days is { } b)
            return OccurrenceBond.Width(a) > NarrowDays || OccurrenceBond.Width(b) > NarrowDays;
        return left.Telling.Id == right.Telling.Id ? !left.IsDefinite && !right.IsDefinite : !(left.IsNews && right.IsNews);
    }

    // A meeting or an agreement of two, in a text that tells of one of more besides.
    internal static bool IsSideOf(EventMention two, EventMention more) => two.IsSide && two.Parties.Count < more.Parties.Count;

    // Who did it, or to whom, is told by both and differs.
    internal static bool Crossed(EventMention left, EventMention right, IReadOnlySet<string> ours, IReadOnlySet<string> theirs) =>
        ours.Count > 0 && theirs.Count > 0 && !ours.Overlaps(theirs) && !ours.Concat(theirs).Any(MentionParties.IsStranger);

    /// <summary>Whether two may be about one thing: two agreements of one day are two where each says what it is about and the words have nothing in common.</summary>
    public static bool IsOneMatter(EventMention left, EventMention right, WordMeaning meaning)
    {
        var (ours, theirs) = (left.Matter, right.Matter);
        if (ours.Length == 0 || theirs.Length == 0)
            return true;
        foreach (var word in ours)
            foreach (var other in theirs)
                if (meaning.Nearness(word, other) >= NearMatter)
                    return true;
        return false;
    }

    private static bool Kin(string left, string right, WordMeaning meaning) =>
        left == right
        || (left.Length > 4 && right.Length > 4 && left.AsSpan(0, 5).SequenceEqual(right.AsSpan(0, 5)))
        || meaning.Nearness(left, right) >= NearWords;

    // "Yellen will travel to China" is no talk of Biden and Xi, though nobody knows whose minister she is.
    private static bool Stranger(EventMention left, EventMention right) =>
        left.Persons.Length > 1
        && left.Parties.Count == 2
        && right.Parties.Count == 2
        && right.Persons.Any(person =>
            person.State is null
            && right.Parties.Contains(person.Id)
            && !left.Persons.Any(other =>
                MentionParties.IsStranger(other.Id) || other.Name.EndsWith(Last(person.Name), StringComparison.OrdinalIgnoreCase)
            )
        );

    private static string Last(string name) => name[(name.LastIndexOf(' ') + 1)..];

    // Two presidents are not two ministers: where both name somebody of a state, somebody must be the same.
    internal static bool PersonsDiffer(EventMention left, EventMention right)
    {
        // Whom "the two" means is the reader's guess, and keeps nothing apart.
        if (left.IsGroup || right.IsGroup)
            return false;
        if (Stranger(left, right) || Stranger(right, left))
            return true;
        foreach (var state in left.Parties.Intersect(right.Parties))
        {
            var ours = left.Persons.Where(person => person.State == state).ToList();
            var theirs = right.Persons.Where(person => person.State == state).ToList();
            if (ours.Count > 0 && theirs.Count > 0 && !ours.Any(person => theirs.Any(other => other.Id == person.Id)))
                return true;
        }

        return false;
    }
}
