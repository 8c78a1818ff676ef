using System.Collections.Immutable;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>What keeps two mentions apart, and what binds them.</summary>
internal static class OccurrenceBond
{
    private const int SoftSlack = 1, FreshDays = 3;
    private const float NearWords = 0.45f;

    /// <summary>Whether something that the two say rules out that they are one.</summary>
    public static bool Apart(EventMention left, EventMention right, WordMeaning meaning)
    {
        if (left.IsContact != right.IsContact || left.IsUnreal != right.IsUnreal) return true;
        if (!left.IsContact && (left.Event.Type != right.Event.Type || !Kin(left.Lemma, right.Lemma, meaning))) return true;
        if (left.Form is { } form && right.Form is { } other && form != other) return true;
        if (PersonsDiffer(left, right)) return true;
        if (left.Form != "distance" && left.City is { } city && right.City is { } town && city != town) return true;
        var (first, second) = (left.Days, right.Days);
        if (first is { } a && second is { } b)
        {
            var slack = a.Soft || b.Soft ? SoftSlack : 0;
            if (a.First.DayNumber - slack > b.Last.DayNumber || b.First.DayNumber - slack > a.Last.DayNumber) return true;
        }

        // What is told as news is not what the same text tells as earlier, or as to come.
        if (left.Telling.Id == right.Telling.Id && (first is null || second is null) && (left.IsEarlier != right.IsEarlier || left.IsAhead != right.IsAhead)) return true;
        var shared = left.Parties.Intersect(right.Parties).Count;
        if (!left.IsContact) return Crossed(left.Roles.Doers, right.Roles.Doers) || (left.Event.Type != EventType.AGREE && Crossed(left.Roles.Targets, right.Roles.Targets));
        if (left.Parties.Count < 2 || right.Parties.Count < 2) return shared == 0 && left.Parties.Count > 0 && right.Parties.Count > 0;
        // A meeting of two is not one of three, unless the day is the same and stated.
        if (shared < Math.Min(left.Parties.Count, right.Parties.Count)) return true;
        if (left.Parties.Count != right.Parties.Count && left.Persons.Length > 1 && right.Persons.Length > 1) return true;
        return left.Parties.Count != right.Parties.Count && !(first is { } x && second is { } y && x.First == y.First && x.Last == y.Last);
    }

    /// <summary>How strongly two mentions are bound, with the reason; null where nothing binds them or something keeps them apart.</summary>
    public static (double Strength, string Why)? Between(EventMention left, EventMention right, WordMeaning meaning)
    {
        if (Apart(left, right, meaning)) return null;
        var within = left.Telling.Id == right.Telling.Id;
        var common = left.Parties.Intersect(right.Parties);
        var enough = common.Count >= (left.IsContact ? 2 : 1) || (common.Count > 0 && (left.Parties.Count == 1 || right.Parties.Count == 1));
        var persons = left.Persons.Count(person => right.Persons.Any(other => other.Id == person.Id));
        var who = $"participants {string.Join(", ", common)}";
        if (left.Days is { } a && right.Days is { } b && enough)
        {
            var width = Math.Max(a.Last.DayNumber - a.First.DayNumber, b.Last.DayNumber - b.First.DayNumber);
            if (width > 100 && persons < 2 && left.Lemma != right.Lemma) return null;
            return ((width < 2 ? 4 : width < 32 ? 3 : 2) - (a.Soft || b.Soft ? 0.5 : 0) + (0.3 * persons) - (common.Count < 2 && left.IsContact ? 1 : 0), $"{who}, days that agree");
        }

        if (within && left.IsNews && right.IsPredicateOfIt && right.Telling.Text.SentenceOf(right.Token) == left.Telling.Text.SentenceOf(left.Token) + 1) return (4, "said of it in the next sentence");
        if (within && (left.IsDefinite || right.IsDefinite) && (enough || left.Parties.Count < 2 || right.Parties.Count < 2))
        {
            var gap = Math.Abs(left.Token - right.Token);
            return (1.5 + (left.IsNews && right.IsNews ? 0.3 : 0) - (gap / 10000.0), "a later mention with “the” or a possessive, with nothing that keeps it apart");
        }

        if (within) return enough && (left.Lemma == right.Lemma || persons >= 2) ? (1.2, $"{who}, the same word or persons in one document") : null;
        if (!enough) return null;
        if (left.IsNews && right.IsNews && Near(left.Telling.Head.Date.End, right.Telling.Head.Date.End))
            return (1 + (0.3 * persons), $"{who}, told as news in documents of the same days");
        // "the Geneva talks", "last met in Bangkok": earlier or later ones agree by place, or by sort and persons.
        if (left.IsAhead && right.IsAhead && Near(left.Telling.Head.Date.End, right.Telling.Head.Date.End)) return (0.9, $"{who}, told as to come in documents of the same days");
        if (left.City is not null && left.City == right.City && (left.Days is null || right.Days is null) && !left.IsNews && !right.IsNews) return (0.8, $"{who}, the same place, earlier than either text");
        return null;
    }

    // Who did it, or to whom, is told by both and differs.
    private static bool Crossed(ImmutableSortedSet<string> left, ImmutableSortedSet<string> right) => left.Count > 0 && right.Count > 0 && !left.Overlaps(right);

    private static bool Near(DateOnly? left, DateOnly? right) => left is { } a && right is { } b && Math.Abs(a.DayNumber - b.DayNumber) <= FreshDays;

    private static bool Kin(string left, string right, WordMeaning meaning)
        => left == right || (left.Length > 4 && right.Length > 4 && left.AsSpan(0, 5).SequenceEqual(right.AsSpan(0, 5))) || meaning.Nearness(left, right) >= NearWords;

    // Two presidents are not two ministers: where both name somebody of a state, somebody must be the same.
    private static bool PersonsDiffer(EventMention left, EventMention right)
    {
        foreach (var state in left.Parties.Intersect(right.Parties))
        {
            var ours = left.Persons.Where(person => person.State == state).ToList();
            var theirs = right.Persons.Where(person => person.State == state).ToList();
            if (ours.Count > 0 && theirs.Count > 0 && !ours.Any(person => theirs.Any(other => other.Id == person.Id))) return true;
        }

        return false;
    }
}
