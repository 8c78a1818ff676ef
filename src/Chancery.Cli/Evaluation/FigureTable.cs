using System.Globalization;
using System.Text.Json;

namespace Chancery.Cli.Evaluation;

/// <summary>Prints figures for a person, or as one JSON object.</summary>
internal static class FigureTable
{
    public static void Print(IReadOnlyList<Figure> figures, bool json, TextWriter output)
    {
        if (json)
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                writer.WriteStartObject();
                foreach (var figure in figures)
                    writer.WriteNumber(figure.Name, Math.Round(figure.Value, 4));
                writer.WriteEndObject();
            }

            output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
            return;
        }

        foreach (var figure in figures)
            output.WriteLine(
                $"{figure.Name,-20} {figure.Value.ToString(figure.Name == "n" || figure.Name.EndsWith(".n", StringComparison.Ordinal) ? "F0" : "F4", CultureInfo.InvariantCulture),9}"
            );
    }
}
