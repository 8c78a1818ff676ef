namespace Chancery.Training;

/// <summary>Something that the program trains or measures.</summary>
internal sealed record Verb(string Name, string Arguments, Func<string[], int> Run);
