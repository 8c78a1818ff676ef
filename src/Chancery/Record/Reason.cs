namespace Chancery.Record;

/// <summary>Why a field has its value.</summary>
/// <param name="Field">The name of the field in the published record, such as <c>actors</c>.</param>
/// <param name="Basis">The rule, model or fact behind it, such as <c>codebook/verb:praise</c> or <c>knowledge/f12</c>.</param>
/// <param name="Detail">What it saw, in words for a person.</param>
public sealed record Reason(string Field, string Basis, string Detail);
