using System.Globalization;
using System.Text;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>A flat table of the record, one entry a row, for spreadsheets; the full form is JSON.</summary>
internal sealed class CsvForm : IRecordForm
{
    private const string Columns =
        "kind,id,document,start,end,quote,who,who_states,what,whom,whom_states,date_start,date_end,date_basis,sources,status,confidence,rule\n";

    public ReadOnlyMemory<byte> Opening => Encoding.UTF8.GetBytes(Columns);

    public ReadOnlyMemory<byte> Between => default;

    public ReadOnlyMemory<byte> Closing => default;

    public ReadOnlyMemory<byte> Write(Dossier dossier)
    {
        var points = new CodePoints(dossier.Document.Text);
        var rows = new StringBuilder();
        foreach (var entry in dossier.Entries)
        {
            var span = entry.Spans[0];
            var date = EntryWords.When(entry);
            string[] cells =
            [
                entry.Kind,
                entry.Id,
                entry.DocumentId,
                points.At(span.Start).ToString(CultureInfo.InvariantCulture),
                points.At(span.End).ToString(CultureInfo.InvariantCulture),
                span.In(dossier.Document.Text).ToString(),
                EntryWords.Names(EntryWords.Who(entry)),
                States(EntryWords.Who(entry)),
                EntryWords.What(entry),
                EntryWords.Names(EntryWords.Whom(entry)),
                States(EntryWords.Whom(entry)),
                Iso(date.Start),
                Iso(date.End),
                date.IsUnknown ? "" : EntryJson.Published(date.Basis),
                EntryWords.Chain(entry),
                EntryJson.Published(entry.Status),
                entry.Confidence.ToString("0.###", CultureInfo.InvariantCulture),
                entry.Rule,
            ];
            rows.AppendJoin(',', cells.Select(Cell)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string States(IEnumerable<Entity> entities) =>
        string.Join(' ', entities.SelectMany(Flat).Select(entity => entity.State).OfType<string>().Distinct());

    private static IEnumerable<Entity> Flat(Entity entity) => entity.Members.IsDefaultOrEmpty ? [entity] : entity.Members;

    /// <summary>A value as one cell, quoted where it must be.</summary>
    public static string Cell(string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
