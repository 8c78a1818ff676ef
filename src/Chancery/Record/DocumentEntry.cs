using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>What a document is: its title, head, kind and date as the text and its carrier show them.</summary>
public sealed record DocumentEntry : Entry
{
    /// <inheritdoc/>
    public override string Kind => "document";

    /// <summary>The title, declared or read from the first line.</summary>
    public string? Title { get; init; }

    /// <summary>The place from which it reports.</summary>
    public Entity? Dateline { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>The declared day of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The declared address.</summary>
    public string? Url { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The kind of text.</summary>
    public TextKind TextKind { get; init; }

    /// <summary>Whose text it is, read from its head and style where its carrier declares no kind; null for a reporter's.</summary>
    public Entity? Issuer { get; init; }

    /// <summary>PLOVER's contexts that the text as a whole is about, the most frequent first; kept apart from those of its events.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Version and hash of the knowledge that it was read with.</summary>
    public string? Knowledge { get; init; }

    /// <summary>The hash of the stored text.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The day on which it speaks, and how that is known.</summary>
    public DateValue Date { get; init; } = DateValue.Unknown;
}
