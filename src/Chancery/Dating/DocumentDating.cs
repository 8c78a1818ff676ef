using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Dating;

/// <summary>Finds the day on which a document speaks: declared, from its dateline, or inferred from what it says, with the reasons.</summary>
public static class DocumentDating
{
    private const float Enough = 2.5f;

    // The most atoms of a time of day behind a date, or of an agency's name before it.
    private const int MostAfterDay = 10;

    private static readonly ImmutableArray<string[]> Chairs = [.. EmbeddedTable.Rows("codebook/time/chairs.csv")];
    private static readonly ImmutableArray<string[]> Relations = [.. EmbeddedTable.Rows("codebook/time/relations.csv")];

    /// <summary>
    /// The date of the document. It runs before the actors are known, since who holds an office hangs on the day. The world is the one that
    /// the engine carries where none is given. Where several days fit alike it is unknown, and its reasons name them.
    /// </summary>
    public static DateValue Date(ParsedText text, World? world = null)
    {
        if (text.Document.Published is { } day)
            return DateValue.Day(day, DateBasis.Publication, "declared by the carrier");
        if (text.Tokens.Length == 0)
            return DateValue.Unknown;
        var atoms = TimeLexer.Read(text);
        var phrases = new PhraseScanner(text, atoms).Scan();
        return Dateline(text, atoms, phrases) ?? Opening(text, atoms, phrases) ?? Infer(text, atoms, phrases, world ?? World.Default);
    }

    // A full date that opens one of the first lines or stands alone on it.
    private static DateValue? Dateline(ParsedText text, TimeAtom[] atoms, List<TimePhrase> phrases) =>
        Head(text, atoms, phrases) is { Year: > 0 } phrase
            ? DateValue.Day(
                new DateOnly(phrase.Year, phrase.Month, phrase.Day),
                DateBasis.Dateline,
                $"the head of the report says \"{Words(text, atoms, phrase)}\""
            )
            : null;

    // The first day that heads one of the first lines; one with a year before one without.
    private static TimePhrase? Head(ParsedText text, TimeAtom[] atoms, List<TimePhrase> phrases)
    {
        TimePhrase? yearless = null;
        foreach (var phrase in phrases)
        {
            var line = 0;
            var start = 0;
            for (var i = 0; i < phrase.First; i++)
                if (atoms[i].Kind == AtomKind.Break)
                    (line, start) = (line + 1, i + 1);
            if (line > 3)
                break;
            if (
                phrase.Kind != PhraseKind.Day
                || phrase.Year is not 0 and (< 1945 or > 2100)
                || phrase.LastDay > 0
                || phrase.Of is not null
                || phrase.Shift is not null
            )
                continue;
            if (phrase.Day > DateTime.DaysInMonth(phrase.Year == 0 ? 2000 : phrase.Year, phrase.Month))
                continue;
            var next = phrase.End < atoms.Length ? atoms[phrase.End] : default;
            var opens =
                atoms[phrase.First].Start - atoms[start].Start < (next.IsMark(')') ? 90 : 50)
                && (
                    next.IsMark('(')
                    || next.IsDash
                    || next.IsMark(':')
                    || next.IsMark(')') && phrase.Year > 0 && IsBracketed(atoms, start, phrase.First)
                    || next.IsMark('.') && phrase.Year > 0 && phrase.First - start is >= 2 and <= 4 && atoms[phrase.First - 1].IsMark(',')
                );
            var alone =
                phrase.First - start <= 4
                && (phrase.End == atoms.Length || next.Kind == AtomKind.Break || (phrase.Year > 0 && IsClock(atoms, phrase.End)));
            // "Regular Press Conference on November 5, 2024": a title that closes with the day of what it heads.
            var closes = line == 0 && (phrase.End == atoms.Length || next.Kind == AtomKind.Break) && phrase.Year > 0;
            if (!opens && !alone && !closes)
                continue;
            if (phrase.Year > 0)
                return phrase;
            yearless ??= phrase;
        }

        return yearless;
    }

