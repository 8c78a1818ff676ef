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
    public static ImmutableArray<Figure> Read(ParsedText text, Cast cast, Chronology chronology)
    {
        if (text.Tokens.Length == 0)
            return [];
        var figures = ImmutableArray.CreateBuilder<Figure>();
        var atoms = TimeLexer.Read(text);
        var time = 0;
        for (var i = 0; i < atoms.Length; i++)
        {
            while (time < chronology.Expressions.Length && chronology.Expressions[time].Span.End <= atoms[i].Start)
                time++;
            var covering =
                time < chronology.Expressions.Length && chronology.Expressions[time].Span.Start <= atoms[i].Start
                    ? chronology.Expressions[time]
                    : null;
            if (
                covering is not null
                && !(covering.Type == TimeType.Duration && atoms[i].Kind == AtomKind.Digits && covering.Span.Start == atoms[i].Start)
            )
                continue;
            if (FigureScanner.At(text, atoms, i) is not { } found)
                continue;
            if (found.Unit is not null || found.Indicator is not null)
                figures.Add(Made(text, chronology, found));
            i = Math.Max(i, found.EndAtom - 1);
        }
        return figures.ToImmutable();
    }

    private static Figure Made(ParsedText text, Chronology chronology, ScannedFigure found)
    {
        var (indicator, anchor) = FigureIndicator.Of(text, found);
        return new Figure
        {
            DocumentId = text.Document.Id,
            Spans = [found.Span],
            Rule = "figure/" + (found.Unit ?? "count"),
            Indicator = indicator,
            Value = found.Value,
            Unit = found.Unit,
            Comparator = found.Comparator,
            Role = found.Role,
            Approximate = found.Approximate,
            Low = found.Low,
            High = found.High,
            Period = anchor >= 0 ? chronology.For(anchor) : DateValue.Unknown,
        };
    }
}
