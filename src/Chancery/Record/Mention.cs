using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>A phrase and who is meant by it.</summary>
public sealed record Mention : Entry
{
    /// <inheritdoc/>
    public override string Kind => "mention";

    /// <summary>Who is meant; empty where the text does not tell.</summary>
    public ImmutableArray<Entity> Entities { get; init; } = [];

    /// <summary>Who may be meant, where that is too unsure to be said; empty where <see cref="Entities"/> says who is meant or nobody is in sight.</summary>
    public ImmutableArray<Entity> Candidates { get; init; } = [];

    /// <summary>As what it is meant: <c>government</c>, <c>place</c>, <c>person</c>, <c>people</c>; null where nothing hangs on it.</summary>
    public string? Reading { get; init; }

    /// <summary>The form of the phrase.</summary>
    public MentionForm Form { get; init; }
}
