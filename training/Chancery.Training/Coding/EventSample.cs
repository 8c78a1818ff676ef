namespace Chancery.Training.Coding;

/// <summary>A sentence with its parties, the root label, and what a model sees of it.</summary>
internal sealed record EventSample(string Sentence, string Root, List<(string Name, float Value)> Features, float Weight = 1);
