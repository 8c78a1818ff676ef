using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery;

/// <summary>Entries that restate what a stage already holds, in the published form.</summary>
internal static class Plain
{
    public static ImmutableArray<TimeReference> Times(Document document, Chronology chronology) =>
        [
            .. chronology.Expressions.Select(expression => new TimeReference
            {
                DocumentId = document.Id,
                Spans = [expression.Span],
                Rule = expression.Rule,
                Date = expression.Date,
                Value = expression.Value,
                Expression = expression.Span.In(document.Text).ToString(),
            }),
        ];

    public static ImmutableArray<Mention> Mentions(ParsedText text, Cast cast) =>
        [
            .. cast.Mentions.Select(mention => new Mention
            {
                DocumentId = text.Document.Id,
                Spans = [text.SpanOf(mention.FirstToken, mention.EndToken)],
                Rule = mention.Rule,
                Entities = mention.IsWithheld ? [] : mention.Entities,
                Candidates = mention.IsWithheld ? mention.Entities : [],
                Reading = mention.Reading,
                Form = mention.Form,
                Confidence = mention.Confidence,
                Reasons = mention.Reasons,
            }),
        ];
}
