using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Dating;

/// <summary>
/// Tells which days time phrases mean. It is fed in the order of the text, since months and weekdays lean on the frame that the
/// discourse has set ("Last year ... in March ... in October").
/// </summary>
internal sealed partial class PhraseResolver(ParsedText text, TimeAtom[] atoms, DateValue documentDate)
{
    private readonly DateOnly? _today = documentDate.Start is { } start && documentDate.End == start ? start : null;
    private readonly int? _year = documentDate.Start is { } from && documentDate.End is { } to && from.Year == to.Year ? from.Year : null;
    private ResolvedTime? _frame;
    private int _frameParagraph = -1;
    private ResolvedTime? _lastDay;
    private ResolvedTime? _last;

    /// <summary>Resolves the next phrase.</summary>
    public ResolvedTime Next(TimePhrase phrase)
    {
        var token = atoms[phrase.First].Token;
        var sentence = text.Sentences.Length == 0 ? default : text.Sentences[text.SentenceOf(Math.Min(token, text.Tokens.Length - 1))];
        if (sentence.Paragraph != _frameParagraph)
            _frame = null;
        var resolved = Resolve(phrase, text.Tokens.Length == 0 ? 0 : ClauseTense.Of(text, HeadOf(phrase)));
        Remember(phrase, resolved, sentence, token);
        return resolved;
    }

    private int HeadOf(TimePhrase phrase)
    {
        int first = atoms[phrase.First].Token,
            end = Math.Min(atoms[phrase.End - 1].Token + 1, text.Tokens.Length);
        for (var i = first; i < end; i++)
            if (text.Tokens[i].Head is var head && (head < first || head >= end))
                return i;
        return first;
    }

    private void Remember(TimePhrase phrase, ResolvedTime resolved, Sentence sentence, int token)
    {
        if (resolved.Start is null || resolved.Type is TimeType.Duration or TimeType.Set)
            return;
        _last = resolved;
        if (resolved.Precision is Precision.Day or Precision.Hour or Precision.Minute)
            _lastDay = resolved;
        // A frame stands at the head of its sentence and is at least a month long or names its year.
        if (
            token <= sentence.FirstToken + 2
            && resolved.Precision
                is Precision.Year
                    or Precision.Month
                    or Precision.Season
                    or Precision.Decade
                    or Precision.Quarter
                    or Precision.Day
            && token <= sentence.FirstToken + 2
            && (
                phrase.Year > 0
                || phrase.Kind == PhraseKind.Relative && phrase.Unit == TimeUnit.Year
                || phrase.Of is { Unit: TimeUnit.Year }
                || _frame is not null && phrase.Kind is PhraseKind.Month or PhraseKind.Day
            )
        )
        {
            _frame = resolved;
            _frameParagraph = sentence.Paragraph;
        }
    }

    private ResolvedTime Resolve(TimePhrase phrase, int tense)
    {
        var direction =
            phrase.Shift is { } shift
            && phrase.Kind is PhraseKind.Day or PhraseKind.Month or PhraseKind.Weekday or PhraseKind.Season or PhraseKind.NamedDay
                ? phrase.Shift!.Value
                : tense;
        var found = phrase.Kind switch
        {
            PhraseKind.Day => ResolveDay(phrase, direction),
            PhraseKind.Month => ResolveMonth(phrase, direction),
            PhraseKind.Year => Years(phrase.Year, phrase.Last > 0 ? phrase.Last : phrase.Year, DateBasis.Stated),
            PhraseKind.Decade => new(
                TimeType.Date,
                $"{phrase.Year / 10:D3}",
                First(phrase.Year),
                Last(phrase.Year + 9),
                Precision.Decade,
                DateBasis.Stated
            ),
            PhraseKind.Century => ResolveCentury((int)phrase.Count),
            PhraseKind.Quarter => Part(phrase, tense, 3, "Q", Precision.Quarter),
            PhraseKind.HalfYear => Part(phrase, tense, 6, "H", Precision.HalfYear),
            PhraseKind.Season => ResolveSeason(phrase, direction),
            PhraseKind.FiscalYear => ResolveFiscal(phrase),
            PhraseKind.Weekday => ResolveWeekday(phrase, direction),
            PhraseKind.NamedDay => ResolveNamed(phrase, direction),
            PhraseKind.DeicticDay => OnDay(_today?.AddDays(phrase.Shift ?? 0), DateBasis.Relative),
            PhraseKind.DeicticNight => ResolveNight(phrase),
            PhraseKind.Reference => ResolveReference(phrase.Token!),
            PhraseKind.Relative => ResolveRelative(phrase, tense),
            PhraseKind.Trailing => Stretch(phrase, -1),
            PhraseKind.Leading => Stretch(phrase, 1),
            PhraseKind.Ago => ResolveAgo(phrase),
            PhraseKind.AwayFrom => ResolveAway(phrase, tense),
            PhraseKind.Anchored => ResolveAnchored(phrase, tense),
            PhraseKind.Duration => new(
                TimeType.Duration,
                Durations.Value(phrase.Count, phrase.Unit),
                null,
                null,
                Precision.Unknown,
                DateBasis.Unknown
            ),
            PhraseKind.Set => new(TimeType.Set, phrase.Token!, null, null, Precision.Unknown, DateBasis.Unknown),
            PhraseKind.Clock => ResolveClock(phrase, tense),
            PhraseKind.PartOfDay => ResolvePart(phrase, tense),
            _ => default,
        };
        return phrase.Edge is { } edge ? Narrow(found, edge) : found;
    }

