using Chancery.Reading;

namespace Chancery.Dating;

/// <summary>Finds time phrases in the atoms of a document. It goes forward only; at each place the longest phrase wins.</summary>
internal sealed partial class PhraseScanner(ParsedText parsed, TimeAtom[] atoms)
{
    private const TimeReading Opening =
        TimeReading.Month
        | TimeReading.MonthShort
        | TimeReading.Weekday
        | TimeReading.WeekdayShort
        | TimeReading.WeekdayPlural
        | TimeReading.Season
        | TimeReading.Unit
        | TimeReading.Units
        | TimeReading.Number
        | TimeReading.Tens
        | TimeReading.Ordinal
        | TimeReading.Quantity
        | TimeReading.Shift
        | TimeReading.Anchor
        | TimeReading.DeicticDay
        | TimeReading.DeicticNight
        | TimeReading.Reference
        | TimeReading.Part
        | TimeReading.Edge
        | TimeReading.EdgeOf
        | TimeReading.Every
        | TimeReading.Set
        | TimeReading.Fiscal
        | TimeReading.Half
        | TimeReading.Scale;

    private readonly string _text = parsed.Document.Text;

    /// <summary>All phrases of the document in order, without overlap.</summary>
    public List<TimePhrase> Scan()
    {
        var phrases = new List<TimePhrase>();
        for (var i = 0; i < atoms.Length;)
        {
            var phrase = At(i);
            if (phrase is null)
            {
                i++;
                continue;
            }
            phrases.Add(phrase);
            i = Math.Max(phrase.End, i + 1);
        }
        return phrases;
    }

    private TimePhrase? At(int i)
    {
        ref readonly var atom = ref atoms[i];
        switch (atom.Kind)
        {
            case AtomKind.Digits:
                break;
            case AtomKind.Word:
                if (!atom.Is(Opening) && !MayOpen(i))
                    return null;
                break;
            case AtomKind.Mark when atom.Mark == '\'' && Peek(i + 1) is { Kind: AtomKind.Digits, Glued: true }:
                break;
            default:
                return null;
        }
        var best = Longest(
            Clock(i),
            Longest(DayDate(i), Longest(MonthDate(i), Longest(YearDate(i), Longest(Longest(Named(i), Eve(i)), Shortened(i)))))
        );
        best = Longest(best, Longest(Period(i), Longest(Shifted(i), Longest(Edged(i), Anchored(i)))));
        best = Longest(best, Longest(Counted(i), Longest(Recurring(i), Deictic(i))));
        best = Longest(best, Longest(WeekdayDate(i), PartOfDay(i)));
        return best is null ? null : WithTail(best);
    }

    // Words that open a phrase only by what follows: articles, the letter Q, names of days.
    private bool MayOpen(int i)
    {
        var length = atoms[i].End - atoms[i].Start;
        return length == 1 && (Form(i)[0] | 32) is 'a' or 'q' or 'h'
            || length == 2 && Is(i, "an")
            || length == 3 && Is(i, "the")
            || atoms[i].Capital
            || length == 5 && Is(i, "these");
    }

    private static TimePhrase? Longest(TimePhrase? a, TimePhrase? b) =>
        a is null ? b
        : b is null || a.End >= b.End ? a
        : b;

    private TimeAtom Peek(int i) =>
        (uint)i < (uint)atoms.Length
            ? atoms[i]
            : new TimeAtom
            {
                Kind = AtomKind.Break,
                Start = _text.Length,
                End = _text.Length,
                Token = 0,
            };

    private bool Has(int i, TimeReading any) => (uint)i < (uint)atoms.Length && atoms[i].Is(any);

    private ReadOnlySpan<char> Form(int i) => _text.AsSpan(atoms[i].Start, atoms[i].End - atoms[i].Start);

    private bool Is(int i, string form) => (uint)i < (uint)atoms.Length && Form(i).Equals(form, StringComparison.OrdinalIgnoreCase);

    private bool IsAny(int i, params ReadOnlySpan<string> forms)
    {
        foreach (var form in forms)
            if (Is(i, form))
                return true;
        return false;
    }

    private bool IsMark(int i, char mark) => (uint)i < (uint)atoms.Length && atoms[i].IsMark(mark);

    private bool IsDash(int i) => (uint)i < (uint)atoms.Length && atoms[i].IsDash;

    private int SkipComma(int i) => IsMark(i, ',') ? i + 1 : i;

    private int SkipThe(int i) => Is(i, "the") ? i + 1 : i;

    // A month by name; a short form takes its stop along. "May" and "March" count with a capital only.
    private bool Month(int i, out int month, out int next)
    {
        month = 0;
        next = i;
        var atom = Peek(i);
        if (!atom.Is(TimeReading.Month | TimeReading.MonthShort) || !atom.Capital)
            return false;
        month = int.Parse(atom.Word!.Value(atom.Is(TimeReading.Month) ? TimeReading.Month : TimeReading.MonthShort));
        next = i + 1;
        if (atom.Is(TimeReading.MonthShort) && IsMark(next, '.') && atoms[next].Glued)
            next++;
        return true;
    }

    private bool DayNumber(int i, out int day, out int next)
    {
        var atom = Peek(i);
        day = atom.Whole;
        next = i + 1;
        return day is >= 1 and <= 31 && atom.Digits <= 2;
    }

    private bool Year(int i, out int year, out int next)
    {
        var atom = Peek(i);
        year = atom.Whole;
        next = i + 1;
        return atom.Digits == 4 && !atom.Ordinal && year is >= 1000 and <= 2999;
    }

