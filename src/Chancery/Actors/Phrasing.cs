using System.Collections.Frozen;

namespace Chancery.Actors;

/// <summary>The closed lists of English words by which phrases for actors are told.</summary>
internal static class Phrasing
{
    public static readonly FrozenSet<string> Articles = Set("the a an this that these those");
    public static readonly FrozenSet<string> Earlier = Set("former then-president ex-president late ex ousted deposed");
    public static readonly FrozenSet<string> Later = Set("current outgoing new newly acting interim incumbent visiting senior top veteran longtime");
    public static readonly FrozenSet<string> Texts = Set("statement readout communiqué communique press-release transcript announcement");
    public static readonly FrozenSet<string> PlaceCues = Set("in at near across into within around outside inside throughout from to toward towards via through");
    public static readonly FrozenSet<string> ActorCues = Set("against with between by among that if whether while because");
    public static readonly FrozenSet<string> ToActors = Set(
        "aid letter message envoy loans loan weapons arms support appeal assistance warning ultimatum supplies exports threat thanks response ambassador answer reply note condolences congratulations");
    public static readonly FrozenSet<string> FromActors = Set("switch get receive buy obtain demand expect seek hear borrow win secure request accept");
    public static readonly FrozenSet<string> ToGovernments = Set("switch yield bow cave concede surrender capitulate pander object appeal complain protest apologise apologize offer sell supply deliver transfer belong listen lend grant promise respond reply");
    public static readonly FrozenSet<string> Motion = Set("leave depart head bind fly set sail embark");
    public static readonly FrozenSet<string> Finite = Set(
        "has have had is are was were will would must should may might can could says said does did wants insists denies denied accused condemned rejected");
    public static readonly FrozenSet<string> PlaceNouns = Set("streets airport suburbs mayor residents weather port embassy metro population outskirts city downtown streets hospitals hotels university");
    public static readonly FrozenSet<string> HappensTo = Set("lie rock shake stretch overlook");
    public static readonly FrozenSet<string> PlaceVerbs = Set(
        "visit reach leave enter bomb hit shell strike attack capture take seize rule tour rock shake flee encircle storm cross retake liberate recapture surround raid leave overrun pound quit evacuate");
    public static readonly FrozenSet<string> Sides = Set("sides countries nations states parties governments capitals neighbours neighbors powers allies rivals republics economies militaries");
    public static readonly FrozenSet<string> Leaders = Set("leaders presidents ministers premiers men women statesmen diplomats officials heads chancellors counterparts politicians");
    public static readonly FrozenSet<string> Bodies = Set("bloc alliance group organization organisation grouping union body agency court forum coalition");
    public static readonly FrozenSet<string> NamedBodies = Set("council commission assembly league bank fund committee secretariat community parliament tribunal authority");
    public static readonly FrozenSet<string> Ministries = Set("ministry department agency bureau commission committee");
    public static readonly FrozenSet<string> Particles = Set("al el bin ben ibn abu de da do dos del della di van von der la le ul ur bint ash zu ter ten af av");
    public static readonly FrozenSet<string> Addresses = ReferenceWords.Addresses;
    public static readonly FrozenSet<string> Counts = Set("two three four five six seven eight nine ten");
    public static readonly FrozenSet<string> Calendar = Set(
        "mon monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december tue wed thu fri feb jan mar apr jun jul aug sep sept oct nov dec");
    public static readonly FrozenSet<string> NoShortName = Set(
        "The New North South East West Minister President Prime Foreign Prince King Queen Sheikh General Al El Bin Ben Abu San De La Van Von Der Jr Sr II III IV Dr Mr Mrs Ms Sir Lord Min Of And Aung");
    public static readonly FrozenSet<string> StateNouns = Set("country nation kingdom emirate republic sultanate homeland archipelago island territory");
    public static readonly FrozenSet<string> Others = Set("neighbour neighbor neighbours neighbors ally rival adversary foe");
    public static readonly FrozenSet<string> OtherPersons = Set("counterpart colleague guest host interlocutor rival predecessor opponent");

    public static readonly FrozenSet<string> BodyNouns = Set(
        "conference party forum front council movement union group association authority commission organisation organization army command congress league institute university bank agency mission foundation federation committee court company corporation coalition alliance initiative society centre center institution ministry office department service force forces corp inc ltd plc co llc gmbh ag sa nv group");
    public static readonly FrozenSet<string> Happenings = Set("war wars agreement treaty summit accord accords pact convention protocol act memorandum resolution declaration games olympics festival prize award crisis charter");

    public static readonly FrozenSet<string> Honorifics = Set("sheikh prince princess ayatollah general king queen sultan colonel admiral marshal pope emir archbishop cardinal lieutenant major captain professor doctor");
    public static readonly FrozenSet<string> DoneToActors = Set(
        "accuse urge ask help support attack criticise criticize tell join blame arm condemn warn thank praise assure invite threaten back defeat invade press challenge oppose finance fund supply train");
    public static readonly FrozenSet<string> SentTo = Set("ambassador ambassadors envoy envoys representative representatives adviser advisor commissioner consul attache");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
