using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>
/// Who or what is meant, and by which words. It is one use of an entity in one place, not the knowledge about it: two uses of one
/// entity share <see cref="Id"/> and differ in <see cref="Span"/>.
/// </summary>
public sealed record Entity
{
    /// <summary>The readable id, never reused: <c>state/CHN</c>, <c>person/xi-jinping</c>, <c>organ/CHN.mfa</c>, <c>unknown/…</c> for what no pack holds.</summary>
    public required string Id { get; init; }

    /// <summary>The name by which people know it, such as "China" or "Chinese Foreign Ministry".</summary>
    public required string Name { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public required EntityType Type { get; init; }

    /// <summary>The ISO 3166-1 alpha-3 code of the state it belongs to or speaks for; null where none or not known.</summary>
    public string? State { get; init; }

    /// <summary>The office held on the day of the document, such as "President of Russia"; null where none is known.</summary>
    public string? Office { get; init; }

    /// <summary>The words that name it here; null where the text leaves it unsaid.</summary>
    public Span? Span { get; init; }

    /// <summary>Those a group consists of; empty for all else.</summary>
    public ImmutableArray<Entity> Members { get; init; } = [];

    /// <summary>The ISO code of a state itself; null for all else, organs of a state included.</summary>
    public string? Iso3 => Type == EntityType.State ? State : null;
}
