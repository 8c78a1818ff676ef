using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// The positions of everybody over time, from any number of documents. What a statement says on a topic counts as a position of its speaker with the
/// stance of its mood, where no position was read in it. Holders are persons' states where these are known, so that a minister and a president are one.
/// </summary>
public static class PositionLedger
{
    private const float Near = 0.5f;

    /// <summary>The ledger, by holder, issue and day.</summary>
    public static ImmutableArray<LedgerEntry> Of(IEnumerable<Telling> tellings)
    {
        var meaning = new WordMeaning();
        var documents = tellings.DistinctBy(telling => telling.Id, StringComparer.Ordinal).ToList();
        var people = new PersonIndex(documents);
        var found = documents
            .SelectMany(telling => Lines(telling, people))
            .OrderBy(line => line.Holder.Id, StringComparer.Ordinal)
            .ThenBy(line => line.Issue, StringComparer.Ordinal)
            .ThenBy(line => line.Day ?? DateOnly.MaxValue)
            .ThenBy(line => line.Document, StringComparer.Ordinal)
            .ThenBy(line => line.Span)
            .ToList();
        var ledger = ImmutableArray.CreateBuilder<LedgerEntry>(found.Count);
        foreach (var line in found)
        {
            var before = ledger.Where(other => other.Holder.Id == line.Holder.Id && other.Issue == line.Issue).ToList();
            ledger.Add(before.Count == 0 ? line : Compared(line, before, meaning));
        }

        return ledger.ToImmutable();
    }

    private static LedgerEntry Compared(LedgerEntry line, List<LedgerEntry> before, WordMeaning meaning)
    {
        var sign = Polarity.SignOf(line.Stance);
        var opposite = before.FindLast(other =>
            sign != 0 && Polarity.SignOf(other.Stance) == -sign && Alike(line.Object, other.Object, meaning)
        );
        if (opposite is not null)
            return line with { Change = PositionChange.Contradicts, Against = opposite.Document };
        var last = before[^1];
        return before.Any(other => other.Stance == line.Stance && Alike(line.Object, other.Object, meaning))
            ? line with
            {
                Change = PositionChange.Repeats,
            }
            : line with
            {
                Change = PositionChange.Changes,
                Against = last.Document,
            };
    }

    // Two objects are alike where some word of weight is in both, or near in use.
    private static bool Alike(string? left, string? right, WordMeaning meaning)
    {
        if (left is null || right is null)
            return true;
        var (ours, theirs) = (Words(left), Words(right));
        return ours.Count == 0 || theirs.Count == 0 || ours.Any(word => theirs.Any(other => meaning.Nearness(word, other) >= Near));
    }

    private static List<string> Words(string text) =>
        [
            .. TopicWord
                .Cut(text, new Span(0, text.Length))
                .Select(word => word.Lower)
                .Where(word => word.Length > 3 && !AccountWords.Plain.Contains(word)),
        ];

    private static IEnumerable<LedgerEntry> Lines(Telling telling, PersonIndex people)
    {
        var positions = telling.Entries.OfType<Position>().ToList();
        var day = telling.Head.Published ?? telling.Head.Date.Start;
        foreach (var position in positions)
            foreach (var holder in Holders(telling, position.Actors, people))
                yield return new LedgerEntry(
                    holder,
                    position.Issue,
                    position.Stance,
                    position.Object,
                    position.Date.Start is { } start && position.Date.End == start ? start : day,
                    telling.Id,
                    position.Spans[0],
                    PositionChange.First,
                    null
                );
        foreach (var statement in telling.Entries.OfType<Statement>())
        {
            if (
                statement.Status == EntryStatus.Negated
                || statement.Content.IsEmpty
                || positions.Any(position => statement.Spans.Any(span => span.Overlaps(position.Spans[0])))
            )
                continue;
            var words = statement.Content[0].In(telling.Words).ToString();
            foreach (
                var topic in statement.Topics.Length > 0
                    ? statement.Topics
                    :
                    [
                        .. statement
                            .Content.SelectMany(content => Topics.Standard.Find(telling.Words, content))
                            .Select(match => match.Topic.Name)
                            .Distinct(),
                    ]
            )
                foreach (var holder in Holders(telling, statement.Speakers, people))
                    yield return new LedgerEntry(
                        holder,
                        topic,
                        Stance(statement.Mood),
                        words,
                        day,
                        telling.Id,
                        statement.Content[0],
                        PositionChange.First,
                        null
                    );
        }
    }

    private static string Stance(Mood mood) =>
        mood switch
        {
            Mood.Demanded => "demands",
            Mood.Promised => "promises",
            Mood.Denied => "denies",
            Mood.Asked => "asks about",
            Mood.Claimed => "claims",
            Mood.Confirmed => "confirms",
            _ => "states",
        };

    private static IEnumerable<Entity> Holders(Telling telling, ImmutableArray<Entity> actors, PersonIndex people)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var actor in actors
                .SelectMany(actor => actor.Members.IsDefaultOrEmpty ? [actor] : (IEnumerable<Entity>)actor.Members)
                .Select(actor => people.Known(telling, actor))
        )
        {
            if (actor.Type is EntityType.Outlet or EntityType.Other or EntityType.Text or EntityType.Event)
                continue;
            var holder =
                actor.State is { } state && World.Default.Find("state/" + state) is { } known
                    ? new Entity
                    {
                        Id = known.Id,
                        Name = known.Name,
                        Type = known.Type,
                        State = state,
                    }
                    : actor with
                    {
                        Span = null,
                    };
            if (held.Add(holder.Id))
                yield return holder;
        }
    }
}
