using Chancery.Reading;

namespace Chancery.Dating;

internal sealed partial class PhraseScanner
{
    // the third quarter of 2023 | Q3 | the first half of this year | the 19th century | fiscal year 2024 | FY2024
    private TimePhrase? Period(int i)
    {
        var at = SkipThe(i);
        var atom = Peek(at);
        if (
            atom.Kind == AtomKind.Word
            && atom.End - atom.Start == 1
            && (Form(at)[0] is 'Q' or 'H')
            && Peek(at + 1) is { Glued: true, Digits: 1 } digit
        )
        {
            var quarterly = Form(at)[0] == 'Q';
            if (digit.Whole < 1 || digit.Whole > (quarterly ? 4 : 2))
                return null;
            return Completed(
                new TimePhrase
                {
                    Kind = quarterly ? PhraseKind.Quarter : PhraseKind.HalfYear,
                    First = i,
                    End = at + 2,
                    Count = digit.Whole,
                },
                at + 2
            );
        }
        if (Fiscal(i, at) is { } fiscal)
            return fiscal;
        int number;
        if (atom.Ordinal)
            number = (int)atom.Number;
        else if (atom.Is(TimeReading.Ordinal))
            number = int.Parse(atom.Word!.Value(TimeReading.Ordinal));
        else
            return null;
        var dash = IsDash(at + 1) ? at + 2 : at + 1;
        if (Is(dash, "century"))
            return new TimePhrase
            {
                Kind = PhraseKind.Century,
                First = i,
                End = dash + 1,
                Count = number,
            };
        if (Is(dash, "quarter") && number <= 4)
            return Within(
                new TimePhrase
                {
                    Kind = PhraseKind.Quarter,
                    First = i,
                    End = dash + 1,
                    Count = number,
                }
            );
        if (Is(dash, "half") && number <= 2 && at + 1 == dash && Is(dash + 1, "of"))
            return Within(
                new TimePhrase
                {
                    Kind = PhraseKind.HalfYear,
                    First = i,
                    End = dash + 1,
                    Count = number,
                },
                needed: true
            );
        return null;
    }

    private TimePhrase? Fiscal(int i, int at)
    {
        var shift = Has(at, TimeReading.Shift) ? atoms[at].Word!.Shift : (int?)null;
        if (shift is not null)
            at++;
        if (
            !Has(at, TimeReading.Fiscal)
            && !(Year(at, out var first, out var dash) && IsDash(dash) && Peek(dash + 1).Whole >= 0 && Has(dash + 2, TimeReading.Fiscal))
        )
            return null;
        if (!Has(at, TimeReading.Fiscal))
            return new TimePhrase
            {
                Kind = PhraseKind.FiscalYear,
                First = i,
                End = Is(at + 4, "year") ? at + 5 : at + 4,
                Year = atoms[at].Whole + 1,
            };
        var next = Is(at + 1, "year") ? at + 2 : at + 1;
        if (Year(next, out var year, out var end))
            return new TimePhrase
            {
                Kind = PhraseKind.FiscalYear,
                First = i,
                End = end,
                Year = year,
            };
        if (Is(at, "fy") && Peek(next) is { Digits: 2 } small)
            return new TimePhrase
            {
                Kind = PhraseKind.FiscalYear,
                First = i,
                End = next + 1,
                Year = 2000 + small.Whole,
            };
        return next == at + 2
            ? new TimePhrase
            {
                Kind = PhraseKind.FiscalYear,
                First = i,
                End = next,
                Shift = shift ?? 0,
            }
            : null;
    }

    private TimePhrase? Within(TimePhrase phrase, bool needed = false)
    {
        var completed = Completed(phrase, phrase.End);
        if (completed.End > phrase.End)
            return completed;
        var of = Is(phrase.End, "of") ? phrase.End + 1 : phrase.End;
        if (of > phrase.End && (Is(of, "the") || Has(of, TimeReading.Shift)) && (Fiscal(of, SkipThe(of)) ?? TheUnit(of)) is { } year)
            return phrase with { Of = year, End = year.End };
        return needed ? null : phrase;
    }

