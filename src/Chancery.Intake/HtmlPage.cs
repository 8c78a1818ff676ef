using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Chancery.Intake;

/// <summary>Takes the main text of a page and what its head declares. Nothing of the page is run or fetched.</summary>
internal static class HtmlPage
{
    private const string Blocks = "p,h1,h2,h3,h4,h5,h6,li,blockquote,td,pre";
    private const string Clutter =
        "script,style,noscript,template,nav,aside,footer,form,figure,figcaption,iframe,svg,button,select,[hidden],[aria-hidden=true]";
    private const int DeepStack = 256 << 20;

    public static (Declared Declared, string Text) Read(string html, string origin)
    {
        (Declared, string) result = default;
        // The parser's tree may be as deep as the page likes; its walks recurse, so they get a stack to match.
        var thread = new Thread(() => result = ReadHere(html, origin), DeepStack);
        thread.Start();
        thread.Join();
        return result;
    }

    private static (Declared Declared, string Text) ReadHere(string html, string origin)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var fields = new List<KeyValuePair<string, string>>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value) && !fields.Exists(field => field.Key == name))
                fields.Add(new(name, value));
        }

        foreach (var (name, key) in MetaNames)
            Add(name, Meta(page, key));
        Add("published", page.QuerySelector("time[datetime]")?.GetAttribute("datetime"));
        Add("title", page.QuerySelector("h1")?.TextContent is { } heading ? Joined(heading) : null);
        Add("title", page.Title);
        Add("url", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Add("language", page.DocumentElement?.GetAttribute("lang"));

        foreach (var clutter in page.QuerySelectorAll(Clutter).ToArray())
            clutter.Remove();
        var main = page.QuerySelector("article") ?? page.QuerySelector("main") ?? page.QuerySelector("[role=main]") ?? page.Body;
        return (Declared.From(fields, origin), main is null ? "" : Text(main));
    }

    private static readonly (string Name, string Key)[] MetaNames =
    [
        ("title", "og:title"),
        ("title", "twitter:title"),
        ("published", "article:published_time"),
        ("published", "date"),
        ("published", "dc.date"),
        ("published", "pubdate"),
        ("published", "datePublished"),
        ("publisher", "og:site_name"),
        ("publisher", "dc.publisher"),
        ("publisher", "application-name"),
        ("url", "og:url"),
    ];

    private static string? Meta(IDocument page, string key)
    {
        foreach (var meta in page.QuerySelectorAll("meta"))
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
                if (string.Equals(meta.GetAttribute(attribute), key, StringComparison.OrdinalIgnoreCase))
                    return meta.GetAttribute("content");
        return null;
    }

    private static string Text(IElement main)
    {
        var lines = new List<string>();
        foreach (var block in main.QuerySelectorAll(Blocks))
        {
            if (block.ParentElement?.Closest("p,li,blockquote,td,pre") is { } outer && main.Contains(outer))
                continue;
            if (Joined(block.TextContent) is { Length: > 0 } line)
                lines.Add(line);
        }

        return lines.Count > 0 ? string.Join('\n', lines) : Joined(main.TextContent);
    }

    private static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                joined.Append(c);
            else if (joined.Length > 0 && joined[^1] != ' ')
                joined.Append(' ');
        }

        if (joined.Length > 0 && joined[^1] == ' ')
            joined.Length--;
        return joined.ToString();
    }
}
