using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>What one document says of another account's silence, held against that account where it is at hand.</summary>
/// <param name="Document">The document that says so.</param>
/// <param name="About">The document that it is about; null where that account is not among those compared.</param>
/// <param name="By">Whose account it is about, for a person.</param>
/// <param name="Topic">The topic said to be missing.</param>
/// <param name="Claim">The words of the claim.</param>
/// <param name="Holds">Whether the account's own words bear it out; null where the account is not at hand.</param>
/// <param name="State">What it says that the account does: leaves the topic out, or says that it was not discussed.</param>
/// <param name="Found">The words of the account that go against the claim; null where it holds or cannot be checked.</param>
public sealed record SilenceClaim(
    string Document,
    string? About,
    string By,
    string Topic,
    Span Claim,
    bool? Holds,
    SilenceState State,
    Span? Found
);
