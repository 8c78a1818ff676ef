namespace Chancery.Dating;

// Days told from the day of writing, by weekday or by name.
internal sealed partial class PhraseScanner
{
    // today | yesterday evening | now | recently | the future | at present
    private TimePhrase? Deictic(int i)
    {
        var atom = Peek(i);
        if (atom.Is(TimeReading.DeicticDay))
        {
            var day = new TimePhrase
            {
                Kind = PhraseKind.DeicticDay,
                First = i,
                End = i + 1,
                Shift = int.Parse(atom.Word!.Value(TimeReading.DeicticDay)),
            };
            // "today's Europe" is the present age and no day.
            return atom.Word.Form == "today" && IsMark(i + 1, '\'') && Peek(i + 1).Glued
                ? new TimePhrase
                {
                    Kind = PhraseKind.Reference,
                    First = i,
                    End = i + 1,
                    Token = "PRESENT_REF",
                }
                : day;
        }
        if (atom.Is(TimeReading.DeicticNight))
            return new TimePhrase
            {
                Kind = PhraseKind.DeicticNight,
                First = i,
                End = i + 1,
                Shift = int.Parse(atom.Word!.Value(TimeReading.DeicticNight)),
            };
        if (atom.Is(TimeReading.Reference))
        {
            if (
                Is(i, "previously")
                || IsDash(i + 1) && Peek(i + 1).Glued
                || Is(i, "recent") && Has(i + 1, TimeReading.Units)
                || IsAny(i, "now") && Is(i + 1, "that")
            )
                return null;
            return new TimePhrase
            {
                Kind = PhraseKind.Reference,
                First = i,
                End = i + 1,
                Token = atom.Word!.Value(TimeReading.Reference),
            };
        }
        if (Is(i, "the") && Is(i + 1, "future") && IsAny(i - 1, "in", "for", "into", "of"))
            return new TimePhrase
            {
                Kind = PhraseKind.Reference,
                First = i,
                End = i + 2,
                Token = "FUTURE_REF",
            };
        if (Is(i, "the") && Is(i + 1, "near") && Is(i + 2, "future"))
            return new TimePhrase
            {
                Kind = PhraseKind.Reference,
                First = i,
                End = i + 3,
                Token = "FUTURE_REF",
            };
        if (Is(i, "the") && Is(i + 1, "time") && Is(i + 2, "being"))
            return new TimePhrase
            {
                Kind = PhraseKind.Reference,
                First = i,
                End = i + 3,
                Token = "PRESENT_REF",
            };
        if (Is(i, "the") && Is(i + 1, "weekend") && !Is(i + 2, "of") && !IsDash(i + 2))
            return new TimePhrase
            {
                Kind = PhraseKind.Relative,
                First = i,
                End = i + 2,
                Unit = TimeUnit.Weekend,
            };
        // "to end the day", "losses for the day".
        if (
            Is(i, "the")
            && Is(i + 1, "day")
            && IsAny(
                i - 1,
                "end",
                "ended",
                "ending",
                "ends",
                "finish",
                "finished",
                "finishing",
                "closed",
                "close",
                "began",
                "start",
                "started",
                "opened",
                "for",
                "on"
            )
            && !IsAny(i + 2, "of", "that", "when", "before", "after", "he", "she", "they", "to")
        )
            return new TimePhrase
            {
                Kind = PhraseKind.Relative,
                First = i,
                End = i + 2,
                Unit = TimeUnit.Day,
                Shift = 0,
                FromDiscourse = true,
            };
        if (Is(i, "the") && IsAny(i + 1, "moment", "present") && Is(i - 1, "at"))
            return new TimePhrase
            {
                Kind = PhraseKind.Reference,
                First = i,
                End = i + 2,
                Token = "PRESENT_REF",
            };
        return null;
    }

    // Monday | Thursday morning | Thursday of last week | last week Thursday
    private TimePhrase? WeekdayDate(int i)
    {
        if (!Weekday(i, out var weekday, out var next) || next != i + 1)
            return Season();
        var phrase = new TimePhrase
        {
            Kind = PhraseKind.Weekday,
            First = i,
            End = next,
            Weekday = weekday,
        };
        var of = Is(next, "of") ? next + 1 : next;
        if (IsAny(of, "last", "this", "next") && Is(of + 1, "week"))
        {
            var week = new TimePhrase
            {
                Kind = PhraseKind.Relative,
                Unit = TimeUnit.Week,
                Shift = atoms[of].Word!.Shift,
                First = of,
                End = of + 2,
            };
            return phrase with { Of = week, End = of + 2 };
        }
        return phrase;

        TimePhrase? Season() => SeasonOf(i);
    }

    private TimePhrase? Named(int i) =>
        NamedAt(i, out var day, out var end)
            ? Completed(
                new TimePhrase
                {
                    Kind = PhraseKind.NamedDay,
                    First = i,
                    End = end,
                    Named = day,
                },
                end
            )
            : null;

    // "the eve of Orthodox Christmas"
    private TimePhrase? Eve(int i)
    {
        var at = SkipThe(i);
        if (!Is(at, "eve") || !Is(at + 1, "of") || Named(SkipThe(at + 2)) is not { } day)
            return null;
        return new TimePhrase
        {
            Kind = PhraseKind.AwayFrom,
            First = i,
            End = day.End,
            Unit = TimeUnit.Day,
            Count = 1,
            Shift = -1,
            Of = day,
        };
    }

    private bool NamedAt(int i, out NamedDay? day, out int end)
    {
        day = null;
        end = i;
        if (Peek(i) is not { Kind: AtomKind.Word, Capital: true })
            return false;
        if (!NamedDays.Find(_text.AsSpan(atoms[i].Start), out day, out var length))
            return false;
        var stop = atoms[i].Start + length;
        while (end < atoms.Length && atoms[end].Start < stop)
            end++;
        return true;
    }
}
