using Chancery.Reading;

namespace Chancery.Dating;

internal sealed partial class PhraseScanner
{
    // October 7 | Oct. 22-24, 2024 | Monday, 3 June | the 3rd of June | 2024-10-22 | 7/8/07
    private TimePhrase? DayDate(int i)
    {
        if (Numeric(i) is { } numeric)
            return numeric;
        var at = i;
        if (Weekday(i, out var weekday, out var afterWeekday))
        {
            at = SkipComma(afterWeekday);
            if (Is(at, "the"))
                at++;
            if (IsMark(at, '('))
                at++;
        }
        else if (Is(i, "the"))
            at = i + 1;
        if (Month(at, out var month, out var next))
            return weekday == 0 && at > i ? null : MonthFirst(i, at, weekday, month, next);
        if (Is(i, "the") && weekday == 0 && Peek(at).Kind != AtomKind.Digits && !Has(at, TimeReading.Ordinal))
            return null;
        int day;
        if (DayNumber(at, out day, out next)) { }
        else if (Has(at, TimeReading.Ordinal) && Is(at + 1, "of"))
        {
            day = int.Parse(atoms[at].Word!.Value(TimeReading.Ordinal));
            next = at + 1;
        }
        else
            return null;
        var last = 0;
        if (
            (IsDash(next) || IsAny(next, "to", "and"))
            && DayNumber(next + 1, out var upTo, out var afterRange)
            && upTo > day
            && Month(Is(afterRange, "of") ? afterRange + 1 : afterRange, out _, out _)
        )
        {
            last = upTo;
            next = afterRange;
        }
        if (Is(next, "of"))
            next++;
        if (!Month(next, out month, out next))
            return null;
        var phrase = new TimePhrase
        {
            Kind = PhraseKind.Day,
            First = i,
            End = next,
            Month = month,
            Day = day,
            LastDay = last,
            Weekday = weekday,
        };
        return Completed(phrase, next);
    }

    private TimePhrase? MonthFirst(int i, int at, int weekday, int month, int next)
    {
        var the = Is(next, "the");
        if (!DayNumber(the ? next + 1 : next, out var day, out var afterDay) || the && !Peek(next + 1).Ordinal)
            return null;
        if (Peek(afterDay) is { Kind: AtomKind.Mark, Mark: ':' or '%' })
            return null;
        int lastDay = 0,
            lastMonth = 0;
        if (IsDash(afterDay) || IsAny(afterDay, "to", "through", "until"))
        {
            var from = afterDay + 1;
            if (Month(from, out var other, out var afterMonth) && DayNumber(afterMonth, out var until, out var end))
            {
                (lastMonth, lastDay, afterDay) = (other, until, end);
            }
            else if (DayNumber(from, out until, out end) && until > day)
            {
                (lastDay, afterDay) = (until, end);
            }
        }
        else if (
            Is(afterDay, "and")
            && DayNumber(afterDay + 1, out var second, out var end)
            && second == day + 1
            && Peek(end).Kind != AtomKind.Word
        )
        {
            (lastDay, afterDay) = (second, end);
        }
        var phrase = new TimePhrase
        {
            Kind = PhraseKind.Day,
            First = i,
            End = afterDay,
            Month = month,
            Day = day,
            LastDay = lastDay,
            Last = lastMonth,
            Weekday = weekday,
        };
        return Completed(phrase, afterDay);
    }

    private TimePhrase Completed(TimePhrase phrase, int next) =>
        YearAfter(next, out var year, out var of, out var end) ? phrase with { Year = year, Of = of, End = end } : phrase;

    // 2024-10-22 | 7/8/07 | 22.10.2024
    private TimePhrase? Numeric(int i)
    {
        var first = Peek(i);
        if (
            first.Whole < 0
            || first.Ordinal
            || i > 0 && atoms[i - 1] is { Kind: AtomKind.Mark, Mark: '$' or '€' or '£' or '/' } && first.Glued
        )
            return null;
        var mark = Peek(i + 1);
        if (
            mark.Kind != AtomKind.Mark
            || !mark.Glued
            || Peek(i + 3) is not { Kind: AtomKind.Mark, Glued: true } again
            || again.Mark != mark.Mark
        )
            return null;
        int b = Peek(i + 2).Whole,
            c = Peek(i + 4).Whole,
            digits = Peek(i + 4).Digits;
        if (b < 0 || c < 0)
            return null;
        if (mark.IsDash && first.Digits == 4 && Real(first.Whole, b, c))
            return Made(first.Whole, b, c);
        if (mark.Mark is not ('/' or '.' or '-') || digits is not (2 or 4) || first.Digits > 2)
            return null;
        var year =
            digits == 4 ? c
            : c < 70 ? 2000 + c
            : 1900 + c;
        // Day and month in the American order unless that cannot be.
        if (mark.Mark == '/' && Real(year, first.Whole, b))
            return Made(year, first.Whole, b);
        return Real(year, b, first.Whole) ? Made(year, b, first.Whole) : null;

        static bool Real(int year, int month, int day) =>
            year is > 0 and < 3000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        TimePhrase Made(int year, int month, int day) =>
            new()
            {
                Kind = PhraseKind.Day,
                First = i,
                End = i + 5,
                Year = year,
                Month = month,
                Day = day,
            };
    }

