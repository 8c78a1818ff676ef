using System.Globalization;
using System.Text;
using Chancery.Knowledge;

namespace Chancery.Cli.Packs;

/// <summary>
/// The actor dictionaries of PETRARCH: a name, indented codes with dates in brackets, synonyms after a plus. A code is an ISO code with role codes
/// after it; only the date brackets <c>&lt;d</c>, <c>&gt;d</c> and <c>d-d</c> are known there. Writing it loses sources, statuses and half of the offices.
/// </summary>
internal static class PetrarchActors
{
    private static readonly Dictionary<string, string> Offices = new(StringComparer.Ordinal)
    {
        ["president"] = "GOV",
        ["pm"] = "GOV",
        ["hos"] = "GOV",
        ["hog"] = "GOV",
        ["fm"] = "GOV",
        ["defmin"] = "GOVMIL",
    };

    /// <summary>Reads a dictionary: persons whose code says that they are of a government, an army or a parliament (offices unknown: <c>official</c>) and their other names.</summary>
    public static void Read(string text, Gathered to)
    {
        string? name = null;
        var synonyms = new List<string>();
        var codes = new List<(string Place, string Code, string From, string Until)>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var bare = line.Split('#', ';')[0].TrimEnd();
            if (bare.Length == 0 || bare.StartsWith("<!--", StringComparison.Ordinal) || bare[0] == '!')
                continue;
            if (bare.Contains('[', StringComparison.Ordinal) && !bare.Contains(']', StringComparison.Ordinal))
                to.Refuse($", line {number}", "a bracket is not closed.");
            if (bare[0] == '+')
                synonyms.Add(Readable(bare[1..]));
            else if (char.IsWhiteSpace(bare[0]))
                codes.AddRange(Codes(bare, number));
            else
            {
                Close();
                name = Readable(bare.Split('[')[0]);
                if (bare.Contains('[', StringComparison.Ordinal))
                    codes.AddRange(Codes(bare[bare.IndexOf('[', StringComparison.Ordinal)..], number));
            }
        }

        Close();

        void Close()
        {
            var taken = false;
            foreach (var (place, code, from, until) in codes)
                if (name is { Length: > 0 } && code.Length >= 6 && code[3..6] is "GOV" or "MIL" or "LEG")
                {
                    to.Add(place, "", name, "", code[..3], "official", from, until);
                    taken = true;
                }

            if (taken)
                foreach (var synonym in synonyms)
                    to.Name(synonym, name!);
            name = null;
            synonyms.Clear();
            codes.Clear();
        }
    }

    /// <summary>Writes the persons of a pack as a dictionary.</summary>
    public static void Write(World world, TextWriter output)
    {
        foreach (
            var person in world
                .Tenures.Where(static t => !t.State.Contains('/', StringComparison.Ordinal))
                .GroupBy(static t => t.Person, StringComparer.Ordinal)
                .OrderBy(static g => g.Key, StringComparer.Ordinal)
        )
        {
            output.Write(Folding.Of(person.First().Name).ToUpperInvariant().Replace(' ', '_') + "_\n");
            foreach (var tenure in person.OrderBy(static t => t.Fact.From?.First))
            {
                var code = tenure.State + Offices.GetValueOrDefault(tenure.Office, "GOV");
                var span = (tenure.Fact.From, tenure.Fact.Until) switch
                {
                    ({ } from, { } until) => $" {Day(from.First)}-{Day(until.First)}",
                    ({ } from, null) => $" >{Day(from.First)}",
                    (null, { } until) => $" <{Day(until.First)}",
                    _ => "",
                };
                output.Write($"\t[{code}{span}]\n");
            }
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Place, string Code, string From, string Until)> Codes(string line, int number)
    {
        for (var at = line.IndexOf('[', StringComparison.Ordinal); at >= 0; at = line.IndexOf('[', at + 1))
        {
            var end = line.IndexOf(']', at);
            if (end < 0)
                yield break;
            var parts = line[(at + 1)..end].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0)
                continue;
            var dates = parts.Length > 1 ? parts[1] : "";
            var (from, until) =
                dates.Length == 0 ? ("", "")
                : dates[0] == '<' ? ("", dates[1..])
                : dates[0] == '>' ? (dates[1..], "")
                : dates.Contains('-', StringComparison.Ordinal) ? (dates.Split('-')[0], dates.Split('-')[1])
                : ("", "");
            yield return ($", line {number}", parts[0], Iso(from), Iso(until));
        }
    }

    // Two-digit years turn at 30, as in the program that the format comes from.
    private static string Iso(string date)
    {
        if (date.Length == 6 && int.TryParse(date[..2], out var year))
            date = (year <= 30 ? "20" : "19") + date;
        return date.Length == 8 && date.All(char.IsAsciiDigit) ? $"{date[..4]}-{date[4..6]}-{date[6..]}" : "";
    }

    private static string Readable(string name) =>
        string.Join(
            ' ',
            name.Split(['_', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
                .Select(static word => word.Length == 1 ? word : word[0] + word[1..].ToLowerInvariant())
        );

    internal static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in Folding.Of(name).ToLowerInvariant())
            if (char.IsLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }
}
