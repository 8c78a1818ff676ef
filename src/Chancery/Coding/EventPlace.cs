using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Where an event was, when the words of its own phrase or clause say so.</summary>
internal static class EventPlace
{
    private static readonly string[] Visit = ["to", "in", "at"];
    private static readonly string[] Attack = ["on", "in", "at", "near", "against", "into", "of"];
    private static readonly string[] Elsewhere = ["in", "at", "near"];

    public static Entity? Of(ParsedText text, Cast cast, int token, Frame frame)
    {
        var prepositions =
            frame.Mode == "visit" ? Visit
            : frame.Type == EventType.ASSAULT && !text.Tokens[token].IsVerb ? Attack
            : Elsewhere;
        foreach (var preposition in prepositions)
        {
            var found = ClauseTree.After(text, token, preposition);
            if (found < 0 && LightVerb.Of(text, token) is var verb and >= 0)
                found = ClauseTree.After(text, verb, preposition);
            if (found >= 0 && At(text, cast, found, preposition) is { } there)
                return there;
            found = Nearby.After(text, token, preposition);
            if (found >= 0 && At(text, cast, found, preposition) is { } near)
                return near;
        }

        return null;
    }

    // "on the Ukrainian city of Mariupol": the narrowest place that the phrase names.
    private static Entity? At(ParsedText text, Cast cast, int head, string preposition)
    {
        if (ClauseTree.After(text, head, "of") is var of and >= 0 && Place(cast, of, places: true) is { } inner)
            return inner;
        if (text.Dependent(head, Relation.Appos) is var name and >= 0 && Place(cast, name, places: true) is { } apposed)
            return apposed;
        return Place(cast, head, places: preposition is "on" or "against" or "of");
    }

    private static Entity? Place(Cast cast, int head, bool places)
    {
        foreach (var entity in cast.Of(head))
            if (entity.Type == EntityType.Place || !places && entity.Type == EntityType.State)
                return entity;
        return null;
    }
}
