using Chancery.Record;

namespace Chancery.Dating;

internal sealed partial class PhraseResolver
{
    private static readonly ResolvedTime Nothing = new(TimeType.Date, "XXXX-XX-XX", null, null, Precision.Unknown, DateBasis.Unknown);

    private ResolvedTime Around(DateOnly day, TimeUnit unit, DateBasis basis = DateBasis.Relative)
    {
        switch (unit)
        {
            case TimeUnit.Week or TimeUnit.Fortnight:
                var monday = Week.Monday(day);
                return new(TimeType.Date, Week.Iso(monday), monday, monday.AddDays(6), Precision.Week, basis);
            case TimeUnit.Weekend:
                var saturday = Week.Monday(day).AddDays(5);
                return new(TimeType.Date, Week.Iso(saturday) + "-WE", saturday, saturday.AddDays(1), Precision.Interval, basis);
            case TimeUnit.Month:
                return InMonth(day.Year, day.Month, basis);
            case TimeUnit.Quarter:
                return Nth(day.Year, (day.Month + 2) / 3, 3, "Q", Precision.Quarter, basis);
            case TimeUnit.HalfYear:
                return Nth(day.Year, (day.Month + 5) / 6, 6, "H", Precision.HalfYear, basis);
            case TimeUnit.Year:
                return Years(day.Year, day.Year, basis);
            case TimeUnit.Decade:
                return new(
                    TimeType.Date,
                    $"{day.Year / 10:D3}",
                    First(day.Year / 10 * 10),
                    Last(day.Year / 10 * 10 + 9),
                    Precision.Decade,
                    basis
                );
            case TimeUnit.Century:
                return new(
                    TimeType.Date,
                    $"{day.Year / 100:D2}",
                    First(day.Year / 100 * 100),
                    Last(day.Year / 100 * 100 + 99),
                    Precision.Century,
                    basis
                );
            default:
                return OnDay(day, basis);
        }
    }

    private static ResolvedTime Nth(int year, int number, int months, string letter, Precision precision, DateBasis basis)
    {
        var start = new DateOnly(year, (number - 1) * months + 1, 1);
        return new(
            TimeType.Date,
            $"{year:D4}-{letter}{number}",
            start,
            Durations.Away(start, months, TimeUnit.Month).AddDays(-1),
            precision,
            basis
        );
    }

    private DateOnly? Reference(TimePhrase phrase, TimeUnit unit)
    {
        if (!phrase.FromDiscourse)
            return _today;
        var held = unit <= TimeUnit.Day ? _lastDay ?? _last : _last;
        return held?.Start ?? _today;
    }

    private ResolvedTime ResolveRelative(TimePhrase phrase, int tense)
    {
        // "are to rule by the middle of the year": of a year that is on; "had fallen by the end of the year" is of the year told of.
        var reference = phrase is { Edge: not null, Shift: 0, FromDiscourse: true } && tense >= 0 ? _today : Reference(phrase, phrase.Unit);
        // "the previous year" of a document that names no other year is the one before its own.
        if (reference is not { } from)
            return phrase.Unit == TimeUnit.Year && _year is { } year
                ? Years(year + (phrase.Shift ?? 0), year + (phrase.Shift ?? 0), DateBasis.Relative)
                : Nothing;
        // "the weekend" is the one that is on, else the last or the next as the clause is past or to come.
        if (phrase is { Unit: TimeUnit.Weekend, Shift: null })
            return Around(Week.DayNumber(from) > 5 || tense > 0 ? from : from.AddDays(-7), phrase.Unit);
        var shift = phrase.Shift ?? 0;
        if (phrase.Unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second)
            return OnDay(from, DateBasis.Relative);
        if (phrase.Unit == TimeUnit.Weekend && shift < 0 && Week.DayNumber(from) == 7)
            return Around(from.AddDays(-7), phrase.Unit);
        return Around(Durations.Away(from, shift, phrase.Unit), phrase.Unit);
    }

