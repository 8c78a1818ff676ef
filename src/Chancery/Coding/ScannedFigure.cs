using Chancery.Record;

namespace Chancery.Coding;

/// <summary>A number as scanned, with the words by it.</summary>
internal sealed record ScannedFigure(
    int EndAtom,
    int Token,
    Span Span,
    double Value,
    string? Unit,
    string? Indicator,
    string? Comparator,
    string? Role,
    bool Approximate,
    double? Low,
    double? High
);