    private static DateOnly First(int year) => new(Math.Clamp(year, 1, 9999), 1, 1);

    private static DateOnly Last(int year) => new(Math.Clamp(year, 1, 9999), 12, 31);

    private static ResolvedTime Years(int first, int last, DateBasis basis) =>
        new(
            TimeType.Date,
            first == last ? $"{first:D4}" : $"{first:D4}/{last:D4}",
            First(first),
            Last(last),
            first == last ? Precision.Year : Precision.Interval,
            basis
        );

    private static ResolvedTime OnDay(DateOnly? day, DateBasis basis, DateOnly? last = null) =>
        day is not { } start ? new(TimeType.Date, "XXXX-XX-XX", null, null, Precision.Unknown, DateBasis.Unknown)
        : last is { } end && end > start ? new(TimeType.Date, $"{start:yyyy-MM-dd}/{end:yyyy-MM-dd}", start, end, Precision.Interval, basis)
        : new(TimeType.Date, $"{start:yyyy-MM-dd}", start, start, Precision.Day, basis);

    private static ResolvedTime InMonth(int year, int month, DateBasis basis)
    {
        var start = new DateOnly(Math.Clamp(year, 1, 9999), month, 1);
        return new(
            TimeType.Date,
            $"{start:yyyy-MM}",
            start,
            start.AddDays(DateTime.DaysInMonth(start.Year, month) - 1),
            Precision.Month,
            basis
        );
    }

    private static ResolvedTime ResolveCentury(int century) =>
        new(TimeType.Date, $"{century - 1:D2}", First((century - 1) * 100 + 1), Last(century * 100), Precision.Century, DateBasis.Stated);

    private static DateOnly? Make(int year, int month, int day) =>
        year is > 0 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private ResolvedTime ResolveDay(TimePhrase phrase, int direction)
    {
        if (phrase.Month == 0)
            return ResolveDayOfMonth(phrase.Day, direction);
        var (year, basis) = YearOf(phrase, direction, candidate => Make(candidate, phrase.Month, phrase.Day));
        if (year is not { } known || Make(known, phrase.Month, phrase.Day) is not { } day)
            return new(TimeType.Date, $"XXXX-{phrase.Month:D2}-{phrase.Day:D2}", null, null, Precision.Unknown, DateBasis.Unknown);
        var end = phrase.LastDay == 0 ? day : Make(known, phrase.Last > 0 ? phrase.Last : phrase.Month, phrase.LastDay);
        if (end < day)
            end = Make(known + 1, phrase.Last, phrase.LastDay);
        return OnDay(day, basis, end);
    }

    // "on the 30th": of the month that was last spoken of, else the nearest to the document's day that the tense allows.
    private ResolvedTime ResolveDayOfMonth(int day, int direction)
    {
        if (_today is not { } today)
            return OnDay(null, DateBasis.Unknown);
        DateOnly? best = null;
        for (var away = -1; away <= 1; away++)
        {
            var month = new DateOnly(today.Year, today.Month, 1).AddMonths(away);
            if (Make(month.Year, month.Month, day) is not { } found || direction < 0 && found > today || direction > 0 && found < today)
                continue;
            if (best is not { } held || Math.Abs(found.DayNumber - today.DayNumber) < Math.Abs(held.DayNumber - today.DayNumber))
                best = found;
        }

        return OnDay(best, DateBasis.Relative);
    }

    private ResolvedTime ResolveMonth(TimePhrase phrase, int direction)
    {
        var (year, basis) = YearOf(phrase, direction, candidate => Make(candidate, phrase.Month, 1), months: true);
        return year is { } known
            ? InMonth(known, phrase.Month, basis)
            : new(TimeType.Date, $"XXXX-{phrase.Month:D2}", null, null, Precision.Unknown, DateBasis.Unknown);
    }

