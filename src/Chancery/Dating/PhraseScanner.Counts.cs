namespace Chancery.Dating;

internal sealed partial class PhraseScanner
{
    // two weeks ago | 75 years | a 12-year low | decades | a year and a half | two weeks after the summit
    private TimePhrase? Counted(int i)
    {
        double count;
        int next;
        var bare = Has(i, TimeReading.Units);
        if (bare) (count, next) = (double.NaN, i);
        else if (!Count(i, out count, out next)) return null;
        while (Has(next, TimeReading.Filler)) next++;
        var hyphen = IsDash(next);
        if (hyphen) next++;
        if (next > i && IsAny(next, "of") && Has(i, TimeReading.Quantity) && Has(next + 1, TimeReading.Units)) next++;
        if (!Has(next, TimeReading.Unit | TimeReading.Units)) return null;
        var unit = atoms[next].Word!.Unit;
        if (Has(next, TimeReading.Ordinal) || unit == TimeUnit.Night && count == 1) return null;
        if (Is(next, "min") && count == 1) return null;
        if (unit == TimeUnit.Quarter && (IsAny(i, "a") || bare || Is(next + 1, "of") && !Has(next - 1, TimeReading.Filler))) return null;
        if (bare && (unit is TimeUnit.Night or TimeUnit.Second or TimeUnit.Weekend || Is(i - 1, "the") && !Is(i - 2, "over") || IsAny(i - 1, "these", "those", "his", "her", "their", "its", "early", "final", "greatest", "best"))) return null;
        var end = next + 1;
        if (hyphen || IsDash(end))
        {
            if (IsDash(end) && Is(end + 1, "old")) return new TimePhrase { Kind = PhraseKind.Duration, First = i, End = end + 2, Unit = unit, Count = count };
            if (IsDash(end) && Is(end + 1, "long")) end += 2;
            else if (hyphen && Is(end, "old")) end++;
            var first = IsAny(i, "a", "an") ? i + 1 : i;
            return new TimePhrase { Kind = PhraseKind.Duration, First = first, End = end, Unit = unit, Count = count };
        }
        if (Is(end, "and") && Is(end + 1, "a") && Is(end + 2, "half")) { count += 0.5; end += 3; }
        var phrase = new TimePhrase { Kind = PhraseKind.Duration, First = i, End = end, Unit = unit, Count = count };
        if (Has(end, TimeReading.AfterCount))
        {
            var direction = atoms[end].Word!.AfterCount;
            var relation = Form(end);
            if (relation is "ago" or "earlier" or "later" or "hence" or "afterwards" or "afterward" || Ends(end + 1) && relation is "before" or "after" && Ends(end + 1))
            {
                var ago = phrase with { Kind = PhraseKind.Ago, End = end + 1, Shift = direction, FromDiscourse = relation is not ("ago" or "hence") };
                // "ten years ago this week", "a year ago today".
                if (relation is "ago" && unit >= TimeUnit.Week && Is(end + 1, "today")) return ago with { End = end + 2, Of = new TimePhrase { Kind = PhraseKind.DeicticDay, Shift = 0, First = end + 1, End = end + 2 } };
                if (relation is "ago" && unit >= TimeUnit.Month && Is(end + 1, "this") && Has(end + 2, TimeReading.Unit) && atoms[end + 2].Word!.Unit is TimeUnit.Week or TimeUnit.Month)
                    return ago with { End = end + 3, Of = new TimePhrase { Kind = PhraseKind.Relative, Shift = 0, Unit = atoms[end + 2].Word!.Unit, First = end + 1, End = end + 3 } };
                return ago;
            }
            if (relation is "before" or "after")
            {
                var anchor = Inner(end + 1) ?? Named(end + 1);
                if (anchor is not null && anchor.Kind is PhraseKind.Day or PhraseKind.Weekday or PhraseKind.NamedDay or PhraseKind.DeicticDay or PhraseKind.Month)
                    return phrase with { Kind = PhraseKind.AwayFrom, Shift = direction, Of = anchor, End = anchor!.End };
                return phrase;
            }
        }
        if (Is(end, "from") && Is(end + 1, "now")) return phrase with { Kind = PhraseKind.Ago, End = end + 2, Shift = 1 };
        if (Is(end, "old") && unit >= TimeUnit.Day) return phrase with { End = end + 1 };
        if (count == 1 && IsAny(i, "a", "an") && Rate(i)) return phrase with { Kind = PhraseKind.Set, Token = Durations.Value(1, unit) };
        if (IsAny(i - 1, "in", "within") && unit >= TimeUnit.Day && !double.IsNaN(count) && Is(i - 1, "in")) return phrase with { Shift = 1 };
        if (count == 1 && IsAny(i, "a", "an", "one") && IsAny(i, "one") && unit == TimeUnit.Day && !IsAny(i - 1, "in", "for", "within", "after", "only", "just", "than", "least")) return null;
        return phrase;
    }

