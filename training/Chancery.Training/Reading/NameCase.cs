using Chancery.Reading.Naming;

namespace Chancery.Training.Reading;

/// <summary>A name to learn from.</summary>
/// <param name="Words">The features of its words; empty where they chose the answer.</param>
/// <param name="Place">The features of its place in the sentence.</param>
/// <param name="Shares">What a network that has not seen its sentence gives to each type; empty where none was asked.</param>
/// <param name="Choice">What it names: a type, or <see cref="NameTyper.Types"/> for none that is wanted.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record NameCase(uint[] Words, uint[] Place, sbyte[] Shares, int Choice, float Weight);
