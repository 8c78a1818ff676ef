using System.Globalization;
using System.Text;
using Chancery.Archive;

namespace Chancery.Cli.Rendering;

/// <summary>The dyad-month index as SVG: a panel a direction, cooperation above the line and conflict below it, months not watched shaded.</summary>
internal static class IndexPlot
{
    private const int Width = 960, Panel = 200, Left = 56, Right = 16, Top = 44;

    /// <summary>Draws the months; the picture says what was counted and whose scores were summed.</summary>
    public static string Svg(IReadOnlyList<IndexMonth> months, string counting, string scores)
    {
        var directions = months.GroupBy(month => (month.From, month.To)).ToArray();
        var height = Top + Math.Max(1, directions.Length) * Panel + 40;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        Say(svg, Left, 20, "Summed scores by month: cooperation above, conflict below; grey months are not watched", "#222222");
        Say(svg, Left, 36, $"counted by {counting}; scores: {scores}", "#666666");
        var most = months.Select(month => Math.Max(month.CooperationScore, -month.ConflictScore)).Append(1).Max();
        for (var i = 0; i < directions.Length; i++) Draw(svg, [.. directions[i]], Top + i * Panel, most);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, IndexMonth[] months, int top, double most)
    {
        const int Half = Panel / 2 - 22;
        var middle = top + Panel / 2;
        var step = (Width - Left - Right) / (double)months.Length;
        Say(svg, Left, top + 14, $"{months[0].From} towards {months[0].To}", "#222222");
        for (var i = 0; i < months.Length; i++)
        {
            var x = Left + i * step;
            if (!months[i].IsWatched) Bar(svg, x, middle - Half, step, 2 * Half, "#eeeeee", null);
            var up = months[i].CooperationScore / most * Half;
            var down = -months[i].ConflictScore / most * Half;
            var bar = Math.Max(0.5, step * 0.8);
            if (up > 0) Bar(svg, x, middle - up, bar, up, "#2b6cb0", $"{months[i].Month:yyyy-MM}: {months[i].Cooperation} cooperative, {Number(months[i].CooperationScore)}");
            if (down > 0) Bar(svg, x, middle, bar, down, "#c05621", $"{months[i].Month:yyyy-MM}: {months[i].Conflict} conflictual, {Number(months[i].ConflictScore)}");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{middle}\" y2=\"{middle}\" stroke=\"#444444\"/>\n");
        Say(svg, 8, middle - Half + 8, Number(most), "#666666");
        Say(svg, 8, middle + Half, Number(-most), "#666666");
        for (var i = 0; i < months.Length; i++)
            if (i == 0 || months[i].Month.Month == 1 && (months[i].Month.Year % Math.Max(1, months.Length / 144) == 0))
                Say(svg, Left + i * step, top + Panel - 4, months[i].Month.ToString(i == 0 ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture), "#666666");
    }

    private static void Bar(StringBuilder svg, double x, double y, double width, double height, string fill, string? title)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"{fill}\"");
        svg.Append(title is null ? "/>\n" : $"><title>{title}</title></rect>\n");
    }

    private static void Say(StringBuilder svg, double x, double y, string words, string fill)
        => svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" fill=\"{fill}\">{System.Security.SecurityElement.Escape(words)}</text>\n");

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
