namespace Chancery.Cli.Evaluation;

/// <summary>One number of an evaluation under its published name: a share between 0 and 1, or a count for <c>n</c>.</summary>
/// <param name="Name">The published name.</param>
/// <param name="Value">The number.</param>
internal readonly record struct Figure(string Name, double Value);