    // '98 | the 30th
    private TimePhrase? Shortened(int i)
    {
        if (
            IsMark(i, '\'')
            && Peek(i + 1) is { Digits: 2, Glued: true, Plural: false, Ordinal: false } year
            && IsAny(
                i - 1,
                "in",
                "since",
                "of",
                "from",
                "until",
                "by",
                "before",
                "after",
                "summer",
                "spring",
                "autumn",
                "winter",
                "early",
                "late"
            )
        )
            return new TimePhrase
            {
                Kind = PhraseKind.Year,
                First = i,
                End = i + 2,
                Year = (year.Whole < 40 ? 2000 : 1900) + year.Whole,
            };
        if (
            Is(i, "the")
            && Peek(i + 1) is { Kind: AtomKind.Digits, Ordinal: true, Number: >= 1 and <= 31 } day
            && IsAny(i - 1, "on", "by", "until", "till", "since", "before", "after", "from")
            && (
                Peek(i + 2).Kind != AtomKind.Word
                || parsed.Tokens[Math.Min(Peek(i + 2).Token, parsed.Tokens.Length - 1)].Tag
                    is not (UniversalTag.NOUN or UniversalTag.PROPN or UniversalTag.ADJ or UniversalTag.NUM)
                    && !Is(i + 2, "of")
            )
        )
            return new TimePhrase
            {
                Kind = PhraseKind.Day,
                First = i,
                End = i + 2,
                Day = (int)day.Number,
            };
        return null;
    }

    // March 2023 | March of last year | March
    private TimePhrase? MonthDate(int i)
    {
        if (!Month(i, out var month, out var next))
            return null;
        var phrase = new TimePhrase
        {
            Kind = PhraseKind.Month,
            First = i,
            End = next,
            Month = month,
        };
        if (YearAfter(next, out var year, out var of, out var end))
            return phrase with { Year = year, Of = of, End = end };
        if (IsMark(next, '\'') && Peek(next + 1) is { Digits: 2, Glued: true } shortYear)
            return phrase with { Year = 2000 + shortYear.Whole, End = next + 2 };
        return StandsAlone(i, next) ? phrase : null;
    }

    // A month without day or year: some are names of people and common words.
    private bool StandsAlone(int i, int next)
    {
        var before = Peek(i - 1);
        var led =
            before.Kind == AtomKind.Word
                && (
                    before.Is(TimeReading.Prep | TimeReading.Shift | TimeReading.Edge | TimeReading.Every)
                    || IsAny(i - 1, "of", "and", "to", "through", "or", "the")
                )
            || before.IsDash;
        if (Peek(next) is { Kind: AtomKind.Word, Capital: true, Word: null } && !led && parsed.Tokens.Length > 0)
            return false;
        var doubtful = IsAny(i, "may", "march") || !atoms[i].Is(TimeReading.Month);
        if (!doubtful)
            return before.Kind != AtomKind.Word || !before.Capital || before.Word is not null || led || i == 0;
        return led
            && !(Is(i - 1, "to") && Peek(next).Kind == AtomKind.Word && !Peek(next).Is(TimeReading.Prep))
            && !(Is(i, "march") && Is(i - 1, "the"));
    }

    // 2023 | 2014-2018 | 2022-23 | the 1990s | the '90s
    private TimePhrase? YearDate(int i)
    {
        var at = SkipThe(i);
        if (DecadeAt(i, at) is { } decade)
            return decade;
        if (at != i && !Is(at, "year") || !Year(at = Is(at, "year") ? at + 1 : at, out var year, out var next))
            return null;
        if (!IsYear(i, at))
            return null;
        var phrase = new TimePhrase
        {
            Kind = PhraseKind.Year,
            First = i,
            End = next,
            Year = year,
        };
        if ((IsDash(next) || IsMark(next, '/')) && Peek(next + 1) is { Kind: AtomKind.Digits, Ordinal: false, Plural: false } other)
        {
            var last =
                other.Digits == 4 ? other.Whole
                : other.Digits == 2 ? year / 100 * 100 + other.Whole
                : 0;
            if (last > year && last - year < 200 && last < 3000 && Peek(next).Glued)
                return phrase with { Last = last, End = next + 2 };
        }
        return phrase;
    }