    // "$40 a barrel" is no time, "$2 billion a year" and "twice a week" are rates.
    private bool Rate(int i)
    {
        var before = Peek(i - 1);
        if (before.Kind == AtomKind.Digits || before is { Kind: AtomKind.Mark, Mark: '%' } || before.Is(TimeReading.Scale | TimeReading.Number)) return true;
        if (IsAny(i - 1, "once", "twice", "times", "million", "billion", "trillion", "percent", "dollars", "barrels", "tonnes", "tons", "euros", "people", "hours", "days")) return true;
        return before.Kind == AtomKind.Word && before.Word is null && (Peek(i - 2).Kind == AtomKind.Digits || IsAny(i - 2, "million", "billion", "trillion") || Has(i - 2, TimeReading.Number));
    }

    // every year | each Monday | Mondays | daily | every two weeks | twice a week
    private TimePhrase? Recurring(int i)
    {
        if (Has(i, TimeReading.Set)) return new TimePhrase { Kind = PhraseKind.Set, First = i, End = i + 1, Token = atoms[i].Word!.Value(TimeReading.Set) };
        if (Has(i, TimeReading.WeekdayPlural) && Peek(i).Capital)
            return new TimePhrase { Kind = PhraseKind.Set, First = i, End = i + 1, Token = $"XXXX-WXX-{atoms[i].Word!.Value(TimeReading.WeekdayPlural)}" };
        if (!Has(i, TimeReading.Every)) return null;
        if (Weekday(i + 1, out var weekday, out var end)) return new TimePhrase { Kind = PhraseKind.Set, First = i, End = end, Token = $"XXXX-WXX-{weekday}" };
        if (Month(i + 1, out var month, out end)) return new TimePhrase { Kind = PhraseKind.Set, First = i, End = end, Token = $"XXXX-{month:D2}" };
        if (Has(i + 1, TimeReading.Season)) return new TimePhrase { Kind = PhraseKind.Set, First = i, End = i + 2, Token = "XXXX-" + Seasons.Code(atoms[i + 1].Word!.Number) };
        if (Has(i + 1, TimeReading.Part)) return new TimePhrase { Kind = PhraseKind.Set, First = i, End = i + 2, Token = "XXXX-XX-XXT" + atoms[i + 1].Word!.Value(TimeReading.Part) };
        var at = i + 1;
        double count = 1;
        if (Is(at, "single")) at++;
        if (Is(at, "other")) (count, at) = (2, at + 1);
        else if (Is(at, "few")) (count, at) = (double.NaN, at + 1);
        else if (Has(at, TimeReading.Ordinal) && !Is(at, "second") || Peek(at).Ordinal) { count = Peek(at).Ordinal ? Peek(at).Number : atoms[at].Word!.Number; at++; }
        else if (Is(at, "second") && Has(at + 1, TimeReading.Unit)) (count, at) = (2, at + 1);
        else if (Count(at, out var number, out var counted)) (count, at) = (number, counted);
        if (!Has(at, TimeReading.Unit | TimeReading.Units)) return null;
        if (count == 1 && atoms[at].Word!.Unit == TimeUnit.Day && Is(at + 1, "at") && Clock(at + 2) is { Of: null } daily)
            return new TimePhrase { Kind = PhraseKind.Set, First = i, End = daily.End, Token = $"XXXX-XX-XXT{daily.Minutes / 60 % 24:D2}:{daily.Minutes % 60:D2}" };
        return new TimePhrase { Kind = PhraseKind.Set, First = i, End = at + 1, Token = atoms[at].Word!.Unit == TimeUnit.Quarter ? Durations.Value(count * 3, TimeUnit.Month) : Durations.Value(count, atoms[at].Word!.Unit) };
    }

