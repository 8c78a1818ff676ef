using System.Text;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>A comparison as a Markdown table. What the texts hold of Markdown or HTML is shown, not run.</summary>
internal static class ComparisonMarkdown
{
    public static string Write(ComparisonSheet sheet)
    {
        var page = new StringBuilder();
        var accounts = sheet.Comparison.Accounts;
        if (sheet.Comparison.Subject.Length > 0)
            page.Append("**").Append(Plain(sheet.Comparison.Subject)).Append("** (").Append(sheet.Tally).Append(")\n\n");
        page.Append("| | ")
            .AppendJoin(" | ", accounts.Select(account => Plain(ComparisonSheet.Heading(account))))
            .Append(" |\n|---|")
            .Append(string.Concat(Enumerable.Repeat("---|", accounts.Length)))
            .Append("\n| *account* | ")
            .AppendJoin(" | ", accounts.Select(account => Plain(ComparisonSheet.Particulars(account))))
            .Append(" |\n");
        foreach (var row in sheet.Rows)
        {
            page.Append("| **")
                .Append(Plain(row.Topic))
                .Append("** *")
                .Append(Plain(sheet.Standing(row)))
                .Append("* | ")
                .AppendJoin(
                    " | ",
                    row.Cells.Select(cell =>
                        cell is { State: SilenceState.Silent, Quote: null } ? "*silent*" : Plain(ComparisonSheet.Words(cell))
                    )
                )
                .Append(" |\n");
        }

        var claims = sheet.Claims.ToList();
        if (claims.Count > 0)
            page.Append('\n');
        foreach (var claim in claims)
            page.Append(Plain(claim)).Append('\n');
        return page.ToString();
    }

    private static string Plain(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&':
                    safe.Append("&amp;");
                    break;
                case '<':
                    safe.Append("&lt;");
                    break;
                case '>':
                    safe.Append("&gt;");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '!' or '#' or '~' or '$':
                    safe.Append('\\').Append(c);
                    break;
                case ':':
                    safe.Append(text.Contains("://", StringComparison.Ordinal) ? "&#58;" : ":");
                    break;
                default:
                    safe.Append(char.IsControl(c) ? ' ' : c);
                    break;
            }
        }

        return safe.ToString();
    }
}
