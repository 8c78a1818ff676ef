using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>Somebody said something: speaker, cue and content. The chain above the speaker is in <see cref="Entry.Sources"/>, the speaker last.</summary>
public sealed record Statement : Entry
{
    /// <inheritdoc/>
    public override string Kind => "statement";

    /// <summary>Who said it; several for a joint statement, none where the words leave it open.</summary>
    public ImmutableArray<Entity> Speakers { get; init; } = [];

    /// <summary>To whom it was said.</summary>
    public ImmutableArray<Entity> Addressees { get; init; } = [];

    /// <summary>The words that ascribe it; null for a quotation without any.</summary>
    public Cue? Cue { get; init; }

    /// <summary>What was said, as one or more stretches of the text.</summary>
    public ImmutableArray<Span> Content { get; init; } = [];

    /// <summary>Direct, indirect or mixed.</summary>
    public StatementForm Form { get; init; }

    /// <summary>What the speaker does by it.</summary>
    public Mood Mood { get; init; }

    /// <summary>The ids of the topics it touches, in order.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];
}
