using System.Collections.Frozen;
using System.Globalization;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>Other numbers of one thing: what is counted, and the matter around it, must be alike.</summary>
internal static class NumberClash
{
    private const double SameMatter = 0.3,
        Many = 20,
        Far = 5,
        Rounding = 0.02,
        Longer = 1.5;

    private static readonly FrozenDictionary<string, double> Lengths = EmbeddedTable
        .Rows("codebook/accounts/lengths.csv")
        .ToFrozenDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The numbers that cannot both be right; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, double closeness) =>
        (Tolls.Of(left, right, closeness) ?? Counts(left, right, closeness)) is { } why ? new Clash("number", why) : null;

    private static string? Counts(Bearing left, Bearing right, double closeness)
    {
        // What is promised may not be done yet.
        if (
            (
                closeness < SameMatter
                && !IsOneAct(left, right)
                && !IsOneState(left, right)
                && !left.Said.Quantities.Any(quantity => char.IsUpper(quantity.Unit[0]) && AreOfOneMeasure(left, quantity, right))
            )
            || left.IsOther(right)
            || left.IsBefore(right)
            || AreOfOthers(left, right)
            || ConditionClash.IsConditional(left)
            || ConditionClash.IsConditional(right)
        )
            return null;
        var (ours, theirs) = (left.Said, right.Said);
        foreach (var a in ours.Quantities)
        {
            // How long the contact was has a row of its own, and so have the dead.
            if ((a.Unit == "minute" && (left.IsOfContact || right.IsOfContact)) || Tolls.Counts(left, a))
                continue;
            // Money and shares need a topic in common: the figure reader's unit alone does not say what is measured.
            if (char.IsUpper(a.Unit[0]) && !left.Shares(right) && !IsOneAct(left, right) && !AreOfOneMeasure(left, a, right))
                continue;
            // "exports rose by 12 percent, imports fell by 4": of shares the thing measured must be named by both.
            if (a.Base == "percent" && !ours.Words.Any(word => word != "percent" && theirs.Words.Contains(word)))
                continue;
            if (
                (AccountWords.Plain.Contains(a.Unit) && !Lengths.ContainsKey(a.Unit))
                || theirs.Quantities.Any(b =>
                    ours.Quantities.Any(other => other.Unit == a.Unit && b.Unit == a.Unit && IsRounded(other, b))
                    || (b.Base == a.Base && !(a with { Unit = a.Base }).Contradicts(b with { Unit = b.Base }))
                )
            )
                continue;
            foreach (var b in theirs.Quantities)
                if (
                    (
                        a.Contradicts(b)
                        || (AreOtherLengths(a, b) && AreOfOneVerb(left, a, right, b))
                        || (Crosses(left, a, right, b) && (a with { Unit = b.Unit }).Contradicts(b))
                    ) && !Tolls.Counts(right, b)
                )
                    return a.Unit != b.Unit && Lengths.ContainsKey(a.Unit) && Lengths.ContainsKey(b.Unit)
                        ? $"“{a.Span.In(left.Telling.Words)}” and “{b.Span.In(right.Telling.Words)}”"
                        : string.Create(CultureInfo.InvariantCulture, $"{Amount(a.Low)} and {Amount(b.Low)} {Counted(a)}");
        }

        return null;
    }

    // "owes no more than 8 million", "a debt of 709 million": what the figures hang on is one measure.
    private static bool AreOfOneMeasure(Bearing left, Quantity ours, Bearing right) =>
        Measure(left, ours) is { } measure
        && !AccountWords.Plain.Contains(measure)
        && right.Said.Quantities.Any(theirs =>
            theirs.Base == ours.Base && Measure(right, theirs) is { } other && (measure == other || Senses.Share(measure, other))
        );

    // How long something lasted is told by what the length hangs on.
    private static bool AreOfOneVerb(Bearing left, Quantity ours, Bearing right, Quantity theirs) =>
        Measure(left, ours) is { } measure && Measure(right, theirs) is { } other && (measure == other || Senses.Share(measure, other));

    private static string? Measure(Bearing bearing, Quantity quantity)
    {
        var text = bearing.Text;
        var at = text.TokenAt(quantity.Span.Start);
        while (at >= 0 && quantity.Span.Contains(text.Tokens[at].Span))
            at = text.Tokens[at].Head;
        return at >= 0 ? text.Tokens[at].Lemma : null;
    }

    // "held for eleven hours", "held for six days".
    private static bool AreOtherLengths(Quantity ours, Quantity theirs) =>
        ours.Unit != theirs.Unit
        && Lengths.TryGetValue(ours.Unit, out var mine)
        && Lengths.TryGetValue(theirs.Unit, out var other)
        && (ours.High * mine * Longer < theirs.Low * other || theirs.High * other * Longer < ours.Low * mine);

    // "Armenia released two soldiers", "Azerbaijan released 32".
    private static bool AreOfOthers(Bearing left, Bearing right) =>
        left.Doers is [var ours] && right.Doers is [var theirs] && ours != theirs;

    // "63 percent" and "63.4 percent" are one figure.
    private static bool IsRounded(Quantity ours, Quantity theirs) =>
        ours.Base == theirs.Base
        && (ours.Base == "percent" || char.IsUpper(ours.Unit[0]))
        && Math.Abs(ours.Low - theirs.Low) <= Rounding * Math.Max(ours.Low, theirs.Low);

    // "asked for 600 million", "demanded 2.45 billion": one does one and the same.
    private static bool IsOneAct(Bearing left, Bearing right) =>
        left.SharesActor(right) && (left.Act == right.Act || Senses.Share(left.Act, right.Act));

    // "the tug was held for eleven hours", "the tug was held for six days": how long one thing was in one state.
    private static bool IsOneState(Bearing left, Bearing right) =>
        left.Said.Quantities.Any(quantity => Lengths.ContainsKey(quantity.Unit))
        && (left.Act == right.Act || Senses.Share(left.Act, right.Act))
        && Undergoer(left) is { } ours
        && ours == Undergoer(right);

    // "the tug was held for eleven hours": what it is done to.
    private static string? Undergoer(Bearing bearing) =>
        bearing.Head.IsVerb
        && Coding.ClauseTree.Undergoer(bearing.Text, bearing.Said.Head) is var what and >= 0
        && bearing.Text.Tokens[what].Tag == Reading.UniversalTag.NOUN
            ? bearing.Text.Tokens[what].Lemma
            : null;

    // "hosts 280,000 refugees", "320,000 Somalis live as refugees": what the one counts, the other calls those it counts. Small numbers count anything.
    private static bool Crosses(Bearing left, Quantity ours, Bearing right, Quantity theirs) =>
        (Senses.Share(ours.Unit, theirs.Unit) && ours.Unit != theirs.Unit)
        || (
            ours.Low >= Many
            && theirs.Low >= Many
            && ours.Unit != theirs.Unit
            && char.IsLower(ours.Unit[0])
            && char.IsLower(theirs.Unit[0])
            && ours.Low < theirs.High * Far
            && theirs.Low < ours.High * Far
            && (right.Said.Words.Contains(ours.Unit) || left.Said.Words.Contains(theirs.Unit))
        );

    // "15 and 10 documents": a unit that is a noun of the text stands in the plural.
    private static string Counted(Quantity quantity) =>
        char.IsLower(quantity.Unit[0])
        && !AccountWords.Invariant.Contains(quantity.Unit)
        && !quantity.Unit.EndsWith('s')
        && !quantity.Unit.Contains('/', StringComparison.Ordinal)
        && quantity.Unit == quantity.Base
        && quantity.Unit.All(char.IsLetter)
        && quantity.Unit.Length > 3
            ? quantity.Unit + "s"
            : quantity.Unit;

    /// <summary>An amount for a person.</summary>
    public static string Amount(double value) =>
        value switch
        {
            >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e9:#,0.##} billion"),
            >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:#,0.##} million"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##}"),
        };
}
