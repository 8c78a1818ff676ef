using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>What one account does with one row: a quotation, or a silence with what was looked for. Never a blank.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="State">Mention or kind of silence.</param>
/// <param name="Quote">The words that a reader should see; null for a silence.</param>
/// <param name="Spans">Where the account says so, the quoted words first; empty for a silence that nothing states.</param>
/// <param name="Checked">What was looked for and how; null for a mention.</param>
public sealed record ComparisonCell(string Document, SilenceState State, string? Quote, ImmutableArray<Span> Spans, Check? Checked)
{
    /// <summary>Whether the account raises the matter, in whatever words.</summary>
    public bool Raises => State is SilenceState.Mentions or SilenceState.MentionsDifferently or SilenceState.Denies;
}
