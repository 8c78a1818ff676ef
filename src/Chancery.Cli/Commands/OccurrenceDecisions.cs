using System.Collections.Immutable;
using System.Globalization;
using Chancery.Accounts;
using Chancery.Archive;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary>
/// What people decided about occurrences in an archive, as the search for occurrences takes it. A decision names places of mentions and not entries, so
/// that it outlives a new coding of its documents.
/// </summary>
internal static class OccurrenceDecisions
{
    public const string Split = "split",
        Merge = "merge",
        Revoke = "revoke";

    /// <summary>The documents of an archive whose texts it holds, read anew, by id.</summary>
    public static ImmutableArray<Telling> Tellings(ArchiveReader reader)
    {
        var clerk = new Clerk(ReaderChoice.Open());
        return [.. reader.Texts().Select(document => clerk.Read(document).Telling)];
    }

    /// <summary>The decisions that stand, in the order in which they were taken.</summary>
    public static IEnumerable<Decision> Standing(ImmutableArray<Decision> decisions)
    {
        var revoked = decisions
            .Where(decision => decision.Verb == Revoke)
            .SelectMany(decision => decision.Targets)
            .ToHashSet(StringComparer.Ordinal);
        return decisions.Where(decision => decision.Verb is Split or Merge && !revoked.Contains(decision.Id));
    }

    /// <summary>The decisions that stand, as rulings.</summary>
    public static ImmutableArray<OccurrenceRuling> Rulings(ImmutableArray<Decision> decisions) => [.. Standing(decisions).Select(Ruling)];

    /// <summary>The occurrences of documents of an archive, as its decisions have them; what no longer applies is told on the standard error.</summary>
    public static ImmutableArray<Occurrence> Find(ArchiveReader reader, IEnumerable<Telling> tellings)
    {
        var findings = Occurrences.Of(tellings, Rulings(reader.Decided));
        foreach (var unmet in findings.Unmet)
            Console.Error.WriteLine($"warning {Complaints.Unmet(unmet.Ruling.Id, $"{unmet.Why} ({unmet.Ruling.Ground})")}");
        return findings.Occurrences;
    }

    /// <summary>Where the mentions of an occurrence stand.</summary>
    public static IEnumerable<MentionPlace> Places(Occurrence occurrence, IReadOnlyDictionary<string, Telling> texts) =>
        occurrence.Mentions.Select(mention => Place(mention, texts[mention.Document].Words));

    /// <summary>Where a mention stands.</summary>
    public static MentionPlace Place(OccurrenceMention mention, string words) =>
        new CodePoints(words) is var points
            ? new MentionPlace(mention.Document, points.At(mention.Span.Start), points.At(mention.Span.End))
            : default;

    /// <summary>What one decision says, in words that follow "by".</summary>
    public static string Ground(Decision decision) =>
        $"a decision of {decision.By} on {decision.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {decision.Reason}";

    private static OccurrenceRuling Ruling(Decision decision) =>
        new(decision.Id, decision.Verb == Merge, [.. decision.Targets.Select(MentionPlace.Parse).OfType<MentionPlace>()], Ground(decision));
}
