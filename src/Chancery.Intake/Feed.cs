using System.Xml;
using System.Xml.Linq;

namespace Chancery.Intake;

/// <summary>Documents in an RSS or Atom feed, an item each; a document type is never processed.</summary>
internal static class Feed
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
    };

    public static IReadOnlyList<Arrival> Read(string xml, string origin, Declared given)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            var feed = XDocument.Load(reader).Root!;
            var publisher = feed.Descendants().FirstOrDefault(element => element.Name.LocalName == "title")?.Value;
            var items = feed.Descendants().Where(element => element.Name.LocalName is "item" or "entry").ToList();
            if (items.Count == 0)
                return [Arrival.Refused(Refusals.Xml(origin, "it has no items"))];
            return [.. items.Select((item, i) => Item(item, $"{origin}#{i + 1}", given, publisher))];
        }
        catch (XmlException error)
        {
            return [Arrival.Refused(Refusals.Xml(origin, $"line {error.LineNumber}, column {error.LinePosition}"))];
        }
    }

    private static Arrival Item(XElement item, string origin, Declared given, string? publisher)
    {
        string? Value(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (item.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value is { Length: > 0 } value)
                    return value;
            return null;
        }

        var link = item.Elements().FirstOrDefault(element => element.Name.LocalName == "link");
        var (_, text) = HtmlPage.Read(Value("encoded", "content", "description", "summary") ?? "", origin);
        if (string.IsNullOrWhiteSpace(text))
            return Arrival.Refused(Refusals.Empty(origin));
        var declared = new Declared
        {
            Title = Value("title"),
            Publisher = publisher,
            Published = Declared.Day(Value("pubDate", "published", "updated", "date")),
            Url = link?.Attribute("href")?.Value ?? link?.Value,
        };
        return Arrival.Of(declared.Or(given).On(text, origin));
    }
}