    // The last and the next so many units: a length that ends, or begins, on the document's day.
    private ResolvedTime Stretch(TimePhrase phrase, int direction)
    {
        var value = Durations.Value(phrase.Count, phrase.Unit);
        var reference = Reference(phrase, phrase.Unit) ?? documentDate.End;
        if (reference is not { } today)
            return new(TimeType.Duration, value, null, null, Precision.Unknown, DateBasis.Unknown);
        if (double.IsNaN(phrase.Count))
            return direction < 0
                ? new(TimeType.Duration, value, null, today, Precision.OpenStart, DateBasis.Relative)
                : new(TimeType.Duration, value, today, null, Precision.OpenEnd, DateBasis.Relative);
        var other = Durations.Away(today, direction * phrase.Count, phrase.Unit);
        return direction < 0
            ? new(TimeType.Duration, value, other, today, Precision.Interval, DateBasis.Relative)
            : new(TimeType.Duration, value, today, other, Precision.Interval, DateBasis.Relative);
    }

    private ResolvedTime ResolveAgo(TimePhrase phrase)
    {
        var shift = phrase.Shift ?? -1;
        if (double.IsNaN(phrase.Count))
            return new(
                TimeType.Date,
                shift < 0 ? "PAST_REF" : "FUTURE_REF",
                null,
                shift < 0 ? _today : null,
                Precision.OpenStart,
                DateBasis.Relative
            );
        if (phrase.Of is { } grain && _today is { } present)
            return Around(
                Durations.Away(present, shift * phrase.Count, phrase.Unit),
                grain.Kind == PhraseKind.DeicticDay ? TimeUnit.Day : grain.Unit
            );
        if (
            phrase is { Unit: TimeUnit.Hour or TimeUnit.Minute, FromDiscourse: true }
            && OnClock(shift * phrase.Count * (phrase.Unit == TimeUnit.Hour ? 60 : 1)) is { } clock
        )
            return clock;
        var reference = Reference(phrase, TimeUnit.Day);
        if (reference is not { } from)
            return phrase.Unit == TimeUnit.Year && _year is { } year && phrase.Count < year
                ? Years(year + shift * (int)phrase.Count, year + shift * (int)phrase.Count, DateBasis.Relative)
                : Nothing;
        return Grained(Durations.Away(from, shift * phrase.Count, phrase.Unit), phrase.Unit);
    }

