using Chancery.Actors;
using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery;

/// <summary>Reads what a document shows of itself: title, dateline and kind of text.</summary>
internal static class DocumentHead
{
    public static DocumentEntry Read(ParsedText text, Cast cast, Chronology chronology)
    {
        var document = text.Document;
        var headline = Find(text, SentenceRole.Headline);
        var dateline = Find(text, SentenceRole.Dateline);
        var title = document.Title ?? headline?.In(document.Text).ToString();
        var (kind, why) = document.DeclaredKind is { } declared ? (declared, null) : DocumentKind.Of(text, title);
        return new DocumentEntry
        {
            DocumentId = document.Id,
            Spans = [headline ?? new Span(0, Math.Min(document.Text.Length, 80))],
            Rule = "head",
            Title = title,
            Dateline = Place(text, cast, dateline),
            Publisher = document.Publisher,
            Published = document.Published,
            Url = document.Url,
            Language = document.Language,
            TextKind = kind,
            Issuer = DocumentKind.Issuer(text, cast, kind),
            Reasons = why is null ? [] : [new Reason("text_kind", "head/kind", why)],
            Sha256 = document.Sha256,
            Date = chronology.DocumentDate,
        };
    }

    private static Span? Find(ParsedText text, SentenceRole role)
    {
        foreach (var sentence in text.Sentences)
            if (sentence.Role == role)
                return sentence.Span;
        return null;
    }

    private static Entity? Place(ParsedText text, Cast cast, Span? dateline)
    {
        if (dateline is not { } span)
            return null;
        foreach (var mention in cast.Mentions)
            if (span.Contains(text.SpanOf(mention.FirstToken, mention.EndToken)) && mention.Entities is [var entity, ..])
                return entity;
        var name = span.In(text.Document.Text).ToString().Trim();
        return new Entity
        {
            Id = "unknown/" + name.ToLowerInvariant(),
            Name = name,
            Type = EntityType.Place,
            Span = span,
        };
    }
}
