using Chancery.Record;

namespace Chancery.Coding;

/// <summary>How the participants of a coded event agree with two given parties.</summary>
internal enum PairFit
{
    /// <summary>Neither takes part.</summary>
    None,

    /// <summary>The target does it to the source.</summary>
    Reversed,

    /// <summary>Only the target takes part, as the one to whom.</summary>
    Target,

    /// <summary>Only the source takes part, as the one who does.</summary>
    Source,

    /// <summary>Both take part alike.</summary>
    Mutual,

    /// <summary>The source does it to the target.</summary>
    Both,
}

/// <summary>An event that the codebook proposes for two given parties.</summary>
/// <param name="Token">Its predicate.</param>
/// <param name="Event">What was coded.</param>
/// <param name="Fit">How its participants agree with the two.</param>
internal readonly record struct PairProposal(int Token, Event Event, PairFit Fit);
