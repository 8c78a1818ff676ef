namespace Chancery.Dating;

internal sealed partial class PhraseScanner
{
    // two weeks ago | 75 years | a 12-year low | decades | a year and a half | two weeks after the summit
    private TimePhrase? Counted(int i)
    {
        double count;
        int next;
        var bare = Has(i, TimeReading.Units);
        if (bare)
            (count, next) = (double.NaN, i);
        else if (!Count(i, out count, out next))
            return null;
        while (Has(next, TimeReading.Filler))
            next++;
        var hyphen = IsDash(next);
        if (hyphen)
            next++;
        if (next > i && IsAny(next, "of") && Has(i, TimeReading.Quantity) && Has(next + 1, TimeReading.Units))
            next++;
        if (!Has(next, TimeReading.Unit | TimeReading.Units))
            return null;
        var unit = atoms[next].Word!.Unit;
        if (Has(next, TimeReading.Ordinal) || unit == TimeUnit.Night && count == 1)
            return null;
        if (Is(next, "min") && count == 1)
            return null;
        if (unit == TimeUnit.Quarter && (IsAny(i, "a") || bare || Is(next + 1, "of") && !Has(next - 1, TimeReading.Filler)))
            return null;
        if (
            bare
            && (
                unit is TimeUnit.Night or TimeUnit.Second or TimeUnit.Weekend
                || Is(i - 1, "the") && !Is(i - 2, "over")
                || IsAny(i - 1, "these", "those", "his", "her", "their", "its", "early", "final", "greatest", "best")
            )
        )
            return null;
        var end = next + 1;
        if (hyphen || IsDash(end))
        {
            if (IsDash(end) && Is(end + 1, "old"))
                return new TimePhrase
                {
                    Kind = PhraseKind.Duration,
                    First = i,
                    End = end + 2,
                    Unit = unit,
                    Count = count,
                };
            if (IsDash(end) && Is(end + 1, "long"))
                end += 2;
            else if (hyphen && Is(end, "old"))
                end++;
            var first = IsAny(i, "a", "an") ? i + 1 : i;
            return new TimePhrase
            {
                Kind = PhraseKind.Duration,
                First = first,
                End = end,
                Unit = unit,
                Count = count,
            };
        }
        if (Is(end, "and") && Is(end + 1, "a") && Is(end + 2, "half"))
        {
            count += 0.5;
            end += 3;
        }
        var phrase = new TimePhrase
        {
            Kind = PhraseKind.Duration,
            First = i,
            End = end,
            Unit = unit,
            Count = count,
        };
        if (Has(end, TimeReading.AfterCount))
        {
            var direction = atoms[end].Word!.AfterCount;
            var relation = Form(end);
            if (
                relation is "ago" or "earlier" or "later" or "hence" or "afterwards" or "afterward"
                || Ends(end + 1) && relation is "before" or "after" && Ends(end + 1)
            )
            {
                var ago = phrase with
                {
                    Kind = PhraseKind.Ago,
                    End = end + 1,
                    Shift = direction,
                    FromDiscourse = relation is not ("ago" or "hence"),
                };
                // "ten years ago this week", "a year ago today".
                if (relation is "ago" && unit >= TimeUnit.Week && Is(end + 1, "today"))
                    return ago with
                    {
                        End = end + 2,
                        Of = new TimePhrase
                        {
                            Kind = PhraseKind.DeicticDay,
                            Shift = 0,
                            First = end + 1,
                            End = end + 2,
                        },
                    };
                if (
                    relation is "ago"
                    && unit >= TimeUnit.Month
                    && Is(end + 1, "this")
                    && Has(end + 2, TimeReading.Unit)
                    && atoms[end + 2].Word!.Unit is TimeUnit.Week or TimeUnit.Month
                )
                    return ago with
                    {
                        End = end + 3,
                        Of = new TimePhrase
                        {
                            Kind = PhraseKind.Relative,
                            Shift = 0,
                            Unit = atoms[end + 2].Word!.Unit,
                            First = end + 1,
                            End = end + 3,
                        },
                    };
                return ago;
            }
            if (relation is "before" or "after")
            {
                var anchor = Inner(end + 1) ?? Named(end + 1);
                if (
                    anchor is not null
                    && anchor.Kind
                        is PhraseKind.Day
                            or PhraseKind.Weekday
                            or PhraseKind.NamedDay
                            or PhraseKind.DeicticDay
                            or PhraseKind.Month
                )
                    return phrase with { Kind = PhraseKind.AwayFrom, Shift = direction, Of = anchor, End = anchor!.End };
                return phrase;
            }
        }
        if (Is(end, "from") && Is(end + 1, "now"))
            return phrase with { Kind = PhraseKind.Ago, End = end + 2, Shift = 1 };
        if (Is(end, "old") && unit >= TimeUnit.Day)
            return phrase with { End = end + 1 };
        if (count == 1 && IsAny(i, "a", "an") && Rate(i))
            return phrase with { Kind = PhraseKind.Set, Token = Durations.Value(1, unit) };
        if (IsAny(i - 1, "in", "within") && unit >= TimeUnit.Day && !double.IsNaN(count) && Is(i - 1, "in"))
            return phrase with { Shift = 1 };
        if (
            count == 1
            && IsAny(i, "a", "an", "one")
            && IsAny(i, "one")
            && unit == TimeUnit.Day
            && !IsAny(i - 1, "in", "for", "within", "after", "only", "just", "than", "least")
        )
            return null;
        return phrase;
    }

