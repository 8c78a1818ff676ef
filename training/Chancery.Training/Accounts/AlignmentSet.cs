using System.Collections.Immutable;
using Chancery.Accounts;
using Chancery.Cli.Evaluation;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Training.Accounts;

/// <summary>One set of accounts cut into propositions, with the pairs that may say one thing, what is known of each, and which of them do.</summary>
internal sealed class AlignmentSet
{
    /// <summary>Of a pair that no label speaks of.</summary>
    public const int Apart = -1;

    /// <summary>Of a pair of clauses that contradict: whether they say one thing was not labelled.</summary>
    public const int Unsaid = -2;

    private readonly ImmutableArray<string> _documents;

    /// <summary>Reads a labelled set; further pairs of sentences count as labelled too.</summary>
    public AlignmentSet(LabelledAccounts labelled, IEnumerable<string[]> further, WordMeaning meaning)
    {
        Name = labelled.Name;
        Propositions = Comparer.Propositions(labelled.Tellings);
        Meaning = meaning;
        _documents = [.. labelled.Tellings.Select(telling => telling.Id)];
        Labels =
        [
            .. labelled.Propositions.SelectMany(Pairs),
            .. further.Select(row => (Place(labelled, row[1], row[2]), Place(labelled, row[3], row[4]))),
        ];
        var contested = labelled.Contradictions.SelectMany(Pairs).ToImmutableArray();
        var likeness = new Likeness(Propositions, meaning);
        Samples =
        [
            .. PropositionBlocks
                .Pairs(Propositions, _ => [])
                .Select(pair =>
                    (
                        likeness.Values(Propositions[pair.Left], Propositions[pair.Right]),
                        IndexOf(Labels, pair.Left, pair.Right) is var label and >= 0 ? label
                        : IndexOf(contested, pair.Left, pair.Right) >= 0 ? Unsaid
                        : Apart
                    )
                ),
        ];
    }

    public string Name { get; }

    public ImmutableArray<Proposition> Propositions { get; }

    public WordMeaning Meaning { get; }

    public ImmutableArray<((string Document, Span Span) Left, (string Document, Span Span) Right)> Labels { get; }

    /// <summary>The pairs: what is known of each, and the label that it meets, <see cref="Apart"/> or <see cref="Unsaid"/>.</summary>
    public ImmutableArray<(double[] Values, int Label)> Samples { get; }

    /// <summary>How many labels the groups meet, and how many pairs of accounts in one group they make, with those that a label bears out.</summary>
    public (int Found, int Right, int Ours) Score(double[] weights)
    {
        var found = new HashSet<int>();
        int right = 0,
            ours = 0;
        foreach (var group in Alignment.Align(Propositions, new Likeness(Propositions, Meaning, weights)))
            foreach (var a in group.Select(said => said.Account).Distinct())
                foreach (var b in group.Select(said => said.Account).Distinct().Where(other => other > a))
                {
                    var labels = group
                        .Where(said => said.Account == a)
                        .SelectMany(left => group.Where(said => said.Account == b).Select(other => IndexOf(Labels, left, other)))
                        .Where(label => label >= 0)
                        .ToList();
                    ours++;
                    right += labels.Count > 0 ? 1 : 0;
                    found.UnionWith(labels);
                }

        return (found.Count, right, ours);
    }

    private int IndexOf(
        ImmutableArray<((string Document, Span Span) Left, (string Document, Span Span) Right)> labels,
        int left,
        int right
    ) => IndexOf(labels, Propositions[left], Propositions[right]);

    private int IndexOf(
        ImmutableArray<((string Document, Span Span) Left, (string Document, Span Span) Right)> labels,
        Proposition left,
        Proposition right
    )
    {
        for (var i = 0; i < labels.Length; i++)
            if (
                (Lies(labels[i].Left, left) && Lies(labels[i].Right, right)) || (Lies(labels[i].Left, right) && Lies(labels[i].Right, left))
            )
                return i;
        return -1;
    }

    private bool Lies((string Document, Span Span) line, Proposition said) =>
        _documents[said.Account] == line.Document && line.Span.Overlaps(said.Span);

    private static (string Document, Span Span) Place(LabelledAccounts labelled, string document, string sentence)
    {
        var telling = labelled.Tellings[labelled.Names.IndexOf(document)];
        var at = telling.Words.IndexOf(sentence, StringComparison.Ordinal);
        return at < 0
            ? throw new FormatException($"{labelled.Name}/{document} does not hold \"{sentence}\".")
            : (telling.Id, new Span(at, at + sentence.Length));
    }

    private static IEnumerable<((string Document, Span Span) Left, (string Document, Span Span) Right)> Pairs(
        ImmutableArray<(string Document, Span Span)> lines
    )
    {
        for (var i = 0; i < lines.Length; i++)
            for (var j = i + 1; j < lines.Length; j++)
                if (lines[i].Document != lines[j].Document)
                    yield return (lines[i], lines[j]);
    }
}
