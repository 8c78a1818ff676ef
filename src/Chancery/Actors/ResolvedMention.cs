using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Actors;

/// <summary>A phrase of the text with who is meant by it.</summary>
/// <param name="FirstToken">The index of its first token.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Head">The token on which the others hang.</param>
/// <param name="Entities">Who is meant, each with its span; empty where the text does not tell.</param>
/// <param name="Form">The form of the phrase.</param>
/// <param name="Reading">As what it is meant: <c>government</c>, <c>place</c>, <c>person</c>; null where nothing hangs on it.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Rule">The rule that resolved it.</param>
/// <param name="Reasons">Why, for <c>chancery why</c>.</param>
public sealed record ResolvedMention(
    int FirstToken,
    int EndToken,
    int Head,
    ImmutableArray<Entity> Entities,
    MentionForm Form,
    string? Reading,
    double Confidence,
    string Rule,
    ImmutableArray<Reason> Reasons
)
{
    /// <summary>Whether the answer is too likely wrong to be published: the mention then names nobody and keeps <see cref="Entities"/> as candidates.</summary>
    public bool IsWithheld { get; init; }
}