    // A year that completes a day or month: "2024", ", 2024", "last year", "of last year".
    private bool YearAfter(int i, out int year, out TimePhrase? of, out int next)
    {
        of = null;
        if (Year(SkipComma(i), out year, out next) || Is(i, "of") && Year(i + 1, out year, out next))
            return true;
        year = 0;
        var at = Is(i, "of") ? i + 1 : SkipComma(i);
        if (Has(at, TimeReading.Shift) && IsAny(at, "last", "this", "next") && Is(at + 1, "year"))
        {
            of = new TimePhrase
            {
                Kind = PhraseKind.Relative,
                Unit = TimeUnit.Year,
                Shift = atoms[at].Word!.Shift,
                First = at,
                End = at + 2,
            };
            next = at + 2;
            return true;
        }
        next = i;
        return false;
    }

    private bool Weekday(int i, out int weekday, out int next)
    {
        weekday = 0;
        next = i;
        var atom = Peek(i);
        if (!atom.Capital)
            return false;
        // "Black Monday", "Bloody Sunday" are names of days long past.
        if (
            Peek(i - 1) is { Kind: AtomKind.Word, Capital: true }
            && IsAny(i - 1, "black", "bloody", "blue", "cyber", "giving", "super", "holy")
        )
            return false;
        if (atom.Is(TimeReading.Weekday))
        {
            weekday = int.Parse(atom.Word!.Value(TimeReading.Weekday));
            next = i + 1;
            return true;
        }
        if (!atom.Is(TimeReading.WeekdayShort))
            return false;
        // "Sat." and "Sun" are words of their own: a short weekday must open a date.
        next = IsMark(i + 1, '.') ? i + 2 : i + 1;
        next = SkipComma(next);
        if (!Month(next, out _, out _) && !DayNumber(next, out _, out _))
            return false;
        weekday = int.Parse(atom.Word!.Value(TimeReading.WeekdayShort));
        return true;
    }

    // A count of units: digits or words. Reports NaN for counts that the words leave open.
    private bool Count(int i, out double count, out int next)
    {
        count = 0;
        next = i;
        var atom = Peek(i);
        if (atom.Kind == AtomKind.Digits && !atom.Ordinal && !atom.Plural)
        {
            count = atom.Number;
            next = i + 1;
            if (IsDash(next) && Peek(next + 1).Kind == AtomKind.Digits && !Peek(next + 1).Plural)
            {
                count = Peek(next + 1).Number;
                next += 2;
            }
            else if (Is(next, "to") && Peek(next + 1).Kind == AtomKind.Digits && Has(next + 2, TimeReading.Units))
            {
                count = Peek(next + 1).Number;
                next += 2;
            }
            return AndAHalf(ref count, ref next);
        }
        if (atom.Kind != AtomKind.Word)
            return false;
        if (IsAny(i, "a", "an"))
        {
            if (Is(i + 1, "few") || Is(i + 1, "couple") || Is(i + 1, "dozen") || Is(i + 1, "number"))
            {
                count = Is(i + 1, "dozen") ? 12 : double.NaN;
                next = Is(i + 2, "of") ? i + 3 : i + 2;
                if (Is(i + 1, "couple"))
                    count = 2;
                return !Is(i + 1, "number") || Is(i + 2, "of");
            }
            if (Is(i + 1, "half") && (Is(i + 2, "dozen")))
            {
                count = 6;
                next = i + 3;
                return true;
            }
            if (Has(i + 1, TimeReading.Scale))
            {
                count = atoms[i + 1].Word!.Number;
                next = i + 2;
                return true;
            }
            count = 1;
            next = i + 1;
            return true;
        }
        if (Is(i, "half") && IsAny(i + 1, "a", "an", "-"))
        {
            count = 0.5;
            next = i + 2;
            return true;
        }
        if (atom.Is(TimeReading.Quantity))
        {
            count = Is(i, "couple") ? 2 : double.NaN;
            next = i + 1;
            if (Is(next, "of"))
                next++;
            if (Is(next, "of") || Is(next, "the"))
                return false;
            return true;
        }
        if (!atom.Is(TimeReading.Number | TimeReading.Tens))
            return false;
        next = i;
        double total = 0,
            part = 0;
        while (Has(next, TimeReading.Number | TimeReading.Tens | TimeReading.Scale))
        {
            var word = atoms[next].Word!;
            if (word.Is(TimeReading.Scale))
            {
                if (word.Number == 1000)
                {
                    total += Math.Max(part, 1) * 1000;
                    part = 0;
                }
                else
                    part = Math.Max(part, 1) * 100;
            }
            else
                part += word.Number;
            next++;
            if (IsDash(next) && Has(next + 1, TimeReading.Number) && word.Is(TimeReading.Tens))
                next++;
            else if (Is(next, "and") && Has(next + 1, TimeReading.Number | TimeReading.Tens) && word.Is(TimeReading.Scale))
                next++;
        }
        count = total + part;
        if (IsAny(next, "or", "to") && Has(next + 1, TimeReading.Number) && Has(next + 2, TimeReading.Units))
        {
            count = atoms[next + 1].Word!.Number;
            next += 2;
        }
        return AndAHalf(ref count, ref next);
    }

    private bool AndAHalf(ref double count, ref int next)
    {
        if (Is(next, "and") && Is(next + 1, "a") && Is(next + 2, "half"))
        {
            count += 0.5;
            next += 3;
        }
        return true;
    }
}
