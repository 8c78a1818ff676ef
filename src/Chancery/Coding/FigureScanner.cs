using Chancery.Dating;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Coding;

/// <summary>Reads one number with its sign of money, scale, unit, comparator and role from the atoms around it.</summary>
internal static class FigureScanner
{
    public static ScannedFigure? At(ParsedText text, TimeAtom[] atoms, int i)
    {
        var start = i;
        string? unit = null;
        if (atoms[i].Kind == AtomKind.Word && Form(text, atoms, i) is "US" && Form(text, atoms, i + 1) is "$")
            i++;
        if (atoms[i].Kind == AtomKind.Mark && FigureTables.Currencies.TryGetValue(Form(text, atoms, i).ToString(), out unit))
            i++;
        if (i >= atoms.Length)
            return null;
        double value;
        double? low = null,
            high = null;
        var vague = false;
        var next = i + 1;
        if (atoms[i].Kind == AtomKind.Digits && !atoms[i].Ordinal && !atoms[i].Plural)
            value = atoms[i].Number;
        else if (atoms[i].Is(TimeReading.Number | TimeReading.Tens) && unit is null && !atoms[i].Capital)
            value = atoms[i].Word!.Number;
        else if (unit is null && FigureTables.Scales.TryGetValue(Form(text, atoms, i).ToString(), out var many) && !double.IsNaN(many.Low))
        {
            (value, low, vague) = (many.Low, many.Low, true);
            while (
                Is(text, atoms, next, "of")
                && FigureTables.Scales.TryGetValue(Form(text, atoms, next + 1).ToString(), out var more)
                && !double.IsNaN(more.Low)
            )
                next += 2;
        }
        else
            return null;
        if (i > 0 && atoms[i].Glued && atoms[i - 1].Kind == AtomKind.Word)
            return null;
        var upper = double.NaN;
        if (
            !vague
            && next + 1 < atoms.Length
            && (atoms[next].IsDash || Is(text, atoms, next, "to"))
            && atoms[next + 1].Kind == AtomKind.Digits
            && atoms[next + 1].Number > value
        )
        {
            upper = atoms[next + 1].Number;
            next += 2;
        }
        while (!vague && FigureTables.Scales.TryGetValue(Form(text, atoms, next).ToString(), out var scale) && !double.IsNaN(scale.Factor))
        {
            (value, upper) = (value * scale.Factor, upper * scale.Factor);
            next++;
        }
        if (!double.IsNaN(upper))
            (low, high, value) = (value, upper, (value + upper) / 2);
        var end = next;
        string? indicator = null;
        if (unit is null && Form(text, atoms, next) is "%")
            (unit, end) = ("percent", next + 1);
        else if (unit is null)
        {
            for (var j = next; j < Math.Min(next + 3, atoms.Length) && atoms[j].Kind == AtomKind.Word && unit is null; j++)
            {
                if (Is(text, atoms, j, "of") || Is(text, atoms, j, "in"))
                    break;
                if (FigureTables.Units.TryGetValue(Form(text, atoms, j).ToString(), out var known))
                    (unit, indicator, end) = (known.Unit, known.Indicator.Length > 0 ? known.Indicator : null, j + 1);
            }
        }
        var before = text.Document.Text.AsSpan(Math.Max(0, atoms[start].Start - 30), Math.Min(30, atoms[start].Start));
        string? comparator = vague ? "at least" : null;
        foreach (var (form, meaning) in FigureTables.Comparators)
        {
            var trimmed = before.TrimEnd(" ");
            if (trimmed.EndsWith(" the", StringComparison.Ordinal))
                trimmed = trimmed[..^4];
            else if (trimmed.EndsWith(" a", StringComparison.Ordinal))
                trimmed = trimmed[..^2];
            if (
                trimmed.EndsWith(form, StringComparison.OrdinalIgnoreCase)
                && (trimmed.Length == form.Length || !char.IsLetter(trimmed[^(form.Length + 1)]))
            )
            {
                comparator = meaning;
                break;
            }
        }
        var role = Form(text, atoms, end) switch
        {
            "target" or "goal" => "target",
            _ => unit == "percent"
                ? Before(before, "by ")
                    ? "change"
                    : "share"
                : null,
        };
        var token = atoms[i].Token;
        if (vague && indicator is null && FigureIndicator.Casualties(text, token) is { } deaths)
            (indicator, unit) = (deaths, "person");
        if (comparator is "at least")
            low ??= value;
        if (comparator is "at most")
            high ??= value;
        return new ScannedFigure(
            end,
            token,
            new Span(atoms[start].Start, atoms[end - 1].End),
            value,
            unit,
            indicator,
            comparator,
            role,
            vague || comparator is "about" or "nearly" || high > low,
            low,
            high
        );
    }

    private static bool Before(ReadOnlySpan<char> before, string word) => before.EndsWith(word, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Form(ParsedText text, TimeAtom[] atoms, int i) =>
        (uint)i < (uint)atoms.Length && atoms[i].Kind != AtomKind.Break
            ? text.Document.Text.AsSpan(atoms[i].Start, atoms[i].End - atoms[i].Start)
            : default;

    private static bool Is(ParsedText text, TimeAtom[] atoms, int i, string form) =>
        Form(text, atoms, i).Equals(form, StringComparison.OrdinalIgnoreCase);
}