    // The year of a day or month that does not name it: written, of the larger phrase, of the frame, by shift, by tense.
    private (int? Year, DateBasis Basis) YearOf(TimePhrase phrase, int direction, Func<int, DateOnly?> on, bool months = false)
    {
        if (phrase.Year > 0)
            return (phrase.Year, DateBasis.Stated);
        if (phrase.Of is { } of && Resolve(of, direction) is { Start: { } within })
            return (within.Year, DateBasis.Relative);
        if (Events.YearOf(text, atoms, phrase) is { } named && !(_today is { } present && present.Year < named))
            return (named, DateBasis.Knowledge);
        if (phrase.Shift is null && _frame is { Start: { } frameStart, End: { } frameEnd })
        {
            for (var year = frameStart.Year; year <= frameEnd.Year + 1; year++)
                if (
                    on(year) is { } day
                    && (months ? new DateOnly(frameStart.Year, frameStart.Month, 1) <= day : day >= frameStart)
                    && (_today is not { } now || day <= now || direction > 0)
                )
                    return (year, DateBasis.Relative);
        }
        if (_today is not { } today)
            return
                _year is { } only
                && direction <= 0
                && documentDate.End is { } latest
                && on(only) is { } fits
                && fits <= latest
                && documentDate.Start!.Value <= fits
                ? (only, DateBasis.Relative)
                : (null, DateBasis.Unknown);
        DateOnly? best = null;
        var bestDistance = double.MaxValue;
        for (var year = today.Year - 4; year <= today.Year + 4; year++)
        {
            if (on(year) is not { } day)
                continue;
            var reference = months ? new DateOnly(today.Year, today.Month, 1) : today;
            if (phrase.Shift is -1 && (months && day >= reference))
                continue;
            if (phrase.Shift is 1 && day <= reference)
                continue;
            if (phrase.Shift is null && direction < 0 && day > reference || direction > 0 && day < reference)
                continue;
            if (phrase.Shift == 0 && day.Year != today.Year)
                continue;
            double distance = Math.Abs(day.DayNumber - reference.DayNumber);
            if (day > reference)
                distance += 0.5;
            if (distance < bestDistance)
                (best, bestDistance) = (day, distance);
        }
        return (best?.Year, DateBasis.Relative);
    }

    private ResolvedTime ResolveWeekday(TimePhrase phrase, int direction)
    {
        if (phrase.Of is { } of && Resolve(of, direction) is { Start: { } monday })
            return OnDay(monday.AddDays(phrase.Weekday - 1), DateBasis.Relative);
        if (_today is not { } today)
            return new(TimeType.Date, $"XXXX-WXX-{phrase.Weekday}", null, null, Precision.Unknown, DateBasis.Unknown);
        // "Saturday ahead of the Lunar New Year": the day that bears the name, where it falls on that weekday.
        for (var i = phrase.End; i < Math.Min(phrase.End + 6, atoms.Length) && atoms[i].Kind != AtomKind.Break; i++)
            if (
                atoms[i].Capital
                && NamedDays.Find(text.Document.Text.AsSpan(atoms[i].Start), out var named, out _)
                && Near(named!, today) is { } feast
                && Week.DayNumber(feast) == phrase.Weekday
            )
                return OnDay(feast, DateBasis.Relative);
        var back = (Week.DayNumber(today) - phrase.Weekday + 7) % 7;
        var day = phrase.Shift switch
        {
            -1 => today.AddDays(back == 0 ? -7 : -back),
            1 => today.AddDays(7 - back),
            0 => Week.Monday(today).AddDays(phrase.Weekday - 1),
            _ => direction < 0 ? today.AddDays(-back)
            : direction > 0 ? today.AddDays((7 - back) % 7)
            : today.AddDays(back <= 3 ? -back : 7 - back),
        };
        return OnDay(day, DateBasis.Relative);
    }

    // The day that bears the name within a fortnight of the document.
    private static DateOnly? Near(NamedDay named, DateOnly today)
    {
        for (var year = today.Year - 1; year <= today.Year + 1; year++)
            if (named.In(year) is { } day && Math.Abs(day.DayNumber - today.DayNumber) <= 14)
                return day;
        return null;
    }

    private ResolvedTime ResolveNamed(TimePhrase phrase, int direction)
    {
        var named = phrase.Named!;
        var (year, basis) =
            phrase.Year == 0 && phrase.Of is null && phrase.Shift is null && _today is { } today && Near(named, today) is { } near
                ? (near.Year, DateBasis.Relative)
                : YearOf(phrase, direction, named.In);
        if (year is not { } known || named.In(known) is not { } day)
            return named.Calendar == "gregorian"
                ? new(TimeType.Date, $"XXXX-{named.Month:D2}-{named.Day:D2}", null, null, Precision.Unknown, DateBasis.Unknown)
                : OnDay(null, DateBasis.Unknown);
        return OnDay(
            day,
            basis == DateBasis.Stated ? DateBasis.Stated : DateBasis.Relative,
            named.Length > 1 ? day.AddDays(named.Length - 1) : null
        ) with
        {
            Value = $"{day:yyyy-MM-dd}",
        };
    }
}