    // today | yesterday evening | now | recently | the future | at present
    private TimePhrase? Deictic(int i)
    {
        var atom = Peek(i);
        if (atom.Is(TimeReading.DeicticDay))
        {
            var day = new TimePhrase { Kind = PhraseKind.DeicticDay, First = i, End = i + 1, Shift = int.Parse(atom.Word!.Value(TimeReading.DeicticDay)) };
            // "today's Europe" is the present age and no day.
            return atom.Word.Form == "today" && IsMark(i + 1, '\'') && Peek(i + 1).Glued ? new TimePhrase { Kind = PhraseKind.Reference, First = i, End = i + 1, Token = "PRESENT_REF" } : day;
        }
        if (atom.Is(TimeReading.DeicticNight))
            return new TimePhrase { Kind = PhraseKind.DeicticNight, First = i, End = i + 1, Shift = int.Parse(atom.Word!.Value(TimeReading.DeicticNight)) };
        if (atom.Is(TimeReading.Reference))
        {
            if (Is(i, "previously") || IsDash(i + 1) && Peek(i + 1).Glued || Is(i, "recent") && Has(i + 1, TimeReading.Units) || IsAny(i, "now") && Is(i + 1, "that")) return null;
            return new TimePhrase { Kind = PhraseKind.Reference, First = i, End = i + 1, Token = atom.Word!.Value(TimeReading.Reference) };
        }
        if (Is(i, "the") && Is(i + 1, "future") && IsAny(i - 1, "in", "for", "into", "of"))
            return new TimePhrase { Kind = PhraseKind.Reference, First = i, End = i + 2, Token = "FUTURE_REF" };
        if (Is(i, "the") && Is(i + 1, "near") && Is(i + 2, "future")) return new TimePhrase { Kind = PhraseKind.Reference, First = i, End = i + 3, Token = "FUTURE_REF" };
        if (Is(i, "the") && Is(i + 1, "time") && Is(i + 2, "being")) return new TimePhrase { Kind = PhraseKind.Reference, First = i, End = i + 3, Token = "PRESENT_REF" };
        if (Is(i, "the") && Is(i + 1, "weekend") && !Is(i + 2, "of") && !IsDash(i + 2)) return new TimePhrase { Kind = PhraseKind.Relative, First = i, End = i + 2, Unit = TimeUnit.Weekend };
        // "to end the day", "losses for the day".
        if (Is(i, "the") && Is(i + 1, "day") && IsAny(i - 1, "end", "ended", "ending", "ends", "finish", "finished", "finishing", "closed", "close", "began", "start", "started", "opened", "for", "on") && !IsAny(i + 2, "of", "that", "when", "before", "after", "he", "she", "they", "to"))
            return new TimePhrase { Kind = PhraseKind.Relative, First = i, End = i + 2, Unit = TimeUnit.Day, Shift = 0, FromDiscourse = true };
        if (Is(i, "the") && IsAny(i + 1, "moment", "present") && Is(i - 1, "at")) return new TimePhrase { Kind = PhraseKind.Reference, First = i, End = i + 2, Token = "PRESENT_REF" };
        return null;
    }

    // Monday | Thursday morning | Thursday of last week | last week Thursday
    private TimePhrase? WeekdayDate(int i)
    {
        if (!Weekday(i, out var weekday, out var next) || next != i + 1) return Season();
        var phrase = new TimePhrase { Kind = PhraseKind.Weekday, First = i, End = next, Weekday = weekday };
        var of = Is(next, "of") ? next + 1 : next;
        if (IsAny(of, "last", "this", "next") && Is(of + 1, "week"))
        {
            var week = new TimePhrase { Kind = PhraseKind.Relative, Unit = TimeUnit.Week, Shift = atoms[of].Word!.Shift, First = of, End = of + 2 };
            return phrase with { Of = week, End = of + 2 };
        }
        return phrase;

        TimePhrase? Season() => SeasonOf(i);
    }

    private TimePhrase? Named(int i) => NamedAt(i, out var day, out var end)
        ? Completed(new TimePhrase { Kind = PhraseKind.NamedDay, First = i, End = end, Named = day }, end)
        : null;

    // "the eve of Orthodox Christmas"
    private TimePhrase? Eve(int i)
    {
        var at = SkipThe(i);
        if (!Is(at, "eve") || !Is(at + 1, "of") || Named(SkipThe(at + 2)) is not { } day) return null;
        return new TimePhrase { Kind = PhraseKind.AwayFrom, First = i, End = day.End, Unit = TimeUnit.Day, Count = 1, Shift = -1, Of = day };
    }

    private bool NamedAt(int i, out NamedDay? day, out int end)
    {
        day = null;
        end = i;
        if (Peek(i) is not { Kind: AtomKind.Word, Capital: true }) return false;
        if (!NamedDays.Find(_text.AsSpan(atoms[i].Start), out day, out var length)) return false;
        var stop = atoms[i].Start + length;
        while (end < atoms.Length && atoms[end].Start < stop) end++;
        return true;
    }

    // the morning of March 5 | in the evening
    private TimePhrase? PartOfDay(int i)
    {
        var at = SkipThe(i);
        if (!Has(at, TimeReading.Part)) return null;
        var token = atoms[at].Word!.Value(TimeReading.Part);
        var of = IsAny(at + 1, "of", "on") ? at + 2 : at + 1;
        if (at > i && Inner(of) is { Kind: PhraseKind.Day or PhraseKind.Weekday } day)
            return new TimePhrase { Kind = PhraseKind.PartOfDay, First = i, End = day.End, Token = token, Of = day };
        if (at > i && IsAny(i - 1, "in", "during", "into", "by") && !Is(at + 1, "of"))
            return new TimePhrase { Kind = PhraseKind.PartOfDay, First = i, End = at + 1, Token = token, FromDiscourse = true };
        return IsAny(at, "noon", "midnight", "midday") && (IsAny(i - 1, "at", "until", "by", "before", "after", "from", "since"))
            ? new TimePhrase { Kind = PhraseKind.PartOfDay, First = i, End = at + 1, Token = token, FromDiscourse = true }
            : null;
    }

