using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Dating;

/// <summary>When things are, in one document: its own date, its time expressions, and the date that applies to a predicate.</summary>
public sealed class Chronology
{
    private const int Reach = 8;
    private const string NamedDayRule = "time/named-day";
    private readonly ParsedText _text;
    private readonly int[] _heads;
    private readonly Dictionary<int, int> _byHead = [];

    /// <summary>Gathers what dating found.</summary>
    public Chronology(ParsedText text, DateValue documentDate, ImmutableArray<TimeExpression> expressions)
    {
        _text = text;
        DocumentDate = documentDate;
        Expressions = expressions;
        _heads = new int[expressions.Length];
        for (var i = expressions.Length - 1; i >= 0; i--)
        {
            _heads[i] = HeadOf(expressions[i]);
            if (
                expressions[i].Type is TimeType.Date or TimeType.Time
                || !expressions[i].Date.IsUnknown
                || expressions[i].Type == TimeType.Duration
            )
                _byHead[_heads[i]] = i;
        }
    }

    /// <summary>The day on which the document speaks.</summary>
    public DateValue DocumentDate { get; }

    /// <summary>All time expressions in the order of the text.</summary>
    public ImmutableArray<TimeExpression> Expressions { get; }

    /// <summary>
    /// The date of what the predicate at this token tells: the expression that modifies it, else one of its clause, else the
    /// discourse anchor; unknown where nothing tells. Never the publication date in silence.
    /// </summary>
    public DateValue For(int predicate)
    {
        if ((uint)predicate >= (uint)_text.Tokens.Length)
            return DateValue.Unknown;
        var at = predicate;
        for (var steps = 0; steps < Reach && at >= 0; steps++)
        {
            if (Modifying(at, at == predicate) is { IsUnknown: false } date)
                return date;
            ref readonly var token = ref _text.Tokens.ItemRef(at);
            // A time said of the governor is the time of what shares its clause, and of nothing else.
            var shared =
                token.Relation is Relation.Xcomp or Relation.Conj or Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.Compound
                || token.Relation is Relation.Obj or Relation.Obl or Relation.Nsubj or Relation.NsubjPass
                    && !_text.Tokens[at].IsVerb
                    && at == predicate
                    && IsLight(token.Head);
            if (!shared)
                break;
            at = token.Head;
        }
        return DateValue.Unknown;
    }

