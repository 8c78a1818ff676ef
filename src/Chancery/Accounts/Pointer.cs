using System.Collections.Immutable;

namespace Chancery.Accounts;

/// <summary>A word that points for or against something.</summary>
/// <param name="Lemma">The word in its dictionary form.</param>
/// <param name="Sign">1 for, -1 against, negation taken in.</param>
/// <param name="Negated">Whether it stands under a negation.</param>
/// <param name="Targets">What it points at: the content words of its object or complement; of an adjective, of its subject.</param>
/// <param name="Heads">The heads among them: "ceasefire" of "support an early ceasefire in the region".</param>
internal sealed record Pointer(string Lemma, int Sign, bool Negated, ImmutableArray<string> Targets, ImmutableArray<string> Heads);
