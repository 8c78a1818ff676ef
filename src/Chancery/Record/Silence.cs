using System.Collections.Immutable;

namespace Chancery.Record;

/// <summary>What an account does not say. It is a finding with its own evidence, never a blank.</summary>
public sealed record Silence : Entry
{
    /// <inheritdoc/>
    public override string Kind => "silence";

    /// <summary>The id of the event that the account is of.</summary>
    public required string Of { get; init; }

    /// <summary>Whose account.</summary>
    public ImmutableArray<Entity> By { get; init; } = [];

    /// <summary>What it is silent on.</summary>
    public required string Topic { get; init; }

    /// <summary>The kind of silence.</summary>
    public SilenceState State { get; init; }

    /// <summary>How it is known.</summary>
    public SilenceBasis Basis { get; init; }

    /// <summary>What was looked for.</summary>
    public Check Checked { get; init; } = new([], "");
}
