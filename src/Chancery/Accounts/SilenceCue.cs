using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>The words by which a report says that an account leaves something out.</summary>
/// <param name="Cue">The words.</param>
/// <param name="Scope">The stretch where what is left out stands: after the cue, or before it.</param>
/// <param name="State">What the account is said to do.</param>
internal readonly record struct SilenceCue(Span Cue, Span Scope, SilenceState State)
{
    /// <summary>Whether the cue speaks of silence of texts and those who issue them only: a plan, too, "does not include" things.</summary>
    public bool OfAccount { get; init; }

    /// <summary>Whether what is left out is the subject of the cue and stands before it, so that the account comes after: "was absent from the Chinese text".</summary>
    public bool IsAfter { get; init; }
}
