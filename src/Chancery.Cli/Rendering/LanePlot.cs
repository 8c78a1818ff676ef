using System.Globalization;
using System.Security;
using System.Text;
using Chancery.Archive;

namespace Chancery.Cli.Rendering;

/// <summary>A timeline as SVG: a lane a sort of contact, a mark a contact, hollow where it did not take place.</summary>
internal static class LanePlot
{
    private const int Width = 960, Lane = 34, Left = 110, Right = 20, Top = 40;

    /// <summary>Draws the dated contacts.</summary>
    public static string Svg(string one, string other, IReadOnlyList<Contact> contacts)
    {
        var dated = contacts.Where(contact => contact.Start is not null).ToArray();
        var lanes = Contact.Lanes.Where(lane => dated.Any(contact => contact.Lane == lane)).ToArray();
        var height = Top + lanes.Length * Lane + 36;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        Say(svg, 12, 22, $"{one} and {other}: {dated.Length} dated contacts, {contacts.Count - dated.Length} undated", "#222222");
        if (dated.Length > 0) Draw(svg, dated, lanes);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, Contact[] dated, string[] lanes)
    {
        int first = dated.Min(contact => contact.Start!.Value.DayNumber), last = Math.Max(first + 1, dated.Max(contact => contact.Start!.Value.DayNumber));
        double X(int day) => Left + (day - first) * (double)(Width - Left - Right) / (last - first);
        for (var i = 0; i < lanes.Length; i++)
        {
            var y = Top + i * Lane + Lane / 2;
            Say(svg, 12, y + 4, lanes[i], "#222222");
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\" stroke=\"#dddddd\"/>\n");
            foreach (var contact in dated.Where(contact => contact.Lane == lanes[i]))
            {
                var colour = contact.Quad?.EndsWith("conflict", StringComparison.Ordinal) == true ? "#c05621" : "#2b6cb0";
                var fill = contact.Status is "occurred" or "ongoing" or "historical" ? colour : "none";
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(contact.Start!.Value.DayNumber):0.##}\" cy=\"{y}\" r=\"4\" stroke=\"{colour}\" fill=\"{fill}\">");
                svg.Append($"<title>{SecurityElement.Escape($"{contact.Start:yyyy-MM-dd} {contact.Type} {contact.Mode} ({contact.Status}): {contact.Words}")}</title></circle>\n");
            }
        }

        int from = DateOnly.FromDayNumber(first).Year, to = DateOnly.FromDayNumber(last).Year, every = Math.Max(1, (to - from) / 12);
        for (var year = from; year <= to; year += every)
            if (new DateOnly(year, 1, 1).DayNumber is var day && day >= first) Say(svg, X(day), Top + lanes.Length * Lane + 18, year.ToString(CultureInfo.InvariantCulture), "#666666");
        Say(svg, Left, Top + lanes.Length * Lane + 32, $"{DateOnly.FromDayNumber(first):yyyy-MM-dd} to {DateOnly.FromDayNumber(last):yyyy-MM-dd}", "#666666");
    }

    private static void Say(StringBuilder svg, double x, double y, string words, string fill)
        => svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" fill=\"{fill}\">{SecurityElement.Escape(words)}</text>\n");
}
