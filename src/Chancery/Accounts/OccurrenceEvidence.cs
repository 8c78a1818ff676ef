namespace Chancery.Accounts;

/// <summary>
/// What two mentions say that speaks for or against their being one occurrence. What each weighs, and the words for it, is in
/// <c>codebook/accounts/evidence.csv</c>.
/// </summary>
public enum OccurrenceEvidence
{
    /// <summary>Any two mentions of one kind.</summary>
    Pair,

    /// <summary>The same two or more parties.</summary>
    SameParties,

    /// <summary>Two parties or more in common, though not all.</summary>
    TwoParties,

    /// <summary>One party in common, and one of the two names no other.</summary>
    OneParty,

    /// <summary>One party in common, and somebody of unknown state who may be the other.</summary>
    OnePartyPerhaps,

    /// <summary>One party in common, and another beside it in each.</summary>
    OneOfTwoParties,

    /// <summary>No party in common, and somebody of unknown state.</summary>
    PartiesPerhaps,

    /// <summary>No party in common.</summary>
    OtherParties,

    /// <summary>One of the two names nobody.</summary>
    NobodyInOne,

    /// <summary>Neither names anybody.</summary>
    NobodyInBoth,

    /// <summary>The sides of one of them are those of its text, lent to it.</summary>
    LentSides,

    /// <summary>Two take part in the one, more in the other, of which the text of the two tells besides.</summary>
    SideOf,

    /// <summary>One doer of both.</summary>
    SameDoer,

    /// <summary>Other doers.</summary>
    OtherDoer,

    /// <summary>Doers and targets the other way round.</summary>
    CrossedRoles,

    /// <summary>One target of both.</summary>
    SameTarget,

    /// <summary>Other targets.</summary>
    OtherTarget,

    /// <summary>One person named by both.</summary>
    OnePerson,

    /// <summary>Two persons named by both.</summary>
    TwoPersons,

    /// <summary>Other persons of one state.</summary>
    OtherPersons,

    /// <summary>The same day.</summary>
    SameDay,

    /// <summary>Days that meet, within a week.</summary>
    NearDays,

    /// <summary>Days that meet, of more than a week.</summary>
    WideDays,

    /// <summary>Days that meet, of which one is inferred.</summary>
    SoftDays,

    /// <summary>Days that do not meet, one apart.</summary>
    DayApart,

    /// <summary>Days that do not meet, within a week.</summary>
    DaysApart,

    /// <summary>Days that do not meet, more than a week apart.</summary>
    WeeksApart,

    /// <summary>Days that do not meet, of which one is inferred.</summary>
    SoftApart,

    /// <summary>News of a text, and a day of the three before it.</summary>
    NewsOfDay,

    /// <summary>News of a text, and a day outside the week before it.</summary>
    NewsOfOtherDay,

    /// <summary>A plan of a text, and a day of the month after it.</summary>
    PlanOfDay,

    /// <summary>The news of texts of the same days.</summary>
    SameNews,

    /// <summary>The news of texts of the same week.</summary>
    NearNews,

    /// <summary>The news of texts further apart.</summary>
    OtherNews,

    /// <summary>News, and told without a day as no news.</summary>
    NewsAndPast,

    /// <summary>Both told as past without a day.</summary>
    BothPast,

    /// <summary>Both told as to come.</summary>
    BothAhead,

    /// <summary>One to come, one not.</summary>
    OneAhead,

    /// <summary>A plan, and in a text of that day or later what was done.</summary>
    PlanDone,

    /// <summary>Days of one journey and of what happens on it.</summary>
    JourneyDays,

    /// <summary>One told as not so.</summary>
    OneUnreal,

    /// <summary>Both told as earlier.</summary>
    BothEarlier,

    /// <summary>One told as earlier.</summary>
    OneEarlier,

    /// <summary>One told as another.</summary>
    OneAnother,

    /// <summary>The same place.</summary>
    SamePlace,

    /// <summary>Other places.</summary>
    OtherPlace,

    /// <summary>Places that may be near each other.</summary>
    NearPlace,

    /// <summary>A call, and a place.</summary>
    CallAndPlace,

    /// <summary>The same form, in person or from afar.</summary>
    SameForm,

    /// <summary>A word and its verb or noun, or words of one family.</summary>
    KinWord,

    /// <summary>Words that share no family.</summary>
    OtherWord,

    /// <summary>What they are about agrees.</summary>
    SameMatter,

    /// <summary>What they are about has nothing in common.</summary>
    OtherMatter,

    /// <summary>The same number in a run.</summary>
    SameNumber,

    /// <summary>One of them definite.</summary>
    OneDefinite,

    /// <summary>Both definite.</summary>
    BothDefinite,

    /// <summary>Neither definite, in one document.</summary>
    NoneDefinite,

    /// <summary>Within one sentence.</summary>
    OneSentence,

    /// <summary>In sentences that follow each other.</summary>
    NextSentence,

    /// <summary>Far apart in a document.</summary>
    FarSentence,

    /// <summary>The one goes back to the other.</summary>
    GoesBack,

    /// <summary>The one has another antecedent.</summary>
    GoesElsewhere,

    /// <summary>Both are journeys.</summary>
    BothJourneys,

    /// <summary>A journey, and a contact.</summary>
    JourneyAndContact,

    /// <summary>Of both only the coder's event, or a word that it left, is told.</summary>
    OneUncoded,

    /// <summary>Neither is an event of the record.</summary>
    BothUncoded,

    /// <summary>One tells of several, the other of one.</summary>
    OnePlural,

    /// <summary>One of them only says when something else was.</summary>
    OneTimeOnly,

    /// <summary>One is a word for what goes on for long, such as a dialogue.</summary>
    OneProcess,

    /// <summary>One names a place, the other none.</summary>
    PlaceInOne,

    /// <summary>The party that they share deals with several others in a text of theirs.</summary>
    BusyParty,

    /// <summary>Both are attacks.</summary>
    BothAttacks,

    /// <summary>Attacks that are the news of texts of the same days.</summary>
    AttacksOfNews,

    /// <summary>Both are agreements.</summary>
    BothAgreements,

    /// <summary>One name that is no party beside both.</summary>
    SameName,

    /// <summary>Other names that are no parties beside them.</summary>
    OtherNames,

    /// <summary>The same number of those whom it is done to.</summary>
    SameCount,

    /// <summary>Another number of those whom it is done to.</summary>
    OtherCount,

    /// <summary>What it is done to is called alike.</summary>
    SameObject,

    /// <summary>What it is done to is called otherwise.</summary>
    OtherObject,

    /// <summary>A plan of a text, and a day of the three after it.</summary>
    PlanOfNearDay,
}