    /// <summary>
    /// The narrowest date among the expressions that lie wholly between two tokens; unknown where none does. With
    /// <paramref name="modifiers"/> those before a noun count ("the October 7 attack"), else those that stand by themselves.
    /// A named day before a noun is no date of it: a New Year call may come before the day.
    /// </summary>
    public DateValue Finest(int firstToken, int endToken, bool modifiers)
    {
        var found = DateValue.Unknown;
        int low = 0,
            high = Expressions.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Expressions[middle].FirstToken < firstToken)
                low = middle + 1;
            else
                high = middle;
        }

        for (var i = low; i < Expressions.Length && Expressions[i].FirstToken < endToken; i++)
        {
            if (Expressions[i].EndToken > endToken || Expressions[i].Type is TimeType.Duration or TimeType.Set)
                continue;
            if (
                modifiers
                    ? Expressions[i].Rule == NamedDayRule
                    : _text.Tokens[_heads[i]].Relation is Relation.Compound or Relation.Amod or Relation.NmodPoss
            )
                continue;
            if (Applied(i) is { IsUnknown: false } date && (found.IsUnknown || Finer(date, found)))
                found = date;
        }

        return found;
    }

    // Verbs that lend their clause, and its time, to the noun: "held talks on Monday", "the call took place on Thursday", "said in a call on Thursday".
    private bool IsLight(int verb) => verb >= 0 && (_text.Tokens[verb].IsVerb || _text.Tokens[verb].Tag == UniversalTag.AUX);

    private DateValue Modifying(int head, bool own)
    {
        var found = DateValue.Unknown;
        var best = -1;
        foreach (var dependent in _text.Dependents(head))
        {
            var relation = _text.Tokens[dependent].Relation;
            if (
                relation
                is Relation.Obl
                    or Relation.OblUnmarked
                    or Relation.Advmod
                    or Relation.Nmod
                    or Relation.NmodUnmarked
                    or Relation.NmodPoss
                    or Relation.Compound
                    or Relation.Nummod
                    or Relation.Amod
                    or Relation.Appos
                    or Relation.Advcl
                    or Relation.Obj
                    or Relation.Dep
                    or Relation.NmodDesc
                    or Relation.Parataxis
            )
            {
                if (!own && !_text.Tokens[head].IsVerb)
                    continue;
                if (
                    relation is Relation.Compound or Relation.Amod
                    && _byHead.TryGetValue(dependent, out var named)
                    && Expressions[named].Rule == NamedDayRule
                )
                    continue;
                if (relation == Relation.Obj && _text.Tokens[head].IsVerb && !_byHead.ContainsKey(dependent))
                    continue;
                if (
                    _byHead.TryGetValue(dependent, out var index)
                    && Applied(index) is { IsUnknown: false } date
                    && (best < 0 || Finer(date, found))
                )
                    (found, best) = (date, index);
                // "in a call with X on Thursday": the parser may hang the day on a noun within the clause.
                else if (
                    best < 0
                    && relation is Relation.Obl or Relation.Obj or Relation.Nmod
                    && !IsOfMatter(dependent)
                    && Below(dependent) is { IsUnknown: false } below
                )
                    found = below;
            }
        }
        return found;
    }

    // "apologised regarding the crash on Friday": the day is that of what the clause is about.
    private bool IsOfMatter(int noun)
    {
        foreach (var dependent in _text.Dependents(noun))
            if (
                _text.Tokens[dependent] is
                {
                    Relation: Relation.Case,
                    Lemma: "regarding"
                        or "about"
                        or "over"
                        or "concerning"
                        or "after"
                        or "following"
                        or "since"
                        or "before"
                        or "for"
                        or "against"
                        or "of"
                        or "regard"
                        or "follow"
                        or "concern"
                }
            )
                return true;
        return false;
    }

    private DateValue Below(int noun)
    {
        foreach (var dependent in _text.Dependents(noun))
            if (
                _byHead.TryGetValue(dependent, out var index)
                && _text.Tokens[dependent].Relation is Relation.Nmod or Relation.NmodUnmarked or Relation.OblUnmarked or Relation.Obl
                && Expressions[index].Date.Precision is Precision.Day or Precision.Minute or Precision.Hour
                && Expressions[index].FirstToken > noun
            )
                return Applied(index);
        return DateValue.Unknown;
    }

    private static bool Finer(DateValue a, DateValue b) => Width(a) < Width(b);

    private static int Width(DateValue date) => date is { Start: { } start, End: { } end } ? end.DayNumber - start.DayNumber : int.MaxValue;

    // What the preposition makes of the expression: since, until, by, before, after.
    private DateValue Applied(int index)
    {
        var expression = Expressions[index];
        var date = expression.Date;
        var today = DocumentDate.End;
        switch (Preposition(index))
        {
            case "since":
                // What has lasted since January began in the January before.
                if (date.Start is { } first && today is { } now && first > now && first.AddYears(-1) <= now)
                    date = date with { Start = first.AddYears(-1) };
                return date.Start is { } since
                    ? date with
                    {
                        Start = since,
                        End = today,
                        Precision = today is null ? Precision.OpenEnd : Precision.Interval,
                    }
                    : date;
            case "from" when RangeEnd(index) is { End: { } until }:
                return date.Start is null ? date : date with { End = until, Precision = Precision.Interval };
            case "between" when RangeEnd(index) is { End: { } until }:
                return date.Start is null ? date : date with { End = until, Precision = Precision.Interval };
            case "until" or "till" or "by":
                return date.End is { } end ? date with { Start = null, End = end, Precision = Precision.OpenStart } : date;
            case "before":
                return date.Start is { } start
                    ? date with
                    {
                        Start = null,
                        End = start.AddDays(-1),
                        Precision = Precision.OpenStart,
                    }
                    : date;
            case "after":
                return date.End is { } last ? date with { Start = last, End = null, Precision = Precision.OpenEnd } : date;
            case "for" when expression.Type == TimeType.Duration:
                return DateValue.Unknown;
            default:
                return date;
        }
    }

    private DateValue RangeEnd(int index)
    {
        var next = index + 1;
        if (next >= Expressions.Length)
            return DateValue.Unknown;
        var gap = Expressions[next].FirstToken - Expressions[index].EndToken;
        return gap is 1 or 2 && Word(Expressions[index].EndToken) is "to" or "and" or "through" or "until" or "-" or "–"
            ? Expressions[next].Date
            : DateValue.Unknown;
    }

    private string Preposition(int index)
    {
        var before = Expressions[index].FirstToken - 1;
        if (before >= 0 && Word(before) is "the")
            before--;
        if (before >= 1 && Word(before) is "of" && Word(before - 1) is "ahead")
            return "before";
        return before >= 0 ? Word(before) : "";
    }

    private string Word(int token) => _text.Form(token).ToString().ToLowerInvariant();

    private int HeadOf(TimeExpression expression)
    {
        var end = Math.Min(expression.EndToken, _text.Tokens.Length);
        for (var i = expression.FirstToken; i < end; i++)
            if (_text.Tokens[i].Head is var head && (head < expression.FirstToken || head >= end))
                return i;
        return expression.FirstToken;
    }
}
