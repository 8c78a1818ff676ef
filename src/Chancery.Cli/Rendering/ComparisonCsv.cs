using System.Globalization;
using System.Text;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>A comparison as a flat table: one row for each row and account.</summary>
internal static class ComparisonCsv
{
    public static string Write(ComparisonSheet sheet)
    {
        var rows = new StringBuilder("topic,proposition,relation,divergence,document,by,state,quote,terms,method\n");
        foreach (var row in sheet.Comparison.Rows)
            for (var i = 0; i < row.Cells.Length; i++)
            {
                var cell = row.Cells[i];
                string[] cells =
                [
                    row.Topic,
                    row.Proposition ?? "",
                    EntryJson.Published(row.Relation),
                    row.Divergence.ToString("0.###", CultureInfo.InvariantCulture),
                    cell.Document,
                    sheet.Comparison.Accounts[i].By,
                    EntryJson.Published(cell.State),
                    cell.Quote ?? "",
                    string.Join(" | ", cell.Checked?.Terms ?? []),
                    cell.Checked?.Method ?? "",
                ];
                rows.AppendJoin(',', cells.Select(CsvForm.Cell)).Append('\n');
            }

        return rows.ToString();
    }
}
