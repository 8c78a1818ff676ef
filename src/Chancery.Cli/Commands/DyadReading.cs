using Chancery.Accounts;
using Chancery.Archive;
using Chancery.Record;

namespace Chancery.Cli.Commands;

/// <summary>
/// What passed between two states, each thing once, by rule occurrences-2: the documents that tell of it are read again and their mentions brought together as
/// <see cref="Occurrences"/> does. Of more than <see cref="Most"/> documents that would take too long; rule occurrences-1 serves then.
/// </summary>
internal static class DyadReading
{
    /// <summary>Of how many documents at most rule occurrences-2 is used where nobody asks for a rule.</summary>
    public const int Most = 200;

    private const int Short = 25,
        Long = 120;

    /// <summary>The name of the rule that counts mentions of one kind, type, mode, status and days as one.</summary>
    public const string Coarse = "occurrences-1";

    /// <summary>The name of the rule that reads the documents again.</summary>
    public const string Fine = "occurrences-2";

    /// <summary>The lines of a timeline and the rule that made them.</summary>
    public static (IReadOnlyList<Contact> Contacts, string Rule) Contacts(
        ArchiveReader reader,
        string one,
        string other,
        DateOnly? since,
        DateOnly? until,
        int limit,
        string? rule
    )
    {
        var query = new ArchiveQuery(reader);
        if (rule == Coarse || (rule is null && query.DocumentsOf(one, other) > Most))
            return (query.Contacts(one, other, since, until, limit), Coarse);
        var mentions = query.Contacts(one, other, limit: int.MaxValue, mentions: true);
        if (mentions.Count == 0)
            return ([], Fine);
        var clerk = new Clerk(ReaderChoice.Open());
        var tellings = mentions
            .Select(mention => mention.Document)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(reader.Document)
            .OfType<Document>()
            .Select(document => clerk.Read(document).Telling);
        return (
            [
                .. Gathered(mentions, OccurrenceDecisions.Find(reader, tellings))
                    .Where(contact => IsWithin(contact, since, until))
                    .Take(limit),
            ],
            Fine
        );
    }

    private static bool IsWithin(Contact contact, DateOnly? since, DateOnly? until) =>
        (since is null && until is null)
        || ((contact.Start ?? contact.End) is { } day && (since is null || day >= since) && (until is null || day <= until));

    // A mention that the reading of today does not know as an event (an older generation, a statement) keeps to the coarse rule.
    private static IEnumerable<Contact> Gathered(IReadOnlyList<Contact> mentions, IEnumerable<Occurrence> occurrences)
    {
        var of = new Dictionary<string, Occurrence>(StringComparer.Ordinal);
        foreach (var occurrence in occurrences)
            foreach (var mention in occurrence.Mentions)
                if (mention.Event is { } told)
                    of.TryAdd(told, occurrence);
        return mentions
            .GroupBy(mention =>
                of.GetValueOrDefault(mention.Entry) is { } occurrence ? occurrence.Id
                : mention.Start is null && mention.End is null ? mention.Entry
                : $"{mention.Start}|{mention.End}|{mention.Kind}|{mention.Type}|{mention.Mode}|{mention.Status}|{mention.From}|{mention.To}|{mention.Both}"
            )
            .Select(group => Line([.. group], of.GetValueOrDefault(group.First().Entry)))
            .OrderBy(contact => contact.Start ?? contact.End ?? DateOnly.MaxValue)
            .ThenBy(contact => contact.End ?? DateOnly.MaxValue)
            .ThenBy(contact => contact.Kind, StringComparer.Ordinal)
            .ThenBy(contact => contact.Type, StringComparer.Ordinal)
            .ThenBy(contact => contact.Entry, StringComparer.Ordinal);
    }

    private static Contact Line(Contact[] mentions, Occurrence? occurrence)
    {
        // What took place before what is planned; words that can be read at a glance; then the first id.
        var first = mentions
            .OrderBy(mention => mention.Status is "occurred" or "ongoing" or "historical" ? 0 : 1)
            .ThenBy(mention => mention.Start is null ? 1 : 0)
            .ThenBy(mention => mention.Words is { Length: >= Short and <= Long } ? 0 : 1)
            .ThenBy(mention => mention.Mode is null ? 1 : 0)
            .ThenBy(mention => mention.Entry, StringComparer.Ordinal)
            .First();
        var both = mentions.Any(mention => mention.Both) || mentions.Any(mention => mention.From == first.To);
        var (from, to) = both && string.CompareOrdinal(first.From, first.To) > 0 ? (first.To, first.From) : (first.From, first.To);
        return first with
        {
            Start = occurrence?.Date.Start ?? first.Start,
            End = occurrence is { Date.IsUnknown: false } ? occurrence.Date.End : first.End,
            Mode = occurrence?.Mode ?? first.Mode,
            From = from,
            To = to,
            Both = both,
            Mentions = mentions.Length,
            Documents = mentions.Select(mention => mention.Document).Distinct(StringComparer.Ordinal).Count(),
        };
    }
}
