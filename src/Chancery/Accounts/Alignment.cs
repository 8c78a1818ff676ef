using System.Collections.Immutable;
using Chancery.Knowledge;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>
/// Brings together the propositions of different accounts that say one thing: by topics, by content words that are the same or near in use, by names
/// and quantities, and by who acts. Neither position nor equal wording is needed. The result does not depend on the order of the accounts.
/// </summary>
internal sealed class Alignment(WordMeaning meaning)
{
    private const double Least = 0.42, SameParties = 0.3;
    private const int Spokesmen = 16;
    private const float Near = 0.5f;

    /// <summary>Groups of two and more propositions of at least two accounts, closest first.</summary>
    public ImmutableArray<ImmutableArray<Proposition>> Align(ImmutableArray<Proposition> propositions)
    {
        var pairs = new List<(double Score, int Left, int Right)>();
        foreach (var (i, j) in PropositionBlocks.Pairs(propositions, _ => []))
            if (Closeness(propositions[i], propositions[j]) is var score && score >= Least) pairs.Add((score, i, j));
        pairs.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right));

        var group = new int[propositions.Length];
        for (var i = 0; i < group.Length; i++) group[i] = i;
        var members = group.ToDictionary(i => i, i => new List<int> { i });
        foreach (var (_, left, right) in pairs)
        {
            var (a, b) = (group[left], group[right]);
            if (a == b || !Fit(propositions, members[a], members[b])) continue;
            foreach (var member in members[b]) group[member] = a;
            members[a].AddRange(members[b]);
            members.Remove(b);
        }

        return
        [
            .. members.Values.Where(list => list.Select(i => propositions[i].Account).Distinct().Count() > 1)
                .Select(list => list.Select(i => propositions[i]).OrderBy(p => p.Account).ThenBy(p => p.Span).ToImmutableArray())
                .OrderBy(list => list[0].Account).ThenBy(list => list[0].Span),
        ];
    }

    /// <summary>How nearly two propositions say one thing, from 0 to 1.</summary>
    public double Closeness(Proposition left, Proposition right)
    {
        if (left.Occurrence is not null && left.Occurrence == right.Occurrence && (left.Topics.Length == 0 || right.Topics.Length == 0 || Shared(left.Topics, right.Topics) > 0)) return 0.75;
        if (left.Words.Length == 0 || right.Words.Length == 0) return left.Contact.Intersect(right.Contact).Count > 1 ? Least : 0;
        var words = (Covered(left.Words, right.Words) + Covered(right.Words, left.Words)) / 2;
        var topics = Shared(left.Topics, right.Topics);
        var names = left.Names.Intersect(right.Names, StringComparer.Ordinal).Any() ? 1.0 : 0.0;
        var actors = left.Actors.Length == 0 || right.Actors.Length == 0 ? 0.5 : left.Actors.Intersect(right.Actors, StringComparer.Ordinal).Any() ? 1.0 : 0.0;
        var apart = left.Topics.Length > 0 && right.Topics.Length > 0 && topics == 0 ? 0.15 : 0.0;
        // Words that are only near in use, with no topic or name in common, make two clauses alike in kind and not in matter.
        if (topics == 0 && names == 0 && !left.Words.Intersect(right.Words, StringComparer.Ordinal).Any()) apart += 0.12;
        // Two that tell of a contact of the same states, and of no two different ones, most often tell of one.
        var contact = left.Contact.Intersect(right.Contact).Count > 1 && (left.Occurrence is null || right.Occurrence is null) ? SameParties : 0;
        return Math.Max(0, contact + (0.55 * words) + (0.25 * topics) + (0.12 * names) + (0.08 * actors) - apart);
    }

    // Average linkage between two groups: one strong pair does not bind what is otherwise apart.
    private bool Fit(ImmutableArray<Proposition> all, List<int> left, List<int> right)
    {
        double sum = 0;
        var count = 0;
        // Of a large group the first members speak for all.
        foreach (var i in left.Take(Spokesmen))
            foreach (var j in right.Take(Spokesmen))
            {
                if (all[i].Account == all[j].Account) continue;
                sum += Closeness(all[i], all[j]);
                count++;
            }

        return count > 0 && sum / count >= Least * 0.85;
    }

    private double Covered(ImmutableArray<string> of, ImmutableArray<string> by)
    {
        double sum = 0;
        foreach (var word in of)
        {
            var best = 0f;
            foreach (var other in by) best = Math.Max(best, meaning.Nearness(word, other));
            if (best >= Near) sum += best;
        }

        return sum / of.Length;
    }

    private static double Shared(ImmutableArray<Topic> left, ImmutableArray<Topic> right)
    {
        if (left.Length == 0 || right.Length == 0) return 0;
        var shared = left.Count(a => right.Any(b => Topics.Standard.IsWithin(a, b) || Topics.Standard.IsWithin(b, a)));
        return (double)shared / Math.Min(left.Length, right.Length);
    }
}
