using System.Collections.Immutable;

namespace Chancery.Cli.Evaluation;

/// <summary>
/// Two labellings of sets of accounts: which topics somebody raises, what the documents do with those that both list, and which sentences
/// contradict each other. Two contradictions are one where sentences of at least two documents are in both; each has one counterpart.
/// </summary>
internal sealed class AccountAgreement
{
    private readonly List<string> _one = [],
        _other = [];
    private int _sets,
        _topics,
        _topicsSecond,
        _topicsBoth,
        _raised,
        _raisedSecond,
        _raisedBoth,
        _contradictions,
        _contradictionsSecond,
        _contradictionsBoth;

    private AccountAgreement() { }

    public static IReadOnlyList<Figure> Of(string first, string second, TextWriter differences)
    {
        var sets = Agreement.ByName(first, AccountLabels.At(first), labels => labels.Set);
        var tally = new AccountAgreement();
        foreach (var (name, other) in Agreement.ByName(second, AccountLabels.At(second), labels => labels.Set))
        {
            if (!sets.TryGetValue(name, out var one) || !one.Documents.SequenceEqual(other.Documents))
                throw new InvalidDataException($"{second}: {name} is not a set of the first labelling with its documents.");
            tally._sets++;
            tally.Cells(one, other, differences);
            tally.Contested(one, other, differences);
        }

        return
        [
            new("topic_f1", Agreement.Harmonic(tally._topicsBoth, tally._topics, tally._topicsSecond)),
            new("topics.n", tally._topics),
            new("topics_second.n", tally._topicsSecond),
            new("raised_f1", Agreement.Harmonic(tally._raisedBoth, tally._raised, tally._raisedSecond)),
            new("cell", Kappa.Share(tally._one, tally._other)),
            new("cell_kappa", Kappa.Of(tally._one, tally._other)),
            new("cells.n", tally._one.Count),
            new("contradiction_f1", Agreement.Harmonic(tally._contradictionsBoth, tally._contradictions, tally._contradictionsSecond)),
            new("contradictions.n", tally._contradictions),
            new("contradictions_second.n", tally._contradictionsSecond),
            new("n", tally._sets),
        ];
    }

    private static int Raising(ImmutableArray<string> states) => states.Count(state => state != "silent");

    private void Cells(AccountLabels one, AccountLabels other, TextWriter differences)
    {
        var theirs = other.Topics.ToDictionary(topic => topic.Name, topic => topic.States, StringComparer.Ordinal);
        _topics += one.Topics.Length;
        _topicsSecond += other.Topics.Length;
        _raised += one.Topics.Sum(topic => Raising(topic.States));
        _raisedSecond += other.Topics.Sum(topic => Raising(topic.States));
        foreach (var (name, states) in one.Topics)
        {
            if (!theirs.Remove(name, out var said))
            {
                differences.WriteLine($"first alone\t{one.Set}\t{name}");
                continue;
            }

            _topicsBoth++;
            for (var i = 0; i < states.Length; i++)
            {
                _one.Add(states[i]);
                _other.Add(said[i]);
                if (states[i] != "silent" && said[i] != "silent")
                    _raisedBoth++;
                if (states[i] != said[i])
                    differences.WriteLine($"cell\t{one.Set}\t{name}\t{one.Documents[i]}\t{states[i]}\t{said[i]}");
            }
        }

        foreach (var (name, _) in other.Topics.Where(topic => theirs.ContainsKey(topic.Name)))
            differences.WriteLine($"second alone\t{one.Set}\t{name}");
    }

    private void Contested(AccountLabels one, AccountLabels other, TextWriter differences)
    {
        _contradictions += one.Contradictions.Length;
        _contradictionsSecond += other.Contradictions.Length;
        var (left, right) = (one.Contradictions.ToList(), other.Contradictions.ToList());
        while (
            left.SelectMany(mine => right.Select(theirs => (Mine: mine, Theirs: theirs, Common: Common(mine, theirs))))
                .Where(pair => pair.Common > 1)
                .OrderByDescending(pair => pair.Common)
                .FirstOrDefault()
                is { Common: > 0 } best
        )
        {
            _contradictionsBoth++;
            left.Remove(best.Mine);
            right.Remove(best.Theirs);
        }

        foreach (var lines in left)
            differences.WriteLine($"contradiction\t{one.Set}\tfirst alone\t{string.Join(" // ", lines.Select(line => line.Sentence))}");
        foreach (var lines in right)
            differences.WriteLine($"contradiction\t{one.Set}\tsecond alone\t{string.Join(" // ", lines.Select(line => line.Sentence))}");
    }

    /// <summary>Of how many documents both hold the same sentence.</summary>
    private static int Common(
        ImmutableArray<(string Document, string Sentence)> mine,
        ImmutableArray<(string Document, string Sentence)> theirs
    ) => mine.Intersect(theirs).Select(line => line.Document).Distinct(StringComparer.Ordinal).Count();
}
