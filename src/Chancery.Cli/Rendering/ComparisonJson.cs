using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Accounts;
using Chancery.Record;

namespace Chancery.Cli.Rendering;

/// <summary>The published JSON of a comparison: event, accounts, rows with their cells, claims of silence; offsets in code points.</summary>
internal static class ComparisonJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    public static string Write(ComparisonSheet sheet)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        var points = sheet.Documents.ToDictionary(
            document => document.Id,
            document => (document.Text, Points: new CodePoints(document.Text)),
            StringComparer.Ordinal
        );
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("event", sheet.Comparison.Event);
            json.WriteString("subject", sheet.Comparison.Subject);
            json.WriteStartArray("accounts");
            foreach (var account in sheet.Comparison.Accounts)
                Account(json, account);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (var row in sheet.Comparison.Rows)
                Row(json, row, points);
            json.WriteEndArray();
            json.WriteStartArray("claims");
            foreach (var claim in sheet.Comparison.Claims)
                Claim(json, claim, points);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Account(Utf8JsonWriter json, ComparedAccount account)
    {
        json.WriteStartObject();
        json.WriteString("document", account.Document);
        json.WriteString("by", account.By);
        json.WriteString("published", account.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("words", account.Words);
        json.WriteString("initiator", account.Initiator);
        json.WriteString("language", account.Language);
        json.WriteString("text_kind", EntryJson.Published(account.Kind));
        json.WriteString("title", account.Title);
        json.WriteString("origin", account.Origin);
        if (!account.Cited.IsEmpty)
        {
            json.WriteStartArray("cited");
            foreach (var cited in account.Cited)
                json.WriteStringValue(cited);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, ComparisonRow row, Dictionary<string, (string Text, CodePoints Points)> points)
    {
        json.WriteStartObject();
        json.WriteString("topic", row.Topic);
        json.WriteString("proposition", row.Proposition);
        json.WriteString("about", row.About);
        json.WriteNumber("divergence", row.Divergence);
        json.WriteString("relation", EntryJson.Published(row.Relation));
        json.WriteString("why", row.Why);
        json.WriteStartArray("cells");
        foreach (var cell in row.Cells)
        {
            json.WriteStartObject();
            json.WriteString("document", cell.Document);
            json.WriteString("state", EntryJson.Published(cell.State));
            json.WriteString("quote", cell.Quote);
            json.WriteStartArray("spans");
            foreach (var span in cell.Spans)
                Span(json, span, points[cell.Document]);
            json.WriteEndArray();
            if (cell.Checked is { } check)
                Check(json, check);
            else
                json.WriteNull("checked");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Check(Utf8JsonWriter json, Check check)
    {
        json.WriteStartObject("checked");
        json.WriteStartArray("terms");
        foreach (var term in check.Terms)
            json.WriteStringValue(term);
        json.WriteEndArray();
        json.WriteString("method", check.Method);
        json.WriteEndObject();
    }

    private static void Claim(Utf8JsonWriter json, SilenceClaim claim, Dictionary<string, (string Text, CodePoints Points)> points)
    {
        json.WriteStartObject();
        json.WriteString("document", claim.Document);
        json.WriteString("about", claim.About);
        json.WriteString("by", claim.By);
        json.WriteString("topic", claim.Topic);
        json.WriteString("state", EntryJson.Published(claim.State));
        json.WriteStartArray("spans");
        Span(json, claim.Claim, points[claim.Document]);
        json.WriteEndArray();
        if (claim.Holds is { } holds)
            json.WriteBoolean("holds", holds);
        else
            json.WriteNull("holds");
        json.WriteStartArray("found");
        if (claim.Found is { } found && claim.About is { } about)
            Span(json, found, points[about]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Span(Utf8JsonWriter json, Span span, (string Text, CodePoints Points) document)
    {
        json.WriteStartObject();
        json.WriteNumber("start", document.Points.At(span.Start));
        json.WriteNumber("end", document.Points.At(span.End));
        json.WriteString("quote", span.In(document.Text));
        json.WriteEndObject();
    }
}
