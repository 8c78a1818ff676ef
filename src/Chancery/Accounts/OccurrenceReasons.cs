using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Gathers what two mentions say for and against their being one.</summary>
internal static class OccurrenceReasons
{
    private const float NearObject = 0.5f;
    private const int Week = 7,
        NextSentences = 2,
        DayAndNight = 1;

    /// <summary>What rules out that the two are one, whatever else they say; null where nothing does.</summary>
    public static string? Barrier(MentionTraits left, MentionTraits right, WordMeaning meaning) =>
        Barrier(left.Mention, right.Mention, meaning)
        ?? (
            AreOfOtherDays(left.Mention, right.Mention) ? "each has a day of its own"
            : IsBeforeTheNews(left.Mention, right.Mention) || IsBeforeTheNews(right.Mention, left.Mention) ? OccurrenceContrast.Earlier
            : IsPlanOfThePast(left, right) ? "planned after the days on which the other was"
            // One ship, one prisoner: "the seizure of the Niovi".
            : left.IsOfOneThing
            && right.IsOfOneThing
            && left.ObjectNames.Length > 0
            && right.ObjectNames.Length > 0
            && !left.ObjectNames.Any(right.ObjectNames.Contains)
                ? "what it is done to bears another name"
            : null
        );

    // What a text tells of as earlier, without a day, is not its news.
    private static bool IsBeforeTheNews(EventMention earlier, EventMention news) =>
        earlier.Telling.Id == news.Telling.Id && earlier is { IsEarlier: true, Days: null } && news is { IsNews: true, IsEarlier: false };

    // Each tells one day, and not the same: a text may be a day out, or tell it by another clock, and a journey has days before and after.
    private static bool AreOfOtherDays(EventMention left, EventMention right) =>
        left.Days is { Soft: false } a
        && right.Days is { Soft: false } b
        && OccurrenceBond.Width(a) <= DayAndNight
        && OccurrenceBond.Width(b) <= DayAndNight
        && Math.Max(a.First.DayNumber - b.Last.DayNumber, b.First.DayNumber - a.Last.DayNumber) > DayAndNight
        && !OccurrenceContrast.AreOfOneJourney(left, right);

    private static string? Barrier(EventMention left, EventMention right, WordMeaning meaning) =>
        left.IsContact != right.IsContact && !((left.IsDefinite || right.IsDefinite) && Families.Share(left.Lemma, right.Lemma))
            ? "another kind"
        : !(left.IsContact && right.IsContact) && !OccurrenceContrast.IsOneKind(left, right, meaning) ? "another kind"
        : left.Form is { } form && right.Form is { } other && form != other ? "in person and from afar"
        // What one did to the other is not what the other did to it, though the words be the same: blows, expulsions and duties are returned,
        // and who condemns one state may be condemned by others.
        : !left.IsContact && !right.IsContact && !left.IsMutual && !right.IsMutual && AreCrossed(left.Roles, right.Roles)
            ? "doers and targets the other way round"
        // "expelled 70 diplomats", "expelled twelve": of those released or killed the accounts count otherwise, of those expelled or listed they do not.
        : left.Event.Type == EventType.SANCTION
        && right.Event.Type == EventType.SANCTION
        && left.Count is { } many
        && right.Count is { } few
        && many != few
            ? "another number of them"
        : left.Ordinal is { } rank && right.Ordinal is { } second && rank != second ? "another number in a run"
        : null;

    /// <summary>Whether the one is told as to come after the days on which the other was.</summary>
    private static bool IsPlanOfThePast(MentionTraits left, MentionTraits right) =>
        left.IsAhead != right.IsAhead
        && (left.IsAhead ? (left, right) : (right, left)) is var (plan, done)
        && plan.Told is { } told
        && done.Days is { Soft: false } days
        && days.Last.DayNumber < told.DayNumber - OccurrenceBond.FreshDays;

    private static bool AreCrossed(
        (ImmutableSortedSet<string> Doers, ImmutableSortedSet<string> Targets) a,
        (ImmutableSortedSet<string> Doers, ImmutableSortedSet<string> Targets) b
    ) =>
        a.Targets.Count > 0
        && b.Targets.Count > 0
        && !a.Doers.Overlaps(b.Doers)
        && !a.Targets.Overlaps(b.Targets)
        && (a.Doers.Overlaps(b.Targets) || b.Doers.Overlaps(a.Targets));

