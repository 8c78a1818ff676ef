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
    private const double Told = 0.42,
        Least = 0.15,
        Loose = 0.85,
        Rivalry = 0.6,
        SameParties = 0.3;
    private const int Spokesmen = 16;
    private const float Near = 0.5f;

    /// <summary>Groups of two and more propositions of at least two accounts, closest first.</summary>
    public ImmutableArray<ImmutableArray<Proposition>> Align(ImmutableArray<Proposition> propositions) =>
        Align(propositions, new Likeness(propositions, meaning));

    /// <summary>The same by a given measure of likeness.</summary>
    public static ImmutableArray<ImmutableArray<Proposition>> Align(ImmutableArray<Proposition> propositions, Likeness likeness)
    {
        var blocks = PropositionBlocks.Pairs(propositions, _ => []);
        var scores = new Dictionary<(int, int), double>(blocks.Length);
        foreach (var (i, j) in blocks)
            scores[(i, j)] = likeness.Of(propositions[i], propositions[j]);
        var rivals = Rivals(propositions, blocks, scores);
        var pairs = new List<(double Score, int Left, int Right)>();
        foreach (var (i, j) in blocks)
            if (Standing(i, j) is var score && score >= Least)
                pairs.Add((score, i, j));
        pairs.Sort(
            (a, b) =>
                a.Score != b.Score ? b.Score.CompareTo(a.Score)
                : a.Left != b.Left ? a.Left.CompareTo(b.Left)
                : a.Right.CompareTo(b.Right)
        );

        var group = new int[propositions.Length];
        for (var i = 0; i < group.Length; i++)
            group[i] = i;
        var members = group.ToDictionary(i => i, i => new List<int> { i });
        foreach (var (_, left, right) in pairs)
        {
            var (a, b) = (group[left], group[right]);
            if (a == b || !Fit(propositions, members[a], members[b], scores))
                continue;
            foreach (var member in members[b])
                group[member] = a;
            members[a].AddRange(members[b]);
            members.Remove(b);
        }

        return
        [
            .. members
                .Values.Where(list => list.Select(i => propositions[i].Account).Distinct().Count() > 1)
                .Select(list => list.Select(i => propositions[i]).OrderBy(p => p.Account).ThenBy(p => p.Span).ToImmutableArray())
                .OrderBy(list => list[0].Account)
                .ThenBy(list => list[0].Span),
        ];

        // Whoever has a likelier mate in the other account is less likely to have this one.
        double Standing(int i, int j)
        {
            var score = scores[(i, j)];
            var (ours, theirs) = (
                Better(rivals, (i, propositions[j].Account), j, score),
                Better(rivals, (j, propositions[i].Account), i, score)
            );
            return score - (Rivalry * Math.Min(ours, theirs)) - (Rivalry / 2 * Math.Max(ours, theirs));
        }
    }

    // The two likeliest mates of each proposition in each other account.
    private static Dictionary<(int, int), (double First, int Mate, double Second)> Rivals(
        ImmutableArray<Proposition> all,
        ImmutableArray<(int Left, int Right)> blocks,
        Dictionary<(int, int), double> scores
    )
    {
        var found = new Dictionary<(int, int), (double First, int Mate, double Second)>();
        foreach (var (i, j) in blocks)
        {
            Note((i, all[j].Account), j, scores[(i, j)]);
            Note((j, all[i].Account), i, scores[(i, j)]);
        }

        return found;

        void Note((int, int) key, int mate, double score)
        {
            var held = found.GetValueOrDefault(key, (0, -1, 0));
            found[key] =
                score > held.First ? (score, mate, held.First)
                : score > held.Second ? (held.First, held.Mate, score)
                : held;
        }
    }

    private static double Better(
        Dictionary<(int, int), (double First, int Mate, double Second)> rivals,
        (int, int) key,
        int mate,
        double score
    ) => Math.Max(0, (rivals[key] is var best && best.Mate == mate ? best.Second : best.First) - score);

    /// <summary>How nearly two propositions say one thing, from 0 to 1.</summary>
    public double Closeness(Proposition left, Proposition right)
    {
        if (
            left.Occurrence is not null
            && left.Occurrence == right.Occurrence
            && (left.Topics.Length == 0 || right.Topics.Length == 0 || Shared(left.Topics, right.Topics) > 0)
        )
            return 0.75;
        if (left.Words.Length == 0 || right.Words.Length == 0)
            return left.Contact.Intersect(right.Contact).Count > 1 ? Told : 0;
        var words = (Covered(left.Words, right.Words) + Covered(right.Words, left.Words)) / 2;
        var topics = Shared(left.Topics, right.Topics);
        var names = left.Names.Intersect(right.Names, StringComparer.Ordinal).Any() ? 1.0 : 0.0;
        var actors =
            left.Actors.Length == 0 || right.Actors.Length == 0 ? 0.5
            : left.Actors.Intersect(right.Actors, StringComparer.Ordinal).Any() ? 1.0
            : 0.0;
        var apart = left.Topics.Length > 0 && right.Topics.Length > 0 && topics == 0 ? 0.15 : 0.0;
        // Words that are only near in use, with no topic or name in common, make two clauses alike in kind and not in matter.
        if (topics == 0 && names == 0 && !left.Words.Intersect(right.Words, StringComparer.Ordinal).Any())
            apart += 0.12;
        // Two that tell of a contact of the same states, and of no two different ones, most often tell of one.
        var contact =
            left.Contact.Intersect(right.Contact).Count > 1 && (left.Occurrence is null || right.Occurrence is null) ? SameParties : 0;
        return Math.Max(0, contact + (0.55 * words) + (0.25 * topics) + (0.12 * names) + (0.08 * actors) - apart);
    }

    // Average linkage between two groups: one strong pair does not bind what is otherwise apart.
    private static bool Fit(ImmutableArray<Proposition> all, List<int> left, List<int> right, Dictionary<(int, int), double> scores)
    {
        double sum = 0;
        var count = 0;
        // Of a large group the first members speak for all.
        foreach (var i in left.Take(Spokesmen))
            foreach (var j in right.Take(Spokesmen))
            {
                if (all[i].Account == all[j].Account)
                    continue;
                sum += scores.GetValueOrDefault(all[i].Account < all[j].Account ? (i, j) : (j, i));
                count++;
            }

        return count > 0 && sum / count >= Least * Loose;
    }

    private double Covered(ImmutableArray<string> of, ImmutableArray<string> by)
    {
        double sum = 0;
        foreach (var word in of)
        {
            var best = 0f;
            foreach (var other in by)
                best = Math.Max(best, meaning.Nearness(word, other));
            if (best >= Near)
                sum += best;
        }

        return sum / of.Length;
    }

    /// <summary>The share of the topics of the one that lie within those of the other, or hold them.</summary>
    public static double Shared(ImmutableArray<Topic> left, ImmutableArray<Topic> right)
    {
        if (left.Length == 0 || right.Length == 0)
            return 0;
        var shared = left.Count(a => right.Any(b => Topics.Standard.IsWithin(a, b) || Topics.Standard.IsWithin(b, a)));
        return (double)shared / Math.Min(left.Length, right.Length);
    }
}
