using System.Collections.Immutable;
using Chancery.Knowledge;

namespace Chancery.Accounts;

/// <summary>
/// The pairs of propositions of different accounts that may say one thing or contradict: those that share a topic, a name, an occurrence, a thing
/// named in different words, or a content word. A proposition meets at most <see cref="Most"/> others, those that share the rarest things, so that
/// accounts of thousands of propositions are compared in a time that grows with their length and not with its square.
/// </summary>
internal static class PropositionBlocks
{
    /// <summary>With how many others a proposition is held at most.</summary>
    public const int Most = 256;

    private const int Commonest = 4000;

    /// <summary>The pairs, the proposition of the earlier account first, in order.</summary>
    public static ImmutableArray<(int Left, int Right)> Pairs(
        ImmutableArray<Proposition> propositions,
        Func<Proposition, IEnumerable<string>> further
    )
    {
        var keys = propositions.Select(p => Keys(p).Concat(further(p)).Distinct(StringComparer.Ordinal).ToArray()).ToArray();
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
            foreach (var key in keys[i])
                if (blocks.TryGetValue(key, out var block))
                    block.Add(i);
                else
                    blocks[key] = [i];

        var pairs = new HashSet<(int, int)>();
        var shared = new Dictionary<int, double>();
        for (var i = 0; i < keys.Length; i++)
        {
            shared.Clear();
            foreach (var key in keys[i])
                if (blocks[key] is { Count: <= Commonest } block)
                    foreach (var other in block)
                        if (propositions[other].Account != propositions[i].Account)
                            shared[other] = shared.GetValueOrDefault(other) + (1.0 / block.Count);
            var best =
                shared.Count <= Most
                    ? shared.Keys
                    : shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Most).Select(pair => pair.Key);
            foreach (var other in best)
                pairs.Add(propositions[i].Account < propositions[other].Account ? (i, other) : (other, i));
        }

        return [.. pairs.Order()];
    }

    private static IEnumerable<string> Keys(Proposition proposition)
    {
        foreach (var word in proposition.Words)
            yield return "w " + word;
        foreach (var name in proposition.Names)
            yield return "n " + name;
        if (proposition.Occurrence is { } occurrence)
            yield return "o " + occurrence;
        foreach (var topic in proposition.Topics)
            for (var at = topic; at is not null; at = at.Parent is { } parent ? Topics.Standard.Named(parent) : null)
                yield return "t " + at.Name;
    }
}
