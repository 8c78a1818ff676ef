namespace Chancery.Dating;

// Hours, zones and parts of the day.
internal sealed partial class PhraseScanner
{
    // the morning of March 5 | in the evening
    private TimePhrase? PartOfDay(int i)
    {
        var at = SkipThe(i);
        if (!Has(at, TimeReading.Part))
            return null;
        var token = atoms[at].Word!.Value(TimeReading.Part);
        var of = IsAny(at + 1, "of", "on") ? at + 2 : at + 1;
        if (at > i && Inner(of) is { Kind: PhraseKind.Day or PhraseKind.Weekday } day)
            return new TimePhrase
            {
                Kind = PhraseKind.PartOfDay,
                First = i,
                End = day.End,
                Token = token,
                Of = day,
            };
        if (at > i && IsAny(i - 1, "in", "during", "into", "by") && !Is(at + 1, "of"))
            return new TimePhrase
            {
                Kind = PhraseKind.PartOfDay,
                First = i,
                End = at + 1,
                Token = token,
                FromDiscourse = true,
            };
        return IsAny(at, "noon", "midnight", "midday") && (IsAny(i - 1, "at", "until", "by", "before", "after", "from", "since"))
            ? new TimePhrase
            {
                Kind = PhraseKind.PartOfDay,
                First = i,
                End = at + 1,
                Token = token,
                FromDiscourse = true,
            }
            : null;
    }

    // 16:08 UTC | 6:40 p.m. (GMT +8) | 1700 GMT | 8 a.m. Monday
    private TimePhrase? Clock(int i)
    {
        var hour = Peek(i);
        if (
            hour.Whole < 0
            || hour.Ordinal
            || hour.Digits is > 4 or 3
            || i > 0 && Peek(i - 1) is { Kind: AtomKind.Mark, Mark: '$' or '€' or '£' or ':' }
        )
            return null;
        int minutes,
            next = i + 1;
        var sure = false;
        if (
            hour.Digits <= 2
            && IsMark(next, ':')
            && atoms[next].Glued
            && Peek(next + 1) is { Digits: 2, Glued: true } minute
            && minute.Whole < 60
            && hour.Whole <= 24
        )
        {
            minutes = hour.Whole * 60 + minute.Whole;
            next += 2;
            if (IsMark(next, ':') && Peek(next + 1) is { Digits: 2, Glued: true })
                next += 2;
            sure = true;
        }
        else if (
            hour.Digits == 4
            && hour.Whole / 100 <= 24
            && hour.Whole % 100 < 60
            && (
                Has(next, TimeReading.Zone) && Zonal(next)
                || Is(next, "local") && Is(next + 1, "time")
                || Is(next, "hours")
                    && (
                        IsAny(i - 1, "at", "by", "until", "since", "before", "after", "from")
                        || IsAny(next + 1, "today", "on", "local", "yesterday")
                        || Has(next + 1, TimeReading.Zone)
                    )
            )
        )
            minutes = hour.Whole / 100 * 60 + hour.Whole % 100;
        else if (hour.Digits <= 2 && hour.Whole <= 24)
            minutes = hour.Whole * 60;
        else
            return null;
        if (Has(next, TimeReading.Meridiem))
        {
            var half = int.Parse(atoms[next].Word!.Value(TimeReading.Meridiem));
            if (Is(next, "am") && Peek(next).Capital && Form(next)[1] == 'm')
                return null;
            if (half >= 0 && hour.Whole <= 12)
                minutes = minutes % 720 + half * 60;
            next++;
            sure = true;
        }
        int? zone = null;
        var open = IsMark(next, '(') ? next + 1 : next;
        if (Has(open, TimeReading.Zone) && Zonal(open))
        {
            zone = int.Parse(atoms[open].Word!.Value(TimeReading.Zone));
            open++;
            if (Peek(open) is { Kind: AtomKind.Mark, Mark: '+' or '-' or '−' } sign && Peek(open + 1).Whole is >= 0 and <= 14)
            {
                zone += (sign.Mark == '+' ? 60 : -60) * Peek(open + 1).Whole;
                open += 2;
            }
            next = IsMark(open, ')') ? open + 1 : open;
            sure = true;
        }
        else if (Is(next, "local") && Is(next + 1, "time"))
        {
            next += 2;
            sure = true;
        }
        else if (Peek(next) is { Kind: AtomKind.Word, Capital: true } && Is(next + 1, "time"))
        {
            next += 2;
            sure = true;
        }
        else if (Is(next, "hours") && hour.Digits == 4)
        {
            next++;
            sure = true;
        }
        if (!sure && hour.Digits != 4 || hour.Digits == 4 && !sure && zone is null)
            return null;
        var clock = new TimePhrase
        {
            Kind = PhraseKind.Clock,
            First = i,
            End = next,
            Minutes = minutes,
            Zone = zone,
        };
        var on = IsAny(next, "on", "of") ? next + 1 : SkipComma(next);
        if (DayOf(on) is { } day && (on == next || Is(next, "on")))
            return clock with { Of = day, End = day.End };
        return clock;
    }

    private bool Zonal(int i) =>
        Peek(i).Capital && (atoms[i].End - atoms[i].Start is var length) && (length >= 2 && char.IsUpper(Form(i)[1]) || length == 1);

    private TimePhrase? DayOf(int i) =>
        Longest(Longest(DayDate(i), WeekdayDate(i)), Longest(Deictic(i), Shifted(i)))
            is { Kind: PhraseKind.Day or PhraseKind.Weekday or PhraseKind.DeicticDay } day
            ? day
            : null;

    // "Thursday morning", "Monday at 5 p.m.", "yesterday evening": what follows a day.
    private TimePhrase WithTail(TimePhrase phrase)
    {
        if (
            phrase.Kind is not (PhraseKind.Day or PhraseKind.Weekday or PhraseKind.DeicticDay)
            || phrase.LastDay > 0
            || phrase.Edge is not (null or "early" or "late")
        )
            return phrase;
        if (Has(phrase.End, TimeReading.Part))
            return new TimePhrase
            {
                Kind = PhraseKind.PartOfDay,
                First = phrase.First,
                End = phrase.End + 1,
                Token = atoms[phrase.End].Word!.Value(TimeReading.Part),
                Of = phrase,
            };
        if (Is(phrase.End, "night"))
            return new TimePhrase
            {
                Kind = PhraseKind.PartOfDay,
                First = phrase.First,
                End = phrase.End + 1,
                Token = "NI",
                Of = phrase,
            };
        var at = Is(phrase.End, "at") ? phrase.End + 1 : SkipComma(phrase.End);
        if (at > phrase.End && Clock(at) is { Of: null } clock)
            return clock with { First = phrase.First, Of = phrase };
        return phrase;
    }
}
