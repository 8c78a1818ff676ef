namespace Chancery.Actors;

/// <summary>What is met on the way back from a phrase to the nearest mention that means the same.</summary>
/// <param name="Antecedent">The index of that mention, or -1.</param>
/// <param name="Nearer">How many others of that sort are named between the two.</param>
/// <param name="Near">How many of those in the sentences just before.</param>
/// <param name="Subject">Whether one of those is a subject.</param>
/// <param name="Compatriot">Whether one of those is of the same state.</param>
/// <param name="Several">Whether others are named together between the two, where the phrase means several.</param>
/// <param name="Open">Whether a phrase in the sentences just before is left open.</param>
internal readonly record struct Retrospect(int Antecedent, int Nearer, int Near, bool Subject, bool Compatriot, bool Several, bool Open);
