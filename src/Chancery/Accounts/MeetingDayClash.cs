using System.Globalization;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>One meeting of the same persons on days that lie close together and are not the same: what two accounts tell of first.</summary>
internal static class MeetingDayClash
{
    private const int Slip = 4;

    /// <summary>The two days; null where there are none.</summary>
    public static Clash? Of(Bearing left, Bearing right)
    {
        if (!left.IsOfContact || !right.IsOfContact || !left.AreSides(right) || left.Said.Negated || right.Said.Negated)
            return null;
        if (
            Day(left) is not { } ours
            || Day(right) is not { } theirs
            || ours == theirs
            || Math.Abs(ours.DayNumber - theirs.DayNumber) > Slip
        )
            return null;
        return
            left.IsOne(right)
            || (left.Said.Sentence == 0 && right.Said.Sentence == 0 && Speaks(left, right.Owner) && Speaks(right, left.Owner))
            || (
                Persons(left).Intersect(Persons(right), StringComparer.Ordinal).Any()
                && left.Named.Contains(right.Owner)
                && right.Named.Contains(left.Owner)
            )
            ? new Clash("date", string.Create(CultureInfo.InvariantCulture, $"{ours:d MMM yyyy} and {theirs:d MMM yyyy}"))
            : null;
    }

    // A day that the clause names itself, of a contact that took place; a second contact of the same account is left alone.
    private static DateOnly? Day(Bearing bearing)
    {
        if (
            !bearing.Telling.Chronology.Expressions.Any(expression =>
                expression.Type == Dating.TimeType.Date && bearing.Said.Span.Contains(bearing.Text.Tokens[expression.FirstToken].Span)
            )
        )
            return null;
        if (bearing.Head.Penn is not (PennTag.VBD or PennTag.VBN) || bearing.Said.Sentence > 1)
            return null;
        return bearing.Day is { Start: { } start, End: { } end } && start == end && end <= (bearing.Telling.Head.Date.End ?? end)
            ? start
            : null;
    }

    // What each account begins with is the contact that it is an account of.
    private static bool Speaks(Bearing bearing, string of) =>
        bearing.Telling.Cast.Mentions.Any(mention => mention.Entities.Any(entity => entity.State == of));

    private static IEnumerable<string> Persons(Bearing bearing) =>
        bearing
            .Tokens.SelectMany(token => bearing.Telling.Cast.Of(token))
            .Where(entity => entity.Type == EntityType.Person)
            .Select(entity => entity.Id);
}
