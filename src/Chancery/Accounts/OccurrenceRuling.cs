using System.Collections.Immutable;

namespace Chancery.Accounts;

/// <summary>What a person decided about mentions, whatever they say themselves.</summary>
/// <param name="Id">What names the decision.</param>
/// <param name="AreOne">Whether all of them are one occurrence; otherwise the first is of no occurrence with any of the others.</param>
/// <param name="Mentions">The mentions, two or more.</param>
/// <param name="Ground">Who decided, when and why, in words that follow "by".</param>
public sealed record OccurrenceRuling(string Id, bool AreOne, ImmutableArray<MentionPlace> Mentions, string Ground);
