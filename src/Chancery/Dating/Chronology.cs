using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Dating;

/// <summary>When things are, in one document: its own date, its time expressions, and the date that applies to a predicate.</summary>
public sealed class Chronology
{
    private readonly ParsedText _text;

    /// <summary>Gathers what dating found.</summary>
    public Chronology(ParsedText text, DateValue documentDate, ImmutableArray<TimeExpression> expressions)
    {
        _text = text;
        DocumentDate = documentDate;
        Expressions = expressions;
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
        foreach (var expression in Expressions)
            if (_text.Tokens[expression.FirstToken].Head == predicate || _text.Tokens[expression.EndToken - 1].Head == predicate)
                return expression.Date;
        return DateValue.Unknown;
    }
}