    /// <summary>The evidence of two mentions that nothing rules out.</summary>
    public static void Gather(MentionTraits left, MentionTraits right, WordMeaning meaning, List<OccurrenceEvidence> found)
    {
        found.Add(OccurrenceEvidence.Pair);
        Parties(left.Mention, right.Mention, found);
        Persons(left.Mention, right.Mention, found);
        if (!left.Mention.IsContact || !right.Mention.IsContact)
            Roles(left.Mention, right.Mention, found);
        Days(left, right, found);
        Places(left, right, found);
        Status(left, right, found);
        Words(left, right, meaning, found);
        Sorts(left, right, found);
    }

    private static void Sorts(MentionTraits left, MentionTraits right, List<OccurrenceEvidence> found)
    {
        if (left.IsPlural != right.IsPlural && !left.Mention.IsContact)
            found.Add(OccurrenceEvidence.OnePlural);
        if (left.IsTimeOnly != right.IsTimeOnly)
            found.Add(OccurrenceEvidence.OneTimeOnly);
        if (left.Mention.Count is { } many && right.Mention.Count is { } few)
            found.Add(many == few ? OccurrenceEvidence.SameCount : OccurrenceEvidence.OtherCount);
        if (left.IsProcess != right.IsProcess)
            found.Add(OccurrenceEvidence.OneProcess);
        if (left.City is null != right.City is null)
            found.Add(OccurrenceEvidence.PlaceInOne);
        if ((left.IsOfBusyParty || right.IsOfBusyParty) && found.Contains(OccurrenceEvidence.OneParty))
            found.Add(OccurrenceEvidence.BusyParty);
        if (left.Mention.Event.Type == EventType.ASSAULT && right.Mention.Event.Type == EventType.ASSAULT)
            found.Add(found.Contains(OccurrenceEvidence.SameNews) ? OccurrenceEvidence.AttacksOfNews : OccurrenceEvidence.BothAttacks);
        else if (left.Mention.IsMutual && right.Mention.IsMutual && !left.Mention.IsContact)
            found.Add(OccurrenceEvidence.BothAgreements);
    }

    private static void Parties(EventMention left, EventMention right, List<OccurrenceEvidence> found)
    {
        var (ours, theirs) = (left.Parties, right.Parties);
        if (left.Given is not null || right.Given is not null)
            found.Add(OccurrenceEvidence.LentSides);
        if (ours.Count == 0 || theirs.Count == 0)
        {
            found.Add(ours.Count == 0 && theirs.Count == 0 ? OccurrenceEvidence.NobodyInBoth : OccurrenceEvidence.NobodyInOne);
            return;
        }

        var common = ours.Intersect(theirs).Count;
        var perhaps = OccurrenceBond.Perhaps(left, right);
        if (common > 1)
            found.Add(common == ours.Count && common == theirs.Count ? OccurrenceEvidence.SameParties : OccurrenceEvidence.TwoParties);
        else if (common == 1)
            found.Add(
                ours.Count == 1 || theirs.Count == 1 ? OccurrenceEvidence.OneParty
                : perhaps > 0 ? OccurrenceEvidence.OnePartyPerhaps
                : OccurrenceEvidence.OneOfTwoParties
            );
        else
            found.Add(perhaps > 0 ? OccurrenceEvidence.PartiesPerhaps : OccurrenceEvidence.OtherParties);
        if (OccurrenceContrast.IsSideOf(left, right) || OccurrenceContrast.IsSideOf(right, left))
            found.Add(OccurrenceEvidence.SideOf);
    }

    private static void Persons(EventMention left, EventMention right, List<OccurrenceEvidence> found)
    {
        var persons = left.Persons.Count(person => right.Persons.Any(other => other.Id == person.Id));
        if (persons > 0)
            found.Add(persons > 1 ? OccurrenceEvidence.TwoPersons : OccurrenceEvidence.OnePerson);
        if (OccurrenceContrast.PersonsDiffer(left, right))
            found.Add(OccurrenceEvidence.OtherPersons);
    }