    // "the year", "the month" as the present one, only inside a larger phrase.
    private TimePhrase? TheUnit(int i)
    {
        var at = SkipThe(i);
        if (at == i || !Has(at, TimeReading.Unit) || atoms[at].Word!.Unit < TimeUnit.Day)
            return null;
        return new TimePhrase
        {
            Kind = PhraseKind.Relative,
            First = i,
            End = at + 1,
            Unit = atoms[at].Word!.Unit,
            Shift = 0,
            FromDiscourse = true,
        };
    }

    // last year | the past two decades | next Thursday | this summer | the coming weeks | in recent years
    private TimePhrase? Shifted(int i)
    {
        var at = SkipThe(i);
        if (Is(at, "these"))
            at++;
        var recent = Is(at, "recent");
        if (IsAny(at, "more") && Is(at + 1, "recent"))
            at++;
        if (recent)
        {
            if (Has(at + 1, TimeReading.Units))
                return new TimePhrase
                {
                    Kind = PhraseKind.Trailing,
                    First = at,
                    End = at + 2,
                    Unit = atoms[at + 1].Word!.Unit,
                    Count = double.NaN,
                };
            return IsAny(at + 1, "times", "history", "past")
                ? new TimePhrase
                {
                    Kind = PhraseKind.Reference,
                    First = at,
                    End = at + 2,
                    Token = "PAST_REF",
                }
                : null;
        }
        if (!Has(at, TimeReading.Shift))
            return null;
        var word = atoms[at].Word!;
        var shift = word.Shift;
        var discourse =
            word.Form is "previous" or "prior" or "preceding" or "following" or "subsequent" or "earlier" || word.Form == "next" && at > i;
        if (word.Form is "earlier" && at == i)
            return null;
        if (word.Form == "current" && at == i && !Has(at + 1, TimeReading.Unit))
            return null;
        if (word.Form == "following" && at == i)
            return null;
        var next = at + 1;
        if (word.Form == "this" && Has(next, TimeReading.Shift) && IsAny(next, "past", "coming", "last", "next"))
        {
            shift = atoms[next].Word!.Shift;
            next++;
        }
        if (Weekday(next, out var weekday, out var end) && end == next + 1)
            return new TimePhrase
            {
                Kind = PhraseKind.Weekday,
                First = i,
                End = end,
                Weekday = weekday,
                Shift = shift,
            };
        if (Month(next, out var month, out end) && !DayNumber(end, out _, out _))
        {
            var found = new TimePhrase
            {
                Kind = PhraseKind.Month,
                First = i,
                End = end,
                Month = month,
                Shift = shift,
            };
            return Year(end, out var year, out var afterYear) ? found with { Year = year, End = afterYear } : found;
        }
        if (month > 0 && DayNumber(end, out var day, out var afterDay))
            return new TimePhrase
            {
                Kind = PhraseKind.Day,
                First = i,
                End = afterDay,
                Month = month,
                Day = day,
                Shift = shift,
            };
        if (Has(next, TimeReading.Season))
            return new TimePhrase
            {
                Kind = PhraseKind.Season,
                First = i,
                End = next + 1,
                Count = atoms[next].Word!.Number,
                Shift = shift,
            };
        if (NamedAt(next, out var named, out end))
            return new TimePhrase
            {
                Kind = PhraseKind.NamedDay,
                First = i,
                End = end,
                Named = named,
                Shift = shift,
            };
        if (
            Has(next, TimeReading.Part)
            && word.Form is "this" or "last" or "next" or "previous" or "following" or "preceding"
            && Has(next, TimeReading.Part)
        )
        {
            return new TimePhrase
            {
                Kind = PhraseKind.PartOfDay,
                First = i,
                End = next + 1,
                Token = atoms[next].Word!.Value(TimeReading.Part),
                Shift = shift,
                FromDiscourse = discourse,
            };
        }
        if (Is(next, "night") && discourse)
            return new TimePhrase
            {
                Kind = PhraseKind.PartOfDay,
                First = i,
                End = next + 1,
                Token = "NI",
                Shift = shift,
                FromDiscourse = true,
            };
        if (Is(next, "night"))
            return new TimePhrase
            {
                Kind = PhraseKind.DeicticNight,
                First = i,
                End = next + 1,
                Shift = Math.Min(shift, 0),
            };
        var filler = next;
        while (Has(filler, TimeReading.Filler))
            filler++;
        var count = Count(filler, out var number, out var counted) && !IsAny(filler, "a", "an") && Has(counted, TimeReading.Units);
        if (count)
        {
            next = counted;
            if (shift == 0)
                return null;
            return new TimePhrase
            {
                Kind = shift < 0 ? PhraseKind.Trailing : PhraseKind.Leading,
                First = i,
                End = next + 1,
                Unit = atoms[next].Word!.Unit,
                Count = number,
                FromDiscourse = discourse && word.Form != "next",
            };
        }
        if (Is(filler, "half") && (IsDash(filler + 1) || Is(filler + 1, "a")) && Has(filler + 2, TimeReading.Unit))
            return new TimePhrase
            {
                Kind = shift < 0 ? PhraseKind.Trailing : PhraseKind.Leading,
                First = i,
                End = filler + 3,
                Unit = atoms[filler + 2].Word!.Unit,
                Count = 0.5,
            };
        if (Has(filler, TimeReading.Units) && shift != 0)
            return new TimePhrase
            {
                Kind = shift < 0 ? PhraseKind.Trailing : PhraseKind.Leading,
                First = i,
                End = filler + 1,
                Unit = atoms[filler].Word!.Unit,
                Count = double.NaN,
            };
        if (!Has(filler, TimeReading.Unit) || word.Form == "this" && Is(next, "second"))
            return word.Form == "past" && at > i && !Peek(next).Is(TimeReading.Unit) && Ends(next)
                ? new TimePhrase
                {
                    Kind = PhraseKind.Reference,
                    First = i,
                    End = next,
                    Token = "PAST_REF",
                }
                : null;
        var unit = atoms[filler].Word!.Unit;
        // "over the last year" trails the document's day; "last year" is the calendar's.
        var trailing =
            word.Form == "past" || word.Form == "last" && at > i && During(i - 1) && unit is not (TimeUnit.Quarter or TimeUnit.Century);
        return new TimePhrase
        {
            Kind = trailing ? PhraseKind.Trailing : PhraseKind.Relative,
            First = i,
            End = filler + 1,
            Unit = unit,
            Shift = shift,
            FromDiscourse = discourse && !trailing,
        };
    }

