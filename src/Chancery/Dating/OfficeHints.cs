using Chancery.Actors;
using Chancery.Knowledge;
using Chancery.Reading;

namespace Chancery.Dating;

/// <summary>What the offices that a text gives to people say of its day: who is called president in it speaks, or acts, while president.</summary>
internal static class OfficeHints
{
    private const int MostPersons = 6;
    private const int LongestTitle = 3;
    private const int LongestName = 4;

    /// <summary>Scores the time of each office that the first sentences give to a person of the pack by title and full name.</summary>
    public static void Score(ParsedText text, World world, DayScores scores)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in text.Sentences.Take(60))
        {
            for (var at = sentence.FirstToken; at + 1 < sentence.EndToken && seen.Count < MostPersons; at++)
            {
                if (!char.IsUpper(text.Form(at + 1)[0]) || Title(text, world, sentence.FirstToken, at) is not { } office)
                    continue;
                if (Person(text, world, at + 1, sentence.EndToken) is not { } person || !seen.Add(person))
                    continue;
                Hold(world, person, office, scores);
            }
        }
    }

    // The longest title that ends at this token, unless the text says that its time is over.
    private static string? Title(ParsedText text, World world, int start, int last)
    {
        for (var first = Math.Max(start, last + 1 - LongestTitle); first <= last; first++)
        {
            if (world.Title(Lower(text, first, last + 1)) is not { } office)
                continue;
            for (var before = Math.Max(start, first - 3); before < first; before++)
                if (Over(text.Form(before)))
                    return null;
            return office;
        }

        return null;
    }

    private static bool Over(ReadOnlySpan<char> word) =>
        word.ToString().ToLowerInvariant() is var lower && (Phrasing.Earlier.Contains(lower) || lower is "deputy" or "vice" or "then");

    private static string? Person(ParsedText text, World world, int first, int limit)
    {
        for (var end = Math.Min(first + LongestName, limit); end > first + 1; end--)
            if (world.PersonByKey(world.Key(text.SpanOf(first, end).In(text.Document.Text).ToString())) is { } person)
                return person;
        return null;
    }

    private static void Hold(World world, string person, string office, DayScores scores)
    {
        // Past the last review nobody vouches for the tenure; a year more is as likely as not.
        var held = world.Held(person).Where(t => t.Fact.From is not null && Same(t, office)).ToList();
        if (held.Count == 0)
            return;
        foreach (var tenure in held)
            scores.Add(tenure.Fact.From!.Value.First, tenure.Fact.Until?.Last ?? tenure.Fact.Reviewed.AddYears(1), 1.5f);
        var times = string.Join(
            ", ",
            held.Select(static t =>
                $"{t.Fact.From!.Value.First:yyyy-MM-dd} to {(t.Fact.Until is { } until ? $"{until.Last:yyyy-MM-dd}" : "the last review")}"
            )
        );
        scores.Because($"{held[0].Name} is called {held[0].Title}, and was from {times}", 1);
    }

    private static bool Same(Tenure tenure, string office) =>
        tenure.Office == office
        || tenure.Title == office
        || office switch
        {
            "president" => tenure.Office == "hos" && tenure.Title.Contains("president", StringComparison.Ordinal),
            "pm" => tenure.Office == "hog"
                && (tenure.Title.Contains("minister", StringComparison.Ordinal) || tenure.Title is "premier" or "chancellor"),
            _ => false,
        };

    private static string Lower(ParsedText text, int first, int end) =>
        text.SpanOf(first, end).In(text.Document.Text).ToString().ToLowerInvariant();
}