    private static void Roles(EventMention left, EventMention right, List<OccurrenceEvidence> found)
    {
        var (a, b) = (left.Roles, right.Roles);
        if (a.Doers.Count > 0 && b.Doers.Count > 0)
        {
            if (a.Doers.Overlaps(b.Doers))
                found.Add(OccurrenceEvidence.SameDoer);
            else if (a.Doers.Overlaps(b.Targets) && b.Doers.Overlaps(a.Targets))
                found.Add(OccurrenceEvidence.CrossedRoles);
            else if (OccurrenceContrast.Crossed(left, right, a.Doers, b.Doers))
                found.Add(OccurrenceEvidence.OtherDoer);
        }

        if (a.Targets.Count == 0 || b.Targets.Count == 0)
            return;
        if (a.Targets.Overlaps(b.Targets))
            found.Add(OccurrenceEvidence.SameTarget);
        else if (OccurrenceContrast.Crossed(left, right, a.Targets, b.Targets))
            found.Add(OccurrenceEvidence.OtherTarget);
    }

    private static void Days(MentionTraits left, MentionTraits right, List<OccurrenceEvidence> found)
    {
        if (left.Days is { } a && right.Days is { } b)
        {
            var apart = Math.Max(a.First.DayNumber - b.Last.DayNumber, b.First.DayNumber - a.Last.DayNumber);
            var width = Math.Max(OccurrenceBond.Width(a), OccurrenceBond.Width(b));
            if (apart is > 0 and <= OccurrenceContrast.JourneyDays && OccurrenceContrast.AreOfOneJourney(left.Mention, right.Mention))
                found.Add(OccurrenceEvidence.JourneyDays);
            else if (apart <= 0)
                found.Add(
                    a.Soft || b.Soft ? OccurrenceEvidence.SoftDays
                    : width == 0 ? OccurrenceEvidence.SameDay
                    : width < Week ? OccurrenceEvidence.NearDays
                    : OccurrenceEvidence.WideDays
                );
            else if ((a.Soft || b.Soft) && apart < Week)
                found.Add(OccurrenceEvidence.SoftApart);
            else
                found.Add(
                    apart == 1 ? OccurrenceEvidence.DayApart
                    : apart < Week ? OccurrenceEvidence.DaysApart
                    : OccurrenceEvidence.WeeksApart
                );
            return;
        }

        if (left.Days is not null || right.Days is not null)
        {
            var (dated, other) = left.Days is not null ? (left, right) : (right, left);
            var (first, last, _) = dated.Days!.Value;
            if (other.Told is not { } told)
                return;
            if (other.IsNews)
                found.Add(
                    last.DayNumber >= told.DayNumber - OccurrenceBond.FreshDays && first <= told ? OccurrenceEvidence.NewsOfDay
                    : last.DayNumber < told.DayNumber - Week || first > told ? OccurrenceEvidence.NewsOfOtherDay
                    : OccurrenceEvidence.SoftDays
                );
            else if (other.IsAhead && last >= told && first.DayNumber - told.DayNumber < OccurrenceBond.MonthDays)
                found.Add(
                    first.DayNumber - told.DayNumber <= OccurrenceBond.FreshDays
                        ? OccurrenceEvidence.PlanOfNearDay
                        : OccurrenceEvidence.PlanOfDay
                );
            return;
        }

        if (left.IsNews && right.IsNews && left.Told is { } one && right.Told is { } two)
        {
            var between = Math.Abs(one.DayNumber - two.DayNumber);
            found.Add(
                between < OccurrenceBond.FreshDays ? OccurrenceEvidence.SameNews
                : between <= Week ? OccurrenceEvidence.NearNews
                : OccurrenceEvidence.OtherNews
            );
        }
        else if (left.IsNews != right.IsNews)
            found.Add(OccurrenceEvidence.NewsAndPast);
        else if (left.IsPast && right.IsPast)
            found.Add(OccurrenceEvidence.BothPast);
    }

    private static void Places(MentionTraits left, MentionTraits right, List<OccurrenceEvidence> found)
    {
        if (left.City is { } here && right.City is { } there)
            found.Add(
                here == there ? OccurrenceEvidence.SamePlace
                : OccurrenceContrast.AreNearPlaces(left.Mention, right.Mention)
                || OccurrenceContrast.AreStopsOfOneJourney(left.Mention, right.Mention)
                || !left.IsInKnownCity
                || !right.IsInKnownCity
                    ? OccurrenceEvidence.NearPlace
                : OccurrenceEvidence.OtherPlace
            );
        if (
            left.Mention.IsContact
            && (
                OccurrenceContrast.IsCallAgainstPlace(left.Mention, right.Mention)
                || OccurrenceContrast.IsCallAgainstPlace(right.Mention, left.Mention)
            )
        )
            found.Add(OccurrenceEvidence.CallAndPlace);
        if (left.Mention.Form is { } form && form == right.Mention.Form)
            found.Add(OccurrenceEvidence.SameForm);
    }

