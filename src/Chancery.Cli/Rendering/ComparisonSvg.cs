using System.Globalization;
using System.Text;
using Chancery.Accounts;

namespace Chancery.Cli.Rendering;

/// <summary>A comparison as a picture: text in boxes, no script, no outside reference. Silence is told by its word and by a hatch, never by colour alone.</summary>
internal static class ComparisonSvg
{
    private const int Label = 190,
        Column = 300,
        Line = 17,
        Pad = 10,
        Letters = 44,
        LabelLetters = 26;

    public static string Write(ComparisonSheet sheet)
    {
        var columns = sheet.Comparison.Accounts.Length;
        var width = Label + (Column * columns);
        var body = new StringBuilder();
        var y = 0;
        if (sheet.Comparison.Subject.Length > 0)
        {
            Words(body, Pad, 24, [sheet.Comparison.Subject], "font-weight=\"bold\" font-size=\"15\"");
            y = 38;
        }

        y += Row(
            body,
            y,
            [""],
            [
                .. sheet.Comparison.Accounts.Select(account =>
                    (Wrap(ComparisonSheet.Heading(account) + "\n" + ComparisonSheet.Particulars(account), Letters), "#e8ecf1")
                ),
            ],
            bold: true
        );
        foreach (var row in sheet.Rows)
            y += Row(
                body,
                y,
                Wrap(row.Topic + "\n" + sheet.Standing(row), LabelLetters),
                [
                    .. row.Cells.Select(cell =>
                        (
                            Wrap(ComparisonSheet.Words(cell), Letters),
                            cell.Raises
                                ? row.Relation == RowRelation.Contradicting
                                    ? "#fbe9d0"
                                    : "#ffffff"
                                : "url(#silence)"
                        )
                    ),
                ],
                bold: false
            );
        return new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{y + 1}\" viewBox=\"0 0 {width} {y + 1}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n"
            )
            .Append(
                "<defs><pattern id=\"silence\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" fill=\"#f3f3f3\"/><path d=\"M0 8L8 0\" stroke=\"#d0d0d0\"/></pattern></defs>\n"
            )
            .Append(body)
            .Append("</svg>\n")
            .ToString();
    }

    private static int Row(StringBuilder body, int y, List<string> label, List<(List<string> Lines, string Fill)> cells, bool bold)
    {
        var height = (2 * Pad) + (Line * Math.Max(label.Count, cells.Max(cell => cell.Lines.Count)));
        Box(body, 0, y, Label, height, "#e8ecf1");
        Words(body, Pad, y + Pad + 11, label, "font-weight=\"bold\"");
        for (var i = 0; i < cells.Count; i++)
        {
            var x = Label + (i * Column);
            Box(body, x, y, Column, height, cells[i].Fill);
            Words(body, x + Pad, y + Pad + 11, cells[i].Lines, bold ? "font-weight=\"bold\"" : "");
        }

        return height;
    }

    private static void Box(StringBuilder body, int x, int y, int width, int height, string fill) =>
        body.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" stroke=\"#8a94a0\"/>\n"
        );

    private static void Words(StringBuilder body, int x, int y, List<string> lines, string style)
    {
        foreach (var line in lines)
        {
            body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" {style}>").Append(Safe(line)).Append("</text>\n");
            y += Line;
        }
    }

    private static List<string> Wrap(string text, int letters)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > letters)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }

                if (line.Length > 0)
                    line.Append(' ');
                line.Append(word);
            }

            if (line.Length > 0)
                lines.Add(line.ToString());
        }

        return lines;
    }

    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
            safe.Append(
                rune.Value switch
                {
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '&' => "&amp;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    < 0x20 or 0xFFFE or 0xFFFF or (>= 0x7F and <= 0x9F) => "\uFFFD",
                    _ => rune.ToString(),
                }
            );
        return safe.ToString();
    }
}
