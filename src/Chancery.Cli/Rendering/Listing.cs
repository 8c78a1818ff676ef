using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Chancery.Cli.Rendering;

/// <summary>
/// Rows under named columns, printed as a table for a person, or as JSON, JSON lines or CSV for a program. Values are texts, numbers, days and lists of texts;
/// they are written in the invariant form.
/// </summary>
internal sealed class Listing(IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The columns that the table for people leaves out, for they only serve programs.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    /// <summary>The names of the forms.</summary>
    public static string[] Forms { get; } = ["text", "json", "jsonl", "csv"];

    /// <summary>Prints to the standard output; returns the number of rows.</summary>
    public int Print(string form)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        return Print(form, output, PageForm.IsPlain, PageForm.TerminalWidth());
    }

    /// <summary>Prints in a form; returns the number of rows.</summary>
    public int Print(string form, Stream output, bool plain, int width) =>
        form switch
        {
            "json" => Objects(output, "[\n"u8, ",\n"u8, "\n]\n"u8),
            "jsonl" => Objects(output, [], "\n"u8, "\n"u8),
            "csv" => Csv(output),
            _ => Text(output, plain, width),
        };

    private int Objects(Stream output, ReadOnlySpan<byte> begin, ReadOnlySpan<byte> between, ReadOnlySpan<byte> end)
    {
        output.Write(begin);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Json);
        var count = 0;
        foreach (var row in rows)
        {
            if (count++ > 0)
                output.Write(between);
            buffer.ResetWrittenCount();
            json.Reset();
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
                Member(json, columns[i], row[i]);
            json.WriteEndObject();
            json.Flush();
            output.Write(buffer.WrittenSpan);
        }

        if (count > 0 || begin.Length > 0)
            output.Write(end);
        output.Flush();
        return count;
    }

    private static void Member(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case IEnumerable<string> list:
                json.WriteStartArray();
                foreach (var item in list)
                    json.WriteStringValue(item);
                json.WriteEndArray();
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            default:
                json.WriteStringValue(Word(value));
                break;
        }
    }

    private int Csv(Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', columns.Select(CsvForm.Cell)));
        var count = 0;
        foreach (var row in rows)
        {
            count++;
            writer.WriteLine(string.Join(',', row.Select(value => CsvForm.Cell(Word(value)))));
        }

        return count;
    }

    private int Text(Stream output, bool plain, int width)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = plain ? AnsiSupport.No : AnsiSupport.Yes,
                ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        var seen = Enumerable.Range(0, columns.Count).Where(i => !Unseen.Contains(columns[i])).ToArray();
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (var i in seen)
            table.AddColumn(
                new TableColumn(new Markup(Markup.Escape(columns[i].Replace('_', ' ')), new Style(decoration: Decoration.Bold)))
            );
        var count = 0;
        foreach (var row in rows)
        {
            count++;
            var cells = seen.Select(i => new Markup(Markup.Escape(OneLine(Word(row[i]))))).ToArray();
            table.AddRow(cells);
        }

        if (count == 0)
            writer.WriteLine("nothing found");
        else
            console.Write(table);
        return count;
    }

    private static string Word(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IEnumerable<string> list => string.Join("; ", list),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    // A control character of a text must not steer the terminal.
    private static string OneLine(string text) =>
        string.Create(
            text.Length,
            text,
            static (cells, from) =>
            {
                for (var i = 0; i < cells.Length; i++)
                    cells[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        );
}
