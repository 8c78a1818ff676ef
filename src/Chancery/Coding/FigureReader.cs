using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Reads numbers with what they measure.</summary>
public static class FigureReader
{
    /// <summary>Reads the figures.</summary>
    public static ImmutableArray<Figure> Read(ParsedText text, Cast cast, Chronology chronology) => [];
}
