using System.Globalization;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// One deed on days that have none in common: "will be signed in July", "in October". When a contact took place is left to the search for occurrences.
/// </summary>
internal static class DayClash
{
    private const double SameMatter = 1.2,
        OneMatter = 1.4;

    /// <summary>The days that cannot both be right; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right, Kinship kinship)
    {
        if (Ahead(left, right, kinship) is { } ahead)
            return ahead;
        string lemma = left.Head.Lemma,
            other = right.Head.Lemma;
        if (
            EventMention.IsContactWord(lemma)
            || EventMention.IsContactWord(other)
            || AccountWords.Plain.Contains(lemma)
            || left.Said.Negated != right.Said.Negated
            || !left.IsFresh(right)
        )
            return null;
        // Three who sign are not two who signed before.
        if (
            left.Said.Actors.Length > 0
            && right.Said.Actors.Length > 0
            && !left.Said.Actors.SequenceEqual(right.Said.Actors, StringComparer.Ordinal)
        )
            return null;
        if (!IsOneDeed(left, right, lemma, other, kinship))
            return null;
        return
            left.Telling.Chronology.For(left.Said.Head) is { Start: { } first, End: { } last }
            && right.Telling.Chronology.For(right.Said.Head) is { Start: { } start, End: { } end }
            && (last < start || end < first)
            ? new Clash("date", string.Create(CultureInfo.InvariantCulture, $"{first:d MMM yyyy} and {start:d MMM yyyy}"))
            : null;
    }

    // "the Council will meet in Astana on 8 August", "the meeting of the Council in Astana on 15 August": what is to come, by what is said of it besides.
    private static Clash? Ahead(Bearing left, Bearing right, Kinship kinship)
    {
        if (
            !left.IsDated
            || !right.IsDated
            || left.Said.Negated
            || right.Said.Negated
            || !left.IsFresh(right)
            || Polarity.AreOpposite(left.Head.Lemma, right.Head.Lemma)
        )
            return null;
        if (
            left.Day is not { Start: { } first, End: { } last }
            || right.Day is not { Start: { } start, End: { } end }
            || !(last < start || end < first)
            || Dates(left).Any(day => Dates(right).Any(other => day.Start <= other.End && other.Start <= day.End))
        )
            return null;
        if (left.IsOfNext && right.IsOfNext)
            return new Clash("date", string.Create(CultureInfo.InvariantCulture, $"{first:d MMM yyyy} and {start:d MMM yyyy}"));
        return kinship.Link(left, right) >= OneMatter && left.Said.Words.Intersect(right.Said.Words, StringComparer.Ordinal).Count() > 1
            ? new Clash("date", string.Create(CultureInfo.InvariantCulture, $"{first:d MMM yyyy} and {start:d MMM yyyy}"))
            : null;
    }

    private static IEnumerable<DateValue> Dates(Bearing bearing) =>
        bearing
            .Telling.Chronology.Expressions.Where(expression =>
                bearing.Said.Span.Contains(bearing.Text.Tokens[expression.FirstToken].Span) && !expression.Date.IsUnknown
            )
            .Select(expression => expression.Date);

    private static bool IsOneDeed(Bearing left, Bearing right, string lemma, string other, Kinship kinship)
    {
        if (lemma == other)
            return kinship.Met(left.Said.Words.Remove(lemma), right.Said.Words.Remove(lemma)) > 0
                && left.Said.Words.Remove(lemma).Intersect(right.Said.Words, StringComparer.Ordinal).Any();
        return Senses.Share(lemma, other) && kinship.Link(left, right, [lemma, other]) >= SameMatter;
    }
}
