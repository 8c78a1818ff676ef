namespace Chancery.Archive;

/// <summary>What to look for; whatever is left out is not asked, and all that is given must hold.</summary>
public sealed record SearchTerms
{
    /// <summary>Words or phrases that the entry's own words contain, upper and lower case alike.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Entity ids or ISO codes of states that act or are acted upon.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>A topic, context or issue.</summary>
    public string? Topic { get; init; }

    /// <summary>The kind of entry, such as <c>event</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The type, such as <c>CONSULT</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The status, such as <c>occurred</c>.</summary>
    public string? Status { get; init; }

    /// <summary>A publisher, or the id of an entity in the chain of sources.</summary>
    public string? Source { get; init; }

    /// <summary>Nothing that begins before this day.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Nothing that begins after this day.</summary>
    public DateOnly? Until { get; init; }
}
