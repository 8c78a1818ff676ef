namespace Chancery.Cli.Explaining;

/// <summary>Why one field of an entry has its value.</summary>
/// <param name="Field">The field in the published record, such as <c>actors[0]</c>.</param>
/// <param name="Value">Its value in words.</param>
/// <param name="Words">The words of the text that it was read from; null where none stand for it.</param>
/// <param name="Start">Their first code point.</param>
/// <param name="End">The code point after them.</param>
/// <param name="Basis">The rule, frame, table or fact that made it.</param>
/// <param name="Detail">What that rule saw, or what the table's row says, with its source.</param>
internal sealed record Ground(string Field, string Value, string? Words, int? Start, int? End, string Basis, string? Detail);
