using System.Text;

namespace Chancery.Record;

/// <summary>
/// Cuts comma-separated text into rows (RFC 4180). The tables of the engine are read at every start, before the runtime has compiled anything well,
/// so a row without quotation marks is left to the search routines of the runtime, which are compiled beforehand.
/// </summary>
internal static class CsvLines
{
    /// <summary>The rows of the text, the heading included; empty lines are left out. A field that quotation marks open ends with them or with the text.</summary>
    public static IEnumerable<string[]> Rows(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            var quote = text.IndexOf('"', at, end - at);
            if (quote >= 0)
            {
                yield return Quoted(text, ref at);
                continue;
            }

            var last = end > at && text[end - 1] == '\r' ? end - 1 : end;
            if (last > at) yield return text[at..last].Split(',');
            at = end + 1;
        }
    }

    private static string[] Quoted(string text, ref int at)
    {
        var fields = new List<string>();
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                var field = new StringBuilder();
                for (at++; ;)
                {
                    var close = text.IndexOf('"', at);
                    if (close < 0) close = text.Length;
                    field.Append(text, at, close - at);
                    at = Math.Min(close + 1, text.Length);
                    if (at >= text.Length || text[at] != '"') break;
                    field.Append('"');
                    at++;
                }

                fields.Add(field.ToString());
            }
            else
            {
                var stop = text.AsSpan(at).IndexOfAny(',', '\n');
                stop = stop < 0 ? text.Length : at + stop;
                fields.Add(text[at..stop].TrimEnd('\r'));
                at = stop;
            }

            if (at < text.Length && text[at] == '\r') at++;
            if (at >= text.Length || text[at] == '\n')
            {
                at++;
                return [.. fields];
            }

            at++;
        }
    }
}
