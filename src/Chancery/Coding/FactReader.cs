using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Reads lasting facts: offices, memberships, presidencies, relations, warrants, sanctions.</summary>
public static class FactReader
{
    /// <summary>Reads the facts.</summary>
    public static ImmutableArray<Fact> Read(ParsedText text, Cast cast, Chronology chronology) => [];
}
