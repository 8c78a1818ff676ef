using System.Collections.Immutable;
using Chancery.Reading;

namespace Chancery.Accounts;

/// <summary>The mentions of some documents, what goes back to what within a document, and how likely any two are one.</summary>
internal sealed class OccurrenceGraph
{
    // What weighs less decides nothing and is not told; of the rest the first few are.
    private const double Telling = 0.3;
    private const int Told = 3;

    // No evidence outweighs a bar.
    private const double Barred = -10;

    private readonly WordMeaning _meaning = new();
    private readonly MentionTraits[] _traits;
    private readonly Dictionary<int, int> _antecedents = [];
    private readonly Dictionary<(int, int), (double Score, bool Barred)> _scores = [];
    private readonly OccurrenceWeights _weights;
    private readonly List<OccurrenceEvidence> _found = [];

    public OccurrenceGraph(IEnumerable<Telling> tellings, OccurrenceWeights weights)
    {
        _weights = weights;
        var documents = tellings.DistinctBy(telling => telling.Id, StringComparer.Ordinal).ToList();
        Documents = [.. documents];
        var people = new PersonIndex(documents);
        ByDocument =
        [
            .. documents
                .Select(telling =>
                    BareMentions.All(telling, people).OrderBy(mention => mention.Key, StringComparer.Ordinal).ToImmutableArray()
                )
                .OrderBy(list => list.FirstOrDefault()?.Key, StringComparer.Ordinal),
        ];
        Mentions = [.. ByDocument.SelectMany(list => list)];
        _traits = [.. Mentions.Select(mention => new MentionTraits(mention))];
        foreach (var document in _traits.GroupBy(trait => trait.Mention.Telling.Id, StringComparer.Ordinal))
            foreach (var one in document)
                if (one.Mention.IsContact && one.Mention.Parties is [var party])
                    one.IsOfBusyParty =
                        document
                            .Where(other => other.Mention.IsContact && other.Mention.Parties.Count > 1 && other.Mention.Parties.Contains(party))
                            .Select(other => string.Join('|', other.Mention.Parties))
                            .Distinct(StringComparer.Ordinal)
                            .Count() > 1;
        var first = 0;
        var acts = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var list in ByDocument)
        {
            acts.AddRange(Antecedents.Acts(list).Select(act => (first + act.Noun, first + act.Verb)));
            foreach (var (mention, antecedent) in Antecedents.In(list, _meaning))
                _antecedents[first + mention] = first + antecedent;
            first += list.Length;
        }

        Acts = acts.ToImmutable();
    }

    public ImmutableArray<Telling> Documents { get; }

    public ImmutableArray<ImmutableArray<EventMention>> ByDocument { get; }

    public EventMention[] Mentions { get; }

    public ImmutableArray<(int Noun, int Verb)> Acts { get; }

    public WordMeaning Meaning => _meaning;

    public IEnumerable<(int Mention, int Antecedent)> Back => _antecedents.Select(pair => (pair.Key, pair.Value));

    public MentionTraits Traits(int mention) => _traits[mention];

    public bool GoesBack(int mention) => _antecedents.ContainsKey(mention);

    /// <summary>Whether one of the two only goes back to a third and says nothing of its own.</summary>
    public bool IsSettled(int left, int right) =>
        (_traits[right].IsMute && _antecedents.TryGetValue(right, out var back) && back != left)
        || (_traits[left].IsMute && _antecedents.TryGetValue(left, out back) && back != right);

    /// <summary>Whether something rules out that the two are one.</summary>
    public bool IsBarred(int left, int right) => OccurrenceReasons.Barrier(_traits[left], _traits[right], _meaning) is not null;

    /// <summary>Which table of weights holds for two mentions.</summary>
    public int Table(int left, int right) =>
        (Mentions[left].IsContact && Mentions[right].IsContact ? 0 : 2) + (Mentions[left].Telling.Id == Mentions[right].Telling.Id ? 0 : 1);

    /// <summary>The log odds that two mentions are one; barred where something rules it out.</summary>
    public (double Score, bool Barred) Score(int left, int right)
    {
        if (left > right)
            (left, right) = (right, left);
        if (_scores.TryGetValue((left, right), out var known))
            return known;
        (double, bool) score = (Barred, true);
        if (!IsBarred(left, right))
        {
            var table = Table(left, right);
            double sum = 0;
            foreach (var evidence in Evidence(left, right))
                sum += _weights.Of(table, evidence);
            score = (sum, false);
        }

        return _scores[(left, right)] = score;
    }

    /// <summary>What speaks for two mentions being one, and against it, in words, the weightiest first.</summary>
    public string Why(int left, int right)
    {
        var table = Table(left, right);
        var weighed = Evidence(left, right)
            .Where(evidence => evidence != OccurrenceEvidence.Pair && Math.Abs(_weights.Of(table, evidence)) >= Telling)
            .OrderByDescending(evidence => Math.Abs(_weights.Of(table, evidence)))
            .ThenBy(evidence => evidence)
            .ToList();
        var (pro, con) = (
            weighed.Where(evidence => _weights.Of(table, evidence) > 0).Take(Told).Select(_weights.Words),
            weighed.Where(evidence => _weights.Of(table, evidence) < 0).Take(Told - 1).Select(_weights.Words)
        );
        return string.Join("; ", pro) is { Length: > 0 } told
            ? told + (string.Join("; ", con) is { Length: > 0 } against ? $" (against it: {against})" : "")
            : "nothing that keeps them apart";
    }

    /// <summary>What two mentions say for and against their being one; the list is used again.</summary>
    public List<OccurrenceEvidence> Evidence(int left, int right)
    {
        _found.Clear();
        OccurrenceReasons.Gather(_traits[left], _traits[right], _meaning, _found);
        if (_antecedents.TryGetValue(right, out var back) && back == left || _antecedents.TryGetValue(left, out back) && back == right)
            _found.Add(OccurrenceEvidence.GoesBack);
        else if (_antecedents.ContainsKey(left) || _antecedents.ContainsKey(right))
            _found.Add(OccurrenceEvidence.GoesElsewhere);
        return _found;
    }
}
