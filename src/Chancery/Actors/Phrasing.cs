using System.Collections.Frozen;

namespace Chancery.Actors;

/// <summary>The closed lists of English words by which phrases for actors are told.</summary>
internal static class Phrasing
{
    public static readonly FrozenSet<string> Articles = Set("the a an this that these those");
    public static readonly FrozenSet<string> Possessives = Set("his her its their our my your");
    public static readonly FrozenSet<string> Earlier = Set("former then-president ex-president late outgoing");
    public static readonly FrozenSet<string> Later = Set("current new newly acting interim incumbent visiting senior top");
    public static readonly FrozenSet<string> Texts = Set("statement readout communiqué communique press-release transcript announcement");
    public static readonly FrozenSet<string> Speakers = Set("spokesman spokesperson spokeswoman");
    public static readonly FrozenSet<string> Officials = Set(
        "official officials diplomat diplomats side delegation negotiator negotiators envoy ambassador forces soldiers leadership counterparts officers jets warships missiles");
    public static readonly FrozenSet<string> PlaceCues = Set("in at near across into within around outside inside throughout from to toward towards via through");
    public static readonly FrozenSet<string> ActorCues = Set("against with between by among");
    public static readonly FrozenSet<string> ToActors = Set("aid letter message envoy loans loan weapons arms support appeal assistance warning ultimatum supplies exports threat thanks");
    public static readonly FrozenSet<string> Finite = Set(
        "has have had is are was were will would must should may might can could says said does did wants insists denies denied accused condemned rejected");
    public static readonly FrozenSet<string> PlaceNouns = Set("streets airport suburbs mayor residents weather port embassy metro population outskirts city downtown");
    public static readonly FrozenSet<string> Sides = Set("sides countries nations states parties governments capitals neighbours neighbors powers allies rivals");
    public static readonly FrozenSet<string> Leaders = Set("leaders presidents ministers premiers men statesmen");
    public static readonly FrozenSet<string> Bodies = Set("bloc alliance group organization organisation grouping union");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
