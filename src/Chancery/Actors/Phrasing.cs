using System.Collections.Frozen;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>The words by which phrases for actors are told: <c>codebook/actors/phrases.csv</c>.</summary>
internal static class Phrasing
{
    private static readonly string[][] Rows = [.. EmbeddedTable.Rows("codebook/actors/phrases.csv")];

    public static readonly FrozenSet<string> Articles = Of("articles");
    public static readonly FrozenSet<string> Earlier = Of("earlier");
    public static readonly FrozenSet<string> Later = Of("later");
    public static readonly FrozenSet<string> Texts = Of("texts");
    public static readonly FrozenSet<string> PlaceCues = Of("place-cues");
    public static readonly FrozenSet<string> ActorCues = Of("actor-cues");
    public static readonly FrozenSet<string> ToActors = Of("to-actors");
    public static readonly FrozenSet<string> FromActors = Of("from-actors");
    public static readonly FrozenSet<string> ToGovernments = Of("to-governments");
    public static readonly FrozenSet<string> Motion = Of("motion");
    public static readonly FrozenSet<string> Finite = Of("finite");
    public static readonly FrozenSet<string> Tongues = Of("tongue-nouns");
    public static readonly FrozenSet<string> PlaceNouns = Of("place-nouns");
    public static readonly FrozenSet<string> PlaceParts = Of("place-parts");
    public static readonly FrozenSet<string> Soldiers = Of("soldiers");
    public static readonly FrozenSet<string> Between = Of("between");
    public static readonly FrozenSet<string> Occasions = Of("occasions");
    public static readonly FrozenSet<string> Reliance = Of("reliance");
    public static readonly FrozenSet<string> Passing = Of("passing");
    public static readonly FrozenSet<string> Installations = Of("installations");
    public static readonly FrozenSet<string> Papers = Of("papers");
    public static readonly FrozenSet<string> Frontiers = Of("frontiers");
    public static readonly FrozenSet<string> Currencies = Of("currencies");
    public static readonly FrozenSet<string> Sport = Of("sport");
    public static readonly FrozenSet<string> Matches = Of("matches");
    public static readonly FrozenSet<string> HappensTo = Of("happens-to");
    public static readonly FrozenSet<string> PlaceVerbs = Of("place-verbs");
    public static readonly FrozenSet<string> Sides = Of("sides");
    public static readonly FrozenSet<string> Leaders = Of("leaders");
    public static readonly FrozenSet<string> Bodies = Of("bodies");
    public static readonly FrozenSet<string> NamedBodies = Of("named-bodies");
    public static readonly FrozenSet<string> Ministries = Of("ministries");
    public static readonly FrozenSet<string> Particles = Of("particles");
    public static readonly FrozenSet<string> Addresses = ReferenceWords.Addresses;
    public static readonly FrozenSet<string> Counts = Of("counts");
    public static readonly FrozenSet<string> Calendar = Of("calendar");
    public static readonly FrozenSet<string> NoShortName = Of("no-short-name");
    public static readonly FrozenSet<string> StateNouns = Of("state-nouns");
    public static readonly FrozenSet<string> Others = Of("others");
    public static readonly FrozenSet<string> OtherPersons = Of("other-persons");

    public static readonly FrozenSet<string> BodyNouns = Of("body-nouns");
    public static readonly FrozenSet<string> Happenings = Of("happenings");

    public static readonly FrozenSet<string> Honorifics = Of("honorifics");
    public static readonly FrozenSet<string> DoneToActors = Of("done-to-actors");
    public static readonly FrozenSet<string> SentTo = Of("sent-to");
    public static readonly FrozenSet<string> Qualifiers = Of("qualifiers");
    public static readonly FrozenSet<string> Meetings = Of("meetings");
    public static readonly FrozenSet<string> OnActors = Of("on-actors");
    public static readonly FrozenSet<string> TimeUnits = Of("time-units");
    public static readonly FrozenSet<string> FromActorNouns = Of("from-actor-nouns");
    public static readonly FrozenSet<string> Roles = Of("roles-of-states");
    public static readonly FrozenSet<string> DoneToPeople = Of("done-to-people");
    public static readonly FrozenSet<string> Styles = Of("styles");
    public static readonly FrozenSet<string> Unheld = Of("unheld");
    public static readonly FrozenSet<string> PlaceModifiers = Of("place-modifiers");
    public static readonly FrozenSet<string> OwnGovernments = Of("own-government");
    public static readonly FrozenSet<string> TowardActors = Of("toward-actors");
    public static readonly FrozenSet<string> AnyPost = Of("any-post");

    private static FrozenSet<string> Of(string kind) =>
        Rows.Where(row => row[0] == kind).Select(static row => row[1]).ToFrozenSet(StringComparer.Ordinal);
}
