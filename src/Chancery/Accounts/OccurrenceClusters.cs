namespace Chancery.Accounts;

/// <summary>
/// The mentions as they are brought together. Two clusters are one where nothing rules it out for any two of their mentions, and where what all of
/// them say speaks for it on the whole; only words that tell of one act together ("chaired the meeting") are not asked, and the one of them that
/// names fewer has no say in what else may join.
/// </summary>
internal sealed class OccurrenceClusters
{
    // What must speak for it, in log odds, and how far the mean counts against the worst pair: chosen by what the weights give on lots that they have not seen.
    private const double Least = -0.3,
        Mean = 0.9,
        Worst = -2.5;

    private readonly OccurrenceGraph _graph;
    private readonly RuledMentions _ruled;
    private readonly List<int>[] _of;
    private readonly List<string>[] _reasons;
    private readonly bool[] _shadows;

    /// <summary>Each mention by itself.</summary>
    public OccurrenceClusters(OccurrenceGraph graph, RuledMentions ruled)
    {
        (_graph, _ruled) = (graph, ruled);
        _of = [.. graph.Mentions.Select((_, i) => new List<int> { i })];
        _reasons = [.. graph.Mentions.Select(_ => new List<string>())];
        _shadows = new bool[graph.Mentions.Length];
    }

    /// <summary>The clusters, each in the order of its mentions.</summary>
    public IEnumerable<List<int>> All => _of.Distinct().Select(cluster => cluster.Order().ToList());

    /// <summary>Why the mentions of a cluster were brought together.</summary>
    public IEnumerable<string> Reasons(List<int> cluster) => cluster.SelectMany(i => _reasons[i]);

    /// <summary>Whether a mention only adds to another of its act.</summary>
    public bool IsShadow(int mention) => _shadows[mention];

    /// <summary>Brings together what people ruled to be one, unless they ruled otherwise of others that are one with it.</summary>
    public void Follow()
    {
        foreach (var (left, right, ruling) in _ruled.Ones)
        {
            if (_of[left] == _of[right])
                continue;
            if (AreRuledApart(left, right))
                _ruled.Leave(ruling, "it is at odds with another on the same mentions");
            else
                Join(left, right, $"one by {ruling.Ground}");
        }
    }

    /// <summary>Whether people ruled that any mention of the one's cluster is none of the other's.</summary>
    public bool AreRuledApart(int left, int right) =>
        !_ruled.IsEmpty && _of[left].Exists(i => _of[right].Exists(j => _ruled.AreApart(i, j)));

    /// <summary>Brings two words of one act together.</summary>
    public void Unite(int noun, int verb)
    {
        if (_of[noun] == _of[verb])
            return;
        _shadows[Antecedents.IsShadow(_graph.Mentions[noun], _graph.Mentions[verb]) ? noun : verb] = true;
        Join(noun, verb, "two words of one act");
    }

    /// <summary>Brings together, the surest first, the clusters of the pairs given for which all that their mentions say speaks on the whole.</summary>
    public void Gather(IEnumerable<(int Left, int Right)> pairs)
    {
        var near = new Dictionary<List<int>, HashSet<List<int>>>((IEqualityComparer<List<int>>)ReferenceEqualityComparer.Instance);
        HashSet<List<int>> Of(List<int> cluster) =>
            near.TryGetValue(cluster, out var list)
                ? list
                : near[cluster] = new HashSet<List<int>>((IEqualityComparer<List<int>>)ReferenceEqualityComparer.Instance);
        var queue = new PriorityQueue<(List<int> A, List<int> B, int Size), (double, int, int)>();
        void Ask(List<int> a, List<int> b)
        {
            if (b[0] < a[0])
                (a, b) = (b, a);
            if (Agreement(a, b) is var sum && sum > Least)
                queue.Enqueue((a, b, a.Count + b.Count), (-sum, a[0], b[0]));
        }

        foreach (var (left, right) in pairs)
        {
            var (a, b) = (_of[left], _of[right]);
            if (a == b || _graph.Score(left, right) is not { Barred: false, Score: > 0 } || !Of(a).Add(b))
                continue;
            Of(b).Add(a);
            Ask(a, b);
        }

        while (queue.TryDequeue(out var pair, out _))
        {
            var (a, b, size) = pair;
            if (_of[a[0]] != a || _of[b[0]] != b || a.Count + b.Count != size)
                continue;
            var (left, right) = Closest(a, b);
            Join(left, right, _graph.Why(left, right));
            foreach (var other in Of(b))
            {
                Of(other).Remove(b);
                if (other == a)
                    continue;
                Of(other).Add(a);
                Of(a).Add(other);
            }

            near.Remove(b);
            foreach (var other in Of(a).OrderBy(other => other[0]))
                Ask(a, other);
        }
    }

