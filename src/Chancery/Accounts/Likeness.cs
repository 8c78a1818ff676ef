using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Chancery.Knowledge;
using Chancery.Reading;
using Chancery.Record;

namespace Chancery.Accounts;

/// <summary>
/// How likely it is that two propositions say one thing: a logistic model over what they share, rare words for more. Position and equal wording count
/// for nothing. The weights are a table that a person can read, <c>models/alignment.csv</c>.
/// </summary>
internal sealed class Likeness
{
    private const float Near = 0.5f;
    private const double Akin = 0.7,
        MostSame = 3,
        MostAkin = 2;

    private static readonly FrozenSet<string> Broad = Topics
        .Standard.All.Select(topic => topic.Parent)
        .OfType<string>()
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly WordMeaning _meaning;
    private readonly double[] _weights;
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);

    /// <summary>Counts how many propositions hold each word: what runs through all of them tells none from another.</summary>
    public Likeness(ImmutableArray<Proposition> propositions, WordMeaning meaning, double[]? weights = null)
    {
        (_meaning, _weights) = (meaning, weights ?? Default);
        var all = Math.Log(propositions.Length + 2.0);
        foreach (var word in propositions.SelectMany(proposition => proposition.Words).GroupBy(word => word, StringComparer.Ordinal))
            _rarity[word.Key] = Math.Log((propositions.Length + 2.0) / (word.Count() + 1.0)) / all;
    }

    /// <summary>What is weighed, in the order of the weights.</summary>
    public static ImmutableArray<string> Features { get; } =
    [
        "always",
        "words met",
        "rare words met",
        "rare words of one met",
        "same words",
        "words of one sense",
        "topics",
        "topics apart",
        "narrow topic",
        "names",
        "same predicate",
        "same occurrence",
        "other occurrences",
        "contact of the same",
        "same contact",
        "numbers apart",
        "few words",
        "no words",
    ];

    private static FrozenDictionary<string, double> Table { get; } =
        EmbeddedTable
            .Rows("models/alignment.csv")
            .ToFrozenDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static double[] Default { get; } = [.. Features.Select(feature => Table.GetValueOrDefault(feature))];

    /// <summary>How likely it is that two propositions say one thing, from 0 to 1.</summary>
    public double Of(Proposition left, Proposition right)
    {
        var values = Values(left, right);
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
            sum += values[i] * _weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The values of the features.</summary>
    public double[] Values(Proposition left, Proposition right)
    {
        var (ours, rareOurs) = Met(left.Words, right.Words);
        var (theirs, rareTheirs) = Met(right.Words, left.Words);
        var topics = Alignment.Shared(left.Topics, right.Topics);
        var told = left.Occurrence is not null && right.Occurrence is not null;
        var one = told && left.Occurrence == right.Occurrence;
        return
        [
            1,
            (ours + theirs) / 2,
            (rareOurs + rareTheirs) / 2,
            Math.Max(rareOurs, rareTheirs),
            Math.Min(left.Words.Intersect(right.Words, StringComparer.Ordinal).Sum(Rarity), MostSame),
            Math.Min(
                left.Words.Where(word => !right.Words.Contains(word) && right.Words.Any(other => IsAkin(word, other))).Sum(Rarity),
                MostAkin
            ),
            topics,
            Flag(left.Topics.Length > 0 && right.Topics.Length > 0 && topics == 0),
            Flag(left.Topics.Intersect(right.Topics).Any(IsNarrow)),
            left.Names.Length == 0 || right.Names.Length == 0
                ? 0
                : (double)left.Names.Intersect(right.Names, StringComparer.Ordinal).Count()
                    / Math.Min(left.Names.Length, right.Names.Length),
            Flag(left.Predicate == right.Predicate && !AccountWords.Plain.Contains(left.Predicate)),
            Flag(one),
            Flag(told && !one),
            Flag(left.Contact.Intersect(right.Contact).Count > 1),
            Flag(one && IsOfContact(left) && IsOfContact(right)),
            Flag(left.Quantities.Any(a => right.Quantities.Any(a.Contradicts))),
            1.0 / (1 + Math.Min(left.Words.Length, right.Words.Length)),
            Flag(left.Words.Length == 0 || right.Words.Length == 0),
        ];
    }

    /// <summary>Whether no other topic belongs to a topic.</summary>
    public static bool IsNarrow(Topic topic) => !Broad.Contains(topic.Name);

    private static double Flag(bool holds) => holds ? 1 : 0;

    private static bool IsOfContact(Proposition proposition) =>
        proposition.Contact.Count > 1 || EventMention.IsContactWord(proposition.Predicate);

    private static bool IsAkin(string word, string other) => Senses.Share(word, other) || Families.Share(word, other);

    private double Rarity(string word) => _rarity.GetValueOrDefault(word, 1);

    // The share of the words of the one that a word of the other meets, all alike and rare ones for more.
    private (double All, double Rare) Met(ImmutableArray<string> of, ImmutableArray<string> by)
    {
        if (of.Length == 0 || by.Length == 0)
            return (0, 0);
        double met = 0,
            rare = 0,
            whole = 0;
        foreach (var word in of)
        {
            double best = 0;
            foreach (var other in by)
            {
                double near = _meaning.Nearness(word, other);
                best = Math.Max(best, near < Akin && IsAkin(word, other) ? Akin : near);
            }

            whole += Rarity(word);
            if (best < Near)
                continue;
            met += best;
            rare += best * Rarity(word);
        }

        return (met / of.Length, whole > 0 ? rare / whole : 0);
    }
}
