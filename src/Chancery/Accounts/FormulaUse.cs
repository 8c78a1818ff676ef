using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>One use of a formula.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Day">The day of the document; null where it is not known.</param>
/// <param name="Span">The words.</param>
public readonly record struct FormulaUse(string Document, DateOnly? Day, Span Span);
