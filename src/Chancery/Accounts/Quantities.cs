using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// Reads the quantities of a clause: a number in digits or words with the noun that it counts. Lengths of time up to days come as minutes, so that
/// "an hour and a half" and "90 minutes" are one. Figures of money and percentages are the figure reader's and come with its indicator as unit.
/// </summary>
internal static class Quantities
{
    private static readonly FrozenDictionary<string, double> Numbers = EmbeddedTable
        .Rows("codebook/accounts/numbers.csv")
        .ToFrozenDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture));
    private static readonly FrozenDictionary<string, (double Low, double High)> Ranges = Table("number");
    private static readonly FrozenDictionary<string, (double Low, double High)> Shares = Table("share");
    private static readonly FrozenDictionary<string, double> Minutes = new Dictionary<string, double>
    {
        ["minute"] = 1,
        ["hour"] = 60,
    }.ToFrozenDictionary();

    // "at least 20" of the first hours may be 38 in the end, and not 400.
    private const double Hour = 60,
        Open = 2.5,
        More = 1.5;

    private static readonly FrozenSet<string> Times = FrozenSet.ToFrozenSet(["minute", "hour", "day", "week", "month", "year", "decade"]);

    /// <summary>The quantities between two tokens.</summary>
    public static ImmutableArray<Quantity> In(ParsedText text, int first, int end)
    {
        var found = ImmutableArray.CreateBuilder<Quantity>();
        for (var i = first; i < end; i++)
        {
            if (Share(text, i) is { } share)
            {
                found.Add(share);
                continue;
            }

            // "the hour-long call".
            if (
                text.Tokens[i].Lemma == "hour"
                && i + 2 < end
                && text.Form(i + 1) is "-"
                && text.Form(i + 2) is "long"
                && (i == first || Value(text, i - 1) is null)
                && !IsHyphened(text, i)
            )
            {
                found.Add(new Quantity(Hour, Hour, "minute", text.Tokens[i].Span));
                continue;
            }

            if (Value(text, i) is not { } value || IsPartOfName(text, i) || (i > 0 && text.Tokens[i - 1].Lemma == "no"))
                continue;
            var noun = Counted(text, i, end);
            if (noun < 0)
                continue;
            var unit = text.Tokens[noun].Lemma;
            var start = i;
            // "the third round" counts no rounds.
            if (IsOrdinal(text.Form(i)))
                continue;
            if (
                unit is "million" or "billion" or "trillion" or "dollar" or "euro" or "percent" or "year" or "month"
                && text.Tokens[i].Tag != UniversalTag.NUM
            )
                continue;
            if (i > first && text.Tokens[i - 1].Lemma == "half")
                value /= 2;
            if (i > first + 1 && text.Tokens[i - 1].Lemma == "of" && text.Tokens[i - 2].Lemma == "quarter")
                value *= i > first + 2 && Value(text, i - 3) is 3 ? 0.75 : 0.25;
            // "two days later", "the past two years": a distance in time counts nothing.
            if (Times.Contains(unit) && IsDistance(text, i, noun))
                continue;
            var (low, high) = Bounds(text, i, value);
            var last = noun;
            if (Minutes.TryGetValue(unit, out var length))
            {
                (low, high, unit) = (low * length, high * length, "minute");
                if (Half(text, noun, end) is > 0 and var half)
                    (low, high, last) = (low + (length / 2), high + (length / 2), half);
                // "one and a half hours"; the noun stands behind the fraction.
                else if (HalfBefore(text, i, noun))
                    (low, high) = (low + (length / 2), high + (length / 2));
                // "one hour and 45 minutes" is one length.
                else if (length == 60 && Minute(text, noun, end) is var (minutes, at))
                    (low, high, last, i) = (low + minutes, high + minutes, at, Math.Max(i, at));
            }

            found.Add(new Quantity(low, high, unit, text.SpanOf(Math.Min(start, noun), last + 1)));
        }

        return found.ToImmutable();
    }

    /// <summary>The least and most that a word of vague number means: "dozens", "hundreds", "several"; null for all else.</summary>
    public static (double Low, double High)? Range(ParsedText text, int token) =>
        Ranges.TryGetValue(text.Form(token).ToString().ToLowerInvariant(), out var range) ? range : null;

    // "most of the aid", "half of the shipment", "a majority of the hostages": shares in words.
    private static Quantity? Share(ParsedText text, int token)
    {
        if (!Shares.TryGetValue(text.Form(token).ToString().ToLowerInvariant(), out var share) || token + 1 >= text.Tokens.Length)
            return null;
        // "a quarter of an hour" is a length.
        for (var i = token + 2; i < Math.Min(text.Tokens.Length, token + 4); i++)
            if (Times.Contains(text.Tokens[i].Lemma))
                return null;
        return text.Tokens[token + 1].Lemma == "of" ? new Quantity(share.Low, share.High, "percent", text.Tokens[token].Span) : null;
    }

    /// <summary>The number that a token writes; null for all else. "an" counts before "hour" alone.</summary>
    public static double? Value(ParsedText text, int token)
    {
        var form = text.Form(token);
        if (form.Length > 0 && char.IsAsciiDigit(form[0]))
        {
            var digits = form.TrimEnd("stndrh".AsSpan());
            if (
                double.TryParse(
                    digits,
                    NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
                return number;
            return null;
        }

        if (form.Equals("an", StringComparison.OrdinalIgnoreCase) || form.Equals("one", StringComparison.OrdinalIgnoreCase))
            return token + 1 < text.Tokens.Length && (text.Tokens[token + 1].Lemma == "hour" || form.Length == 3) ? 1 : null;
        return Numbers.TryGetValue(form.ToString().ToLowerInvariant(), out var word) ? word : null;
    }

    private static FrozenDictionary<string, (double Low, double High)> Table(string kind) =>
        EmbeddedTable
            .Rows("codebook/accounts/amounts.csv")
            .Where(row => row[1] == kind)
            .ToFrozenDictionary(
                row => row[0],
                row => (double.Parse(row[2], CultureInfo.InvariantCulture), double.Parse(row[3], CultureInfo.InvariantCulture)),
                StringComparer.Ordinal
            );

    private static bool IsHyphened(ParsedText text, int token) => token > 0 && text.Form(token - 1) is "-";

    // "F-16", "B-2": the digits belong to the name.
    /// <summary>The whole number that a word or a figure says ("four", "4"); null where it says none.</summary>
    public static int? Whole(string word) =>
        Numbers.TryGetValue(word, out var value) ? (int)value
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure
        : null;

    private static bool IsPartOfName(ParsedText text, int token) =>
        token > 0 && text.Form(token - 1) is "-" or "–" && text.Tokens[token - 1].Span.End == text.Tokens[token].Span.Start;

    private static bool IsOrdinal(ReadOnlySpan<char> form) =>
        form is "second" or "third" or "fifth" or "Second" or "Third" or "Fifth"
        || (form.Length > 3 && form.EndsWith("th", StringComparison.Ordinal))
        || (char.IsAsciiDigit(form[0]) && char.IsLetter(form[^1]));

    // The number's own head where it modifies a noun, else the next noun within reach ("two-hour call", "90-minute call").
    private static int Counted(ParsedText text, int number, int end)
    {
        var token = text.Tokens[number];
        if (
            token.Relation is Relation.Nummod or Relation.Det or Relation.Amod
            && token.Head > number
            && token.Head < end
            && text.Tokens[token.Head].Tag is UniversalTag.NOUN
        )
        {
            for (var i = number + 1; i < token.Head; i++)
                if (Minutes.ContainsKey(text.Tokens[i].Lemma))
                    return i;
            return token.Head;
        }

        for (var i = number + 1; i < Math.Min(end, number + 5); i++)
            if ((text.Tokens[i].Tag == UniversalTag.NOUN && text.Tokens[i].Lemma != "half") || Minutes.ContainsKey(text.Tokens[i].Lemma))
                return i;
        return -1;
    }

    private static bool IsDistance(ParsedText text, int number, int noun)
    {
        if (noun + 1 < text.Tokens.Length && text.Form(noun + 1) is "later" or "earlier" or "ago")
            return true;
        for (var i = number - 1; i >= Math.Max(0, number - 2); i--)
            if (text.Form(i) is "past" or "last" or "previous")
                return true;
        return false;
    }

    private static bool HalfBefore(ParsedText text, int number, int noun)
    {
        for (var i = number + 1; i < noun; i++)
            if (text.Tokens[i].Lemma == "half")
                return true;
        return false;
    }

    private static (double Minutes, int At)? Minute(ParsedText text, int noun, int end)
    {
        var i = noun + 1;
        while (i < Math.Min(end, noun + 3) && text.Form(i) is "and" or ",")
            i++;
        return i + 1 < end && Value(text, i) is { } minutes and < 60 && text.Tokens[i + 1].Lemma == "minute" ? (minutes, i + 1) : null;
    }

    private static int Half(ParsedText text, int noun, int end)
    {
        for (var i = noun + 1; i + 2 < text.Tokens.Length && i < noun + 2; i++)
            if (text.Tokens[i].Lemma == "and" && text.Tokens[i + 1].Lemma == "a" && text.Tokens[i + 2].Lemma == "half")
                return Math.Min(i + 2, text.Tokens.Length - 1);
        return 0;
    }

    // "More than 227 billion" gives three digits and means them; "more than 20" may be thirty.
    private static double Most(double value) =>
        Quantity.Beyond(value) is var beyond && value >= 100 * (beyond - value) ? beyond : Math.Max(value * More, beyond);

    /// <summary>The least and most that the words before a number allow: "about" leaves a tenth to either side, "almost" below, "more than" above.</summary>
    public static (double Low, double High) Bounds(ParsedText text, int number, double value)
    {
        for (var i = number - 1; i >= Math.Max(0, number - 3); i--)
        {
            switch (text.Form(i).ToString().ToLowerInvariant())
            {
                case "about" or "approximately" or "around" or "some" or "roughly":
                    return (value * 0.9, value * 1.1);
                case "almost" or "nearly":
                    return (value * 0.9, value);
                case "least" when i > 0 && text.Form(i - 1) is "at" or "At":
                    return (value, value * Open);
                case "than" when i > 1 && text.Tokens[i - 1].Lemma is "more" && text.Form(i - 2) is "no" or "not":
                    return (0, value);
                case "than" when i > 0 && text.Tokens[i - 1].Lemma is "more":
                    return (value, Most(value));
                case "than" when i > 0 && text.Tokens[i - 1].Lemma is "less" or "few":
                    return (0, value);
                case "most" when i > 0 && text.Form(i - 1) is "at" or "At":
                    return (0, value);
                case "to" when i > 0 && text.Form(i - 1) is "up" or "Up":
                    return (0, value);
                case "exceed" when Polarity.IsNegated(text, i):
                    return (0, value);
                case "over" or "exceeded":
                    return (value, Most(value));
            }
        }

        return (value, value);
    }
}
