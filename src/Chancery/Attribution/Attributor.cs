using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Attribution;

/// <summary>Finds who says what according to whom, and hands every other entry the chain that it stands under.</summary>
public static class Attributor
{
    /// <summary>Reads statements and positions.</summary>
    public static AttributedText Read(ParsedText text, Cast cast, Chronology chronology) => new([], []);

    /// <summary>Gives an entry the chain of the innermost statement whose content holds its predicate, and the status that follows from it.</summary>
    public static T Place<T>(T entry, ImmutableArray<Statement> statements) where T : Entry => entry;
}
