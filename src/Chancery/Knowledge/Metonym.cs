namespace Chancery.Knowledge;

/// <summary>A place that stands for who sits there.</summary>
/// <param name="Entity">The id of who is meant; <c>?</c> where several bodies sit there.</param>
/// <param name="Fixed">Whether it means the actor unless a word before it says place; else it is a place unless a cue says actor.</param>
internal readonly record struct Metonym(string Entity, bool Fixed);