    private TimePhrase? DecadeAt(int i, int at)
    {
        var edge = "";
        if (Has(at, TimeReading.Edge) && (IsDash(at + 1) || Peek(at + 1).Kind == AtomKind.Digits || Has(at + 1, TimeReading.DecadeName)))
        {
            edge = Form(at).ToString().ToLowerInvariant();
            at = IsDash(at + 1) ? at + 2 : at + 1;
        }
        var quoted = IsMark(at, '\'');
        if (quoted)
            at++;
        var atom = Peek(at);
        int year;
        if (atom is { Plural: true, Digits: 4 } && atom.Number is >= 1000 and < 2999)
            year = (int)atom.Number;
        else if (atom is { Plural: true, Digits: 2 } && atom.Number % 10 == 0 && (quoted || i != at))
            year = (atom.Number < 30 ? 2000 : 1900) + (int)atom.Number;
        else if (atom is { Plural: true, Digits: 2 } && atom.Number % 10 == 0 && IsAny(at - 1, "and", "or"))
            year = 1900 + (int)atom.Number;
        else if (atom.Is(TimeReading.DecadeName) && Is(i, "the") && !Peek(at + 1).IsDash)
            year = 1900 + int.Parse(atom.Word!.Value(TimeReading.DecadeName));
        else
            return null;
        var century = year % 100 == 0 && atom.Digits == 4 && year < 1900;
        return new TimePhrase
        {
            Kind = century ? PhraseKind.Century : PhraseKind.Decade,
            First = i,
            End = at + 1,
            Year = year,
            Edge = edge.Length == 0 ? null : edge,
            Count = century ? year / 100 : 1,
        };
    }

    // Four digits are a year unless something by them says that they count or name a thing.
    private bool IsYear(int i, int at)
    {
        var year = atoms[at].Whole;
        Peek(at - 1).Deconstruct(out var before, out var mark);
        if (
            before == AtomKind.Mark
            && mark is '$' or '€' or '£' or '¥' or '#' or '.' or ':'
            && (atoms[at].Glued || mark is not ('.' or ':'))
        )
            return false;
        var after = Peek(at + 1);
        if (after.Kind == AtomKind.Mark && after.Mark is '%' or '°' or ':')
            return false;
        if (after is { Kind: AtomKind.Word, Glued: true } && after.Word is null)
            return false;
        if (
            after is { Kind: AtomKind.Word }
            && (
                after.Is(TimeReading.Units | TimeReading.Unit | TimeReading.Scale | TimeReading.Zone) && !IsAny(at + 1, "second", "quarter")
                || IsCounted(at + 1) && !(Is(at + 1, "model") && Is(at + 2, "year"))
            )
        )
            return false;
        if (i != at)
            return true;
        var led =
            before == AtomKind.Word
            && (
                Peek(at - 1).Is(TimeReading.Prep | TimeReading.Season | TimeReading.Edge | TimeReading.Fiscal)
                || IsAny(at - 1, "of", "and", "to", "through", "since", "year", "the", "its", "his", "their", "or", "early", "late", "mid")
            );
        if (year is < 1900 or > 2100)
            return year is >= 1500 and <= 2100 && led && !IsAny(at - 1, "to", "and", "or", "the", "at", "about", "around", "over", "for");
        if (
            IsAny(
                at - 1,
                "about",
                "around",
                "nearly",
                "almost",
                "roughly",
                "than",
                "least",
                "some",
                "approximately",
                "number",
                "no",
                "flight",
                "boeing",
                "s",
                "at",
                "for",
                "version",
                "windows",
                "room"
            )
        )
        {
            // "its forecast for 2003", not "for 2000 rebels".
            if (Is(at - 1, "for"))
                return after.Kind != AtomKind.Word
                    || after.Is(TimeReading.Prep)
                    || parsed.Tokens.Length > after.Token
                        && parsed.Tokens[after.Token].Tag
                            is not (UniversalTag.NOUN or UniversalTag.ADJ or UniversalTag.PROPN or UniversalTag.NUM);
            return Is(at - 1, "about") && after.Kind != AtomKind.Word || Is(at - 1, "than");
        }

        return true;
    }

    private bool IsCounted(int at) =>
        IsAny(
            at,
            "people",
            "troops",
            "soldiers",
            "men",
            "women",
            "children",
            "civilians",
            "km",
            "kilometers",
            "kilometres",
            "miles",
            "meters",
            "metres",
            "feet",
            "tons",
            "tonnes",
            "barrels",
            "dollars",
            "euros",
            "pounds",
            "yuan",
            "rubles",
            "roubles",
            "rupees",
            "yen",
            "jobs",
            "workers",
            "employees",
            "students",
            "refugees",
            "fighters",
            "tanks",
            "aircraft",
            "points",
            "votes",
            "companies",
            "houses",
            "homes",
            "percent",
            "kg",
            "mw",
            "megawatts",
            "hours",
            "delegates",
            "cases",
            "deaths",
            "killed",
            "dead",
            "others",
            "million",
            "billion",
            "trillion",
            "units",
            "shares",
            "model",
            "passengers",
            "seats",
            "prisoners",
            "migrants",
            "families"
        );
}