    // "$40 a barrel" is no time, "$2 billion a year" and "twice a week" are rates.
    private bool Rate(int i)
    {
        var before = Peek(i - 1);
        if (
            before.Kind == AtomKind.Digits
            || before is { Kind: AtomKind.Mark, Mark: '%' }
            || before.Is(TimeReading.Scale | TimeReading.Number)
        )
            return true;
        if (
            IsAny(
                i - 1,
                "once",
                "twice",
                "times",
                "million",
                "billion",
                "trillion",
                "percent",
                "dollars",
                "barrels",
                "tonnes",
                "tons",
                "euros",
                "people",
                "hours",
                "days"
            )
        )
            return true;
        return before.Kind == AtomKind.Word
            && before.Word is null
            && (Peek(i - 2).Kind == AtomKind.Digits || IsAny(i - 2, "million", "billion", "trillion") || Has(i - 2, TimeReading.Number));
    }

    // every year | each Monday | Mondays | daily | every two weeks | twice a week
    private TimePhrase? Recurring(int i)
    {
        if (Has(i, TimeReading.Set))
            return new TimePhrase
            {
                Kind = PhraseKind.Set,
                First = i,
                End = i + 1,
                Token = atoms[i].Word!.Value(TimeReading.Set),
            };
        if (Has(i, TimeReading.WeekdayPlural) && Peek(i).Capital)
            return new TimePhrase
            {
                Kind = PhraseKind.Set,
                First = i,
                End = i + 1,
                Token = $"XXXX-WXX-{atoms[i].Word!.Value(TimeReading.WeekdayPlural)}",
            };
        if (!Has(i, TimeReading.Every))
            return null;
        if (Weekday(i + 1, out var weekday, out var end))
            return new TimePhrase
            {
                Kind = PhraseKind.Set,
                First = i,
                End = end,
                Token = $"XXXX-WXX-{weekday}",
            };
        if (Month(i + 1, out var month, out end))
            return new TimePhrase
            {
                Kind = PhraseKind.Set,
                First = i,
                End = end,
                Token = $"XXXX-{month:D2}",
            };
        if (Has(i + 1, TimeReading.Season))
            return new TimePhrase
            {
                Kind = PhraseKind.Set,
                First = i,
                End = i + 2,
                Token = "XXXX-" + Seasons.Code(atoms[i + 1].Word!.Number),
            };
        if (Has(i + 1, TimeReading.Part))
            return new TimePhrase
            {
                Kind = PhraseKind.Set,
                First = i,
                End = i + 2,
                Token = "XXXX-XX-XXT" + atoms[i + 1].Word!.Value(TimeReading.Part),
            };
        var at = i + 1;
        double count = 1;
        if (Is(at, "single"))
            at++;
        if (Is(at, "other"))
            (count, at) = (2, at + 1);
        else if (Is(at, "few"))
            (count, at) = (double.NaN, at + 1);
        else if (Has(at, TimeReading.Ordinal) && !Is(at, "second") || Peek(at).Ordinal)
        {
            count = Peek(at).Ordinal ? Peek(at).Number : atoms[at].Word!.Number;
            at++;
        }
        else if (Is(at, "second") && Has(at + 1, TimeReading.Unit))
            (count, at) = (2, at + 1);
        else if (Count(at, out var number, out var counted))
            (count, at) = (number, counted);
        if (!Has(at, TimeReading.Unit | TimeReading.Units))
            return null;
        if (count == 1 && atoms[at].Word!.Unit == TimeUnit.Day && Is(at + 1, "at") && Clock(at + 2) is { Of: null } daily)
            return new TimePhrase
            {
                Kind = PhraseKind.Set,
                First = i,
                End = daily.End,
                Token = $"XXXX-XX-XXT{daily.Minutes / 60 % 24:D2}:{daily.Minutes % 60:D2}",
            };
        return new TimePhrase
        {
            Kind = PhraseKind.Set,
            First = i,
            End = at + 1,
            Token =
                atoms[at].Word!.Unit == TimeUnit.Quarter
                    ? Durations.Value(count * 3, TimeUnit.Month)
                    : Durations.Value(count, atoms[at].Word!.Unit),
        };
    }
}
