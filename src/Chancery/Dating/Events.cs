using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Dating;

/// <summary>Happenings that are known by their day ("the October 7 attack") or by a name ("the invasion of Ukraine").</summary>
internal static class Events
{
    private const int Reach = 5;
    private static readonly ImmutableArray<DayOfEvent> ByDay = ReadDays();
    private static readonly ImmutableArray<NamedEvent> ByName = ReadNames();

    private sealed record DayOfEvent(DateOnly Day, string[] Words, string[] Needs);

    /// <summary>An event with a name, the words of the document that it needs beside it, and its days.</summary>
    internal sealed record NamedEvent(string Phrase, DateOnly Start, DateOnly? End, string[] Needs);

    /// <summary>The events with names.</summary>
    public static ImmutableArray<NamedEvent> Named => ByName;

    /// <summary>The year of a day that the words after it make the name of an event; null for any other day.</summary>
    public static int? YearOf(ParsedText text, TimeAtom[] atoms, TimePhrase phrase)
    {
        if (phrase.Kind != PhraseKind.Day || phrase.LastDay > 0)
            return null;
        foreach (var known in ByDay)
        {
            if (known.Day.Month != phrase.Month || known.Day.Day != phrase.Day)
                continue;
            for (
                var i = phrase.End;
                i < Math.Min(phrase.End + Reach, atoms.Length) && atoms[i].Kind is AtomKind.Word or AtomKind.Mark && !atoms[i].IsMark('.');
                i++
            )
            {
                var form = text.Document.Text.AsSpan(atoms[i].Start, atoms[i].End - atoms[i].Start);
                if (form is "and" or "in" or "on" or "when" or "after")
                    break;
                foreach (var word in known.Words)
                    if (form.Equals(word, StringComparison.OrdinalIgnoreCase) && Mentions(text, known.Needs))
                        return known.Day.Year;
            }
        }
        return null;
    }

    /// <summary>Whether the document has one of the words; true where none is asked for.</summary>
    public static bool Mentions(ParsedText text, string[] words)
    {
        if (words.Length == 0)
            return true;
        foreach (var word in words)
            if (text.Document.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static string[] Words(string field) => field.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static ImmutableArray<DayOfEvent> ReadDays() =>
        [
            .. EmbeddedTable
                .Rows("codebook/time/events.csv")
                .Select(row => new DayOfEvent(DateOnly.Parse(row[0]), Words(row[3]), Words(row[4]))),
        ];

    private static ImmutableArray<NamedEvent> ReadNames() =>
        [
            .. EmbeddedTable
                .Rows("codebook/time/named-events.csv")
                .Select(row => new NamedEvent(
                    row[0],
                    DateOnly.Parse(row[1]),
                    row[2].Length > 0 ? DateOnly.Parse(row[2]) : null,
                    Words(row[3])
                )),
        ];
}
