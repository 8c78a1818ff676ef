using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>
/// The mentions as they are brought together. Every mention of a cluster may stand with every other; only words that tell of one act together
/// ("chaired the meeting") are not asked, and the one of them that names fewer has no say in what else may join.
/// </summary>
internal sealed class OccurrenceClusters
{
    private readonly EventMention[] _mentions;
    private readonly WordMeaning _meaning;
    private readonly List<int>[] _of;
    private readonly List<string>[] _reasons;
    private readonly bool[] _shadows;
    private readonly List<EventMention> _visits;
    private readonly Dictionary<List<int>, HashSet<List<int>>> _apart = new((IEqualityComparer<List<int>>)ReferenceEqualityComparer.Instance);

    /// <summary>Each mention by itself.</summary>
    public OccurrenceClusters(EventMention[] mentions, WordMeaning meaning)
    {
        (_mentions, _meaning) = (mentions, meaning);
        _of = [.. mentions.Select((_, i) => new List<int> { i })];
        _reasons = [.. mentions.Select(_ => new List<string>())];
        _shadows = new bool[mentions.Length];
        _visits = [.. mentions.Where(mention => mention.IsJourneyOfDays)];
        foreach (var cluster in _of) _apart[cluster] = new HashSet<List<int>>((IEqualityComparer<List<int>>)ReferenceEqualityComparer.Instance);
    }

    /// <summary>The clusters, each in the order of its mentions.</summary>
    public IEnumerable<List<int>> All => _of.Distinct().Select(cluster => cluster.Order().ToList());

    /// <summary>Why the mentions of a cluster were brought together.</summary>
    public IEnumerable<string> Reasons(List<int> cluster) => cluster.SelectMany(i => _reasons[i]);

    /// <summary>Whether a mention only adds to another of its act.</summary>
    public bool IsShadow(int mention) => _shadows[mention];

    /// <summary>Brings two words of one act together.</summary>
    public void Unite(int noun, int verb)
    {
        if (_of[noun] == _of[verb]) return;
        _shadows[Antecedents.IsShadow(_mentions[noun], _mentions[verb]) ? noun : verb] = true;
        Join(noun, verb, "two words of one act");
    }

    /// <summary>Brings a mention to what it goes back to; one that says nothing more of it has no say in what else may join.</summary>
    public void BindBack(int antecedent, int mention, string why)
    {
        Bind(antecedent, mention, why);
        if (_of[antecedent] == _of[mention] && _mentions[mention] is { Parties.Count: < 2, Days: null, City: null, Ordinal: null }) _shadows[mention] = true;
    }

    /// <summary>Brings the clusters of two mentions together, unless any of the one is kept from any of the other.</summary>
    public void Bind(int left, int right, string why)
    {
        var (a, b) = (_of[left], _of[right]);
        if (a == b || _apart[a].Contains(b)) return;
        if (!a.Exists(i => b.Exists(j => IsApart(i, j))))
        {
            Join(left, right, why);
            return;
        }

        _apart[a].Add(b);
        _apart[b].Add(a);
    }

    /// <summary>Whether two mentions have been brought together.</summary>
    public bool AreOne(int left, int right) => _of[left] == _of[right];

    /// <summary>Whether nothing keeps the clusters of two mentions apart.</summary>
    public bool MayBind(int left, int right)
    {
        var (a, b) = (_of[left], _of[right]);
        return a != b && !_apart[a].Contains(b) && !a.Exists(i => b.Exists(j => IsApart(i, j)));
    }

    /// <summary>Whether a mention of the cluster has a day of its own.</summary>
    public bool HasDay(int mention) => _of[mention].Exists(i => _mentions[i].Days is { Soft: false });

    private bool IsApart(int left, int right)
    {
        if (_shadows[left] || _shadows[right]) return false;
        var (one, other) = (_mentions[left], _mentions[right]);
        return (_visits.Exists(visit => OccurrenceContrast.Spans(visit, one, other)) ? OccurrenceContrast.ButForDays(one, other, _meaning) : OccurrenceContrast.Of(one, other, _meaning)) is not null;
    }

    // Two clusters that are apart once stay so, however they grow.
    private void Join(int left, int right, string why)
    {
        var (a, b) = (_of[left], _of[right]);
        foreach (var other in _apart[b])
        {
            _apart[other].Remove(b);
            _apart[other].Add(a);
            _apart[a].Add(other);
        }

        _reasons[left].Add($"“{Words(left)}” and “{Words(right)}”: {why}");
        a.AddRange(b);
        foreach (var member in b) _of[member] = a;
    }

    private string Words(int mention) => _mentions[mention].Event.Spans[0].In(_mentions[mention].Telling.Words).ToString();
}
