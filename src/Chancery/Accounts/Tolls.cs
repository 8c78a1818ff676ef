using System.Collections.Immutable;
using System.Globalization;
using Chancery.Coding;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>
/// The dead and the wounded that clauses count, whatever the noun: "killing 11 people", "nine died", "15 dead". Of one occasion two numbers of the same
/// people contradict; women among all who died do not, nor do the dead of one town and of several.
/// </summary>
internal static class Tolls
{
    private const double SameMatter = 0.3;
    private static readonly ImmutableArray<string> Kinds = ["dead", "wounded"];

    /// <summary>Whether a quantity is a number of dead or wounded.</summary>
    public static bool Counts(Bearing bearing, Quantity quantity) => In(bearing).Any(toll => toll.Span.Overlaps(quantity.Span));

    /// <summary>The numbers of dead or wounded that cannot both be right, in words; null where there are none.</summary>
    public static string? Of(Bearing left, Bearing right, double closeness)
    {
        if (left.IsOther(right) || !left.IsNear(right) || left.Said.Negated || right.Said.Negated || AreApart(left, right))
            return null;
        if (closeness < SameMatter && !left.IsOne(right) && !left.SharesName(right))
            return null;
        foreach (var a in In(left))
            foreach (var b in In(right))
                if (
                    a.Kind == b.Kind
                    && !a.IsByOther(b)
                    && (a.Low > b.High || b.Low > a.High)
                    && !IsPart(a, left, b, right)
                    && !IsPart(b, right, a, left)
                )
                    return string.Create(CultureInfo.InvariantCulture, $"{NumberClash.Amount(a.Low)} and {NumberClash.Amount(b.Low)} {a.Kind}");
        return null;
    }

    // Children among people, or those of one place among those of several: a part may be smaller.
    private static bool IsPart(Toll part, Bearing of, Toll whole, Bearing all)
    {
        if (part.Low > whole.High)
            return false;
        if (part.Noun is { } noun && !Senses.Has(noun, "people") && noun != whole.Noun)
            return true;
        return of.Said.Names.Length > 0
            && of.Said.Names.Length < all.Said.Names.Length
            && of.Said.Names.All(name => all.Said.Names.Contains(name));
    }

    /// <summary>Whether two clauses tell of other days, places, doers or victims.</summary>
    public static bool AreApart(Bearing left, Bearing right)
    {
        if (
            left.Day is { Start: { } first, End: { } last }
            && right.Day is { Start: { } start, End: { } end }
            && (last < start || end < first)
        )
            return true;
        if (Differ(left.Doers, right.Doers))
            return true;
        return Differ(Victims(left), Victims(right));
    }

    // The states of those who are killed or hurt: "Turkish engineers", "no citizen of Pakistan".
    private static ImmutableArray<string> Victims(Bearing bearing)
    {
        foreach (var token in bearing.Tokens)
            if (Senses.Has(bearing.Text.Tokens[token].Lemma, "harm") && ClauseTree.Undergoer(bearing.Text, token) is var who and >= 0)
                return
                [
                    .. new Participants(bearing.Text, bearing.Telling.Cast)
                        .Of(who)
                        .Select(entity => entity.State)
                        .OfType<string>()
                        .Distinct(StringComparer.Ordinal),
                ];
        return [];
    }

    private static bool Differ(ImmutableArray<string> ours, ImmutableArray<string> theirs) =>
        ours.Length > 0 && theirs.Length > 0 && !ours.Intersect(theirs, StringComparer.Ordinal).Any();

    private static IEnumerable<Toll> In(Bearing bearing)
    {
        var text = bearing.Text;
        foreach (var token in bearing.Tokens)
        {
            // "dozens were killed", "hundreds of civilians".
            if (Quantities.Range(text, token) is { } range && KindOf(text, Ranged(text, token)) is { } vague)
            {
                yield return new Toll(vague, null, range.Low, range.High, Doers(bearing, text.Tokens[token].Head), text.Tokens[token].Span);
                continue;
            }

            if (Quantities.Value(text, token) is not { } value || text.Tokens[token].Tag != UniversalTag.NUM)
                continue;
            var at = text.Tokens[token].Relation == Relation.Nummod && text.Tokens[token].Head is var noun and >= 0 ? noun : token;
            if (KindOf(text, at) is not { } kind)
                continue;
            var (low, high) = Quantities.Bounds(text, token, value);
            yield return new Toll(
                kind,
                at == token || text.Tokens[at].Tag != UniversalTag.NOUN || Senses.Has(text.Tokens[at].Lemma, kind)
                    ? null
                    : text.Tokens[at].Lemma,
                low,
                high,
                Doers(bearing, text.Tokens[at].Head),
                text.SpanOf(Math.Min(token, at), Math.Max(token, at) + 1)
            );
        }
    }

    // "several soldiers were killed": what the word modifies.
    private static int Ranged(ParsedText text, int token) =>
        text.Tokens[token].Relation is Relation.Amod or Relation.Det or Relation.Nummod && text.Tokens[token].Head is var noun and >= 0
            ? noun
            : token;

    private static ImmutableArray<string> Doers(Bearing bearing, int verb) =>
        verb >= 0 && bearing.Text.Tokens[verb].IsVerb && ClauseTree.Doer(bearing.Text, verb) is var doer and >= 0
            ?
            [
                .. new Participants(bearing.Text, bearing.Telling.Cast)
                    .Of(doer)
                    .Select(entity => entity.State ?? entity.Id)
                    .Distinct(StringComparer.Ordinal),
            ]
            : [];

    // By the verb that the counted are the object or the undergoing subject of, or by the noun or adjective itself.
    private static string? KindOf(ParsedText text, int counted)
    {
        foreach (var kind in Kinds)
        {
            if (Senses.Has(text.Tokens[counted].Lemma, kind))
                return kind;
            foreach (var dependent in text.Dependents(counted))
                if (text.Tokens[dependent].Relation is Relation.Amod or Relation.Acl && Senses.Has(text.Tokens[dependent].Lemma, kind))
                    return kind;
            var above = text.Tokens[counted].Head;
            if (above < 0 || !Senses.Has(text.Tokens[above].Lemma, kind))
                continue;
            if (
                text.Tokens[counted].Relation is Relation.Obj or Relation.NsubjPass
                || (
                    text.Tokens[counted].Relation == Relation.Nsubj
                    && (text.Tokens[above].Lemma == "die" || text.Tokens[above].Penn == PennTag.VBN || !text.Tokens[above].IsVerb)
                )
            )
                return kind;
        }

        return null;
    }
}
