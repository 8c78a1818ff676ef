using System.Collections.Immutable;
using Chancery.Accounts;
using Chancery.Archive;

namespace Chancery.Cli.Commands;

/// <summary>The accounts of one event that an archive holds: the documents that tell of the occurrence of which the event is a mention.</summary>
internal static class AccountsInArchive
{
    /// <summary>The documents, and what was decided of the occurrences in them; null, and said, where the event is unknown.</summary>
    public static (ImmutableArray<Telling> Tellings, ImmutableArray<OccurrenceRuling> Rulings)? Of(ArchiveReader reader, string[] ids)
    {
        if (ids is not [var id])
        {
            Console.Error.WriteLine($"error {Complaints.NoMention(string.Join(' ', ids), reader.Path)}");
            return null;
        }

        var tellings = OccurrenceDecisions.Tellings(reader);
        var found = OccurrenceDecisions
            .Find(reader, tellings)
            .Where(occurrence =>
                occurrence.Id.StartsWith(id, StringComparison.Ordinal)
                || occurrence.Mentions.Any(mention => mention.Event?.StartsWith(id, StringComparison.Ordinal) == true)
            )
            .Take(2)
            .ToList();
        if (found is not [var only])
        {
            Console.Error.WriteLine(
                $"error {(found.Count == 0 ? Complaints.NoMention(id, reader.Path) : Complaints.Ambiguous(id, reader.Path))}"
            );
            return null;
        }

        var telling = only.Mentions.Select(mention => mention.Document).ToHashSet(StringComparer.Ordinal);
        return ([.. tellings.Where(account => telling.Contains(account.Id))], OccurrenceDecisions.Rulings(reader.Decided));
    }
}
