using Sylvan.Data.Csv;

namespace Chancery.Intake;

/// <summary>Documents in a table, a row each, with a header that names the columns as in JSON.</summary>
internal static class TableRows
{
    private const int LongestField = 16 << 20;

    public static IEnumerable<Arrival> Read(TextReader table, char separator, string origin, Declared given)
    {
        CsvDataReader? rows = null;
        Arrival? refused = null;
        try
        {
            rows = CsvDataReader.Create(
                table,
                new CsvDataReaderOptions
                {
                    Delimiter = separator,
                    BufferSize = 1 << 16,
                    MaxBufferSize = LongestField,
                }
            );
        }
        catch (Exception error) when (error is CsvFormatException or InvalidDataException or ArgumentException)
        {
            refused = Arrival.Refused(Refusals.Table(origin, error.Message));
        }

        if (refused is not null || rows is null)
        {
            yield return refused ?? Arrival.Refused(Refusals.NoText(origin));
            yield break;
        }

        using var reader = rows;
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var column = Array.FindIndex(names, name => string.Equals(name, "text", StringComparison.OrdinalIgnoreCase));
        if (column < 0)
        {
            yield return Arrival.Refused(Refusals.NoText(origin));
            yield break;
        }

        for (var number = 1; ; number++)
        {
            var place = $"{origin}#{number}";
            Arrival? arrival;
            var over = false;
            try
            {
                if (!reader.Read())
                    yield break;
                arrival = Row(reader, names, column, place, given);
            }
            catch (Exception error)
                when (error is CsvFormatException or CsvRecordTooLargeException or InvalidDataException or IndexOutOfRangeException)
            {
                arrival = Arrival.Refused(Refusals.Table(place, error.Message));
                over = true;
            }

            yield return arrival;
            if (over)
                yield break;
        }
    }

    private static Arrival Row(CsvDataReader reader, string[] names, int column, string place, Declared given)
    {
        var count = reader.RowFieldCount;
        var text = column < count ? reader.GetString(column) : "";
        if (string.IsNullOrWhiteSpace(text))
            return Arrival.Refused(Refusals.Empty(place));
        var fields = new List<KeyValuePair<string, string>>();
        for (var i = 0; i < Math.Min(names.Length, count); i++)
            if (i != column)
                fields.Add(new(names[i], reader.GetString(i)));
        return Arrival.Of(Declared.From(fields, place).Or(given).On(text, place));
    }
}