    // "Half an hour later", after a clock time: the hand moves on from there.
    private ResolvedTime? OnClock(double minutes)
    {
        if (_lastDay is not { Precision: Precision.Minute, Start: { } day, Value: { Length: >= 16 } value })
            return null;
        if (
            !int.TryParse(value.AsSpan(11, 2), System.Globalization.CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(value.AsSpan(14, 2), System.Globalization.CultureInfo.InvariantCulture, out var minute)
        )
            return null;
        var at = hour * 60 + minute + (int)Math.Round(minutes);
        var days = (int)Math.Floor(at / 1440.0);
        day = Durations.Away(day, days, TimeUnit.Day);
        at -= days * 1440;
        return new(
            TimeType.Time,
            $"{day:yyyy-MM-dd}T{at / 60:D2}:{at % 60:D2}{value[16..]}",
            day,
            day,
            Precision.Minute,
            DateBasis.Relative
        );
    }

    // As fine as the unit that counted: two weeks ago is a week, three years ago a year.
    private ResolvedTime Grained(DateOnly day, TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Decade or TimeUnit.Century or TimeUnit.Millennium => Around(day, TimeUnit.Year),
            TimeUnit.Quarter or TimeUnit.HalfYear or TimeUnit.Season => Around(day, TimeUnit.Month),
            TimeUnit.Weekend => Around(day, TimeUnit.Week),
            _ => Around(day, unit),
        };

    private ResolvedTime ResolveAway(TimePhrase phrase, int tense) =>
        Resolve(phrase.Of!, tense) is { Start: { } anchor } && !double.IsNaN(phrase.Count)
            ? OnDay(Durations.Away(anchor, (phrase.Shift ?? 1) * phrase.Count, phrase.Unit), DateBasis.Relative)
            : new(TimeType.Duration, Durations.Value(phrase.Count, phrase.Unit), null, null, Precision.Unknown, DateBasis.Unknown);

    private ResolvedTime ResolveAnchored(TimePhrase phrase, int tense)
    {
        if (phrase.Of is { } of && Resolve(of, tense) is { Start: { } within })
        {
            if (phrase.Unit == TimeUnit.Quarter && (_last?.Start ?? _today) is { } quarter)
                return Nth(within.Year, (quarter.Month + 2) / 3, 3, "Q", Precision.Quarter, DateBasis.Relative);
            if (phrase.Unit == TimeUnit.Month && _last is { Start: { } month })
                return InMonth(within.Year, month.Month, DateBasis.Relative);
            return of.Kind == PhraseKind.Ago ? Resolve(of, tense) : Years(within.Year, within.Year, DateBasis.Relative);
        }
        var held = phrase.Unit is TimeUnit.Day or TimeUnit.Night ? _lastDay : _last;
        if (held is not { Start: { } from } last)
            return phrase.Unit == TimeUnit.None ? Nothing with { Value = "PAST_REF" } : Nothing;
        return phrase.Unit == TimeUnit.None ? last : Around(from, phrase.Unit);
    }

    private ResolvedTime Part(TimePhrase phrase, int tense, int months, string letter, Precision precision)
    {
        var number = (int)phrase.Count;
        int? year =
            phrase.Year > 0 ? phrase.Year
            : phrase.Of is { } of ? Resolve(of, tense).End?.Year
            : null;
        var basis = phrase.Year > 0 ? DateBasis.Stated : DateBasis.Relative;
        if (year is null && _today is { } today)
        {
            // A past quarter is one that is over, or all but.
            var end = Nth(today.Year, number, months, letter, precision, basis).End!.Value;
            year = tense <= 0 && end > today.AddDays(45) ? today.Year - 1 : today.Year;
            if (tense > 0 && end < today)
                year = today.Year + 1;
        }
        year ??= _year;
        return year is { } known ? Nth(known, number, months, letter, precision, basis) : Nothing with { Value = $"XXXX-{letter}{number}" };
    }

    private ResolvedTime ResolveSeason(TimePhrase phrase, int direction)
    {
        var season = (int)phrase.Count;
        int? year =
            phrase.Year > 0 ? phrase.Year
            : phrase.Of is { } of ? Resolve(of, direction).Start?.Year
            : null;
        var basis = phrase.Year > 0 ? DateBasis.Stated : DateBasis.Relative;
        if (year is null && _today is { } today)
        {
            for (var candidate = today.Year + 1; candidate >= today.Year - 2 && year is null; candidate--)
            {
                var (start, end) = Seasons.Of(season, candidate);
                if (
                    phrase.Shift is -1 ? end < today
                    : phrase.Shift is null && direction < 0 ? start <= today
                    : false
                )
                    year = candidate;
            }
            for (var candidate = today.Year - 1; candidate <= today.Year + 1 && year is null; candidate++)
                if (Seasons.Of(season, candidate) is var (start, end) && (phrase.Shift is 1 ? start > today : end >= today))
                    year = candidate;
        }
        if (year is not { } known)
            return Nothing with { Value = "XXXX-" + Seasons.Code(season) };
        var (first, last) = Seasons.Of(season, known);
        return new(TimeType.Date, $"{known:D4}-{Seasons.Code(season)}", first, last, Precision.Season, basis);
    }

    private ResolvedTime ResolveFiscal(TimePhrase phrase)
    {
        var year = phrase.Year > 0 ? phrase.Year : (_today?.Year ?? _year) + (phrase.Shift ?? 0);
        if (year is not { } known)
            return Nothing with { Value = "FYXXXX" };
        // Governments differ in when it begins; the days are those of the calendar year that names it.
        return new(
            TimeType.Date,
            $"FY{known:D4}",
            First(known),
            Last(known),
            Precision.Interval,
            phrase.Year > 0 ? DateBasis.Stated : DateBasis.Relative
        );
    }

    private ResolvedTime ResolveNight(TimePhrase phrase)
    {
        if (_today?.AddDays(phrase.Shift ?? 0) is not { } day)
            return Nothing;
        return new(TimeType.Time, $"{day:yyyy-MM-dd}TNI", day, phrase.Shift < 0 ? day.AddDays(1) : day, Precision.Hour, DateBasis.Relative);
    }

    private ResolvedTime ResolveReference(string token) =>
        token switch
        {
            "PAST_REF" => new(
                TimeType.Date,
                token,
                null,
                _today,
                _today is null ? Precision.Unknown : Precision.OpenStart,
                DateBasis.Relative
            ),
            "FUTURE_REF" => new(
                TimeType.Date,
                token,
                _today,
                null,
                _today is null ? Precision.Unknown : Precision.OpenEnd,
                DateBasis.Relative
            ),
            _ => new(TimeType.Date, token, _today, _today, _today is null ? Precision.Unknown : Precision.Day, DateBasis.Relative),
        };

    private ResolvedTime ResolveClock(TimePhrase phrase, int tense)
    {
        var day = phrase.Of is { } of ? Resolve(of, tense).Start : _lastDay?.Start ?? _today;
        var clock =
            $"T{phrase.Minutes / 60 % 24:D2}:{phrase.Minutes % 60:D2}"
            + (
                phrase.Zone == 0 ? "Z"
                : phrase.Zone is { } zone ? $"{(zone < 0 ? '-' : '+')}{Math.Abs(zone) / 60:D2}:{Math.Abs(zone) % 60:D2}"
                : ""
            );
        return day is { } known
            ? new(TimeType.Time, $"{known:yyyy-MM-dd}{clock}", known, known, Precision.Minute, DateBasis.Relative)
            : new(TimeType.Time, "XXXX-XX-XX" + clock, null, null, Precision.Unknown, DateBasis.Unknown);
    }

    private ResolvedTime ResolvePart(TimePhrase phrase, int tense)
    {
        var day =
            phrase.Of is { } of ? Resolve(of, tense).Start
            : phrase.FromDiscourse ? (_lastDay?.Start ?? _today)?.AddDays(phrase.Shift ?? 0)
            : _today?.AddDays(phrase.Shift ?? 0);
        if (day is not { } known)
            return new(TimeType.Time, "XXXX-XX-XXT" + phrase.Token, null, null, Precision.Unknown, DateBasis.Unknown);
        var token = phrase.Token switch
        {
            "MN" => "T24:00",
            "MI" => "T12:00",
            var other => "T" + other,
        };
        return new(TimeType.Time, $"{known:yyyy-MM-dd}{token}", known, known, Precision.Hour, DateBasis.Relative);
    }

    private ResolvedTime Narrow(ResolvedTime time, string edge)
    {
        if (time is not { Start: { } start, End: { } end } || start == end)
            return time;
        var length = end.DayNumber - start.DayNumber + 1;
        var third = Math.Max(length / 3, 1);
        return edge switch
        {
            "earlier" when _today is { } today && today >= start && today <= end => time with
            {
                End = today,
                Precision = Precision.Interval,
            },
            "later" or "rest" when _today is { } now && now >= start && now <= end => time with
            {
                Start = now,
                Precision = Precision.Interval,
            },
            "start" or "early" or "earlier" => time with { End = start.AddDays(third - 1), Precision = Precision.Interval },
            "mid" => time with { Start = start.AddDays(third), End = end.AddDays(-third), Precision = Precision.Interval },
            "end" or "late" or "later" => time with { Start = end.AddDays(1 - third), Precision = Precision.Interval },
            _ => time,
        };
    }
}
