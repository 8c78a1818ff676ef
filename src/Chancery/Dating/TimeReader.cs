using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Dating;

/// <summary>Finds the time expressions of a document and the days they mean.</summary>
public static class TimeReader
{
    /// <summary>Reads the time expressions against the document's date.</summary>
    public static Chronology Read(ParsedText text, Cast cast, DateValue documentDate)
    {
        if (text.Tokens.Length == 0)
            return new Chronology(text, documentDate, []);
        var atoms = TimeLexer.Read(text);
        var resolver = new PhraseResolver(text, atoms, documentDate);
        var expressions = ImmutableArray.CreateBuilder<TimeExpression>();
        foreach (var phrase in new PhraseScanner(text, atoms).Scan())
        {
            var time = resolver.Next(phrase);
            var last = phrase.End - 1;
            var span = new Span(atoms[phrase.First].Start, atoms[last].End);
            expressions.Add(
                new TimeExpression(
                    atoms[phrase.First].Token,
                    Math.Max(atoms[last].Token, atoms[phrase.First].Token) + 1,
                    span,
                    time.Type,
                    time.Value,
                    time.Date,
                    RuleOf(phrase)
                )
            );
        }
        return new Chronology(text, documentDate, expressions.ToImmutable());
    }

    private static string RuleOf(TimePhrase phrase) =>
        phrase.Kind switch
        {
            PhraseKind.Day => "time/day",
            PhraseKind.Month => "time/month",
            PhraseKind.Year => "time/year",
            PhraseKind.Decade => "time/decade",
            PhraseKind.Century => "time/century",
            PhraseKind.Quarter => "time/quarter",
            PhraseKind.HalfYear => "time/half-year",
            PhraseKind.Season => "time/season",
            PhraseKind.FiscalYear => "time/fiscal-year",
            PhraseKind.Weekday => "time/weekday",
            PhraseKind.NamedDay => "time/named-day",
            PhraseKind.DeicticDay or PhraseKind.DeicticNight => "time/deictic",
            PhraseKind.Reference => "time/reference",
            PhraseKind.Relative => "time/relative",
            PhraseKind.Trailing => "time/trailing",
            PhraseKind.Leading => "time/leading",
            PhraseKind.Ago => "time/ago",
            PhraseKind.AwayFrom => "time/away",
            PhraseKind.Anchored => "time/anchored",
            PhraseKind.Duration => "time/duration",
            PhraseKind.Set => "time/set",
            PhraseKind.Clock => "time/clock",
            _ => "time/part-of-day",
        };
}