    // "01/08/2022 08:01 PM EST", "November 25, 2024 | 02:50 PM": nothing but a time of day and a place follows on the line.
    private static bool IsClock(TimeAtom[] atoms, int from)
    {
        var digits = 0;
        for (var i = from; i < atoms.Length && atoms[i].Kind != AtomKind.Break; i++)
        {
            if (i - from > MostAfterDay || (atoms[i].Kind == AtomKind.Word && !atoms[i].Capital && atoms[i].End - atoms[i].Start > 2))
                return false;
            if (atoms[i].Kind == AtomKind.Digits)
                digits++;
        }

        return digits > 0;
    }

    // "ISLAMABAD, (Point News - 25th Nov, 2024) The minister": the day closes a bracket that the line opened.
    private static bool IsBracketed(TimeAtom[] atoms, int start, int day)
    {
        for (var i = day - 1; i >= start && day - i <= MostAfterDay; i--)
            if (atoms[i].IsMark('('))
                return true;
        return false;
    }

    // "On the afternoon of November 9, 2024, the President held talks": a readout opens with the day that it tells of, and no day in
    // it that is past lies later.
    private static DateValue? Opening(ParsedText text, TimeAtom[] atoms, List<TimePhrase> phrases)
    {
        DateOnly? opening = null;
        TimePhrase? told = null;
        var body = 0;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Role is not (SentenceRole.Headline or SentenceRole.Byline or SentenceRole.Dateline))
                break;
            body++;
        }

        foreach (var outer in phrases)
        {
            var phrase = outer.Kind == PhraseKind.PartOfDay && outer.Of is { } of ? of : outer;
            if (phrase.Year is < 1945 or > 2100 || phrase.Kind is not (PhraseKind.Day or PhraseKind.Month or PhraseKind.Year))
                continue;
            var token = atoms[outer.First].Token;
            if (opening is { } held)
            {
                if (phrase.Year > held.Year && ClauseTense.Of(text, token) <= 0)
                    return null;
                continue;
            }

            if (phrase.Kind != PhraseKind.Day || phrase.LastDay > 0 || phrase.Day > DateTime.DaysInMonth(phrase.Year, phrase.Month))
                continue;
            if (text.SentenceOf(token) != body || ClauseTense.Of(text, token) >= 0)
                return null;
            (opening, told) = (new DateOnly(phrase.Year, phrase.Month, phrase.Day), phrase);
        }

        return opening is { } day
            ? DateValue.Day(
                day,
                DateBasis.Inferred,
                $"the text opens with what it tells of \"{Words(text, atoms, told!)}\", and tells of nothing later as past"
            )
            : null;
    }

    private static string Words(ParsedText text, TimeAtom[] atoms, TimePhrase phrase) =>
        text.Document.Text[atoms[phrase.First].Start..atoms[phrase.End - 1].End];

    // "YEREVAN, Sept 14 (Wire) -": the day of some year.
    private static void OfHead(ParsedText text, TimeAtom[] atoms, List<TimePhrase> phrases, DayScores scores)
    {
        if (Head(text, atoms, phrases) is not { Year: 0 } head)
            return;
        for (var year = 1945; year <= 2100; year++)
            if (head.Day <= DateTime.DaysInMonth(year, head.Month))
            {
                var day = new DateOnly(year, head.Month, head.Day);
                scores.Add(day, day, 3);
            }

        scores.Because($"the head of the report says \"{Words(text, atoms, head)}\" of a year that it does not name", 1.5f);
    }

    private static DateValue Infer(ParsedText text, TimeAtom[] atoms, List<TimePhrase> phrases, World world)
    {
        var scores = new DayScores();
        OfHead(text, atoms, phrases, scores);
        OfficeHints.Score(text, world, scores);
        NamedDays(text, atoms, phrases, scores);
        foreach (var sentence in text.Sentences.Take(400))
        {
            var words = sentence.Span.In(text.Document.Text).ToString();
            OfChair(words, scores);
            OfRelations(text, words, scores);
        }
        foreach (var known in Events.Named)
            if (text.Document.Text.Contains(known.Phrase, StringComparison.OrdinalIgnoreCase) && Events.Mentions(text, known.Needs))
                scores.NotBefore(known.Start, 4);
        Written(text, atoms, phrases, scores);
        if (scores.Support < Enough)
            return DateValue.Unknown with { Reasons = [.. scores.Reasons] };
        var weekday = Weekdays(text, atoms, phrases, scores);
        var (from, to, best, rival, rivalScore) = scores.Best();
        if (weekday is not null)
            scores.Reasons.Add(weekday);
        if (from.Year != to.Year)
        {
            scores.Reasons.Add($"no more is said: days from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} fit alike");
            return DateValue.Unknown with { Reasons = [.. scores.Reasons] };
        }

        if (rivalScore > best - 1.5f)
            scores.Reasons.Add($"{rival:yyyy-MM-dd} fits nearly as well");
        return new DateValue
        {
            Start = from,
            End = to,
            Basis = DateBasis.Inferred,
            Reasons = [.. scores.Reasons],
            Precision =
                from == to ? Precision.Day
                : from is { Month: 1, Day: 1 } && to is { Month: 12, Day: 31 } ? Precision.Year
                : Precision.Interval,
        };
    }

    // "Saturday ahead of the Lunar New Year" leaves the years in which that day falls on a Saturday, and the days just before it.
    private static void NamedDays(ParsedText text, TimeAtom[] atoms, List<TimePhrase> phrases, DayScores scores)
    {
        for (var i = 0; i < phrases.Count; i++)
        {
            if (phrases[i] is not { Kind: PhraseKind.NamedDay, Year: 0, Of: null, Shift: null, Named: { } named })
                continue;
            var before =
                i > 0 && phrases[i - 1] is { Kind: PhraseKind.Weekday, Shift: null } weekday && phrases[i].First - weekday.End <= 5
                    ? weekday
                    : null;
            var years = new List<int>();
            for (var year = 1945; year <= 2100; year++)
            {
                if (named.In(year) is not { } day)
                    continue;
                if (before is null)
                    scores.Add(day.AddDays(-14), day.AddDays(7), 1);
                else if (Week.DayNumber(day) == before.Weekday)
                {
                    scores.Add(day.AddDays(-6), day, 4);
                    if (year is >= 1990 and <= 2030)
                        years.Add(year);
                }
            }
            if (before is not null)
                scores.Because(
                    $"{Week.Name(before.Weekday)} is the {named.Name}: from 1990 to 2030 it falls on that weekday in {string.Join(", ", years)}",
                    2
                );
        }
    }

    private static void OfChair(string words, DayScores scores)
    {
        if (
            !Has(words, "presidency|chair|chairs|chairmanship")
            || !Has(words, "this year|current|assumed|took over|rotating|holds|taken over")
        )
            return;
        foreach (var body in Chairs.Select(row => row[0]).Distinct(StringComparer.Ordinal))
        {
            if (!Has(words, body))
                continue;
            var years = Chairs.Where(row => row[0] == body && Has(words, row[1])).Select(row => int.Parse(row[2])).ToList();
            if (years.Count == 0)
                continue;
            foreach (var year in years)
                scores.AddYear(year, 3);
            scores.Because(
                $"the {body} presidency that the text calls this year's was held in {string.Join(", ", years)}",
                years.Count == 1 ? 3 : 2
            );
        }
    }

    private static void OfRelations(ParsedText text, string words, DayScores scores)
    {
        if (!Has(words, "diplomatic relations|diplomatic ties"))
            return;
        if (Years(words) is not { } count)
            return;
        var row = Pair(words) ?? Pair(text.Document.Text);
        if (row is null)
            return;
        var year = int.Parse(row[2]) + count;
        scores.AddYear(year, 3);
        scores.Because($"{count} years of diplomatic relations: they were established in {row[2]}, which makes it {year}", 3);

        static string[]? Pair(string words) => Relations.FirstOrDefault(row => Has(words, row[0]) && Has(words, row[1]));
    }

    // "75 years", "75th anniversary"
    private static int? Years(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsAsciiDigit(words[i]) || i > 0 && char.IsLetterOrDigit(words[i - 1]))
                continue;
            var end = i;
            while (end < words.Length && char.IsAsciiDigit(words[end]))
                end++;
            if (end - i is 2 or 3)
            {
                var rest = words.AsSpan(end).TrimStart(' ').TrimStart('-');
                if (
                    rest.StartsWith("years", StringComparison.Ordinal)
                    || rest.Length > 14 && rest[2..].TrimStart(' ').StartsWith("anniversary", StringComparison.Ordinal)
                )
                    return int.Parse(words.AsSpan(i, end - i));
            }
            i = end;
        }
        return null;
    }

    // Years that the text writes out: it speaks after those it tells as past, and seldom long after the last of them.
    private static void Written(ParsedText text, TimeAtom[] atoms, List<TimePhrase> phrases, DayScores scores)
    {
        DateOnly? latest = null;
        foreach (var phrase in phrases)
        {
            if (phrase.Year is < 1945 or > 2100 || phrase.Kind is not (PhraseKind.Day or PhraseKind.Month or PhraseKind.Year))
                continue;
            if (ClauseTense.Of(text, atoms[phrase.First].Token) > 0)
                continue;
            var day = new DateOnly(
                phrase.Year,
                Math.Max(phrase.Month, 1),
                phrase.Kind == PhraseKind.Day ? Math.Min(phrase.Day, DateTime.DaysInMonth(phrase.Year, phrase.Month)) : 1
            );
            if (latest is null || day > latest)
                latest = day;
        }
        if (latest is not { } last)
            return;
        scores.NotBefore(last, 3);
        scores.Add(last, last.AddDays(730), 0.75f);
        scores.Because($"the latest time that it tells as past is {last:yyyy-MM-dd} or after", 0.5f);
    }

    // Reports mostly speak on the day they name last in the past, else within the week after it.
    private static string? Weekdays(ParsedText text, TimeAtom[] atoms, List<TimePhrase> phrases, DayScores scores)
    {
        var counts = new int[8];
        for (var i = 0; i < phrases.Count; i++)
        {
            if (phrases[i] is not { Kind: PhraseKind.Weekday, Shift: null, Of: null } phrase)
                continue;
            var feast = i + 1 < phrases.Count && phrases[i + 1].Kind == PhraseKind.NamedDay && phrases[i + 1].First - phrase.End <= 5;
            if (!feast && ClauseTense.Of(text, atoms[phrase.First].Token) <= 0)
                counts[phrase.Weekday]++;
        }
        var weekday = Array.IndexOf(counts, counts.Max());
        if (counts[weekday] == 0)
            return null;
        scores.AddWeekday(weekday, 0.6f);
        scores.AddWeekday(weekday % 7 + 1, 0.3f);
        return $"it tells what happened on {Week.Name(weekday)}, and reports speak on the day of their news or the next";
    }

    private static bool Has(string text, string alternatives)
    {
        foreach (var range in alternatives.AsSpan().Split('|'))
        {
            var word = alternatives.AsSpan()[range];
            var from = 0;
            while (
                text.AsSpan(from).IndexOf(word, word.Length <= 3 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
                    is var at
                        and >= 0
            )
            {
                at += from;
                var end = at + word.Length;
                if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end >= text.Length || !char.IsLetterOrDigit(text[end])))
                    return true;
                from = end;
            }
        }
        return false;
    }
}
