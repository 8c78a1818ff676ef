using System.Collections.Immutable;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// The rulings of people as they bear on the mentions of some documents: which two may not be one, and which are. Two words of one act go together, so
/// that a ruling on the one is a ruling on the other, and what only goes back to a mention goes where that goes; of two rulings on the same mentions the later counts.
/// </summary>
internal sealed class RuledMentions
{
    private readonly OccurrenceGraph _graph;
    private readonly Dictionary<MentionPlace, int> _at = [];
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly int[] _act;
    private readonly Dictionary<(int, int), OccurrenceRuling> _ruled = [];
    private readonly List<UnmetRuling> _unmet = [];
    private readonly List<OccurrenceRuling> _met = [];

    public RuledMentions(OccurrenceGraph graph, ImmutableArray<OccurrenceRuling> rulings)
    {
        _graph = graph;
        _act = [.. Enumerable.Range(0, graph.Mentions.Length)];
        if (rulings.IsEmpty)
            return;
        foreach (var (noun, verb) in graph.Acts)
            Unite(noun, verb);
        foreach (var telling in graph.Documents)
            _read.Add(telling.Id);
        Locate(rulings);
        foreach (var ruling in rulings)
            Take(ruling);
    }

    /// <summary>Whether nothing is ruled.</summary>
    public bool IsEmpty => _ruled.Count == 0;

    /// <summary>The rulings that could not be followed.</summary>
    public ImmutableArray<UnmetRuling> Unmet => [.. _unmet];

    /// <summary>The pairs ruled to be one, the latest ruling first.</summary>
    public IEnumerable<(int Left, int Right, OccurrenceRuling Ruling)> Ones =>
        _met.AsEnumerable()
            .Reverse()
            .Where(ruling => ruling.AreOne)
            .SelectMany(ruling =>
                Pairs(ruling)
                    .Where(pair => _ruled.GetValueOrDefault(Key(pair.Left, pair.Right)) == ruling)
                    .Select(pair => (pair.Left, pair.Right, ruling))
            );

    /// <summary>Whether two mentions are ruled to be two.</summary>
    public bool AreApart(int left, int right) => _ruled.Count > 0 && _ruled.GetValueOrDefault(Key(left, right)) is { AreOne: false };

    /// <summary>Notes that a ruling could not be followed.</summary>
    public void Leave(OccurrenceRuling ruling, string why)
    {
        if (!_unmet.Exists(unmet => unmet.Ruling == ruling))
            _unmet.Add(new UnmetRuling(ruling, why));
    }

    /// <summary>What rulings keep away from mentions that are one, a sentence a ruling.</summary>
    public IEnumerable<string> KeptFrom(IReadOnlyCollection<int> cluster)
    {
        foreach (var ruling in _met.Where(ruling => !ruling.AreOne))
        {
            var pairs = Pairs(ruling).Where(pair => _ruled.GetValueOrDefault(Key(pair.Left, pair.Right)) == ruling).ToList();
            if (!pairs.Exists(pair => cluster.Contains(pair.Left) || cluster.Contains(pair.Right)))
                continue;
            var others = pairs.Select(pair => $"“{Words(pair.Right)}”").Distinct(StringComparer.Ordinal);
            yield return $"“{Words(pairs[0].Left)}” kept apart from {string.Join(", ", others)} by {ruling.Ground}";
        }
    }

    private void Locate(ImmutableArray<OccurrenceRuling> rulings)
    {
        var named = rulings.SelectMany(ruling => ruling.Mentions).Select(place => place.Document).ToHashSet(StringComparer.Ordinal);
        var points = new Dictionary<string, CodePoints>(StringComparer.Ordinal);
        for (var i = 0; i < _graph.Mentions.Length; i++)
        {
            var telling = _graph.Mentions[i].Telling;
            if (!named.Contains(telling.Id))
                continue;
            if (!points.TryGetValue(telling.Id, out var count))
                points[telling.Id] = count = new CodePoints(telling.Words);
            var span = _graph.Mentions[i].Event.Spans[0];
            _at.TryAdd(new MentionPlace(telling.Id, count.At(span.Start), count.At(span.End)), i);
        }
    }

    private void Take(OccurrenceRuling ruling)
    {
        // Of documents that are not among those read nothing can be said.
        var here = ruling.Mentions.Where(place => _read.Contains(place.Document)).ToList();
        var lost = here.Where(place => !_at.ContainsKey(place)).ToList();
        if (lost.Count > 0)
            Leave(ruling, $"no mention is read any more at {string.Join(", ", lost)}");
        var pairs = Pairs(ruling).ToList();
        if (pairs.Exists(pair => _act[pair.Left] == _act[pair.Right]) && !ruling.AreOne)
            Leave(ruling, "two words of one act are not two occurrences");
        // What kept apart two that are now said to be one no longer counts, in nothing that it says.
        foreach (var (left, right) in pairs)
            if (ruling.AreOne && _ruled.GetValueOrDefault(Key(left, right)) is { AreOne: false } earlier)
                foreach (var key in _ruled.Where(pair => pair.Value == earlier).Select(pair => pair.Key).ToList())
                    _ruled.Remove(key);
        // "The talks", which only goes back to what is taken out of an occurrence, goes along.
        HashSet<int> along = pairs.Count == 0 || ruling.AreOne ? [] : Followers(pairs[0].Left);
        foreach (var (left, right) in pairs.Where(pair => !along.Contains(pair.Right)))
            foreach (var mention in along.Append(left))
                if (_act[mention] != _act[right])
                    _ruled[Key(mention, right)] = ruling;
        if (pairs.Count > 0)
            _met.Add(ruling);
    }

    // The first with each of the others: for "are one" that is enough.
    private IEnumerable<(int Left, int Right)> Pairs(OccurrenceRuling ruling)
    {
        if (ruling.Mentions.IsEmpty || !_at.TryGetValue(ruling.Mentions[0], out var first))
            yield break;
        foreach (var place in ruling.Mentions.Skip(1))
            if (_at.TryGetValue(place, out var other) && other != first)
                yield return (first, other);
    }

    // The mentions that say nothing of their own and go back to one, or to another that does.
    private HashSet<int> Followers(int mention)
    {
        var found = new HashSet<int>();
        var back = _graph.Back.Where(pair => _graph.Traits(pair.Mention).IsMute).ToList();
        for (var count = -1; count != found.Count;)
        {
            count = found.Count;
            foreach (var (follower, antecedent) in back)
                if (_act[antecedent] == _act[mention] || found.Contains(antecedent))
                    found.Add(follower);
        }

        return found;
    }

    private void Unite(int noun, int verb)
    {
        var (one, other) = (_act[noun], _act[verb]);
        if (one == other)
            return;
        for (var i = 0; i < _act.Length; i++)
            if (_act[i] == Math.Max(one, other))
                _act[i] = Math.Min(one, other);
    }

    private (int, int) Key(int left, int right) => (Math.Min(_act[left], _act[right]), Math.Max(_act[left], _act[right]));

    private string Words(int mention) => _graph.Mentions[mention].Event.Spans[0].In(_graph.Mentions[mention].Telling.Words).ToString();
}