    private bool During(int at) => IsAny(at, "over", "in", "during", "within", "for", "throughout", "across");

    private bool Ends(int at) =>
        Peek(at) is { Kind: AtomKind.Break } || Peek(at) is { Kind: AtomKind.Mark, Mark: '.' or ',' or ';' or ')' or '"' or '\'' or '”' };

    // earlier this year | late last year | the end of the month | mid-March | early 2023 | year-end
    private TimePhrase? Edged(int i)
    {
        var at = SkipThe(i);
        if (Is(at, "very"))
            at++;
        if (Has(at, TimeReading.EdgeOf) && Is(at + 1, "of"))
        {
            var inner = Inner(at + 2) ?? TheUnit(at + 2);
            if (inner is null)
                return null;
            return inner with { First = i, Edge = atoms[at].Word!.Value(TimeReading.EdgeOf) };
        }
        if (Is(at, "year") && (IsDash(at + 1) && Is(at + 2, "end") || Is(at + 1, "end")))
            return new TimePhrase
            {
                Kind = PhraseKind.Relative,
                First = i,
                End = IsDash(at + 1) ? at + 3 : at + 2,
                Unit = TimeUnit.Year,
                Shift = 0,
                Edge = "end",
            };
        if (!Has(at, TimeReading.Edge))
            return null;
        var edge = atoms[at].Word!.Value(TimeReading.Edge);
        var next = at + 1;
        if (IsDash(next))
            next++;
        if (IsAny(next, "on", "in"))
            next++;
        if (Is(next, "of") && edge == "mid")
            next++;
        if (edge == "mid" && Has(next, TimeReading.Unit) && IsDash(at + 1))
            return new TimePhrase
            {
                Kind = PhraseKind.Relative,
                First = i,
                End = next + 1,
                Unit = atoms[next].Word!.Unit,
                Shift = 0,
                Edge = edge,
            };
        if (
            (Inner(next) ?? (Is(next - 1, "of") ? TheUnit(next) : null)) is { } found
            && found.Kind is not (PhraseKind.Duration or PhraseKind.Trailing or PhraseKind.Leading)
        )
            return found with { First = i, Edge = edge };
        return edge is "early" or "late" && Is(next, "the") && Is(next + 1, "day") ? TheUnit(next)! with { First = i } : null;
    }

