using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>A phrase that a speaker uses word for word in several texts.</summary>
/// <param name="Speaker">Who uses it.</param>
/// <param name="Words">The phrase as it stands in the first text.</param>
/// <param name="Uses">Where it stands, by day and document; one a document.</param>
/// <param name="Texts">The number of the speaker's texts from the first use on.</param>
/// <param name="Missing">The number of the speaker's texts after the last use; where it is more than none, the phrase may have been dropped.</param>
public sealed record Formula(Entity Speaker, string Words, ImmutableArray<FormulaUse> Uses, int Texts, int Missing)
{
    /// <summary>The day of the first use.</summary>
    public DateOnly? First => Uses[0].Day;

    /// <summary>The day of the last use.</summary>
    public DateOnly? Last => Uses[^1].Day;
}