    // 16:08 UTC | 6:40 p.m. (GMT +8) | 1700 GMT | 8 a.m. Monday
    private TimePhrase? Clock(int i)
    {
        var hour = Peek(i);
        if (hour.Whole < 0 || hour.Ordinal || hour.Digits is > 4 or 3 || i > 0 && Peek(i - 1) is { Kind: AtomKind.Mark, Mark: '$' or '€' or '£' or ':' }) return null;
        int minutes, next = i + 1;
        var sure = false;
        if (hour.Digits <= 2 && IsMark(next, ':') && atoms[next].Glued && Peek(next + 1) is { Digits: 2, Glued: true } minute && minute.Whole < 60 && hour.Whole <= 24)
        {
            minutes = hour.Whole * 60 + minute.Whole;
            next += 2;
            if (IsMark(next, ':') && Peek(next + 1) is { Digits: 2, Glued: true }) next += 2;
            sure = true;
        }
        else if (hour.Digits == 4 && hour.Whole / 100 <= 24 && hour.Whole % 100 < 60 && (Has(next, TimeReading.Zone) && Zonal(next) || Is(next, "local") && Is(next + 1, "time")
            || Is(next, "hours") && (IsAny(i - 1, "at", "by", "until", "since", "before", "after", "from") || IsAny(next + 1, "today", "on", "local", "yesterday") || Has(next + 1, TimeReading.Zone))))
            minutes = hour.Whole / 100 * 60 + hour.Whole % 100;
        else if (hour.Digits <= 2 && hour.Whole <= 24) minutes = hour.Whole * 60;
        else return null;
        if (Has(next, TimeReading.Meridiem))
        {
            var half = int.Parse(atoms[next].Word!.Value(TimeReading.Meridiem));
            if (Is(next, "am") && Peek(next).Capital && Form(next)[1] == 'm') return null;
            if (half >= 0 && hour.Whole <= 12) minutes = minutes % 720 + half * 60;
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
        else if (Is(next, "local") && Is(next + 1, "time")) { next += 2; sure = true; }
        else if (Peek(next) is { Kind: AtomKind.Word, Capital: true } && Is(next + 1, "time")) { next += 2; sure = true; }
        else if (Is(next, "hours") && hour.Digits == 4) { next++; sure = true; }
        if (!sure && hour.Digits != 4 || hour.Digits == 4 && !sure && zone is null) return null;
        var clock = new TimePhrase { Kind = PhraseKind.Clock, First = i, End = next, Minutes = minutes, Zone = zone };
        var on = IsAny(next, "on", "of") ? next + 1 : SkipComma(next);
        if (DayOf(on) is { } day && (on == next || Is(next, "on"))) return clock with { Of = day, End = day.End };
        return clock;
    }

    private bool Zonal(int i) => Peek(i).Capital && (atoms[i].End - atoms[i].Start is var length) && (length >= 2 && char.IsUpper(Form(i)[1]) || length == 1);

    private TimePhrase? DayOf(int i) => Longest(Longest(DayDate(i), WeekdayDate(i)), Longest(Deictic(i), Shifted(i))) is { Kind: PhraseKind.Day or PhraseKind.Weekday or PhraseKind.DeicticDay } day ? day : null;

    // "Thursday morning", "Monday at 5 p.m.", "yesterday evening": what follows a day.
    private TimePhrase WithTail(TimePhrase phrase)
    {
        if (phrase.Kind is not (PhraseKind.Day or PhraseKind.Weekday or PhraseKind.DeicticDay) || phrase.LastDay > 0 || phrase.Edge is not (null or "early" or "late")) return phrase;
        if (Has(phrase.End, TimeReading.Part))
            return new TimePhrase { Kind = PhraseKind.PartOfDay, First = phrase.First, End = phrase.End + 1, Token = atoms[phrase.End].Word!.Value(TimeReading.Part), Of = phrase };
        if (Is(phrase.End, "night")) return new TimePhrase { Kind = PhraseKind.PartOfDay, First = phrase.First, End = phrase.End + 1, Token = "NI", Of = phrase };
        var at = Is(phrase.End, "at") ? phrase.End + 1 : SkipComma(phrase.End);
        if (at > phrase.End && Clock(at) is { Of: null } clock) return clock with { First = phrase.First, Of = phrase };
        return phrase;
    }
}