    private static void Status(MentionTraits left, MentionTraits right, List<OccurrenceEvidence> found)
    {
        if (left.IsAhead && right.IsAhead)
            found.Add(OccurrenceEvidence.BothAhead);
        else if (left.IsAhead != right.IsAhead)
        {
            var (plan, done) = left.IsAhead ? (left, right) : (right, left);
            found.Add(
                plan.Mention.Telling.Id != done.Mention.Telling.Id
                && plan.Told is { } told
                && done.Told is { } then
                && told <= then
                && !done.IsUnreal
                && (done.Days is not { } days || days.Last >= told)
                    ? OccurrenceEvidence.PlanDone
                    : OccurrenceEvidence.OneAhead
            );
        }

        if (left.IsUnreal != right.IsUnreal)
            found.Add(OccurrenceEvidence.OneUnreal);
        if (left.Mention.IsEarlier && right.Mention.IsEarlier)
            found.Add(OccurrenceEvidence.BothEarlier);
        else if (left.Mention.IsEarlier != right.Mention.IsEarlier)
            found.Add(OccurrenceEvidence.OneEarlier);
        if (left.Mention.IsAnother != right.Mention.IsAnother)
            found.Add(OccurrenceEvidence.OneAnother);
        if (left.Mention.Ordinal is not null && left.Mention.Ordinal == right.Mention.Ordinal)
            found.Add(OccurrenceEvidence.SameNumber);
        if (left.Mention.IsCoded != right.Mention.IsCoded)
            found.Add(OccurrenceEvidence.OneUncoded);
        else if (!left.Mention.IsCoded)
            found.Add(OccurrenceEvidence.BothUncoded);
    }

    private static void Words(MentionTraits left, MentionTraits right, WordMeaning meaning, List<OccurrenceEvidence> found)
    {
        if (left.Mention.Lemma != right.Mention.Lemma)
            found.Add(
                Families.Share(left.Mention.Lemma, right.Mention.Lemma) || (left.Mention.IsContact && right.Mention.IsContact)
                    ? OccurrenceEvidence.KinWord
                    : OccurrenceEvidence.OtherWord
            );
        if (left.Mention.Matter.Length > 0 && right.Mention.Matter.Length > 0)
            found.Add(
                OccurrenceContrast.IsOneMatter(left.Mention, right.Mention, meaning)
                    ? OccurrenceEvidence.SameMatter
                    : OccurrenceEvidence.OtherMatter
            );
        if (!left.Mention.IsContact && left.Object is { } ours && right.Object is { } theirs)
            found.Add(
                ours == theirs || meaning.Nearness(ours, theirs) >= NearObject
                    ? OccurrenceEvidence.SameObject
                    : OccurrenceEvidence.OtherObject
            );
        if (left.Names.Length > 0 && right.Names.Length > 0)
            found.Add(left.Names.Any(right.Names.Contains) ? OccurrenceEvidence.SameName : OccurrenceEvidence.OtherNames);
        if (left.IsJourney && right.IsJourney)
            found.Add(OccurrenceEvidence.BothJourneys);
        else if (left.Mention.IsContact && left.IsJourney != right.IsJourney)
            found.Add(OccurrenceEvidence.JourneyAndContact);
        var one = left.Mention.Telling.Id == right.Mention.Telling.Id;
        if (left.Mention.IsDefinite && right.Mention.IsDefinite)
            found.Add(OccurrenceEvidence.BothDefinite);
        else if (left.Mention.IsDefinite || right.Mention.IsDefinite)
            found.Add(OccurrenceEvidence.OneDefinite);
        else if (one)
            found.Add(OccurrenceEvidence.NoneDefinite);
        if (!one)
            return;
        var gap = Math.Abs(left.Sentence - right.Sentence);
        if (gap == 0)
            found.Add(OccurrenceEvidence.OneSentence);
        else if (gap < NextSentences)
            found.Add(OccurrenceEvidence.NextSentence);
        else if (gap > NextSentences + 2)
            found.Add(OccurrenceEvidence.FarSentence);
    }
}
