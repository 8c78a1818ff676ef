namespace Chancery.Accounts;

/// <summary>One side of an aspect that a clause says: that a deed was meant, that a border stayed open.</summary>
/// <param name="Aspect">Of what there are sides: <c>intent</c>, <c>opening</c>.</param>
/// <param name="IsOfEvent">Whether it is of what happened as a whole, as its intent; else it is of a thing that both must speak of.</param>
/// <param name="Side">Which side, negation taken in: <c>deliberate</c>.</param>
/// <param name="Phrase">The words that say so, in dictionary form.</param>
/// <param name="Negated">Whether they stand under a negation.</param>
internal readonly record struct AspectMention(string Aspect, bool IsOfEvent, string Side, string Phrase, bool Negated);