    // What an edge may stand before.
    private TimePhrase? Inner(int i) =>
        Longest(
            Longest(DayDate(i), MonthDate(i)),
            Longest(YearDate(i), Longest(Longest(Shifted(i), Deictic(i)), Longest(WeekdayDate(i), Longest(Period(i), SeasonOf(i)))))
        );

    // that day | the same month | the following day | the day before
    private TimePhrase? Anchored(int i)
    {
        var at = SkipThe(i);
        if (Has(at, TimeReading.Anchor) && (Is(at, "that") || at > i) && !Is(at, "very"))
        {
            if (Is(at + 1, "same"))
                at++;
            if (!Has(at + 1, TimeReading.Unit) && !IsAny(at + 1, "time", "period", "date", "morning", "evening", "afternoon"))
                return null;
            if (Has(at + 1, TimeReading.Part) || Is(at + 1, "night"))
                return new TimePhrase
                {
                    Kind = PhraseKind.PartOfDay,
                    First = i,
                    End = at + 2,
                    Token = Is(at + 1, "night") ? "NI" : atoms[at + 1].Word!.Value(TimeReading.Part),
                    Shift = 0,
                    FromDiscourse = true,
                };
            var unit = Peek(at + 1).Word?.Unit ?? TimeUnit.None;
            if (unit == TimeUnit.None && Is(at, "that") && !Is(at + 1, "time"))
                unit = TimeUnit.Day;
            var phrase = new TimePhrase
            {
                Kind = PhraseKind.Anchored,
                First = i,
                End = at + 2,
                Unit = unit,
                Shift = 0,
                FromDiscourse = true,
            };
            var of = Is(at + 2, "of") ? at + 3 : at + 2;
            if (unit == TimeUnit.None && Is(at, "that") && !IsAny(i - 1, "at", "by", "since", "until", "before", "during", "of"))
                return null;
            if (Is(at, "that") && unit < TimeUnit.Day && unit != TimeUnit.None)
                return null;
            if (Inner(of) is { } year && year.Kind is PhraseKind.Year or PhraseKind.Relative && Inner(of) is { } inner)
                return phrase with { Of = inner, End = inner.End };
            if (Counted(of) is { Kind: PhraseKind.Ago } ago)
                return phrase with { Of = ago, End = ago.End };
            return phrase;
        }
        if (at > i && Has(at, TimeReading.Unit) && IsAny(at + 1, "before", "after", "earlier") && atoms[at].Word!.Unit >= TimeUnit.Day)
        {
            if (Deictic(at + 2) is { Kind: PhraseKind.DeicticDay, Shift: not 0 } day && Is(at, "day"))
                return day with { First = i, End = day.End, Shift = day.Shift + (Is(at + 1, "before") ? -1 : 1) };
            var after = new TimePhrase
            {
                Kind = PhraseKind.Relative,
                First = i,
                End = at + 2,
                Unit = atoms[at].Word!.Unit,
                Shift = Is(at + 1, "after") ? 1 : -1,
                FromDiscourse = true,
            };
            return Ends(at + 2) || Is(at + 1, "earlier") ? after : null;
        }
        return null;
    }

    // spring 2024 | the summer of 2023 | in the winter
    private TimePhrase? SeasonOf(int i)
    {
        var at = SkipThe(i);
        if (!Has(at, TimeReading.Season))
            return null;
        var phrase = Completed(
            new TimePhrase
            {
                Kind = PhraseKind.Season,
                First = i,
                End = at + 1,
                Count = atoms[at].Word!.Number,
            },
            at + 1
        );
        if (phrase.End > at + 1)
            return phrase;
        if (Peek(at).Capital || Peek(at + 1) is { Kind: AtomKind.Word, Capital: true })
            return null;
        return
            at > i && IsAny(i - 1, "in", "by", "during", "until", "since", "before", "after", "over", "throughout") && !Is(at + 1, "of")
            || IsAny(i - 1, "by", "before", "until", "till", "since", "through")
                && !(
                    Peek(at + 1).Kind == AtomKind.Word
                    && parsed.Tokens[Math.Min(Peek(at + 1).Token, parsed.Tokens.Length - 1)].Tag is UniversalTag.NOUN
                )
            ? phrase
            : null;
    }
}