    /// <summary>Brings a mention to what it goes back to; it has no say in what else may join.</summary>
    public void BindBack(int antecedent, int mention)
    {
        if (_of[antecedent] == _of[mention])
            return;
        Join(antecedent, mention, _graph.Why(antecedent, mention));
        _shadows[mention] = true;
    }

    /// <summary>Brings the clusters of two mentions together, unless any of the one is kept from any of the other.</summary>
    public void BindStrictly(int left, int right, string why)
    {
        if (MayBind(left, right))
            Join(left, right, why);
    }

    /// <summary>Whether two mentions have been brought together.</summary>
    public bool AreOne(int left, int right) => _of[left] == _of[right];

    /// <summary>Whether nothing keeps the clusters of two mentions apart.</summary>
    public bool MayBind(int left, int right)
    {
        var (a, b) = (_of[left], _of[right]);
        return a != b && !AreRuledApart(left, right) && !a.Exists(i => b.Exists(j => IsApart(i, j)));
    }

    /// <summary>Whether a mention of the cluster has a day of its own.</summary>
    public bool HasDay(int mention) => _of[mention].Exists(i => _graph.Mentions[i].Days is { Soft: false });

    // The two of which most speaks for it.
    private (int, int) Closest(List<int> a, List<int> b)
    {
        var (left, right, best) = (a[0], b[0], double.MinValue);
        foreach (var i in a.Order())
            foreach (var j in b.Order())
                if (!_shadows[i] && !_shadows[j] && _graph.Score(i, j).Score is var score && score > best)
                    (left, right, best) = (i, j, score);
        return (left, right);
    }

    // How much all that the mentions of two clusters say speaks for their being one: the mean of their pairs, and a little the worst.
    private double Agreement(List<int> a, List<int> b)
    {
        double sum = 0,
            least = double.MaxValue;
        var count = 0;
        if (AreRuledApart(a[0], b[0]))
            return double.MinValue;
        foreach (var i in a)
            foreach (var j in b)
            {
                if (_shadows[i] || _shadows[j])
                    continue;
                var (score, barred) = _graph.Score(i, j);
                if (barred)
                    return double.MinValue;
                sum += score;
                least = Math.Min(least, score);
                count++;
            }

        return count == 0 ? double.MinValue : (Mean * sum / count) + ((1 - Mean) * least);
    }

    // What is brought together for another reason than the weight of what is said may not speak too much against it.
    private bool IsApart(int left, int right) =>
        !_shadows[left]
        && !_shadows[right]
        && _graph.Score(left, right) is var found
        && (found.Barred || found.Score < Worst);

    private void Join(int left, int right, string why)
    {
        var (a, b) = (_of[left], _of[right]);
        _reasons[left].Add($"“{Words(left)}” and “{Words(right)}”: {why}");
        a.AddRange(b);
        foreach (var member in b)
            _of[member] = a;
    }

    private string Words(int mention) => _graph.Mentions[mention].Event.Spans[0].In(_graph.Mentions[mention].Telling.Words).ToString();
}
