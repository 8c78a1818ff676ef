using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Chancery.Record;

namespace Chancery.Cli.Evaluation;

/// <summary>A labelled time expression.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">The TIMEX3 value.</param>
internal sealed record LabelledTime(Span Span, string Type, string Value);

/// <summary>A document of TimeML or MEANTIME with its labels.</summary>
/// <param name="Text">The text.</param>
/// <param name="Day">The day of the document.</param>
/// <param name="Times">The expressions to be found.</param>
/// <param name="Skipped">Spans that are not scored: the document's own date.</param>
internal sealed record LabelledTimes(string Text, DateOnly? Day, IReadOnlyList<LabelledTime> Times, IReadOnlyList<Span> Skipped)
{
    // MEANTIME labels times in the title, the date line and the first four sentences; what follows is not part of the test.
    private const int LastLabelled = 5;

    /// <summary>Reads a file; null where it is of neither format.</summary>
    public static LabelledTimes? Read(string path)
    {
        XElement root;
        try
        {
            root = XDocument.Load(path, LoadOptions.PreserveWhitespace).Root!;
        }
        catch (XmlException)
        {
            return null;
        }
        return root.Name.LocalName switch
        {
            "TimeML" => TimeMl(root),
            "Document" => Meantime(root),
            _ => null,
        };
    }

    private static LabelledTimes Meantime(XElement root)
    {
        var text = new StringBuilder();
        var spans = new Dictionary<string, Span>(StringComparer.Ordinal);
        var sentence = "";
        foreach (var token in root.Elements("token").Where(token => Sentence(token) <= LastLabelled))
        {
            var own = (string?)token.Attribute("sentence") ?? "";
            if (text.Length > 0)
                text.Append(own == sentence ? ' ' : '\n');
            sentence = own;
            var start = text.Length;
            text.Append(token.Value);
            spans[(string)token.Attribute("t_id")!] = new Span(start, text.Length);
        }
        var times = new List<LabelledTime>();
        var skipped = new List<Span>();
        DateOnly? day = null;
        foreach (var timex in root.Descendants("TIMEX3"))
        {
            var own = (string?)timex.Attribute("functionInDocument") == "CREATION_TIME";
            if (own)
                day = DayOf((string?)timex.Attribute("value"));
            var words = timex.Elements("token_anchor").Select(anchor => spans[(string)anchor.Attribute("t_id")!]).ToList();
            if (words.Count == 0)
                continue;
            var span = words.Aggregate((a, b) => a.Cover(b));
            if (own)
                skipped.Add(span);
            else
                times.Add(new LabelledTime(span, (string)timex.Attribute("type")!, (string?)timex.Attribute("value") ?? ""));
        }
        return new LabelledTimes(text.ToString(), day, [.. times.OrderBy(time => time.Span)], skipped);
    }

    private static int Sentence(XElement token) => int.TryParse((string?)token.Attribute("sentence"), out var number) ? number : 0;

    private static LabelledTimes? TimeMl(XElement root)
    {
        if (root.Element("TEXT") is not { } body)
            return null;
        var text = new StringBuilder();
        var times = new List<LabelledTime>();
        Walk(body);
        var day = DayOf((string?)root.Element("DCT")?.Element("TIMEX3")?.Attribute("value"));
        return new LabelledTimes(text.ToString(), day, times, []);

        void Walk(XElement element)
        {
            var start = text.Length;
            foreach (var node in element.Nodes())
            {
                if (node is XText words)
                    text.Append(words.Value);
                else if (node is XElement inner)
                    Walk(inner);
            }
            if (element.Name.LocalName == "TIMEX3")
                times.Add(
                    new LabelledTime(
                        new Span(start, text.Length),
                        (string)element.Attribute("type")!,
                        (string?)element.Attribute("value") ?? ""
                    )
                );
        }
    }

    private static DateOnly? DayOf(string? value) =>
        value is { Length: >= 10 }
        && DateOnly.TryParseExact(value[..10], ["yyyy-MM-dd", "dd-MM-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
