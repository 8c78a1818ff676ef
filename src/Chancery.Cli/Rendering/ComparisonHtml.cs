using System.Globalization;
using System.Net;
using System.Text;
using Chancery.Accounts;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>A comparison as a fragment of HTML: one table, no script and no style of its own. What the texts hold of markup is shown, not run.</summary>
internal static class ComparisonHtml
{
    public static string Write(ComparisonSheet sheet)
    {
        var page = new StringBuilder("<table class=\"chancery-comparison\">\n");
        if (sheet.Comparison.Subject.Length > 0)
            page.Append("<caption>").Append(Safe(sheet.Comparison.Subject)).Append("</caption>\n");
        page.Append("<thead>\n<tr><th scope=\"col\"></th>");
        foreach (var account in sheet.Comparison.Accounts)
            page.Append("<th scope=\"col\">")
                .Append(Safe(ComparisonSheet.Heading(account)))
                .Append("<br><small>")
                .Append(Safe(ComparisonSheet.Particulars(account)))
                .Append("</small></th>");
        page.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in sheet.Rows)
        {
            page.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr data-relation=\"{EntryJson.Published(row.Relation)}\" data-divergence=\"{row.Divergence:0.###}\"><th scope=\"row\">"
                )
                .Append(Safe(row.Topic))
                .Append("<br><small>")
                .Append(Safe(sheet.Standing(row)))
                .Append("</small></th>");
            foreach (var cell in row.Cells)
                Cell(page, cell);
            page.Append("</tr>\n");
        }

        return page.Append("</tbody>\n</table>\n").ToString();
    }

    private static void Cell(StringBuilder page, ComparisonCell cell)
    {
        page.Append("<td data-state=\"").Append(EntryJson.Published(cell.State)).Append('"');
        if (cell.Checked is { } check)
            page.Append(" title=\"").Append(Safe($"looked for: {string.Join(", ", check.Terms)}; {check.Method}")).Append('"');
        page.Append('>');
        if (cell.Quote is null)
            page.Append("<em>").Append(Safe(ComparisonSheet.Words(cell))).Append("</em>");
        else
            page.Append(Safe(ComparisonSheet.Words(cell)));
        page.Append("</td>");
    }

    private static string Safe(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            clean.Append(char.IsControl(c) ? ' ' : c);
        return WebUtility.HtmlEncode(clean.ToString());
    }
}
